import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `A worked example` {
    private let bundled: Bundled

    init() throws { bundled = try Bundled() }

    /// What a learner is asked about a visit, one after the other.
    private static let values: [(scenario: String, policy: String, keys: [String])] = [
        ("short-visit", "cpt-midpoint", ["45", "0", "99601 x1"]),
        ("iv-antibiotics", "cpt-midpoint", ["150", "30", "0", "99601 x1"]),
        ("iv-antibiotics", "started-hour", ["150", "30", "1", "99601 x1, 99602 x1"]),
        ("travel-and-charting", "nhia-all-time", ["175", "55", "1", "99601 x1, 99602 x1"]),
        ("two-drugs-overlapping", "cpt-midpoint", ["190", "70", "1", "99601 x1, 99602 x1"]),
        ("late-in-the-week", "bcbsm-2013", ["180", "120", "0", "99601 x1"]),
        ("office-visit", "cpt-midpoint", ["none"]), ("assessment-only", "cpt-midpoint", ["none"]),
        ("no-stop-time", "cpt-midpoint", ["99601 x1"]),
        // Two families: "the minutes" would be two answers.
        ("infusion-and-injection", "cpt-midpoint", ["99601 x1"]),
    ]

    @Test(arguments: values) func `asks for these values`(scenario: String, policy: String, keys: [String]) throws {
        let example = WorkedExample(try bundled.situation(scenario, policy))
        #expect(example.asked.compactMap(\.value?.key) == keys)
    }

    @Test(arguments: Bundled.names) func `ends with the key of every scenario under every policy`(name: String) throws {
        let bundled = try Bundled(name)
        for scenario in bundled.pack.scenarios {
            for payer in bundled.payers.all {
                let situation = Situation(scenario, under: payer)
                let example = WorkedExample(situation)
                #expect(example.asked.last?.value == .claim(situation.key.claim))
                for part in example.asked {
                    let value = try #require(part.value)
                    #expect(
                        try example.judge(value.key, to: value).isRight, "\(scenario.id) \(payer.policy.id) \(value)")
                }
                #expect(example.parts.allSatisfy { !$0.text.isEmpty })
            }
        }
    }

    /// Answers to the units of 99602 in iv-antibiotics under CPT's midpoint, where none is due.
    private static let answers: [(answer: String, isRight: Bool, belief: String?)] = [
        ("0", true, nil), ("none", true, nil), ("99602 x0", true, nil), ("0 units", true, nil),
        ("1", false, "always-rounds-up"), ("x1", false, "always-rounds-up"), ("99602x1", false, "always-rounds-up"),
        ("7", false, nil),
    ]

    @Test(arguments: answers) func `knows the belief behind a value`(answer: String, isRight: Bool, belief: String?)
        throws
    {
        let example = WorkedExample(try bundled.situation("iv-antibiotics", "cpt-midpoint"))
        let value = try #require(example.asked.first { $0.value?.question.contains("units") == true }?.value)
        let judged = try example.judge(answer, to: value)
        #expect(judged.isRight == isRight)
        #expect(judged.beliefs.first?.text == belief)
    }

    @Test(arguments: ["", "some", "1 2", "-1", "99601 x1"])
    func `leaves open what is no number of units`(answer: String) throws {
        let example = WorkedExample(try bundled.situation("iv-antibiotics", "cpt-midpoint"))
        let value = try #require(example.asked.first { $0.value?.question.contains("units") == true }?.value)
        #expect(throws: UnreadableAnswer.self) { try example.judge(answer, to: value) }
    }

    @Test func `told with steps left out, tells each step once`() throws {
        let example = WorkedExample(try bundled.situation("iv-antibiotics", "cpt-midpoint"))
        for count in 1...4 {
            var faded = FadedExample(example, asking: count)
            var told = faded.opening
            var questions = 0
            while faded.open != nil {
                questions += 1
                told += faded.goOn(right: true)
            }
            #expect(questions == count)
            #expect(told == example.parts.map(\.text))
        }
    }
}
