package import Content
import Machine
import Quiz
import Scoring

extension StoredAttempt {
    /// Scores the answers anew under the pack as it is now. Items count as many as before, the pass mark stays the one
    /// that was announced, and what was given or taken by hand comes on top again.
    ///
    /// - Parameter revision: The pack's now.
    /// - Returns: Nil while the attempt is open.
    func regraded(by revision: PackRevision) -> RegradeRecord? {
        guard let sealed else { return nil }
        let payers = Payers(of: revision.pack)
        var fractions = addenda.scored(from: sealed.fractions)
        var items: [RegradedItem] = []
        for (position, text) in form.items.enumerated() {
            let now = ItemID(text).flatMap(payers.itemNow)
            let rule = rule(for: now, at: position)
            let before = fractions[position]
            if rule == .rescored, let now {
                let fraction = state.answers[position].flatMap { try? now.judge($0).fraction } ?? 0
                fractions[position] = Int((fraction * 1_000_000).rounded())
            }
            if rule != .rescored || fractions[position] != before {
                items.append(RegradedItem(item: position + 1, rule: rule, before: before, after: fractions[position]))
            }
        }
        return RegradeRecord(
            edition: revision.pack.edition, packRevision: revision.revision, packSHA256: revision.sha256,
            program: programVersion, fractions: fractions, items: items)
    }

    private func rule(for now: Item?, at position: Int) -> RegradeRule {
        guard let now else { return .gone }
        if let wordings = form.wordings, wordings.indices.contains(position) {
            return wordings[position] == now.wording ? .rescored : .askedOtherwise
        }
        return now.id.description == form.items[position] ? .rescored : .wordsUnknown
    }

    /// Whether it was scored last by this program under this revision of the pack.
    func isScored(under revision: PackRevision) -> Bool {
        let regrade = addenda.regrade
        guard (regrade?.program ?? sealed?.program ?? form.program) == programVersion else { return false }
        if let sha256 = regrade.map(\.packSHA256) ?? form.packSHA256 { return sha256 == revision.sha256 }
        return (regrade?.packRevision ?? form.packRevision) == revision.revision
    }
}

/// What came of scoring attempts anew.
package struct Regrading: Sendable {
    /// The attempts that were scored anew, or would be.
    package internal(set) var amended: [Amended] = []
    /// The attempts that were left alone because of what is wrong with them.
    package internal(set) var refused: [(attempt: StoredAttempt, problem: AttemptAudit.Problem)] = []
}

extension Exams {
    /// Scores attempts anew under the pack as it is now. Those that are open, or were scored under this revision
    /// already, are left alone.
    ///
    /// - Parameters:
    ///   - attempts: Of the pack.
    ///   - revision: The pack's now.
    ///   - person: Who answers for it.
    ///   - reason: Why, as candidates are told.
    ///   - isKept: Whether it is kept; else it is only told what would come of it.
    /// - Returns: What came of it.
    /// - Throws: `ExamError` where it cannot be kept.
    package func regrade(
        _ attempts: [StoredAttempt], under revision: PackRevision, by person: String, because reason: String,
        isKept: Bool
    ) throws(ExamError) -> Regrading {
        var regrading = Regrading()
        for attempt in attempts where attempt.head != nil && !attempt.isScored(under: revision) {
            guard let record = attempt.regraded(by: revision) else { continue }
            if let problem = try audit(attempt.name).problems.first {
                regrading.refused.append((attempt, problem))
                continue
            }
            let after = try amend(attempt, by: person, because: reason, isKept: isKept, .regrade(record))
            regrading.amended.append(Amended(before: attempt, after: after))
        }
        return regrading
    }

    /// The attempts that a word means: those at a blueprint of the pack, or the one of this name.
    ///
    /// - Parameters:
    ///   - word: Nil for all of the pack.
    ///   - pack: The pack.
    ///   - known: The attempts that are there.
    /// - Returns: By candidate and number.
    /// - Throws: `ExamError` where it means none.
    package func attempts(
        named word: String?, of pack: Pack, among known: [StoredAttempt]
    ) throws(ExamError) -> [StoredAttempt] {
        let all = known.filter { $0.form.pack == pack.id.text }
        guard let word else { return all }
        let ofBlueprint = all.filter { $0.form.blueprint == word }
        if pack.blueprint(ID(word)) != nil || !ofBlueprint.isEmpty { return ofBlueprint }
        let name = try named(word)
        let one = all.filter { $0.name == name }
        guard !one.isEmpty else {
            throw ExamError(.unreadable, "\(word) is no attempt of \(pack.id), or damaged", mend: "exam verify tells")
        }
        return one
    }
}
