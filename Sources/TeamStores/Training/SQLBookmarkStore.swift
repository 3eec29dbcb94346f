package import Scoring
package import Team

/// Bookmarks in a database.
package struct SQLBookmarkStore: BookmarkStore {
    private let database: any SQLDatabase

    init(_ database: any SQLDatabase) { self.database = database }

    /// How long whoever took a bookmark up may hold it, in milliseconds: a node that is gone holds none for longer.
    private static let held: Int64 = 10_000

    package func bookmark(of person: Person.ID, in place: String) throws(TeamError) -> Bookmark? {
        try inTeamTerms {
            try database.read { connection in
                try connection.run(
                    "SELECT text, revision FROM bookmark WHERE person = ?1 AND place = ?2",
                    [.text(person.text), .text(place)]
                ).first.map { Bookmark(try $0.text(0), revision: try $0.integer(1)) }
            }
        }
    }

    package func take(
        _ revision: Int64, of person: Person.ID, in place: String, at moment: Moment
    ) throws(TeamError) -> Bool {
        try changes(
            """
            UPDATE bookmark SET taken = ?4
            WHERE person = ?1 AND place = ?2 AND revision = ?3 AND taken <= ?5 RETURNING revision
            """,
            [
                .text(person.text), .text(place), .integer(revision), .integer(moment.milliseconds),
                .integer(moment.milliseconds - Self.held),
            ])
    }

    package func put(
        _ text: String, after revision: Int64?, of person: Person.ID, in place: String
    ) throws(TeamError) -> Bool {
        guard let revision else {
            return try changes(
                """
                INSERT INTO bookmark (person, place, revision, text, taken) VALUES (?1, ?2, 1, ?3, 0)
                ON CONFLICT (person, place) DO NOTHING RETURNING revision
                """, [.text(person.text), .text(place), .text(text)])
        }
        return try changes(
            """
            UPDATE bookmark SET text = ?4, revision = revision + 1, taken = 0
            WHERE person = ?1 AND place = ?2 AND revision = ?3 RETURNING revision
            """, [.text(person.text), .text(place), .integer(revision), .text(text)])
    }

    package func remove(of person: Person.ID, in place: String) throws(TeamError) {
        _ = try changes(
            "DELETE FROM bookmark WHERE person = ?1 AND place = ?2 RETURNING revision",
            [.text(person.text), .text(place)])
    }

    /// Whether a statement changes a row.
    private func changes(_ sql: String, _ values: [SQLValue]) throws(TeamError) -> Bool {
        try inTeamTerms { try database.write { try !$0.run(sql, values).isEmpty } }
    }
}
