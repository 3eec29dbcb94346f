import GRDB
package import Learning
package import Scoring

extension SQLiteLearnerStore {
    package func answered(
        by learner: Records.Learner.ID, in pack: String, from start: Moment, to end: Moment
    ) throws(RecordsError) -> Int {
        try read(.reading) { db in
            let sql = """
                SELECT count(*) FROM answer
                WHERE learner = ? AND at >= ? AND at < ? AND undone IS NULL AND verdict <> 'skipped'
                AND (SELECT pack FROM session WHERE id = answer.session) = ?
                """
            let arguments: StatementArguments = [learner.number, start.milliseconds, end.milliseconds, pack]
            return try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
        }
    }
}
