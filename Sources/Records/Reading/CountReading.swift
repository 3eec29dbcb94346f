internal import GRDB

extension Records {
    /// How a learner's answers, in one pack or all, came out on each of some days; those undone do not count.
    ///
    /// What a day is depends on the learner's time zone, which the caller knows: `days` holds the beginning of each,
    /// in ascending order, and the end of the last. So there is one count fewer.
    package func counts(
        of learner: RowID<Learner>, in pack: String? = nil, by days: [Moment]
    ) throws(RecordsError) -> [Counts] {
        var counts = Array(repeating: Counts(), count: max(days.count - 1, 0))
        try forEachOutcome(of: learner, in: pack, by: days) { day, verdict, _ in
            counts[day].add(verdict)
        }
        return counts
    }

    /// The same for each skill that was exercised on one of the days.
    package func countsBySkill(
        of learner: RowID<Learner>, in pack: String? = nil, by days: [Moment]
    ) throws(RecordsError) -> [String: [Counts]] {
        let none = Array(repeating: Counts(), count: max(days.count - 1, 0))
        var counts: [String: [Counts]] = [:]
        try forEachOutcome(of: learner, in: pack, by: days) { day, verdict, skills in
            for skill in IDList.ids(skills) { counts[skill, default: none][day].add(verdict) }
        }
        return counts
    }

    private func forEachOutcome(
        of learner: RowID<Learner>, in pack: String?, by days: [Moment],
        _ body: (_ day: Int, _ verdict: Verdict, _ skills: String) -> Void
    ) throws(RecordsError) {
        guard let first = days.first, let last = days.last else { return }
        try read(.reading) { db in
            let sql = """
                SELECT at, verdict, skills FROM answer
                WHERE learner = ?1 AND at >= ?2 AND at < ?3 AND undone IS NULL
                AND (?4 IS NULL OR (SELECT pack FROM session WHERE id = answer.session) = ?4)
                """
            let rows = try Row.fetchCursor(
                db, sql: sql, arguments: [learner.number, first.milliseconds, last.milliseconds, pack])
            while let row = try rows.next() {
                let moment = try row.moment(0)
                body(Self.day(of: moment, in: days), try row.verdict(1), try row.decode(atIndex: 2))
            }
        }
    }

    /// The day that a moment falls in: the last whose beginning is not after it.
    private static func day(of moment: Moment, in days: [Moment]) -> Int {
        var range = days.indices
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            range = days[middle] <= moment ? middle..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}
