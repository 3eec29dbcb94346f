package import Content
package import Scoring

/// A claim as billed: is it to be paid, and if not, which edit does it fail and what should have been billed?
package struct AuditItem: VisitItem {
    package let id: ItemID
    package let situation: Situation
    /// The claim that is under audit.
    package let billed: Claim
    private let failing: [Edit.Name]
    let choice: EditChoice

    /// Nil where there is nothing to audit: the visit bills nothing, and no misconception would have it billed.
    package init?(_ situation: Situation, seed: UInt64) {
        self.situation = situation
        var generator = SeededGenerator(seed: seed)
        let isWrong = generator.below(3) > 0 || situation.key.claim.isEmpty
        if isWrong {
            guard let mistake = Mistake(in: situation, with: &generator) else { return nil }
            billed = mistake.billed
            failing = mistake.edits
        } else {
            billed = situation.key.claim
            failing = []
        }
        choice = EditChoice(failing: failing, in: situation, with: &generator)
        id = situation.id(.audit, words: [situation.shown(billed)], choice: choice)
    }

    package var question: String { "pay as billed, or which edit fails, and what should be billed?" }
    package var stem: [String] { situation.stem + ["Billed: \(situation.shown(billed))"] }
    package var options: [String] { choice.options }
    package var skills: Set<Skill> { situation.skills.union([.audit]) }

    package var key: String {
        guard let edit = failing.first, let position = choice.edits.firstIndex(of: edit) else { return "pay" }
        return "\(position + 1), \(situation.key.claim)"
    }

    package var keyInWords: String { choice.inWords(failing, claim: situation.key.claim) ?? key }

    package var why: String {
        failing.isEmpty ? "The claim is what the facts call for. \(situation.why)" : situation.why
    }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        if answer.saysPay { return failing.isEmpty ? .right : Feedback(verdict: .incorrect, fraction: 0) }
        let correction = try correction(in: answer)
        guard !failing.isEmpty else {
            var feedback = Feedback(verdict: .incorrect, fraction: 0)
            feedback.remark = "Nothing is wrong with the claim."
            return feedback
        }
        return Feedback(of: correction, failing: failing, in: situation)
    }

    package func read(_ answer: String) throws(UnreadableAnswer) -> String? {
        answer.saysPay ? "pay" : try correction(in: answer).description(among: choice)
    }

    /// An answer may begin with the word deny, which its number says already.
    private func correction(in answer: String) throws(UnreadableAnswer) -> Correction {
        try Correction(answer, after: "deny", among: choice, of: situation)
    }

    package func response(_ answer: String) -> Response? { Response(answer.saysPay ? "pay" : "deny") }

    package func responses(of believers: [Believer]) -> [Response?] {
        situation.responses(of: believers) { Response($0.billsTheSame(as: billed) ? "pay" : "deny") }
    }
}

extension String {
    fileprivate var saysPay: Bool {
        ["pay", "paid", "pay as billed", "p"].contains(lowercased().filter { $0.isLetter || $0 == " " })
    }
}
