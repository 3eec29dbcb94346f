import Content
package import Scoring

/// Which codes, and how many units, does a visit bill under a policy?
package struct ClaimItem: VisitItem {
    package let id: ItemID
    package let situation: Situation

    /// Every visit can be asked about so: one that bills nothing has an empty key.
    package init(_ situation: Situation) {
        self.situation = situation
        id = situation.id(.claim, words: [situation.key.claim.description])
    }

    package var question: String { "which codes, and how many units?" }
    package var key: String { situation.key.claim.description }
    package var keyInWords: String { situation.key.claim.shown }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        Feedback(of: situation.judged.assess(try situation.read(answer)), in: situation.judged, of: situation.pack)
    }

    package func read(_ answer: String) throws(UnreadableAnswer) -> String? {
        try situation.read(answer).datedDescription
    }

    package func response(_ answer: String) -> Response? {
        (try? situation.read(answer)).map(situation.response)
    }

    package func responses(of believers: [Believer]) -> [Response?] {
        situation.responses(of: believers) { Response($0) }
    }
}
