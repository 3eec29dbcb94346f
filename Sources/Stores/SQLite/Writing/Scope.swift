import GRDB
import Learning
import Scoring

/// One learner's state in one pack, as it is written.
struct Scope {
    let learner: Records.Learner.ID
    let pack: String

    /// Counts one more change of the answers.
    ///
    /// - Returns: the new revision, where the new state was worked out from the one that is kept; otherwise nil, and
    ///   the state is marked as one that does not follow from all answers.
    func advance(from revision: Int, _ db: Database) throws -> Int? {
        let next = try db.cachedStatement(
            sql: """
                UPDATE state SET revision = revision + 1 WHERE learner = ? AND pack = ? AND revision = ? AND stale = 0
                """)
        try next.execute(arguments: [learner.number, pack, revision])
        if db.changesCount == 1 { return revision + 1 }
        let find = try db.cachedStatement(sql: "SELECT revision FROM state WHERE learner = ? AND pack = ?")
        let kept: Int? = try Row.fetchOne(find, arguments: [learner.number, pack])?.decode(atIndex: 0)
        let follows = kept == nil && revision == 0
        try mark(revision: (kept ?? 0) + 1, isStale: !follows, db)
        return follows ? 1 : nil
    }

    /// Sets the revision, and whether the state follows from all answers.
    func mark(revision: Int, isStale: Bool, _ db: Database) throws {
        let put = try db.cachedStatement(
            sql: """
                INSERT INTO state (learner, pack, revision, stale) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET revision = excluded.revision, stale = excluded.stale
                """)
        try put.execute(arguments: [learner.number, pack, revision, isStale])
    }

    /// Writes rows in place of those under the same names.
    func put(_ state: Records.State, _ db: Database) throws {
        try put(state.memory, db)
        try put(state.mastery, db)
        try put(state.beliefs, db)
        try put(state.cures, db)
    }

    /// Removes every row.
    func clear(_ db: Database) throws {
        for table in ["memory", "mastery", "belief", "cure"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE learner = ? AND pack = ?")
                .execute(arguments: [learner.number, pack])
        }
    }

    private func put(_ memory: [String: Records.Memory], _ db: Database) throws {
        guard !memory.isEmpty else { return }
        let put = try db.cachedStatement(
            sql: """
                INSERT INTO memory (learner, pack, item, stability, difficulty, due, last, reviews)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET stability = excluded.stability, difficulty = excluded.difficulty,
                due = excluded.due, last = excluded.last, reviews = excluded.reviews
                """)
        for (item, row) in memory {
            try put.execute(arguments: [
                learner.number, pack, item, row.stability, row.difficulty, row.due.milliseconds, row.last.milliseconds,
                row.reviews,
            ])
        }
    }

    private func put(_ mastery: [String: Records.Mastery], _ db: Database) throws {
        guard !mastery.isEmpty else { return }
        let put = try db.cachedStatement(
            sql: """
                INSERT INTO mastery (learner, pack, skill, successes, failures, answers, missed, updated)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET successes = excluded.successes, failures = excluded.failures,
                answers = excluded.answers, missed = excluded.missed, updated = excluded.updated
                """)
        for (skill, row) in mastery {
            try put.execute(arguments: [
                learner.number, pack, skill, row.successes, row.failures, row.answers, row.missed,
                row.updated.milliseconds,
            ])
        }
    }

    private func put(_ cures: [String: Records.Cure], _ db: Database) throws {
        guard !cures.isEmpty else { return }
        let put = try db.cachedStatement(
            sql: """
                INSERT INTO cure (learner, pack, misconception, met, withstood, wait) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET met = excluded.met, withstood = excluded.withstood, wait = excluded.wait
                """)
        for (misconception, row) in cures {
            try put.execute(arguments: [learner.number, pack, misconception, row.met, row.withstood, row.wait])
        }
    }

    private func put(_ beliefs: [String: Double], _ db: Database) throws {
        guard !beliefs.isEmpty else { return }
        let put = try db.cachedStatement(
            sql: """
                INSERT INTO belief (learner, pack, hypothesis, weight) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET weight = excluded.weight
                """)
        for (hypothesis, weight) in beliefs {
            try put.execute(arguments: [learner.number, pack, hypothesis, weight])
        }
    }
}
