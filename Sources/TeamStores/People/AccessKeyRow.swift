import Scoring
import Team

extension AccessKey {
    static let columns =
        "access_key.id, access_key.digest, access_key.person, access_key.name, access_key.scopes, access_key.since, "
        + "access_key.expires"

    /// Reads a key of a row in which `columns` begin at a position.
    init(_ row: SQLRow, from first: Int) throws {
        self.init(
            id: try row.text(first), digest: Token.Digest(try row.text(first + 1)),
            person: Person.ID(try row.text(first + 2)), name: try row.text(first + 3),
            scopes: Set(text: try row.text(first + 4)), since: Moment(milliseconds: try row.integer(first + 5)),
            expires: Moment(milliseconds: try row.integer(first + 6)))
    }
}

extension SQLConnection {
    func keep(_ key: AccessKey) throws {
        try run(
            "INSERT INTO access_key (id, digest, person, name, scopes, since, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            [
                .text(key.id), .text(key.digest.text), .text(key.person.text), .text(key.name), .text(key.scopes.text),
                .integer(key.since.milliseconds), .integer(key.expires.milliseconds),
            ])
    }
}
