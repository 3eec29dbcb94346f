package import Content
package import Scoring

/// Is the add-on reportable for a visit, and if not, which circumstance is the first to fail?
package struct CircumstanceItem: VisitItem {
    package let id: ItemID
    package let situation: Situation
    private let addOn: Code
    /// The circumstance that fails first, by its position among the pack's; nil where the add-on is reportable.
    private let failing: Int?

    /// Nil where the pack's main family has no add-on, or the pack has no words for the circumstance that fails.
    package init?(_ situation: Situation) {
        let pack = situation.pack
        let main = pack.codes.families.first { $0.id == pack.codes.mainFamily }
        guard let addOn = main?.further.first?.code, !pack.circumstances.isEmpty else { return nil }
        if let unmet = situation.key.circumstances.firstUnmet {
            guard let position = pack.circumstances.firstIndex(where: { $0.test == unmet }) else { return nil }
            failing = position
        } else {
            failing = nil
        }
        self.situation = situation
        self.addOn = addOn
        id = situation.id(.circumstance, words: [failing.map(String.init) ?? "yes"])
    }

    private var circumstances: [Circumstance] { situation.pack.circumstances }
    package var question: String { "is \(addOn) reportable? If not, which is the first to fail?" }
    package var options: [String] { circumstances.map(\.question) }
    package var skills: Set<Skill> { situation.skills.union([.circumstance]) }
    package var key: String { failing.map { "no, \($0 + 1)" } ?? "yes" }

    package var keyInWords: String { failing.map { "\(key) (\(circumstances[$0].id))" } ?? key }

    package var why: String {
        let verdict =
            failing.map { circumstances[$0].unmet }
            ?? "Every circumstance holds: \(addOn) x\(situation.key.claim.units(of: addOn))."
        return "\(verdict) \(situation.why)"
    }

    package var sources: [String] {
        failing.map { situation.pack.titles(of: circumstances[$0].sources) } ?? situation.sources
    }

    package var hints: [String] {
        ["Ask the questions in their order, and stop at the first that you cannot answer with yes."]
            + situation.texts(of: situation.key.steps.dropLast())
    }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        let chosen = try read(answer)
        if chosen == failing { return .right }
        guard chosen != nil, failing != nil else { return Feedback(verdict: .incorrect, fraction: 0) }
        var feedback = Feedback(verdict: .partial, fraction: 0.5)
        feedback.remark = "Not reportable is right; the reason is another."
        return feedback
    }

    package func response(_ answer: String) -> Response? {
        do {
            return Response(try read(answer).map(String.init) ?? "yes")
        } catch {
            return nil
        }
    }

    package func responses(of believers: [Believer]) -> [Response?] {
        let tests = circumstances.map(\.test)
        return situation.judged.firstUnmet(for: believers).map { unmet in
            guard let unmet else { return Response("yes") }
            return tests.firstIndex(of: unmet).map { Response(String($0)) }
        }
    }

    /// Reads `yes` as nil, and `no 5`, `5` or `no` with a circumstance's id as that circumstance's position.
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
            guard circumstances.indices.contains(number - 1) else {
                throw UnreadableAnswer("the numbers run from 1 to \(circumstances.count)")
            }
            return number - 1
        }
        if let position = circumstances.firstIndex(where: { $0.id.text == named[0] }) { return position }
        throw UnreadableAnswer("expected yes, or no and the number of what fails, such as no 2")
    }
}
