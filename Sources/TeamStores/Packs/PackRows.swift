import Scoring
import Team

extension PackVersion {
    static let columns =
        "id, pack, title, edition, note, put_up_by, put_up_at, reviewed_by, reviewed_at"

    init(_ row: SQLRow) throws {
        var review: Deed?
        if let reviewer = try row.optionalText(7) {
            review = Deed(by: Person.ID(reviewer), at: Moment(milliseconds: try row.integer(8)))
        }
        self.init(
            id: try row.text(0), pack: try row.text(1), title: try row.text(2), edition: try row.text(3),
            note: try row.text(4),
            putUp: Deed(by: Person.ID(try row.text(5)), at: Moment(milliseconds: try row.integer(6))), review: review)
    }
}

extension PackUse {
    static let columns = "pack, version, since, said_by, said_at"

    init(_ row: SQLRow) throws {
        self.init(
            of: try row.optionalText(1), of: try row.text(0), from: Moment(milliseconds: try row.integer(2)),
            said: PackVersion.Deed(by: Person.ID(try row.text(3)), at: Moment(milliseconds: try row.integer(4))))
    }
}

extension SQLConnection {
    func putUp(_ version: PackVersion, _ files: [PackFile]) throws {
        do {
            try run(
                """
                INSERT INTO pack_version (id, pack, title, edition, note, put_up_by, put_up_at)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                """,
                [
                    .text(version.id), .text(version.pack), .text(version.title), .text(version.edition),
                    .text(version.note), .text(version.putUp.by.text), .integer(version.putUp.at.milliseconds),
                ])
        } catch DatabaseFault.conflict { throw TeamError(.taken, "this version is put up already") }
        for file in files {
            try run(
                "INSERT INTO pack_file (version, path, text) VALUES (?1, ?2, ?3)",
                [.text(version.id), .text(file.path), .text(file.text)])
        }
    }

    func review(_ version: String, _ deed: PackVersion.Deed) throws {
        let reviewed = try run(
            """
            UPDATE pack_version SET reviewed_by = ?2, reviewed_at = ?3
            WHERE id = ?1 AND reviewed_by IS NULL RETURNING id
            """, [.text(version), .text(deed.by.text), .integer(deed.at.milliseconds)])
        guard !reviewed.isEmpty else { throw TeamError(.taken, "this version is no draft any more") }
    }

    func turnDown(_ version: String) throws {
        let gone = try run(
            "DELETE FROM pack_version WHERE id = ?1 AND reviewed_by IS NULL RETURNING id", [.text(version)])
        guard !gone.isEmpty else { throw TeamError(.taken, "this version is no draft any more") }
        try run("DELETE FROM pack_file WHERE version = ?1", [.text(version)])
    }

    func keep(_ use: PackUse) throws {
        try run(
            "INSERT INTO pack_use (pack, version, since, said_by, said_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            [
                .text(use.pack), .optional(use.version), .integer(use.from.milliseconds), .text(use.said.by.text),
                .integer(use.said.at.milliseconds),
            ])
    }
}
