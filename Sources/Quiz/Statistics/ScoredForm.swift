/// One candidate's form with what was made of it, as statistics see it.
package struct ScoredForm: Sendable, Equatable {
    /// In the order of the form; an item that was left out is a response of fraction 0.
    package let responses: [Entry]

    /// A response, and the item that it is to.
    package struct Entry: Sendable, Equatable {
        /// The item; where it is drawn afresh for each candidate, what it was made from and what kind it is.
        package let item: String
        /// What it was made from.
        package let family: String
        /// What the candidate answered, and how far it was right.
        package let response: ScoredResponse

        package init(item: String, family: String, response: ScoredResponse) {
            self.item = item
            self.family = family
            self.response = response
        }
    }

    /// The responses of one candidate, in the order of the form.
    package init(_ responses: [Entry]) { self.responses = responses }
}

extension TestStatistics {
    /// The statistics of an exam in which each candidate had a form of their own.
    ///
    /// Figures of items and families come from whoever got them. Reliability and consistency, which need everybody's
    /// response to everything, come from forms side by side: an item that everybody had is held against itself, and the
    /// others place against place, which makes the figures a lower bound. Where everybody had the same items they are
    /// those of the classical formulas, in whatever order the items came. There are none while forms differ in length.
    ///
    /// - Parameters:
    ///   - forms: One of each candidate.
    ///   - passMark: The least share of the full score that passes, from 0 to 1.
    ///   - areDrawn: Whether items were drawn by one rule; else they followed from answers. Then scores are no shares of
    ///     one test, and how many are right tells nothing of an item: there are only counts, beliefs and times.
    package init(of forms: [ScoredForm], passMark: Double, areDrawn: Bool = true) {
        let table = ResponseTable(forms)
        self.init(of: table, aligned: areDrawn ? AlignedForms(table) : nil, passMark: passMark, areJudged: areDrawn)
    }
}

extension Reliability {
    /// The reliability of an exam in which each candidate had a form of their own, as `TestStatistics` has it.
    package init?(of forms: [ScoredForm]) {
        guard let aligned = AlignedForms(ResponseTable(forms)) else { return nil }
        self.init(of: aligned)
    }
}
