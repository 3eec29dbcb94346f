package import Scoring
import Signatures
package import Team

/// The outbox in a database.
package struct SQLOutboxStore: OutboxStore {
    private let database: any SQLDatabase

    init(_ database: any SQLDatabase) { self.database = database }

    package func takeUp(
        _ kind: Outgoing.Kind, at moment: Moment, until end: Moment
    ) throws(TeamError) -> TakenUp? {
        let isDue: [SQLValue] = [.text(kind.rawValue), .integer(moment.milliseconds)]
        let due = "kind = ?1 AND state = 'waiting' AND due <= ?2"
        return try inTeamTerms {
            // Nobody waits for a writer's turn where nothing is due.
            let isAny = try database.read {
                try !$0.run("SELECT number FROM outbox WHERE \(due) LIMIT 1", isDue).isEmpty
            }
            guard isAny else { return nil }
            return try database.write { connection in
                let holder = randomName()
                let skipping = connection.dialect == .postgresql ? "FOR UPDATE SKIP LOCKED" : ""
                return try connection.run(
                    """
                    UPDATE outbox SET holder = ?3, due = ?4, tries = tries + 1
                    WHERE number = (SELECT number FROM outbox WHERE \(due) ORDER BY due, number LIMIT 1 \(skipping))
                    RETURNING number, subject, body, since, tries
                    """, isDue + [.text(holder), .integer(end.milliseconds)]
                ).first.map { row in
                    let outgoing = Outgoing(
                        kind, about: try row.text(1), try row.text(2),
                        since: Moment(milliseconds: try row.integer(3)))
                    return TakenUp(
                        number: try row.integer(0), outgoing, tries: Int(try row.integer(4)), holder: holder)
                }
            }
        }
    }

    package func carried(_ taken: TakenUp, at moment: Moment) throws(TeamError) -> Bool {
        try changes(
            """
            UPDATE outbox SET state = 'carried', body = '', due = ?3, problem = NULL
            WHERE number = ?1 AND holder = ?2 AND state = 'waiting' RETURNING number
            """, [.integer(taken.number), .text(taken.holder), .integer(moment.milliseconds)])
    }

    package func putBack(_ taken: TakenUp, until moment: Moment?, _ problem: String) throws(TeamError) {
        _ = try changes(
            """
            UPDATE outbox SET state = ?3, due = ?4, problem = ?5, holder = ''
            WHERE number = ?1 AND holder = ?2 AND state = 'waiting' RETURNING number
            """,
            [
                .integer(taken.number), .text(taken.holder), .text(moment == nil ? "given up" : "waiting"),
                .integer(moment?.milliseconds ?? 0), .text(problem),
            ])
    }

    package func waiting(_ count: Int) throws(TeamError) -> [ListedOutgoing] {
        try inTeamTerms {
            try database.read { connection in
                try connection.run(
                    """
                    SELECT number, subject, kind, since, tries, due, state, problem FROM outbox
                    WHERE state <> 'carried' ORDER BY number LIMIT ?1
                    """, [.integer(Int64(count))]
                ).compactMap { row in
                    guard let kind = Outgoing.Kind(rawValue: try row.text(2)) else { return nil }
                    return ListedOutgoing(
                        number: try row.integer(0), subject: try row.text(1), kind: kind,
                        since: Moment(milliseconds: try row.integer(3)), tries: Int(try row.integer(4)),
                        due: try row.text(6) == "waiting" ? Moment(milliseconds: try row.integer(5)) : nil,
                        problem: try row.optionalText(7))
                }
            }
        }
    }

    package func tryAgain(
        _ number: Int64, at moment: Moment, noting entry: TrailEntry
    ) throws(TeamError) -> Bool {
        // It is tried as often again; who holds it now says nothing of it any more.
        try changes(
            """
            UPDATE outbox SET state = 'waiting', due = ?2, tries = 0, holder = ''
            WHERE number = ?1 AND state <> 'carried' RETURNING number
            """, [.integer(number), .integer(moment.milliseconds)], noting: entry)
    }

    package func discard(
        _ number: Int64, at moment: Moment, noting entry: TrailEntry
    ) throws(TeamError) -> Bool {
        try changes(
            """
            UPDATE outbox SET state = 'carried', body = '', due = ?2, holder = ''
            WHERE number = ?1 AND state <> 'carried' RETURNING number
            """, [.integer(number), .integer(moment.milliseconds)], noting: entry)
    }

    /// Whether a statement changes a row; then it is noted in the same transaction.
    private func changes(_ sql: String, _ values: [SQLValue], noting entry: TrailEntry? = nil) throws(TeamError) -> Bool
    {
        try inTeamTerms {
            try database.write { connection in
                guard try !connection.run(sql, values).isEmpty else { return false }
                if let entry { try connection.note([entry]) }
                return true
            }
        }
    }
}

extension SQLConnection {
    /// Puts something in the outbox; of the same subject only the first.
    func send(_ outgoing: Outgoing) throws {
        try run(
            """
            INSERT INTO outbox (subject, kind, body, state, since, due, tries, holder)
            VALUES (?1, ?2, ?3, 'waiting', ?4, ?5, 0, '') ON CONFLICT (subject) DO NOTHING
            """,
            [
                .text(outgoing.subject), .text(outgoing.kind.rawValue), .text(outgoing.body),
                .integer(outgoing.since.milliseconds), .integer(outgoing.due?.milliseconds ?? 0),
            ])
    }
}
