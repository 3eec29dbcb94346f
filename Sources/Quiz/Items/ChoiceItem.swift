import Content
package import Scoring

/// Which of some claims does a visit bill? Each wrong option is what a misconception would bill.
package struct ChoiceItem: VisitItem {
    package let id: ItemID
    package let situation: Situation
    /// The claims to choose from, the key among them.
    package let claims: [Claim]

    /// The most options.
    private static let limit = 4

    /// Nil where misconceptions give fewer than two different wrong claims.
    package init?(_ situation: Situation, seed: UInt64) {
        self.situation = situation
        var generator = SeededGenerator(seed: seed)
        let wrong = situation.judged.differential.singles
        var claims: [Claim] = []
        claims.reserveCapacity(Self.limit)
        for position in generator.order(of: wrong.count) where claims.count < Self.limit - 1 {
            if !claims.contains(where: wrong[position].claim.billsTheSame) { claims.append(wrong[position].claim) }
        }
        guard claims.count >= 2 else { return nil }
        claims.append(situation.key.claim)
        self.claims = generator.order(of: claims.count).map { claims[$0] }
        id = situation.id(.choice, options: self.claims)
    }

    package var question: String { "which claim is right?" }
    package var options: [String] { claims.map { $0.described(beside: claims) } }

    package var key: String {
        claims.firstIndex { $0.billsTheSame(as: situation.key.claim) }.map { String($0 + 1) } ?? ""
    }

    package var keyInWords: String { "\(key), \(situation.key.claim.described(beside: claims))" }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        let assessment = situation.judged.assess(try option(of: answer))
        // Of options there is no half.
        return Feedback(of: assessment, in: situation.judged, of: situation.pack).allOrNothing
    }

    package func read(_ answer: String) throws(UnreadableAnswer) -> String? {
        try option(of: answer).shown(beside: claims)
    }

    /// Reads an option's number or letter, or the claim itself.
    private func option(of answer: String) throws(UnreadableAnswer) -> Claim {
        let word = answer.lowercased().filter { !$0.isWhitespace && !"().".contains($0) }
        if word.count == 1, let byte = word.utf8.first {
            let position = byte >= UInt8(ascii: "a") ? Int(byte) - 0x61 : Int(byte) - 0x31
            if claims.indices.contains(position) { return claims[position] }
        }
        // A short number is that of an option, though 0 alone may say elsewhere that nothing is billed.
        if Int(word) == nil || word.count >= Code.length, let claim = try? situation.read(answer),
            let option = claims.first(where: claim.billsTheSame)
        {
            return option
        }
        throw UnreadableAnswer("expected the number of an option, 1 to \(claims.count)")
    }

    package func response(_ answer: String) -> Response? { (try? option(of: answer)).map { Response($0) } }

    package func responses(of believers: [Believer]) -> [Response?] {
        situation.responses(of: believers) { claims.contains(where: $0.billsTheSame) ? Response($0) : nil }
    }
}

extension Claim {
    /// As an option reads among others.
    fileprivate func described(beside others: [Claim]) -> String {
        isEmpty ? "nothing is billed" : shown(beside: others)
    }
}
