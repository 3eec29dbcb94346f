import Audit
package import Content
import Machine
import Quiz
import Scoring
import Signatures

extension StoredAttempt {
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
        if isKept {
            try checkGrader(person)
            try enterWhatIsMissing(of: attempts)
        }
        var regrading = Regrading()
        var regrader = Regrader(under: revision)
        let due = attempts.filter { $0.head != nil && !$0.isScored(under: revision) }
        for start in stride(from: 0, to: due.count, by: Self.pieceLength) {
            let piece = due[start..<min(start + Self.pieceLength, due.count)]
            let found = try sound(piece, &regrading).compactMap { attempt in
                regrader.record(of: attempt).map {
                    (attempt, Addendum(.regrade($0), at: time.now, by: person, because: reason))
                }
            }
            if isKept { try keep(found) }
            regrading.amended += found.map { Amended(before: $0, after: $0.adding($1)) }
        }
        return regrading
    }

    /// How many attempts are entered in the register in one piece: to enter each by itself takes longer than to score it.
    private static let pieceLength = 100

    /// The attempts with which nothing is wrong.
    private func sound(
        _ attempts: ArraySlice<StoredAttempt>, _ regrading: inout Regrading
    ) throws(ExamError) -> [StoredAttempt] {
        let (keys, register) = (try trustedKeys().map(\.hexadecimal), try register())
        var sound: [StoredAttempt] = []
        for attempt in attempts {
            if try isStillSound(attempt, keys: keys, against: register) {
                sound.append(attempt)
            } else if let problem = try audit(attempt.name, keys: keys, against: register).problems.first {
                regrading.refused.append((attempt, problem))
            } else {
                sound.append(attempt)
            }
        }
        return sound
    }

    /// Whether an attempt was sound, and nobody touched its log since: then it is not held against everything again, which
    /// takes ten times as long. What was added to one is always looked at.
    private func isStillSound(
        _ attempt: StoredAttempt, keys: [String], against register: AttemptRegister
    ) throws(ExamError) -> Bool {
        guard let head = attempt.head, keys.contains(head.key), attempt.addendaEnd == nil, attempt.isSound,
            let digest = attempt.digest, register.problems.isEmpty, let known = register[attempt.id],
            known.problems.isEmpty, known.amended == nil, known.closed?.hash == attempt.end.hash,
            known.started.map({ $0.hash == attempt.begun?.hash }) ?? true
        else { return false }
        return try keeping { () throws(LogError) in
            guard try logs.read(.addenda(attempt.name)) == nil else { return false }
            return try logs.read(.attempt(attempt.name)).map { blake2b($0[...]) == digest } ?? false
        }
    }

    /// Adds to logs, and enters in the register what was added, even where a later one cannot be kept.
    private func keep(_ added: [(attempt: StoredAttempt, addendum: Addendum)]) throws(ExamError) {
        var entries: [RegisterEntry] = []
        do {
            for (attempt, addendum) in added {
                try keep(addendum, of: attempt) {
                    entries.append(RegisterEntry(.amended, of: attempt.id, $0, at: reading))
                }
            }
        } catch {
            try enter(entries)
            throw error
        }
        try enter(entries)
    }

    /// Enters addenda that the register does not have: the program was ended before it entered them.
    private func enterWhatIsMissing(of attempts: [StoredAttempt]) throws(ExamError) {
        let register = try register()
        guard register.problems.isEmpty else { return }
        try enter(
            attempts.compactMap { attempt in
                guard let end = attempt.addendaEnd, register[attempt.id]?.amended?.count ?? 0 < end.count else {
                    return nil
                }
                return RegisterEntry(.amended, of: attempt.id, end, at: reading)
            })
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
