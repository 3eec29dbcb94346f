import Testing

@testable import Quiz

@Suite struct `A fingerprint` {
    private static let words = [
        "", "a", "99601 x1, 99602 x2", "The visit lasted 2½ hours – so the chart says.", "🩺 Pflege für Frau Ö.",
        String(repeating: "The payer credits each added hour as soon as it starts. ", count: 20),
    ]

    /// So many that the hash ends in every byte that there is.
    private static let beginnings = (0..<2_000).map { "visit \($0)" }

    @Test(arguments: words)
    func `takes up a word that many share as it takes up the word, hashed before or not`(word: String) {
        let shared = SharedWord(word)
        for beginning in Self.beginnings {
            var spelled = Fingerprint([beginning])
            var printed = spelled
            spelled.add(word)
            printed.add(shared)
            #expect(printed.folded == spelled.folded)
            spelled.add("after")
            printed.add("after")
            #expect(printed.folded == spelled.folded)
        }
    }
}
