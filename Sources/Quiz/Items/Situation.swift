package import Content
package import Scoring

/// A visit told in words under one policy, with its key and what each misconception would make of it: what every item
/// about a visit is made from. It never changes, so that all who ask about the visit can share it.
package final class Situation: Sendable {
    /// What an identity calls the visit.
    package let subject: ItemID.Subject
    /// The visit's name, which an item may show.
    package let heading: String
    /// The facts in words.
    package let telling: String
    /// The papers that tell the facts; none where they are told in words.
    package let sheets: [Sheet]
    /// The facts under the payer's rules, with the key and what each belief would bill.
    package let judged: Case
    /// Who pays, and by which policy.
    package let payer: Payer
    /// Where it is written, besides where its policy is.
    private let ownSources: [String]

    /// One of the pack's scenarios.
    package convenience init(_ scenario: Scenario, under payer: Payer) {
        self.init(
            .scenario(scenario.id), heading: scenario.id.text, telling: scenario.stem, of: scenario.encounter,
            under: payer, sources: scenario.sources)
    }

    /// The scenario in another register; nil where it is not written in that one.
    package convenience init?(_ scenario: Scenario, as register: Register, under payer: Payer) {
        guard register == .chart else {
            guard register == .plain else { return nil }
            self.init(scenario, under: payer)
            return
        }
        var writer = ChartWriter(of: scenario.encounter, in: payer.pack, seed: FNV1a(scenario.id.text).value)
        guard let sheets = writer.sheets() else { return nil }
        self.init(
            .papers(of: scenario.id), heading: scenario.id.text, telling: "", in: sheets, of: scenario.encounter,
            under: payer, sources: scenario.sources)
    }

    /// A visit that one of the pack's templates makes; nil where it cannot be filled, or is not told so.
    package convenience init?(
        _ template: borrowing Template, seed: UInt64, as register: Register = .plain, under payer: Payer
    ) {
        guard let filling = template.fill(from: payer.pack.wordLists, seed: seed, as: register) else { return nil }
        var sheets: [Sheet] = []
        if register == .chart {
            var writer = ChartWriter(of: filling.encounter, in: payer.pack, seed: seed)
            guard let written = writer.sheets() else { return nil }
            sheets = written
        }
        self.init(
            .template(template.id, seed: seed, register), heading: template.id.text, telling: filling.telling,
            in: sheets, of: filling.encounter, under: payer, sources: template.sources)
    }

    private init(
        _ subject: ItemID.Subject, heading: String, telling: String, in sheets: [Sheet] = [], of encounter: Encounter,
        under payer: Payer, sources: [String]
    ) {
        self.subject = subject
        self.heading = heading
        self.sheets = sheets
        self.telling = sheets.isEmpty ? telling : sheets.map(\.words).joined(separator: "\n")
        self.payer = payer
        ownSources = sources
        judged = Case(encounter, among: payer.beliefs)
    }

    /// The facts.
    package var encounter: Encounter { judged.encounter }
    /// Where the visit comes from.
    package var pack: Pack { payer.pack }
    /// How the payer counts.
    package var policy: Policy { payer.policy }
    /// What the facts and the policy call for.
    package var key: Key { judged.key }
    /// The facts and the payer's rule, a paragraph each.
    package var stem: [String] { (sheets.isEmpty ? [telling] : sheets.map(\.words)) + [policy.statement] }
    /// The skills that the steps to the key take.
    package var skills: Set<Skill> { Set(key.steps.compactMap(\.skill)) }
    /// The steps to the key, one after the other.
    package var why: String { pack.why(key) }
    /// Titles of where the payer's policy and the visit are written.
    package var sources: [String] {
        pack.titles(of: policy.sources + ownSources.filter { !policy.sources.contains($0) })
    }

    /// The identity of an item about this visit; its revision stands for the telling, the policy's statement, these
    /// words and the options of an edit choice.
    func id(_ kind: ItemKind, words: [String], choice: EditChoice? = nil) -> ItemID {
        id(kind) { print in
            print.add(words)
            if let choice { choice.add(to: &print) }
        }
    }

    /// The same for an item whose options are some claims.
    func id(_ kind: ItemKind, options claims: [Claim]) -> ItemID {
        id(kind) { print in
            var text = TextBuilder(capacity: 64)
            for claim in claims {
                text.removeAll()
                claim.write(beside: claims, to: &text)
                print.add(text)
            }
        }
    }

    /// The identity of an item whose words are the visit, the policy and what the item adds to them.
    private func id(_ kind: ItemKind, adding words: (inout Fingerprint) -> Void) -> ItemID {
        var print = Fingerprint()
        print.add(telling)
        print.add(payer.statement)
        words(&print)
        return ItemID(kind, of: subject, under: payer.policy.id, in: payer.pack.id, words: print)
    }

    /// The claim that an answer states.
    func read(_ answer: String) throws(UnreadableAnswer) -> Claim {
        do {
            return try parseAnswer(answer, known: pack.codes.vocabulary)
        } catch {
            throw UnreadableAnswer(error)
        }
    }

    /// What an answer comes to: one that names no days stands for the key, or for what a belief leads to, whose lines
    /// have them.
    func response(_ claim: Claim) -> Response {
        guard key.claim.lines.contains(where: { $0.dates != nil }) else { return Response(claim) }
        if claim.billsTheSame(as: key.claim) { return Response(key.claim) }
        return Response(judged.differential.explain(claim).first?.claim ?? claim)
    }

    /// A claim beside the key, as it is shown: with its days where these alone tell the two apart.
    func shown(_ claim: Claim) -> String { claim.shown(beside: CollectionOfOne(key.claim)) }

    /// What some believers answer, where each answers by the claim that they would bill.
    func responses(of believers: [Believer], by response: (Claim) -> Response?) -> [Response?] {
        let (claims, indices) = judged.claims(of: believers)
        let responses = claims.map(response)
        return indices.map { responses[$0] }
    }

    /// The steps to the key as hints: first all that read the clock, then the others one by one, without the last, and
    /// without those by which every line of the key would be told.
    var hints: [String] {
        let clock = key.steps.filter(\.readsClock)
        var rest = texts(of: key.steps.filter { !$0.readsClock }).dropLast()
        while !rest.isEmpty, tellsKey(rest) { rest.removeLast() }
        return ([clock.text(by: pack.wording)] + rest).filter { !$0.isEmpty }
    }

    /// Steps in words.
    func texts(of steps: some Sequence<Step>) -> [String] {
        let wording = pack.wording
        return steps.map { $0.text(by: wording) }
    }

    private func tellsKey(_ hints: some Sequence<String>) -> Bool {
        let told = hints.joined(separator: " ")
        return !key.claim.isEmpty && key.claim.lines.allSatisfy { told.contains($0.description) }
    }
}
