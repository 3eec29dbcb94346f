package import Team

/// Learning systems and what they told, in a database.
package struct SQLPlatformStore: PlatformStore {
    private let database: any SQLDatabase

    init(_ database: any SQLDatabase) { self.database = database }

    package func platforms() throws(TeamError) -> [Platform] {
        let sql =
            "SELECT id, name, issuer, client, deployments, authorize_at, token_at, keys_at FROM platform ORDER BY name, id"
        return try inTeamTerms {
            try database.read { connection in
                try connection.run(sql, []).map { row in
                    Platform(
                        id: try row.text(0), name: try row.text(1), issuer: try row.text(2), client: try row.text(3),
                        deployments: try row.text(4).split(separator: "\n").map(String.init),
                        authorization: try row.text(5), token: try row.text(6), keys: try row.text(7))
                }
            }
        }
    }

    package func add(_ platform: Platform, noting entry: TrailEntry) throws(TeamError) {
        try inTeamTerms {
            try database.write { connection in
                let added = try connection.run(
                    """
                    INSERT INTO platform (id, name, issuer, client, deployments, authorize_at, token_at, keys_at)
                    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING RETURNING id
                    """,
                    [
                        .text(platform.id), .text(platform.name), .text(platform.issuer), .text(platform.client),
                        .text(platform.deployments.joined(separator: "\n")), .text(platform.authorization),
                        .text(platform.token), .text(platform.keys),
                    ])
                guard !added.isEmpty else {
                    throw TeamError(
                        .taken, "\(platform.issuer) sends people under this client id already",
                        mend: "take that one out first")
                }
                try connection.note([entry])
            }
        }
    }

    package func remove(_ id: String, noting entry: TrailEntry) throws(TeamError) {
        try inTeamTerms {
            try database.write { connection in
                guard try !connection.run("DELETE FROM platform WHERE id = ?1 RETURNING id", [.text(id)]).isEmpty else {
                    throw TeamError(.notFound, "there is no such learning system")
                }
                try connection.note([entry])
            }
        }
    }

    package func courses() throws(TeamError) -> [Course] {
        try inTeamTerms {
            try database.read { connection in
                try connection.run("SELECT platform, id, title, members_at FROM course ORDER BY title, id", []).map {
                    Course(
                        platform: try $0.text(0), id: try $0.text(1), title: try $0.text(2),
                        members: try $0.optionalText(3))
                }
            }
        }
    }

    package func keep(_ course: Course) throws(TeamError) {
        try write(
            """
            INSERT INTO course (platform, id, title, members_at) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (platform, id) DO UPDATE SET title = excluded.title, members_at = excluded.members_at
            """, [.text(course.platform), .text(course.id), .text(course.title), .optional(course.members)])
    }

    package func gradePlace(of person: Person.ID, in exam: String) throws(TeamError) -> GradePlace? {
        let sql = """
            SELECT platform, subject, line_item, line_items, link FROM grade_place WHERE person = ?1 AND exam = ?2
            """
        return try inTeamTerms {
            try database.read { try $0.run(sql, [.text(person.text), .text(exam)]) }.first.map { row in
                GradePlace(
                    platform: try row.text(0), subject: try row.text(1), lineItem: try row.optionalText(2),
                    lineItems: try row.optionalText(3), link: try row.text(4))
            }
        }
    }

    package func keep(_ place: GradePlace, of person: Person.ID, in exam: String) throws(TeamError) {
        try write(
            """
            INSERT INTO grade_place (person, exam, platform, subject, line_item, line_items, link)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (person, exam) DO UPDATE SET platform = excluded.platform, subject = excluded.subject,
                line_item = excluded.line_item, line_items = excluded.line_items, link = excluded.link
            """,
            [
                .text(person.text), .text(exam), .text(place.platform), .text(place.subject),
                .optional(place.lineItem), .optional(place.lineItems), .text(place.link),
            ])
    }

    private func write(_ sql: String, _ values: [SQLValue]) throws(TeamError) {
        _ = try inTeamTerms { try database.write { try $0.run(sql, values) } }
    }
}
