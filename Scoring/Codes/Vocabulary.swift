/// The codes and modifiers that an answer may name.
package struct Vocabulary: Sendable, Equatable {
    /// Those among which the nearest meaning of a slip is sought, the earlier the rather.
    let codes: [Code]
    private let indices: CodeIndex
    /// The two-character words that are read as modifiers.
    let modifiers: ModifierSet
    /// The codes that are billed in tenths of a unit.
    package let inTenths: Set<Code>

    /// No codes, and the modifiers of the standard lists.
    package static let standard = Vocabulary()

    /// - Parameters:
    ///   - codes: Of a code set, say.
    ///   - modifiers: What its codes may go with; those of the standard lists are known besides.
    ///   - inTenths: The codes whose units may have a part of one.
    package init(codes: [Code] = [], modifiers: some Sequence<Modifier> = [], inTenths: Set<Code> = []) {
        self.init(codes: codes, at: CodeIndex(codes), modifiers: modifiers, inTenths: inTenths)
    }

    init(codes: [Code], at indices: CodeIndex, modifiers: some Sequence<Modifier>, inTenths: Set<Code> = []) {
        self.inTenths = inTenths
        self.codes = codes
        self.indices = indices
        var known = ModifierSet.standard
        for modifier in modifiers { known.insert(modifier) }
        self.modifiers = known
    }

    func contains(_ code: Code) -> Bool { indices[code] != nil }

    /// The first code that a word becomes when one of its characters is changed, added or taken away.
    ///
    /// The slips are tried one by one, so that it takes no longer among many codes than among few.
    func nearest(to word: ArraySlice<UInt8>) -> Code? {
        guard !codes.isEmpty, abs(word.count - Code.length) <= 1 else { return nil }
        var nearest = Int.max
        var slip: [UInt8] = []
        func consider(_ replaced: Range<Int>, by character: UInt8?) {
            slip.removeAll(keepingCapacity: true)
            slip += word[..<replaced.lowerBound]
            if let character { slip.append(character) }
            slip += word[replaced.upperBound...]
            if let code = Code(ascii: slip[...]), let index = indices[code] { nearest = min(nearest, index) }
        }
        for position in word.startIndex...word.endIndex {
            if word.count > Code.length {
                if position < word.endIndex { consider(position..<position + 1, by: nil) }
                continue
            }
            let end = word.count < Code.length ? position : position + 1
            guard end <= word.endIndex else { continue }
            for character in Self.characters { consider(position..<end, by: character) }
        }
        return codes.indices.contains(nearest) ? codes[nearest] : nil
    }

    private static let characters = Array("0123456789ABCDEFGHJKLMNPQRSTUVWYZ".utf8)
}
