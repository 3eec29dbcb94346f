import Content
package import Quiz
import Scoring

/// What an attempt's answers are to statistics, as one revision of the pack tells it.
package struct ReadAnswers: Sendable, Equatable {
    /// By whom the answers were read: the revision of the pack, and the build of the program.
    let reader: String
    /// For each position what was asked: what it was made from, and of what kind.
    package let items: [String]
    /// For each position the family.
    package let families: [String]
    /// For each position the belief that explains the answer; nil where there is none.
    package let beliefs: [String?]

    /// Reads a closed attempt's answers.
    init(of attempt: StoredAttempt, by payers: Payers, reader: String) {
        let ids = attempt.form.items.map { ItemID($0) }
        self.reader = reader
        families = ids.map { $0?.family.description ?? "" }
        items = ids.map { $0?.nameInStatistics ?? " " }
        let fractions = attempt.result?.fractions ?? []
        beliefs = ids.enumerated().map { position, id in
            // No belief lies behind what counts as right.
            guard !fractions.indices.contains(position) || fractions[position] < 1_000_000, let id,
                let answer = attempt.state.answers[position], let item = payers.item(id),
                let first = (try? item.judge(answer))?.beliefs.first
            else { return nil }
            return first.ids.map(\.text).joined(separator: " + ")
        }
    }
}

extension Exams {
    /// Who reads answers by a revision of a pack: another one as soon as the program or the pack is.
    func reader(by revision: PackRevision) -> String { "\(revision.sha256) \(build)" }
}

extension ItemID {
    /// What it was made from, and of what kind: the item, where each candidate gets a fresh one.
    fileprivate var nameInStatistics: String { "\(family) \(kind.rawValue)" }
}

extension StoredAttempt {
    /// What statistics of the exam as a whole see of it: what was asked, and how far it was right.
    var scoredForm: ScoredForm {
        ScoredForm(
            zip(form.items, result?.fractions ?? []).compactMap { text, fraction in
                guard let id = ItemID(text) else { return nil }
                return ScoredResponse(fraction: Double(fraction) / 1_000_000).map { response in
                    ScoredForm.Entry(item: id.nameInStatistics, family: id.family.description, response: response)
                }
            })
    }

    /// The same attempt with what its answers are to statistics.
    ///
    /// - Parameter payers: Of the pack as it is now.
    /// - Returns: As it is, where they were read already.
    package func reading(by payers: Payers) -> StoredAttempt {
        readAnswers == nil ? read(as: ReadAnswers(of: self, by: payers, reader: "")) : self
    }
}
