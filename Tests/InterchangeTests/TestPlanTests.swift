import Content
import PseudoTerminal
import Quiz
import Scoring
import Testing

@testable import Interchange

@Suite struct `A QTI test after a blueprint` {
    private let pack: Pack

    /// A part of the bundled pack, which would make two thousand questions.
    init() throws {
        var pack = try Sample.homeInfusion()
        pack.scenarios = Array(pack.scenarios.prefix(8))
        pack.templates = Array(pack.templates.prefix(1))
        pack.policies = pack.policies.filter { ["started-hour", "cpt-midpoint"].contains($0.id.text) }
        for place in pack.blueprints.indices {
            // What limits there are stands further back in the pack.
            pack.blueprints[place].sections.removeAll { $0.id.text == "limits" }
            for section in pack.blueprints[place].sections.indices {
                pack.blueprints[place].sections[section].count = 2
            }
        }
        self.pack = pack
    }

    private func test(
        _ name: String, fillings: Int = 1
    ) throws -> (blueprint: Blueprint, bank: QuestionBank, plan: TestPlan) {
        let blueprint = try #require(pack.blueprints.first { $0.id.text == name })
        let (bank, plan) = try QuestionBank.test(after: blueprint, of: pack, fillings: fillings, seed: 1)
        return (blueprint, bank, plan)
    }

    private func document(_ bank: QuestionBank, _ plan: TestPlan) -> Element {
        bank.qtiTest(bank.questions.indices.map { "q\($0)" }, plan)
    }

    @Test(arguments: ["certification", "quiz"]) func `has a section for each of the blueprint's`(name: String) throws {
        let (blueprint, bank, plan) = try test(name)
        let root = document(bank, plan)
        let part = try #require(root.first("testPart"))
        let sections = part.all("assessmentSection")
        #expect(sections.map { $0["title"] } == blueprint.sections.map(\.title))
        #expect(sections.map { $0.first("selection")?["select"] } == blueprint.sections.map { "\($0.count)" })
        #expect(sections.allSatisfy { $0.first("ordering")?["shuffle"] == "true" })
        #expect(root.first("timeLimits")?["maxTime"] == "\(blueprint.minutes * 60)")
        let isForward = blueprint.navigation == .forward
        #expect(part["navigationMode"] == (isForward ? "linear" : "nonlinear"))
        #expect(part["submissionMode"] == (isForward ? "individual" : "simultaneous"))
        let marks = try #require(root.first("outcomeDeclaration")?["masteryValue"].flatMap { Double($0) })
        #expect(abs(marks / Double(blueprint.count) - blueprint.passMark.fraction) < 1e-9)
    }

    @Test(arguments: ["certification", "quiz"])
    func `draws on what the blueprint allows, one question of a visit at most`(name: String) throws {
        let (blueprint, bank, plan) = try test(name, fillings: 2)
        #expect(Set(bank.questions.map(\.id)).count == bank.questions.count)
        for (section, planned) in zip(blueprint.sections, plan.sections) {
            #expect(planned.groups.count >= section.count)
            let places = planned.groups.joined()
            #expect(Set(places).count == places.count)
            for place in places {
                let tags = Set(bank.questions[place].tags)
                #expect(!tags.isDisjoint(with: section.kinds.map(\.rawValue)))
                if !section.policies.isEmpty, !tags.contains("term") {
                    #expect(!tags.isDisjoint(with: section.policies.map(\.text)))
                }
            }
            for group in planned.groups {
                let families = group.compactMap { ItemID(bank.questions[$0].id + "@00000000")?.family }
                #expect(Set(families).count == 1 && families.count == group.count)
            }
        }
        // Every question is asked somewhere.
        #expect(Set(plan.sections.flatMap { $0.groups.joined() }) == Set(bank.questions.indices))
        let references = document(bank, plan).references
        #expect(Set(references).count == references.count)
    }

    @Test func `says what it cannot carry, a line each`() throws {
        #expect(
            try test("certification").plan.losses.map(\.description) == [
                "no limit of 3 attempts, 168 hours apart: set it where the test is given",
                "no justification of the pass mark", "no word that the pass mark is provisional",
                "no rule that nobody is certified by a test that is not known to measure well",
                "no rule that keeps one visit out of two sections",
                "no rule that makes every candidate's test equally hard",
            ])
    }

    @Test(
        arguments: [
            (90, "no 90 seconds of grace for answers that were written in time and came in late"),
            (1, "no 1 second of grace for answers that were written in time and came in late"), (0, nil),
        ] as [(Int, String?)]) func `has no grace`(seconds: Int, loss: String?) throws
    {
        try expectLoss(loss, of: "of grace") { $0.grace = seconds }
    }

    @Test(
        arguments: [
            (Blueprint.Results.atOnce, nil), (.never, "no rule that results are never shown"),
            (.afterWindow, "no rule that results are shown once the window is over"),
        ] as [(Blueprint.Results, String?)]) func `knows no time for results`(results: Blueprint.Results, loss: String?)
        throws
    {
        try expectLoss(loss, of: "results are") { $0.results = results }
    }

    @Test func `does not go by the answers before`() throws {
        let loss = "no choice of each item by the answers before: every candidate gets 4 items, not 3 to 9"
        try expectLoss(loss, of: "answers before") {
            $0.sections.removeSubrange(2...)
            $0.adaptive = .init(length: 3...9)
        }
    }

    private func expectLoss(
        _ loss: String?, of words: String, where change: (inout Blueprint) -> Void
    ) throws {
        var blueprint = try #require(pack.blueprint("quiz"))
        change(&blueprint)
        let plan = try QuestionBank.test(after: blueprint, of: pack, fillings: 1, seed: 1).plan
        let found = plan.losses.map(\.description).filter { $0.contains(words) }
        #expect(found == [loss].compactMap(\.self))
    }

    @Test func `cannot be made of too few questions`() throws {
        var blueprint = try #require(pack.blueprint("quiz"))
        blueprint.sections[0].count = 500
        let error = #expect(throws: TestPlanError.self) {
            try QuestionBank.test(after: blueprint, of: pack, fillings: 1, seed: 1)
        }
        #expect(error?.description.hasPrefix("visits needs 500 items, and there are ") == true)
    }
}

extension Element {
    /// The identifiers of all references to items in it.
    fileprivate var references: [String] {
        children.flatMap { $0.name == "assessmentItemRef" ? [$0["identifier"] ?? ""] : $0.references }
    }
}
