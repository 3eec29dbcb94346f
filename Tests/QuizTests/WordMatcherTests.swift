import Testing

@testable import Quiz

/// Typed words held against the answers of a term.
struct WordMatcherTests {
    private let matcher = WordMatcher(
        accepted: ["specialty drug", "specialty medication", "IV"], others: ["infusion", "specialty drags"])

    @Test(arguments: [
        "specialty drug", "Specialty Drug", "a specialty drug", "the specialty-drug", "specialty drugs",
        "specialtydrug", "SPECIALTY MEDICATIONS", "iv", "the IV", "  specialty   drug. ",
    ])
    func `case, articles, hyphens, spaces and plurals are forgiven`(typed: String) {
        #expect(matcher.match(typed) == .exact)
    }

    @Test(arguments: [
        ("speciality drug", "specialty drug"), ("specialty durg", "specialty drug"),
        ("specialty drg", "specialty drug"), ("specalty medicaton", "specialty medication"),
    ])
    func `a small slip is right, and told`(typed: String, meant: String) {
        #expect(matcher.match(typed) == .misspelt(meant: meant))
    }

    @Test(arguments: [
        "infusion", "infusions", "specialty drags", "IM", "ivy", "drug", "special", "", "?", "specialty",
        "a the an",
    ])
    func `another word is wrong, though a slip would lead there`(typed: String) {
        #expect(matcher.match(typed) == .other)
    }

    /// In short words a letter is the whole meaning; from five letters on one slip is let pass, from ten on two.
    @Test(
        arguments: [
            ("pump", "punp", false), ("pumps", "punps", false), ("nurse", "nusre", true), ("nurse", "nrsue", false),
            ("allergies", "alergies", true), ("allergies", "alergis", false), ("observation", "obsevaton", true),
            ("observation", "obsvaton", false),
        ])
    func `longer words may have more slips`(wanted: String, typed: String, isTaken: Bool) {
        #expect((WordMatcher(accepted: [wanted], others: []).match(typed) != .other) == isTaken)
    }

    @Test func `an article that is the answer is one`() {
        #expect(WordMatcher(accepted: ["A"], others: []).match("a") == .exact)
    }

    @Test func `an answer without end is compared by its beginning`() {
        #expect(matcher.match(String(repeating: "specialty drug ", count: 100_000)) == .other)
    }
}
