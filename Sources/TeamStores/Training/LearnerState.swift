import Learning
import Scoring

/// One learner's state in one pack, as it is read and written in a transaction.
struct LearnerState {
    let learner: Records.Learner.ID
    let pack: String
    let connection: any SQLConnection

    private var place: [SQLValue] { [.number(of: learner), .text(pack)] }

    /// What follows from the answers.
    func read() throws -> Records.State {
        var state = Records.State()
        // Whoever has no revision has never answered.
        guard let kept = try rows("revision, stale", of: "learning").first else { return state }
        state.revision = try kept.count(0)
        state.isCurrent = try kept.integer(1) == 0
        for row in try rows("name, stability, difficulty, due, last, reviews", of: "memory") {
            state.memory[try row.text(0)] = Records.Memory(
                stability: try row.real(1), difficulty: try row.real(2), due: try row.moment(3),
                last: try row.moment(4), reviews: try row.count(5))
        }
        for row in try rows("name, successes, failures, answers, missed, updated", of: "mastery") {
            state.mastery[try row.text(0)] = Records.Mastery(
                successes: try row.real(1), failures: try row.real(2), answers: try row.count(3),
                missed: try row.count(4), updated: try row.moment(5))
        }
        for row in try rows("name, weight", of: "belief") { state.beliefs[try row.text(0)] = try row.real(1) }
        for row in try rows("name, met, withstood, wait", of: "cure") {
            state.cures[try row.text(0)] = Records.Cure(
                met: try row.count(1), withstood: try row.count(2), wait: try row.count(3))
        }
        return state
    }

    private func rows(_ columns: String, of table: String) throws -> [SQLRow] {
        try connection.run("SELECT \(columns) FROM \(table) WHERE learner = ?1 AND pack = ?2", place)
    }

    /// Keeps others from writing for the learner until the transaction ends.
    ///
    /// - Throws: Where there is no such learner.
    func lock(_ operation: Records.Operation) throws {
        let suffix = connection.dialect == .postgresql ? " FOR NO KEY UPDATE" : ""
        guard
            try !connection.run("SELECT id FROM learner WHERE id = ?1" + suffix, [.number(of: learner)]).isEmpty
        else { throw RecordsError.defect(operation, "there is no learner \(learner)") }
    }

    /// Counts one more change of the answers.
    ///
    /// - Returns: The new revision, where the new state was worked out from the one that is kept; otherwise nil, and the
    ///   state is marked as one that does not follow from all answers.
    func advance(from revision: Int) throws -> Int? {
        let kept = try rows("revision, stale", of: "learning").first
        let last = try kept?.count(0) ?? 0
        let follows = try last == revision && (kept?.integer(1) ?? 0) == 0
        try mark(revision: last + 1, isStale: !follows)
        return follows ? last + 1 : nil
    }

    /// Sets the revision, and whether the state follows from all answers.
    func mark(revision: Int, isStale: Bool) throws {
        try connection.run(
            """
            INSERT INTO learning (learner, pack, revision, stale) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (learner, pack) DO UPDATE SET revision = excluded.revision, stale = excluded.stale
            """, place + [.integer(Int64(revision)), .integer(isStale ? 1 : 0)])
    }

    /// Removes every row.
    func clear() throws {
        for table in ["memory", "mastery", "belief", "cure"] {
            try connection.run("DELETE FROM \(table) WHERE learner = ?1 AND pack = ?2", place)
        }
    }

    /// Writes rows in place of those under the same names.
    func put(_ state: Records.State) throws {
        try put(
            state.memory.map { name, row in
                [
                    .text(name), .real(row.stability), .real(row.difficulty), .integer(row.due.milliseconds),
                    .integer(row.last.milliseconds), .integer(Int64(row.reviews)),
                ]
            }, in: "memory", ["stability", "difficulty", "due", "last", "reviews"])
        try put(
            state.mastery.map { name, row in
                [
                    .text(name), .real(row.successes), .real(row.failures), .integer(Int64(row.answers)),
                    .integer(Int64(row.missed)), .integer(row.updated.milliseconds),
                ]
            }, in: "mastery", ["successes", "failures", "answers", "missed", "updated"])
        try put(state.beliefs.map { name, weight in [.text(name), .real(weight)] }, in: "belief", ["weight"])
        try put(
            state.cures.map { name, row in
                [
                    .text(name), .integer(Int64(row.met)), .integer(Int64(row.withstood)),
                    .integer(Int64(row.wait)),
                ]
            }, in: "cure", ["met", "withstood", "wait"])
    }

    /// How many rows one statement writes: a beliefs' worth of statements would be a beliefs' worth of ways to a server.
    private static let together = 16

    private func put(_ rows: [[SQLValue]], in table: String, _ columns: [String]) throws {
        let whole = rows.count / Self.together * Self.together
        for start in stride(from: 0, to: whole, by: Self.together) {
            try write(rows[start..<start + Self.together], in: table, columns)
        }
        for place in whole..<rows.count { try write(rows[place...place], in: table, columns) }
    }

    private func write(_ rows: ArraySlice<[SQLValue]>, in table: String, _ columns: [String]) throws {
        let width = columns.count + 1
        let places = rows.indices.map { row in
            let first = (row - rows.startIndex) * width + 3
            return "(?1, ?2, \((first..<first + width).map { "?\($0)" }.joined(separator: ", ")))"
        }
        try connection.run(
            """
            INSERT INTO \(table) (learner, pack, name, \(columns.joined(separator: ", ")))
            VALUES \(places.joined(separator: ", "))
            ON CONFLICT (learner, pack, name) DO UPDATE SET
            \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """, place + rows.joined())
    }
}
