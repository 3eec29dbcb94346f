/// What was probably meant by a word that is nearly a code: a letter typed for the digit that looks like it, or a
/// character changed, missing or one too many.
struct CodeSlip {
    let meant: Code?
    /// Where in the word the slip is; nil where the whole word is meant.
    let offset: Int?
    /// The slip in words, where it has a name.
    let words: String?

    init(_ word: ArraySlice<UInt8>, known: Vocabulary) {
        let near = known.nearest(to: word)
        // A letter is more likely meant at the ends, and most at the first position.
        let positions = [word.dropFirst().dropLast().indices, word.dropFirst().indices, word.indices]
        guard let (code, offset) = positions.lazy.compactMap({ Self.twin(of: word, at: $0) }).first else {
            meant = near
            offset = nil
            words = nil
            return
        }
        meant = known.contains(code) ? code : near ?? code
        self.offset = offset
        words = "this is a letter \(Character(Unicode.Scalar(word[word.startIndex + offset])))"
    }

    /// The code that a word becomes when letters at some of its positions turn into the digits that they look like, and
    /// where the first of them stands.
    private static func twin(of word: ArraySlice<UInt8>, at positions: Range<Int>) -> (Code, offset: Int)? {
        guard word.count == Code.length else { return nil }
        var word = word
        var first: Int?
        for position in positions {
            guard let digit = digit(like: word[position].uppercasedASCII) else { continue }
            word[position] = digit
            first = first ?? position
        }
        guard let first, let code = Code(ascii: word) else { return nil }
        return (code, first - word.startIndex)
    }

    private static func digit(like letter: UInt8) -> UInt8? {
        switch Character(Unicode.Scalar(letter)) {
        case "L", "I": UInt8(ascii: "1")
        case "O", "Q": UInt8(ascii: "0")
        case "S": UInt8(ascii: "5")
        case "B": UInt8(ascii: "8")
        case "Z": UInt8(ascii: "2")
        case "G": UInt8(ascii: "6")
        default: nil
        }
    }
}
