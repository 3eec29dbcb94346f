package import Learning
package import Scoring

/// Items and answers by number: the same number always gives the same, and neighbours differ.
package enum Sample {
    package static let pack = "home-infusion"
    /// How many terms there are before they come round again.
    private static let terms = 200

    /// Every third item is a term, the others are claims that nobody has seen.
    package static func item(_ number: Int) -> Records.Item {
        number.isMultiple(of: 3) ? term(number / 3 % terms) : claim(number)
    }

    private static func term(_ number: Int) -> Records.Item {
        Records.Item(
            identity: "\(pack)/term/word-\(number)@0b5dd6e1", kind: "term", pack: pack, heading: "A term",
            question: "Which term is meant?", stem: "What a nurse calls thing number \(number).", key: "word \(number)")
    }

    private static func claim(_ number: Int) -> Records.Item {
        Records.Item(
            identity: "\(pack)/claim/visit-\(number)/cpt-midpoint@9f3c2a10", kind: "claim", pack: pack,
            heading: "IV antibiotics for a severe infection", question: "Which codes, and how many units of each?",
            stem: String(repeating: "A nurse gives an infusion at the patient's home. ", count: 8) + "(\(number))",
            key: "99601 x1, 99602 x\(1 + number % 5)")
    }

    package static func answer(_ number: Int) -> Records.Answer {
        let verdicts = Records.Verdict.allCases
        let verdict = verdicts[number % verdicts.count]
        return Records.Answer(
            position: number, at: moment(number), responseMilliseconds: 1_000 + number % 977,
            hints: number % 3, text: verdict == .skipped ? "" : "99601 x1, 99602 x\(number % 7)", verdict: verdict,
            fraction: verdict == .correct ? 1 : verdict == .partial ? 0.1 + Double(number % 8) / 10 : 0,
            skills: ["first-code", number.isMultiple(of: 2) ? "further-code" : "part"],
            findings: verdict == .correct ? [] : ["units-exceed-time", "missing-code"],
            beliefs: verdict == .correct ? [] : [["always-rounds-up"], ["counts-travel", "always-rounds-up"]])
    }

    /// How well a skill is mastered that no sample exercises.
    package static func mastery(answers: Int) -> Records.Mastery {
        Records.Mastery(successes: 1, failures: 2, answers: answers, missed: 2, updated: moment(answers))
    }

    /// Half a minute after the one before.
    package static func moment(_ number: Int) -> Moment {
        Moment(milliseconds: 1_767_000_000_000 + Int64(number) * 30_000)
    }
}
