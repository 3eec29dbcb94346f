/// What was probably meant by a word that is nearly a code: a letter typed for the digit that looks like it, a
/// character missing, one too many, or two swapped.
struct CodeSlip {
    let meant: Code?
    /// Where in the word the slip is; nil where the whole word is meant.
    let offset: Int?
    /// The slip in words, where it has a name.
    let words: String?

    private static let lookalikes: [(letter: UInt8, digit: UInt8)] = [
        (UInt8(ascii: "L"), UInt8(ascii: "1")), (UInt8(ascii: "I"), UInt8(ascii: "1")),
        (UInt8(ascii: "O"), UInt8(ascii: "0")), (UInt8(ascii: "Q"), UInt8(ascii: "0")),
        (UInt8(ascii: "S"), UInt8(ascii: "5")), (UInt8(ascii: "B"), UInt8(ascii: "8")),
        (UInt8(ascii: "Z"), UInt8(ascii: "2")), (UInt8(ascii: "G"), UInt8(ascii: "6")),
    ]

    init(_ word: ArraySlice<UInt8>, known: [Code]) {
        var digits: [UInt8] = []
        var firstSlip: Int?
        for (place, byte) in word.enumerated() {
            let twin = Self.lookalikes.first { $0.letter == byte.uppercasedASCII }?.digit
            if twin != nil, firstSlip == nil { firstSlip = place }
            digits.append(twin ?? byte)
        }
        if let firstSlip, digits.count == Code.length, let code = Code(ascii: digits[...]) {
            let letter = Character(Unicode.Scalar(word[word.startIndex + firstSlip]))
            meant = code
            offset = firstSlip
            words = "a letter \(letter)"
        } else {
            meant = Self.near(word.map(\.uppercasedASCII), among: known)
            offset = nil
            words = nil
        }
    }

    private static func near(_ word: [UInt8], among known: [Code]) -> Code? {
        guard (Code.length - 1...Code.length + 1).contains(word.count) else { return nil }
        return known.first { code in
            let wanted = code.characters
            if word.count < wanted.count { return isMissingOne(word, of: wanted) }
            if word.count > wanted.count { return isMissingOne(wanted, of: word) }
            return zip(word, wanted).count { $0 != $1 } == 1
        }
    }

    /// Whether a word is another with one character left out.
    private static func isMissingOne(_ short: [UInt8], of long: [UInt8]) -> Bool {
        long.indices.contains { place in
            var rest = long
            rest.remove(at: place)
            return rest == short
        }
    }
}
