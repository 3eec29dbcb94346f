import Audit
import Content
import Foundation
import PseudoTerminal
import Quiz
import SampleExams
import Scoring
import Signatures
import Testing

@testable import Examining

/// JSON with each of its members damaged in turn.
private struct Damage {
    /// Which member was damaged, and how.
    let what: String
    let json: Data

    private static var others: [Any] {
        [
            NSNull(), "x", "", 7, -1, 0, 1e300, Int.max, Int.min, true, [Any](), [String: Any](), [["x": 1]],
        ]
    }

    /// Every way in which one member is gone, or something else.
    static func all(of json: Data) throws -> [Damage] {
        let whole = try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed)
        return try variants(of: whole, at: "").map { what, value in
            Damage(what: what, json: try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed))
        }
    }

    private static func variants(of value: Any, at path: String) -> [(String, Any)] {
        let replaced = others.map { ("\(path) is \($0)", $0) }
        if let members = value as? [String: Any] {
            return replaced
                + members.keys.sorted().flatMap { name -> [(String, Any)] in
                    var without = members
                    let member = without.removeValue(forKey: name) ?? NSNull()
                    let inner = variants(of: member, at: "\(path).\(name)").map { what, changed in
                        (what, members.merging([name: changed]) { $1 } as Any)
                    }
                    return [("\(path).\(name) is gone", without as Any)] + inner
                }
        }
        guard let list = value as? [Any], let first = list.first else { return replaced }
        // Of a list the first stands for all.
        let inner = variants(of: first, at: "\(path)[0]").map { ($0, [$1] + list.dropFirst() as Any) }
        return replaced + [("\(path) is shorter", Array(list.dropFirst()))] + inner
    }
}

/// Holds what is written of a value against each damage of it: it is read as another value or not at all, and whatever
/// was read can be written and used.
private func check<Value: Codable & Equatable>(_ value: Value, _ use: (Value) -> Void = { _ in }) throws {
    let json = Data(try canonical(value))
    #expect(try JSONDecoder().decode(Value.self, from: json) == value)
    for damage in try Damage.all(of: json) {
        guard let read = try? JSONDecoder().decode(Value.self, from: damage.json) else { continue }
        let again = Data(try canonical(read))
        #expect(try JSONDecoder().decode(Value.self, from: again) == read, "\(damage.what)")
        let same = try JSONSerialization.jsonObject(with: json) as? NSDictionary
        let isSame = try JSONSerialization.jsonObject(with: damage.json) as? NSDictionary == same
        #expect((read == value) == isSame, "\(damage.what) makes no difference")
        use(read)
    }
}

@Suite struct `What is kept of exams, damaged in each member,` {
    private static let reading = ClockReading(wall: 1_795_942_346_303, up: 1_694_368, boot: "b")
    private static let hash = String(repeating: "ab", count: 32)

    private static let actions: [ExamEvent.Action] = [
        .show(2), .answer(1, "99601 x1, “ü”/\u{0}"), .change(4, "none"), .flag(0), .unflag(3), .pause, .resume, .rest,
        .clock(-3_600_000), .submit, .timeout, .late(2, "99601", written: 1_200),
        .intervene(Intervention(.extend(300_000), by: "p7", because: "the alarm rang")),
        .intervene(Intervention(.hold, by: "p7", because: "the alarm rang")),
        .intervene(Intervention(.release, by: "p7", because: nil)),
    ]

    @Test(arguments: actions.indices) func `is another event or none`(place: Int) throws {
        try check(ExamEntry(.action(Self.actions[place]), at: Self.reading)) { read in
            guard var attempt = Optional(ExamAttempt(count: 3, minutes: 5, navigation: .free)) else { return }
            let start = ExamEvent(.start, at: ClockReading(wall: 1, up: 1, boot: "b"))
            try? attempt.take(start)
            if let event = read.asEvent { try? attempt.take(event) }
            _ = (attempt.left(at: Self.reading), attempt.elapsed(at: Self.reading), attempt.unanswered)
        }
    }

    /// The forms, contents, results and closed items of a fixed and of an adaptive attempt.
    @Test(arguments: [false, true]) func `is another log or none`(isAdaptive: Bool) throws {
        let room = try ExamRoom()
        let lesson = try isAdaptive ? LessonPack.adaptive.get() : room.lesson
        let exam = try #require(lesson.pack.blueprint(isAdaptive ? "adaptive" : "final"))
        var attempt = try room.takeUp(exam, of: lesson)
        try attempt.begin(
            AllottedTime(
                candidate: "ada", seconds: 1_800, extraTime: "50 %", extraSeconds: 600, reason: "x", breakSeconds: 60))
        while attempt.items.count > attempt.state.answers.count {
            let place = attempt.state.answers.count
            try attempt.answer(place, attempt.items[place].key, thenShowing: isAdaptive ? place + 1 : nil)
        }
        try attempt.handIn()
        let log = ChainedLog<ExamEntry>(try #require(try room.exams.logs.read(.attempt(attempt.name))))
        #expect(log.problems == [])
        var kinds: Set<String> = []
        for entry in log.entries {
            switch entry.event {
            case .form: kinds.insert("form")
            case .start: kinds.insert("start")
            case .give: kinds.insert("give")
            case .contents: kinds.insert("contents")
            case .result: kinds.insert("result")
            case .action: continue
            }
            try check(entry) { read in
                if case .form(let form) = read.event, form.isWithinBounds {
                    _ = (form.count, form.items, form.attemptName)
                }
                if case .result(let result) = read.event { _ = (result.fraction, result.isPassed) }
                if case .start(let allotted?) = read.event { _ = (allotted.isWithinBounds) }
            }
        }
        #expect(
            kinds
                == (isAdaptive
                    ? ["form", "start", "give", "contents", "result"] : ["form", "start", "contents", "result"]))
    }

    private static let register: [RegisterEntry.Event] = [
        .started(nil), .started(.init(person: "p1", pack: "lesson", blueprint: "final", number: 2)), .closed, .amended,
        .voided(.init(by: "Cy", reason: "so")), .erased(.init(by: "Di", reason: "she asked")),
    ]

    @Test(arguments: register.indices) func `is another entry of the register or none`(place: Int) throws {
        let entry = RegisterEntry(
            Self.register[place], of: Self.hash, LogEnd(count: 3, hash: Self.hash), at: Self.reading)
        try check(entry) { read in
            var register = AttemptRegister()
            register.take(read)
            register.take(entry)
            for attempt in register.attempts {
                _ = (attempt.contradictions(LogHashes([Self.hash])), attempt.contradictions(LogHashes(knowing: [])))
                _ = attempt.ended
            }
            _ = register.setBacks
        }
    }

    private static let deeds: [Addendum.Deed] = [
        .credit(item: 2, points: -500_000), .undo(1),
        .regrade(
            RegradeRecord(
                edition: "2026.2", packRevision: "r2", packSHA256: hash, program: "1.0", fractions: [0, 1_000_000],
                items: [RegradedItem(item: 2, rule: .askedOtherwise, before: 0, after: 7)])),
    ]

    @Test(arguments: deeds.indices) func `is another addendum or none`(place: Int) throws {
        let addendum = Addendum(Self.deeds[place], at: Self.reading.moment, by: "Cy", because: "“So”")
        try check(addendum) { read in
            let both = [addendum, read, read]
            _ = (both.areInForce, both.regrade, both.fractions(from: [0, 500_000]), both.problems(items: 2))
        }
    }
}

@Suite struct `Addenda` {
    private func addenda(_ deeds: [Addendum.Deed]) -> [Addendum] {
        deeds.map { Addendum($0, at: Moment(milliseconds: 1), by: "Cy", because: "x") }
    }

    private func regrade(_ fractions: [Int]) -> Addendum.Deed {
        .regrade(RegradeRecord(edition: "2", packRevision: "2", program: "1", fractions: fractions, items: []))
    }

    /// What is undone counts no longer, what undid it and was undone itself does not either, and so on.
    @Test(arguments: [
        ([0], [true]), ([0, 1], [false, true]), ([0, 1, 2], [true, false, true]),
        ([0, 1, 2, 3], [false, true, false, true]),
        ([0, 0, 1, 2], [false, false, true, true]), ([0, 1, 1], [false, true, true]), ([0, 2], [true, true]),
        ([1], [true]), ([0, -3], [true, true]), ([0, .max, .min], [true, true, true]),
    ]) func `are undone from the last on`(undoes: [Int], inForce: [Bool]) {
        let all = addenda(undoes.map { $0 == 0 ? .credit(item: 1, points: 1) : .undo($0) })
        #expect(all.areInForce == inForce)
    }

    @Test func `add up on top of the last score, between nothing and all`() {
        let sealed = [0, 500_000, 1_000_000]
        func fractions(_ deeds: Addendum.Deed...) -> [Int] { addenda(deeds).fractions(from: sealed) }
        #expect(fractions() == sealed)
        #expect(
            fractions(.credit(item: 1, points: 300_000), .credit(item: 1, points: 300_000)) == [
                600_000, 500_000, 1_000_000,
            ])
        #expect(fractions(.credit(item: 2, points: 800_000)) == [0, 1_000_000, 1_000_000])
        #expect(
            fractions(.credit(item: 2, points: 800_000), .credit(item: 2, points: -400_000)) == [
                0, 900_000, 1_000_000,
            ],
            "what was beyond all counts when something is taken")
        #expect(fractions(.credit(item: 3, points: -1_000_000), .undo(1)) == sealed)
        #expect(fractions(regrade([1, 2, 3]), .credit(item: 1, points: 10)) == [11, 2, 3])
        #expect(fractions(.credit(item: 1, points: 10), regrade([1, 2, 3])) == [11, 2, 3], "whatever comes first")
        #expect(fractions(regrade([1, 2, 3]), regrade([4, 5, 6])) == [4, 5, 6])
        #expect(fractions(regrade([1, 2, 3]), regrade([4, 5, 6]), .undo(2)) == [1, 2, 3])
        #expect(fractions(.credit(item: 4, points: 1), .credit(item: 0, points: 1)) == sealed, "there is no such item")
    }

    @Test func `that do not follow from what was before are named`() {
        let good = addenda([.credit(item: 1, points: 1), .credit(item: 3, points: 1), regrade([0, 0, 0]), .undo(3)])
        #expect(good.problems(items: 3) == [])
        for deed in [
            .credit(item: 0, points: 1), .credit(item: 4, points: 1), .undo(0), .undo(2), .undo(.max), .undo(.min),
            regrade([0, 0]), regrade([0, 0, 0, 0]), regrade([]),
        ] as [Addendum.Deed] {
            let all = addenda([.credit(item: 1, points: 1), deed])
            #expect(all.problems(items: 3) == ["addendum 2 does not follow from what was before it"], "\(deed)")
        }
    }
}

@Suite struct `What an attempt comes to` {
    @Test(arguments: [
        ([1_000_000, 0], 50, true), ([1_000_000, 0], 51, false), ([333_333, 333_333, 333_333], 33, true),
        ([333_333, 333_333, 333_333], 34, false), ([1_000_000, 1_000_000, 333_333, 333_333, 333_333], 60, true),
        ([999_999], 100, true), ([999_998], 100, false), ([], 1, false), ([], 0, true), ([0], 0, true),
    ]) func `passes at the mark, and no rounding fails anybody`(fractions: [Int], mark: Int, isPassed: Bool) {
        let result = ResultRecord(fractions, passMark: mark, program: "1")
        #expect(result.isPassed == isPassed)
        #expect((result.fraction == nil) == fractions.isEmpty)
    }

    /// A band promises no more than a test can measure, and never less than what passed.
    @Test(arguments: [
        (1.0, 60, "90 to 100 %"), (0.95, 60, "90 to 100 %"), (0.9, 60, "90 to 100 %"), (0.895, 60, "80 to 89 %"),
        (0.6, 60, "60 to 69 %"), (0.65, 60, "60 to 69 %"), (0.87, 85, "85 to 89 %"), (0.95, 92, "92 to 100 %"),
        (2.999999 / 5, 60, "60 to 69 %"), (0.7499999, 75, "75 to 79 %"), (0.9999999, 100, "100 to 100 %"),
        (0.599, 50, "50 to 59 %"),
    ]) func `is told to ten in a hundred, from the mark on`(fraction: Double, mark: Int, band: String) {
        #expect(scoreBand(of: fraction, passMark: mark) == band)
    }
}

@Suite struct `An anchor of the register` {
    private static let hash = String(repeating: "0f", count: 32)

    @Test(arguments: [(0, "0 \(hash)"), (17, "17 \(hash)"), (.max, "9223372036854775807 \(hash)")])
    func `is read as it is written`(
        count: Int, text: String
    ) {
        let anchor = Anchor(LogEnd(count: count, hash: Self.hash))
        #expect(anchor.text == text && Anchor(text) == anchor && Anchor("\n\t \(text)\r\n") == anchor)
    }

    @Test(arguments: [
        "", "17", "\(hash) 17", "-1 \(hash)", "17 \(hash)0", "17 \(hash.dropLast())", "17 \(hash.uppercased())",
        "17 \(hash) 1", "1.5 \(hash)", "17,\(hash)", "9223372036854775808 \(hash)", "x \(hash)",
    ]) func `is nothing else`(text: String) { #expect(Anchor(text) == nil) }
}

@Suite struct `The name of an attempt` {
    @Test(arguments: [
        "ada", "Ada Lovelace", "ä/../../etc", "", "..", "a\u{0}b", String(repeating: "x", count: 500), "李小龍", "A B",
    ])
    func `can be a file's, and is one person's`(candidate: String) {
        let name = attemptName(of: candidate, at: "final", in: "lesson", number: 2)
        #expect(name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        #expect(name.hasSuffix("-final-2") && name.utf8.count < 80)
        for other in ["ada ", "Ada-Lovelace", "ada lovelace", "a b", "x"] where other != candidate {
            #expect(attemptName(of: other, at: "final", in: "lesson", number: 2) != name)
        }
        #expect(attemptName(of: candidate, at: "final", in: "other", number: 2) != name)
        #expect(attemptName(of: candidate, at: "final", in: "lesson", number: 3) != name)
    }
}
