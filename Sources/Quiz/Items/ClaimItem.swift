package import Content
package import Scoring

/// Which codes, and how many units, does a visit bill under a policy?
package struct ClaimItem: Item {
    package let id: ItemID
    package let scenario: Scenario
    /// The visit under the item's policy: its key, and what each misconception would make of it.
    package let judged: Case
    private let pack: Pack

    package init(_ scenario: Scenario, under policy: Policy, in pack: Pack) {
        id = ItemID(.claim, of: scenario.id.text, under: policy.id, in: pack)
        self.scenario = scenario
        self.pack = pack
        judged = Case(scenario.encounter, under: pack.rules(under: policy), among: pack.misconceptions)
    }

    package var policy: Policy { judged.rules.policy }
    package var heading: String { scenario.id.text }
    package var question: String { "which codes, and how many units?" }
    package var stem: [String] { [scenario.stem, policy.statement] }
    package var skills: Set<Skill> { Set(judged.key.steps.compactMap(\.skill)) }
    package var key: String { judged.key.claim.description }
    package var why: String { judged.key.steps.map(\.text).joined(separator: " ") }

    package var sources: [String] {
        var ids = policy.sources
        for source in scenario.sources where !ids.contains(source) { ids.append(source) }
        return pack.titles(of: ids)
    }

    package var hints: [String] {
        let steps = judged.key.steps
        let clock = steps.filter { $0.skill == nil || [.overlap, .activity, .midnight, .sameDay].contains($0.skill) }
        let rest = steps.filter { !clock.contains($0) }.map(\.text)
        let told = [clock.map(\.text).joined(separator: " ")] + rest.dropLast()
        return told.filter { !$0.isEmpty }
    }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        do {
            let claim = try parseAnswer(answer, known: pack.codes.definitions.map(\.code))
            return Feedback(of: judged.assess(claim), in: judged, of: pack)
        } catch {
            throw UnreadableAnswer(error)
        }
    }
}
