package import Content
package import Scoring

/// A visit told in words under one policy, with its key and what each misconception would make of it: what every item
/// about a visit is made from. It never changes, so that all who ask about the visit can share it.
package final class Situation: Sendable {
    package let subject: ItemID.Subject
    /// The visit's name, which an item may show.
    package let heading: String
    /// The facts in words.
    package let telling: String
    package let judged: Case
    package let pack: Pack
    /// Where it is written, besides where its policy is.
    private let ownSources: [String]

    /// A scenario under one policy.
    ///
    /// - Parameters:
    ///   - scenario: One of the pack's.
    ///   - beliefs: The pack's misconceptions about the rules of the policy.
    ///   - pack: Where it all comes from.
    package convenience init(_ scenario: Scenario, among beliefs: Beliefs, in pack: Pack) {
        self.init(
            .scenario(scenario.id), heading: scenario.id.text, telling: scenario.stem, of: scenario.encounter,
            among: beliefs, sources: scenario.sources, in: pack)
    }

    /// A visit that a template makes; nil where the template cannot be filled, or is not told so.
    package convenience init?(
        _ template: Template, seed: UInt64, as register: Register = .plain, among beliefs: Beliefs, in pack: Pack
    ) {
        guard let filling = pack.fill(template, seed: seed, as: register) else { return nil }
        self.init(
            .template(template.id, seed: seed, register), heading: template.id.text, telling: filling.telling,
            of: filling.encounter, among: beliefs, sources: template.sources, in: pack)
    }

    private init(
        _ subject: ItemID.Subject, heading: String, telling: String, of encounter: Encounter, among beliefs: Beliefs,
        sources: [String], in pack: Pack
    ) {
        self.subject = subject
        self.heading = heading
        self.telling = telling
        self.pack = pack
        ownSources = sources
        judged = Case(encounter, among: beliefs)
    }

    package var encounter: Encounter { judged.encounter }
    package var policy: Policy { judged.basis.beliefs.rules.policy }
    package var key: Key { judged.key }
    /// The facts and the payer's rule, a paragraph each.
    package var stem: [String] { [telling, policy.statement] }
    package var skills: Set<Skill> { Set(key.steps.compactMap(\.skill)) }
    package var why: String { key.steps.map(\.text).joined(separator: " ") }
    package var sources: [String] {
        pack.titles(of: policy.sources + ownSources.filter { !policy.sources.contains($0) })
    }

    func id(_ kind: ItemKind, words: [String]...) -> ItemID {
        ItemID(kind, of: subject, under: policy.id, in: pack.id, words: [stem] + words)
    }

    /// The claim that an answer states.
    func read(_ answer: String) throws(UnreadableAnswer) -> Claim {
        do {
            return try parseAnswer(answer, known: pack.codes.codes)
        } catch {
            throw UnreadableAnswer(error)
        }
    }

    /// What some believers answer, where each answers by the claim that they would bill.
    func responses(of believers: [Beliefs.Held], by response: (Claim) -> Response?) -> [Response?] {
        let (claims, places) = judged.claims(of: believers)
        let responses = claims.map(response)
        return places.map { responses[$0] }
    }

    /// The derivation told step by step, the last step kept back; what the clock says comes first.
    var hints: [String] {
        let clock = key.steps.filter {
            $0.skill.map { [.overlap, .activity, .midnight, .sameDay].contains($0) } ?? true
        }
        let rest = key.steps.filter { !clock.contains($0) }.map(\.text)
        return ([clock.map(\.text).joined(separator: " ")] + rest.dropLast()).filter { !$0.isEmpty }
    }
}
