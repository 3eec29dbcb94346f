package import Content
package import Scoring

/// Is the add-on reportable for a visit, and if not, which circumstance is the first to fail?
package struct CircumstanceItem: Item {
    package let id: ItemID
    private let scenario: Scenario
    private let policy: Policy
    private let addOn: Code
    private let derived: Key
    /// The circumstance that fails first, by its place among the pack's; nil where the add-on is reportable.
    private let failing: Int?
    private let pack: Pack

    /// Nil where the pack's main family has no add-on, or the pack has no words for the circumstance that fails.
    package init?(_ scenario: Scenario, under policy: Policy, in pack: Pack) {
        let main = pack.codes.families.first { $0.id == pack.codes.mainFamily }
        guard let addOn = main?.further.first?.code, !pack.circumstances.isEmpty else { return nil }
        derived = derive(scenario.encounter, under: pack.rules(under: policy))
        if let unmet = derived.circumstances.firstUnmet {
            guard let place = pack.circumstances.firstIndex(where: { $0.test == unmet }) else { return nil }
            failing = place
        } else {
            failing = nil
        }
        id = ItemID(.circumstance, of: scenario.id.text, under: policy.id, in: pack)
        self.scenario = scenario
        self.policy = policy
        self.addOn = addOn
        self.pack = pack
    }

    package var heading: String { scenario.id.text }
    package var question: String { "is \(addOn) reportable? If not, which is the first to fail?" }
    package var stem: [String] { [scenario.stem, policy.statement] }
    package var options: [String] { pack.circumstances.map(\.question) }
    package var skills: Set<Skill> { Set(derived.steps.compactMap(\.skill)).union([.circumstance]) }
    package var key: String { failing.map { "no, \($0 + 1)" } ?? "yes" }

    package var why: String {
        let verdict =
            failing.map { pack.circumstances[$0].unmet }
            ?? "Every circumstance holds: \(addOn) x\(derived.claim.units(of: addOn))."
        return ([verdict] + derived.steps.map(\.text)).joined(separator: " ")
    }

    package var sources: [String] {
        pack.titles(of: failing.map { pack.circumstances[$0].sources } ?? policy.sources)
    }

    package var hints: [String] {
        ["Ask the questions in their order, and stop at the first that you cannot answer with yes."]
            + derived.steps.dropLast().map(\.text)
    }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        let chosen = try read(answer)
        if chosen == failing { return .right }
        guard chosen != nil, failing != nil else { return Feedback(verdict: .incorrect, fraction: 0) }
        var feedback = Feedback(verdict: .partial, fraction: 0.5)
        feedback.remark = "Not reportable is right; the reason is another."
        return feedback
    }

    /// Reads `yes` as nil, and `no 5`, `5` or `no` with a circumstance's id as that circumstance's place.
    private func read(_ answer: String) throws(UnreadableAnswer) -> Int? {
        let words = answer.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
        let named = words.filter { !["no", "n", "not", "because", "of"].contains($0) }
        if named.count == 1, ["yes", "y", "reportable"].contains(named[0]), words.count == 1 { return nil }
        if named.isEmpty, !words.isEmpty {
            throw UnreadableAnswer("which is the first to fail? Answer no and its number, such as no 2")
        }
        guard named.count == 1 else {
            throw UnreadableAnswer("expected yes, or no and the number of what fails, such as no 2")
        }
        if let number = Int(named[0]) {
            guard pack.circumstances.indices.contains(number - 1) else {
                throw UnreadableAnswer("the numbers run from 1 to \(pack.circumstances.count)")
            }
            return number - 1
        }
        if let place = pack.circumstances.firstIndex(where: { $0.id.text == named[0] }) { return place }
        throw UnreadableAnswer("expected yes, or no and the number of what fails, such as no 2")
    }
}
