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
    /// response to everything, come from the positions of the forms: each section of a blueprint has so many positions, and
    /// whatever stands in one was drawn for it by the same rule, as items are nested in the places of randomly parallel
    /// tests (Lord and Novick, "Statistical Theories of Mental Test Scores", 1968, chapter 11). Differences of difficulty
    /// between what stands in one position then count as error, so that the figures are rather too low than too high; where
    /// everybody had the same form they are those of the classical formulas. There are none while forms differ in length.
    ///
    /// - Parameters:
    ///   - forms: One of each candidate.
    ///   - passMark: The least share of the full score that passes, from 0 to 1.
    ///   - areDrawn: Whether positions were drawn by one rule; else items followed from answers, and position is not held against
    ///     position.
    package init(of forms: [ScoredForm], passMark: Double, areDrawn: Bool = true) {
        self.init(of: ResponseTable(forms), positions: areDrawn ? .positions(of: forms) : nil, passMark: passMark)
    }
}

extension ResponseMatrix {
    /// A column for each position of a form; nil where they are not of one length.
    fileprivate static func positions(of forms: [ScoredForm]) -> ResponseMatrix? {
        let columns = (forms.first?.responses ?? []).indices.map { Column(name: "\($0 + 1)", family: "\($0 + 1)") }
        return ResponseMatrix(columns: columns, rows: forms.map { $0.responses.map(\.response) })
    }
}
