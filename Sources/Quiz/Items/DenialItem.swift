package import Content
package import Scoring

/// A claim came back with a reason code: what went wrong, and what should be billed instead?
package struct DenialItem: VisitItem {
    package let id: ItemID
    package let situation: Situation
    /// What was billed, and what the payer objects to.
    package let mistake: Mistake
    let choice: EditChoice

    /// Nil where no misconception makes a claim that a payer would send back.
    package init?(_ situation: Situation, seed: UInt64) {
        self.situation = situation
        var generator = SeededGenerator(seed: seed)
        guard let mistake = Mistake(in: situation, with: &generator) else { return nil }
        self.mistake = mistake
        choice = EditChoice(failing: mistake.edits, in: situation, with: &generator)
        // Numbers as they were sent from the first are not part of the identity.
        let corrected = mistake.findings.compactMap(\.denial).filter(\.isCorrected).map(\.description)
        id = situation.id(.denial, words: [situation.shown(mistake.billed)] + corrected, choice: choice)
    }

    package var question: String { "what went wrong, and what should be billed instead?" }
    package var options: [String] { choice.options }
    package var skills: Set<Skill> { situation.skills.union([.denial]) }
    package var why: String {
        let wording = situation.pack.wording
        return mistake.findings.map { $0.message(by: wording) }.joined(separator: " ") + " " + situation.why
    }

    /// Among papers the payer's answer is one as well.
    package var sheets: [Sheet] {
        guard !situation.sheets.isEmpty else { return [] }
        return situation.sheets + [Sheet(remitting: mistake, of: situation, seed: UInt64(id.revision))]
    }

    package var stem: [String] {
        if !situation.sheets.isEmpty { return sheets.map(\.words) + [situation.policy.statement] }
        let back = mistake.findings.map { finding in "\(finding.code): \(finding.denial?.description ?? "")" }
        return situation.stem + [
            "Billed: \(situation.shown(mistake.billed)). Back from the payer: \(back.joined(separator: "; "))"
        ]
    }

    package var key: String {
        let position = choice.edits.firstIndex { mistake.edits.contains($0) } ?? 0
        return "\(position + 1), \(situation.key.claim)"
    }

    package var keyInWords: String { choice.inWords(mistake.edits, claim: situation.key.claim) ?? key }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        let correction = try Correction(answer, among: choice, of: situation)
        return Feedback(of: correction, failing: mistake.edits, in: situation)
    }

    package func read(_ answer: String) throws(UnreadableAnswer) -> String? {
        try Correction(answer, among: choice, of: situation).description(among: choice)
    }

    package func response(_ answer: String) -> Response? {
        (try? Correction(answer, among: choice, of: situation)).map { situation.response($0.claim) }
    }

    /// Whoever bills what came back bills something else the second time, and no belief predicts what. The others bill
    /// their own claim.
    package func responses(of believers: [Believer]) -> [Response?] {
        situation.responses(of: believers) { $0.billsTheSame(as: mistake.billed) ? nil : Response($0) }
    }
}
