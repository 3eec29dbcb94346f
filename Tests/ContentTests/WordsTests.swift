import Content
import Testing

/// How texts are compared, completed and shown, wherever the program does it.
struct WordsTests {
    @Test(
        arguments: [
            ("", "", 0), ("a", "", 1), ("", "abc", 3), ("99601", "99601", 0), ("99601", "99602", 1),
            ("99061", "99601", 1), ("9961", "99601", 1), ("996011", "99601", 1), ("midpiont", "midpoint", 1),
            ("ca", "abc", 3), ("started", "strated", 1), ("kitten", "sitting", 3),
        ])
    func `slips are letters wrong, missing, added or swapped`(typed: String, wanted: String, count: Int) {
        #expect(slips(from: Array(typed.utf8), to: Array(wanted.utf8)) == count)
        #expect(slips(from: Array(wanted.utf8), to: Array(typed.utf8)) == count)
    }

    private static let policies = ["started-hour", "cpt-midpoint", "full-hour", "bcbsm-2013", "nhia-all-time"]

    @Test(
        arguments: [
            ("cpt-midpiont", ["cpt-midpoint"]), ("CPT-MIDPOINT", ["cpt-midpoint"]), ("midpoint", ["cpt-midpoint"]),
            ("hour", ["full-hour", "started-hour"]), ("started-huor", ["started-hour"]), ("bcbsm", ["bcbsm-2013"]),
            ("medicare", []), ("", []), ("xx", []),
        ])
    func `the names nearest to a word come first`(word: String, near: [String]) {
        #expect(nearMisses(to: word, among: Self.policies) == near)
    }

    @Test func `no more names are offered than were asked for`() {
        #expect(nearMisses(to: "abc", among: ["abcd", "abce", "abcf", "abcg"]).count == 3)
        #expect(nearMisses(to: "abc", among: ["abcd", "abce", "abcf", "abcg"], limit: 1) == ["abcd"])
    }

    @Test(arguments: [
        ("fulhour", "did you mean full-hour?"), ("hour", "did you mean full-hour or started-hour?"), ("medicare", nil),
    ])
    func `a suggestion is a question, or nothing`(word: String, clause: String?) {
        #expect(suggestion(for: word, among: Self.policies) == clause)
    }

    @Test(arguments: [
        ("infusion", "infusoin", true), ("infusion", "infusion", true), ("pump", "pump set", false),
        ("biologic", "antibiotic", false),
    ])
    func `one word is another misspelt, or it is not`(word: String, wanted: String, isSlip: Bool) {
        #expect(Content.isSlip(word, of: wanted) == isSlip)
    }

    @Test(
        arguments: [
            ("the nurse leaves", "The nurse leaves."), ("The nurse leaves.", "The nurse leaves."),
            ("which codes?", "Which codes?"), ("stop!", "Stop!"), ("9 am", "9 am."), ("", "."), ("élan", "Élan."),
        ])
    func `a sentence has a capital and an end`(text: String, sentence: String) {
        #expect(text.sentence == sentence)
    }

    @Test(
        arguments: [
            ("A nurse gives one unit of 99602.", "99602", true), ("A nurse gives 2 units.", "2 units", true),
            ("A nurse gives 12 units.", "2 units", false), ("Follow-up is planned.", "follow up", true),
            ("The allergy history was read.", "allergies", false), ("Anything", "", false), ("", "pump", false),
        ])
    func `a text says an answer where its words stand side by side`(text: String, answer: String, says: Bool) {
        #expect(text.says(answer) == says)
    }

    @Test(
        arguments: [
            ("plain", "plain"), ("a\u{1B}[31mred", "a\u{FFFD}[31mred"), ("a\u{202E}b", "a\u{FFFD}b"),
            ("a\u{200B}b", "a\u{FFFD}b"), ("a\nb\tc", "a\u{FFFD}b\u{FFFD}c"), ("a\u{9B}1m", "a\u{FFFD}1m"),
            ("Zoë, 東京", "Zoë, 東京"), ("\u{FEFF}x", "\u{FFFD}x"), ("क्‍ष", "क्‍ष"),
        ])
    func `what a terminal would obey, and what nobody sees, is not shown`(text: String, shown: String) {
        #expect(text.shown() == shown)
        #expect((text.firstUnprintable == nil) == (text == shown))
    }

    @Test func `what is very long is cut, and said to be`() {
        let long = String(repeating: "x", count: 50)
        #expect(long.shown(limit: 10) == "xxxxxxxxxx…")
        #expect(long.shown(limit: 50) == long)
        #expect(long.quoted == "\"" + String(repeating: "x", count: 40) + "…\"")
        #expect(("x\u{7}" + long).shown(limit: 3) == "x\u{FFFD}x…")
    }

    @Test(arguments: [("\u{1B}", "U+001B"), ("\u{202E}", "U+202E"), ("\u{E0001}", "U+E0001")])
    func `a character that is not shown has a name`(text: String, name: String) {
        #expect(text.unicodeScalars.first?.name == name)
        #expect(text.firstUnprintable?.name == name)
    }

    @Test func `a run stands in a list side by side or not at all`() {
        #expect([1, 2, 3, 4].holds(run: [2, 3]))
        #expect([1, 2, 3, 4].holds(run: [1, 2, 3, 4]))
        #expect(![1, 2, 3, 4].holds(run: [2, 4]))
        #expect(![1, 2].holds(run: [1, 2, 3]))
        #expect([Int]().holds(run: [Int]()))
        #expect("home infusion".holds("infus") && !"home infusion".holds("Infus"))
    }
}
