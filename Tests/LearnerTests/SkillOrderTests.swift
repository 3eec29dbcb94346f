import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `The order of skills` {
    private let pack: Pack
    private let order: SkillOrder
    private let nobody: LearnerModel

    init() throws {
        pack = try visitPack()
        order = SkillOrder(of: pack)
        nobody = LearnerModel(in: try bundledBeliefs())
    }

    private func learner(_ answers: [Skill: [Double]]) -> LearnerModel {
        var model = nobody
        for (skill, fractions) in answers {
            for fraction in fractions {
                model.note(skills: [skill], fraction: fraction, hints: 0, at: Moment(milliseconds: 0))
            }
        }
        return model
    }

    @Test func `goes all the way down`() {
        #expect(order.needs(of: .firstCode).isEmpty)
        #expect(order.needs(of: .part) == [.firstCode, .furtherCode])
        #expect(order.needs(of: .cap) == [.firstCode, .furtherCode, .part])
        #expect(order.missing(for: [.cap, .place], of: nobody) == [.firstCode, .furtherCode, .part])
    }

    @Test(
        arguments: [
            ([], false), ([1], true), ([0], false), ([0, 1], false), ([0, 1, 1], false), ([0, 1, 1, 1], true),
            ([1, 0], false), ([0.5], false), ([1, 1, 0], false), ([1, 1, 1, 1, 0], true), ([0, 0, 0, 0, 0], false),
            ([0, 0, 0, 0, 0, 0], true),
        ] as [([Double], Bool)])
    func `takes a skill for shown`(answers: [Double], isShown: Bool) {
        #expect(learner([.firstCode: answers]).mastery(of: .firstCode).isShown == isShown)
    }

    @Test func `one right answer with a hint shows nothing yet`() {
        var model = nobody
        model.note(skills: [.part], fraction: 1, hints: 1, at: Moment(milliseconds: 0))
        #expect(!model.mastery(of: .part).isShown)
    }

    // MARK: - In sessions

    /// The items of a session, with what the learner had not shown of what each rests on.
    private func session(
        _ count: Int, seed: UInt64, kinds: Set<ItemKind> = [], skills: Set<Skill> = [],
        answering answer: (Item) -> String
    ) throws -> [(item: Item, missing: Set<Skill>, reason: Reason)] {
        var request = PracticeRequest()
        request.count = count
        request.kinds = kinds
        request.skills = skills
        var planner = Planner(of: pack, for: request, in: nobody.beliefs.space, seed: seed)
        var model = nobody
        var asked: [(item: Item, missing: Set<Skill>, reason: Reason)] = []
        while let next = planner.next(for: model, at: Moment(milliseconds: 0), seen: { _ in [] }) {
            asked.append((next.item, order.missing(for: next.item, of: model), next.reason))
            try model.take(answer(next.item), to: next.item)
        }
        return asked
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a beginner is asked for nothing that rests on what they have not shown`(seed: UInt64) throws {
        let asked = try session(12, seed: seed) { $0.mistaken }
        #expect(asked.allSatisfy { $0.missing.isEmpty }, "\(asked.map(\.missing))")
        let first = try #require(asked.first)
        #expect(first.reason == .first)
        #expect(first.item.situation?.policy.caps == Policy.Caps(), "a limit before the first code")
        #expect(first.item.key != pack.example)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `who knows is let past at once`(seed: UInt64) throws {
        let asked = try session(16, seed: seed) { $0.key }
        #expect(asked.allSatisfy { $0.missing.isEmpty })
        let met = asked.prefix(12).reduce(into: Set<Skill>()) { $0.formUnion($1.item.demands) }
        #expect(met.contains(.part) && (met.contains(.cap) || met.contains(.audit) || met.contains(.denial)), "\(met)")
    }

    /// A denial whose options name a limit is no question to somebody who never met one.
    @Test func `the rules that options name are shown before`() throws {
        let all = try bundledPayers().all.flatMap { payer in
            pack.scenarios.compactMap { Situation($0, under: payer).item(.denial) }
        }
        #expect(all.contains { !order.named(in: $0).isEmpty })
        for item in all {
            let named = order.named(in: item)
            #expect(named.contains(.cap) == item.options.contains { $0.hasPrefix("unit-cap: ") }, "\(item.id)")
            #expect(named.contains(.place) == item.options.contains { $0.hasPrefix("place-of-service: ") })
            #expect(order.missing(for: item, of: nobody).isSuperset(of: named))
            let knowing = learner(Dictionary(uniqueKeysWithValues: Skill.allCases.map { ($0, [1]) }))
            #expect(order.missing(for: item, of: knowing).isEmpty)
        }
        var untaught = pack
        untaught.lessons = []
        #expect(all.allSatisfy { SkillOrder(of: untaught).named(in: $0).isEmpty })
    }

    @Test func `papers come once one is no beginner, and are a third of what is practised at mastery`() throws {
        let asked = try session(60, seed: 3) { $0.key }.map(\.item)
        #expect(asked.prefix(3).allSatisfy { $0.sheets.isEmpty })
        let late = asked.suffix(24).filter { $0.kind != .term }
        let papers = late.count { !$0.sheets.isEmpty }
        #expect(3 * papers >= late.count, "\(papers) of \(late.count)")
        #expect(papers < late.count, "words are read as well")
    }

    @Test func `who wishes for a skill is asked for it`() throws {
        let asked = try session(4, seed: 1, skills: [.cap]) { $0.key }
        #expect(asked.count == 4 && asked.allSatisfy { $0.item.skills.contains(.cap) })
        #expect(try session(4, seed: 1, kinds: [.denial]) { $0.key }.allSatisfy { $0.item.kind == .denial })
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `no belief is spoken of before an answer was wrong`(seed: UInt64) throws {
        for (_, _, reason) in try session(20, seed: seed, answering: { $0.key }) {
            switch reason {
            case .tellsApart, .tests: #expect(Bool(false), "\(reason)")
            default: break
            }
        }
    }
}

extension Item {
    /// A wrong answer.
    fileprivate var mistaken: String {
        switch kind {
        case .choice: key == "1" ? "2" : "1"
        case .claim: "99601 x9"
        case .clock: "7"
        case .circumstance: key == "yes" ? "no 1" : "yes"
        case .audit: key == "pay" ? "1, 99601 x9" : "pay"
        case .denial: "1, 99601 x9"
        case .term: "nothing of the kind"
        }
    }
}
