import Testing

@testable import Scoring

/// Codes whose units are billed in tenths.
struct TenthsTests {
    private static let codes = CodeSet(
        definitions: [
            .init(code: "00790", label: "", inTenths: true), .init(code: "99140", label: "", addOnTo: ["00790"]),
        ],
        families: [
            Family(
                id: "abdomen", title: "", services: ["abdomen"], first: [.init(code: "00790", from: 1, units: 7)],
                further: [.init(code: "00790", each: 15, after: 0)]),
            Family(
                id: "emergency", title: "", services: ["emergency"], measure: .occurrences,
                first: [.init(code: "99140", from: 1, units: 2)]),
        ])
    private static let rules = Rules(codes: codes, policy: Policy(id: "p", credit: .complete))

    private static func asked(_ minutes: Int, _ misconceptions: [Misconception] = []) -> Case {
        Case(.of(Service("abdomen", time: .minutes(minutes))), under: rules, among: misconceptions)
    }

    @Test(
        arguments: [
            (1, "7.1"), (2, "7.1"), (3, "7.2"), (15, "8"), (20, "8.3"), (22, "8.5"), (23, "8.5"), (94, "13.3"),
            (95, "13.3"), (100, "13.7"), (120, "15"),
        ])
    func `minutes over the block, to the nearest tenth`(minutes: Int, units: String) {
        #expect(Self.asked(minutes).key.claim.description == "00790 x\(units)")
        #expect(
            Self.asked(minutes).key.steps.last?.text.hasSuffix("to the nearest tenth: 00790 x\(Self.time(minutes)).")
                == true)
    }

    /// The nearest tenth as somebody finds it who multiplies by ten and rounds.
    private static func time(_ minutes: Int) -> String {
        let tenths = Int((Double(minutes) * 10 / 15).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    @Test(arguments: 1...400) func `what is printed is read and is right`(minutes: Int) throws {
        let asked = Self.asked(minutes)
        let answer = try asked.read(asked.key.claim.description)
        #expect(answer == asked.key.claim)
        let assessment = asked.assess(answer)
        #expect(assessment.grade.verdict == .correct && assessment.grade.findings.isEmpty)
    }

    @Test(
        arguments: [
            ("00790 x13.3", 1.0, []), ("00790 13.3 units", 1.0, []), ("13.3 units of 00790", 1.0, []),
            ("00790 x13.30", 1.0, []), ("00790 x13", 130.0 / 133, [.unitsBelowTime]),
            ("00790 x14", 133.0 / 140, [.unitsExceedTime]), ("00790", 10.0 / 133, [.unitsBelowTime]),
        ] as [(String, Double, [Edit.Name])])
    func `an answer in tenths is graded by tenths`(answer: String, fraction: Double, edits: [Edit.Name]) throws {
        let asked = Self.asked(94)
        let grade = asked.assess(try asked.read(answer)).grade
        #expect(grade.fraction == fraction)
        #expect(grade.findings.map(\.edit) == edits)
    }

    @Test func `findings tell units as a claim has them`() throws {
        let asked = Self.asked(94)
        let messages = try ["00790 x14.1", "00790 x12.9", "none"].map { answer in
            asked.assess(try asked.read(answer)).grade.findings.map(\.message)
        }
        #expect(messages[0] == ["94 minutes support 13.3 units of 00790, not 14.1."])
        #expect(messages[1] == ["13.3 units of 00790 are due and only 12.9 are billed."])
        #expect(messages[2] == ["00790 x13.3 was earned and is not on the claim."])
    }

    @Test(
        arguments: [
            ("99140 x2.5", 7, 3), ("00790 x13.35", 7, 5), ("00790 x13.3, 99140 2.5 units", 19, 3),
            ("2.5 units each of 00790 and 99140", 0, 3),
        ])
    func `a part of a unit is refused where the code has none`(answer: String, offset: Int, length: Int) {
        #expect {
            try parseAnswer(answer, known: Self.codes.vocabulary)
        } throws: { error in
            guard let error = error as? AnswerError else { return false }
            return error.reason == .unitsNotWhole && error.offset == offset && error.length == length
        }
    }

    @Test func `without such a code no part of a unit is read`() {
        #expect(throws: AnswerError.self) { try parseAnswer("00790 x13.3", known: Sample.codes.vocabulary) }
    }

    @Test func `beliefs bill in tenths too`() throws {
        let belief = Misconception(id: "ten", changes: [.furtherEach(10)])
        let asked = Self.asked(94, [belief])
        #expect(asked.assess(try asked.read("00790 x16.4")).beliefs == ["ten"])
    }

    // MARK: Miles

    private static func miles(_ standIns: [StandIn] = [], credit: Credit? = .started) -> Rules {
        let codes = CodeSet(
            definitions: [.init(code: "A0425", label: "", inTenths: true), .init(code: "A0021", label: "")],
            families: [
                Family(
                    id: "way", title: "", services: ["way"], measure: .amount(.miles), first: [],
                    further: [.init(code: "A0425", each: 1_000, after: 0, credit: credit)])
            ])
        var policy = Policy(id: "p", credit: .started)
        policy.standIns = standIns
        return Rules(codes: codes, policy: policy)
    }

    private static func way(_ miles: String, times: Int = 1) -> Encounter {
        WholeClaim.episode([], drugs: [DrugGiven("way", given: Amount(miles) ?? .none(.miles), times: times)])
    }

    /// Miles go to the next tenth up (Medicare Claims Processing Manual, chapter 15, section 30.1.2).
    @Test(
        arguments: [
            ("12.3 miles", Credit.started, "12.3"), ("12.31 miles", .started, "12.4"), ("0.01 miles", .started, "0.1"),
            ("12.39 miles", .complete, "12.3"), ("12.34 miles", .midpoint, "12.3"), ("12.35 miles", .midpoint, "12.4"),
        ])
    func `a code says how a part of a tenth counts`(way: String, credit: Credit, units: String) {
        let key = derive(Self.way(way), under: Self.miles(credit: credit))
        #expect(key.claim.description == "A0425 x\(units)")
        #expect(key.steps.contains { $0.text.hasSuffix("A0425 x\(units).") })
    }

    @Test(arguments: [("12.31 miles", 13), ("0.5 miles", 1), ("112.3 miles", 113)])
    func `a code in whole units that stands in is billed in whole units`(way: String, units: Int) {
        let key = derive(Self.way(way), under: Self.miles([StandIn("A0021", of: "A0425", when: Condition())]))
        #expect(key.claim.description == "A0021 x\(units)")
    }

    @Test func `as often as it was, in words too`() {
        let key = derive(Self.way("10.2 miles", times: 2), under: Self.miles())
        #expect(key.claim.description == "A0425 x20.4")
        #expect(key.steps.map(\.text).last == "2 times that is A0425 x20.4.")
    }
}
