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
                "no justification of the pass mark", "no rule that keeps one visit out of two sections",
                "no rule that makes every candidate's test equally hard",
            ])
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
