import Audit
package import Scoring
package import Team

/// People and what lets them in, in a database.
package struct SQLTeamStore: TeamStore {
    private let database: any SQLDatabase

    init(_ database: any SQLDatabase) { self.database = database }

    package func apply(_ changes: [TeamChange], noting entries: [TrailEntry]) throws(TeamError) {
        try inTeamTerms {
            try database.write { connection in
                for change in changes { try connection.apply(change) }
                if !entries.isEmpty { try connection.note(entries) }
            }
        }
    }

    package func person(_ id: Person.ID) throws(TeamError) -> Person? {
        try one("SELECT \(Person.columns) FROM person WHERE id = ?1", [.text(id.text)])
    }

    package func person(at address: MailAddress) throws(TeamError) -> Person? {
        try one("SELECT \(Person.columns) FROM person WHERE address = ?1", [.text(address.text)])
    }

    package func person(of identity: Identity) throws(TeamError) -> Person? {
        try one(
            """
            SELECT \(Person.columns) FROM identity JOIN person ON person.id = identity.person
            WHERE identity.issuer = ?1 AND identity.subject = ?2
            """, [.text(identity.issuer), .text(identity.subject)])
    }

    package func identities(of person: Person.ID) throws(TeamError) -> [Identity] {
        try rows("SELECT issuer, subject FROM identity WHERE person = ?1 ORDER BY 1, 2", [.text(person.text)]) {
            Identity(issuer: try $0.text(0), subject: try $0.text(1))
        }
    }

    package func people() throws(TeamError) -> [Person] {
        let people = try rows("SELECT \(Person.columns) FROM person", []) { try Person($0) }
        return people.sorted { ($0.name, $0.id.text) < ($1.name, $1.id.text) }
    }

    package func passwordHash(of person: Person.ID) throws(TeamError) -> String? {
        try rows("SELECT hash FROM credential WHERE person = ?1", [.text(person.text)]) { try $0.text(0) }.first
    }

    package func invitation(_ digest: Token.Digest) throws(TeamError) -> Invitation? {
        try rows("SELECT \(Invitation.columns) FROM invitation WHERE digest = ?1", [.text(digest.text)]) {
            try Invitation($0)
        }.first
    }

    package func invitations() throws(TeamError) -> [Invitation] {
        try rows("SELECT \(Invitation.columns) FROM invitation ORDER BY expires DESC, digest", []) {
            try Invitation($0)
        }
    }

    package func session(_ digest: Token.Digest) throws(TeamError) -> (session: Session, person: Person)? {
        try rows(
            """
            SELECT \(Person.columns), session.person, session.since, session.expires FROM session
            JOIN person ON person.id = session.person WHERE session.digest = ?1
            """, [.text(digest.text)]
        ) { row -> (session: Session, person: Person) in
            let session = Session(
                digest: digest, person: Person.ID(try row.text(6)), since: Moment(milliseconds: try row.integer(7)),
                expires: Moment(milliseconds: try row.integer(8)))
            return (session: session, person: try Person(row))
        }.first
    }

    package func key(_ digest: Token.Digest) throws(TeamError) -> (key: AccessKey, person: Person)? {
        try rows(
            """
            SELECT \(Person.columns), \(AccessKey.columns) FROM access_key
            JOIN person ON person.id = access_key.person WHERE access_key.digest = ?1
            """, [.text(digest.text)]
        ) { row -> (key: AccessKey, person: Person) in (try AccessKey(row, from: 6), try Person(row)) }.first
    }

    package func keys() throws(TeamError) -> [AccessKey] {
        try rows("SELECT \(AccessKey.columns) FROM access_key ORDER BY since DESC, id", []) {
            try AccessKey($0, from: 0)
        }
    }

    package func count(_ key: String, in period: Int64) throws(TeamError) -> Int {
        let sql = """
            INSERT INTO counter (subject, period, number) VALUES (?1, ?2, 1)
            ON CONFLICT (subject) DO UPDATE SET
                number = CASE WHEN counter.period = excluded.period THEN counter.number + 1 ELSE 1 END,
                period = excluded.period
            RETURNING number
            """
        return try inTeamTerms {
            try database.write { try $0.run(sql, [.text(key), .integer(period)]) }.first.map { Int(try $0.integer(0)) }
                ?? 0
        }
    }

    package func counted(_ key: String, in period: Int64) throws(TeamError) -> Int {
        try rows(
            "SELECT number FROM counter WHERE subject = ?1 AND period = ?2", [.text(key), .integer(period)]
        ) { Int(try $0.integer(0)) }.first ?? 0
    }

    package func forgetCount(_ key: String) throws(TeamError) {
        _ = try inTeamTerms {
            try database.write { try $0.run("DELETE FROM counter WHERE subject = ?1", [.text(key)]) }
        }
    }

    package func messages(
        to attempt: String, since moment: Moment, after number: Int64
    ) throws(TeamError) -> [Message] {
        try rows(
            """
            SELECT number, text, at FROM message
            WHERE (attempt = ?1 OR (attempt IS NULL AND at >= ?2)) AND number > ?3 ORDER BY number
            """, [.text(attempt), .integer(moment.milliseconds), .integer(number)]
        ) { row in
            Message(
                number: try row.integer(0), text: try row.text(1), at: Moment(milliseconds: try row.integer(2)))
        }
    }

    package func certificate(_ id: String) throws(TeamError) -> KeptCertificate? {
        try certificates("id = ?1", id).first
    }

    package func certificates(of attempt: String) throws(TeamError) -> [KeptCertificate] {
        try certificates("attempt = ?1", attempt)
    }

    private func certificates(_ condition: String, _ value: String) throws(TeamError) -> [KeptCertificate] {
        try rows("SELECT id, attempt, token FROM certificate WHERE \(condition)", [.text(value)]) { row in
            KeptCertificate(id: try row.text(0), attempt: try row.text(1), token: try row.text(2))
        }
    }

    package func groupLeads() throws(TeamError) -> [GroupLead] {
        try rows("SELECT group_id, person FROM group_lead ORDER BY group_id, person", []) { row in
            GroupLead(of: try row.text(0), Person.ID(try row.text(1)))
        }
    }

    package func packVersions() throws(TeamError) -> [PackVersion] {
        try rows("SELECT \(PackVersion.columns) FROM pack_version ORDER BY number DESC", []) { try PackVersion($0) }
    }

    package func packFiles(of version: String) throws(TeamError) -> [PackFile] {
        try rows("SELECT path, text FROM pack_file WHERE version = ?1", [.text(version)]) { row in
            PackFile(path: try row.text(0), text: try row.text(1))
        }.sorted { $0.path < $1.path }
    }

    package func packUses() throws(TeamError) -> [PackUse] {
        try rows("SELECT \(PackUse.columns) FROM pack_use ORDER BY since, number", []) { try PackUse($0) }
    }

    package func trail(_ count: Int) throws(TeamError) -> [TrailEntry] {
        let lines = try rows(
            "SELECT line FROM log_line WHERE log = ?1 ORDER BY number DESC LIMIT ?2",
            [.text(trailLog), .integer(Int64(count))]
        ) { try $0.text(0) }
        return lines.flatMap { ChainedLog<TrailEntry>(Array("\($0)\n".utf8)).entries }
    }

    package func trailLines() throws(TeamError) -> [String] {
        try rows("SELECT line FROM log_line WHERE log = ?1 ORDER BY number", [.text(trailLog)]) { try $0.text(0) }
    }

    private func one(_ sql: String, _ values: [SQLValue]) throws(TeamError) -> Person? {
        try rows(sql, values) { try Person($0) }.first
    }

    private func rows<Value>(
        _ sql: String, _ values: [SQLValue], _ read: (SQLRow) throws -> Value
    ) throws(TeamError) -> [Value] {
        try inTeamTerms { try database.read { try $0.run(sql, values).map(read) } }
    }
}

/// The name of the trail among the logs.
private let trailLog = "trail"

extension Person {
    fileprivate static let columns =
        "person.id, person.name, person.address, person.roles, person.shut_out, person.since"

    fileprivate init(_ row: SQLRow) throws {
        guard let address = MailAddress(try row.text(2)) else {
            throw DatabaseFault.defect("a person has no mail address")
        }
        self.init(
            id: ID(try row.text(0)), name: try row.text(1), address: address, roles: Set(text: try row.text(3)),
            isShutOut: try row.integer(4) == 1, since: Moment(milliseconds: try row.integer(5)))
    }
}

extension Invitation {
    fileprivate static let columns = "digest, name, address, roles, invited_by, expires"

    fileprivate init(_ row: SQLRow) throws {
        self.init(
            digest: Token.Digest(try row.text(0)), name: try row.text(1),
            address: try row.optionalText(2).flatMap(MailAddress.init), roles: Set(text: try row.text(3)),
            by: try row.optionalText(4).map { Person.ID($0) }, expires: Moment(milliseconds: try row.integer(5)))
    }
}

extension SQLConnection {
    /// Adds entries to the trail, whose end nobody else moves meanwhile.
    func note(_ entries: [TrailEntry]) throws {
        try run(
            "INSERT INTO log (name, count, hash) VALUES (?1, 0, ?2) ON CONFLICT (name) DO NOTHING",
            [.text(trailLog), .text(zeroHash)])
        let lock = dialect == .postgresql ? " FOR UPDATE" : ""
        guard let row = try run("SELECT count, hash FROM log WHERE name = ?1" + lock, [.text(trailLog)]).first else {
            throw DatabaseFault.defect("the trail is gone")
        }
        var chain = Chain<TrailEntry>(LogEnd(count: Int(try row.integer(0)), hash: try row.text(1)))
        for entry in entries {
            let line = try chain.seal(entry)
            try run(
                "INSERT INTO log_line (log, number, line) VALUES (?1, ?2, ?3)",
                [.text(trailLog), .integer(Int64(chain.end.count)), .text(line)])
        }
        try run(
            "UPDATE log SET count = ?2, hash = ?3 WHERE name = ?1",
            [.text(trailLog), .integer(Int64(chain.end.count)), .text(chain.end.hash)])
    }

    fileprivate func apply(_ change: TeamChange) throws {
        switch change {
        case .admit(let person): try admit(person)
        case .update(let person): try update(person)
        case .updateLeavingAdministrator(let person):
            // Two who put each other out at once wait for each other here.
            _ = try administrators(isLocking: true)
            try update(person)
            guard try !administrators(isLocking: false).isEmpty else {
                throw TeamError(
                    .invalid, "nobody would be left to administer", mend: "make another administrator first")
            }
        case .setPassword(let person, let hash):
            try run(
                "INSERT INTO credential (person, hash) VALUES (?1, ?2) ON CONFLICT (person) DO UPDATE SET hash = excluded.hash",
                [.text(person.text), .text(hash)])
        case .invite(let invitation): try keep(invitation)
        case .redeem(let digest):
            let gone = try run("DELETE FROM invitation WHERE digest = ?1 RETURNING digest", [.text(digest.text)])
            guard !gone.isEmpty else {
                throw TeamError(.notFound, "this invitation was used already", mend: "ask for another one")
            }
        case .begin(let session):
            try run(
                "INSERT INTO session (digest, person, since, expires) VALUES (?1, ?2, ?3, ?4)",
                [
                    .text(session.digest.text), .text(session.person.text), .integer(session.since.milliseconds),
                    .integer(session.expires.milliseconds),
                ])
        case .end(let digest): try run("DELETE FROM session WHERE digest = ?1", [.text(digest.text)])
        case .endAll(let person, let kept):
            try run(
                "DELETE FROM session WHERE person = ?1 AND digest <> ?2",
                [.text(person.text), .text(kept?.text ?? "")])
            if kept == nil { try run("DELETE FROM access_key WHERE person = ?1", [.text(person.text)]) }
        case .say(let text, let attempt, let moment):
            try run(
                "INSERT INTO message (attempt, text, at) VALUES (?1, ?2, ?3)",
                [.optional(attempt), .text(text), .integer(moment.milliseconds)])
        case .keep(let certificate):
            try run(
                "INSERT INTO certificate (id, attempt, token) VALUES (?1, ?2, ?3)",
                [.text(certificate.id), .text(certificate.attempt), .text(certificate.token)])
        case .make(let key): try keep(key)
        case .endKey(let id):
            guard try !run("DELETE FROM access_key WHERE id = ?1 RETURNING id", [.text(id)]).isEmpty else {
                throw TeamError(.notFound, "there is no such key")
            }
        case .connect(let identity, let person): try connect(identity, person)
        case .disconnect(let person): try run("DELETE FROM identity WHERE person = ?1", [.text(person.text)])
        case .send(let outgoing): try send(outgoing)
        case .putUp(let version, let files): try putUp(version, files)
        case .review(let version, let deed): try review(version, deed)
        case .turnDown(let version): try turnDown(version)
        case .use(let use): try keep(use)
        case .lead(let lead):
            try run(
                "INSERT INTO group_lead (group_id, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                [.text(lead.group), .text(lead.person.text)])
        case .leadNoLonger(let lead):
            try run(
                "DELETE FROM group_lead WHERE group_id = ?1 AND person = ?2",
                [.text(lead.group), .text(lead.person.text)])
        case .clear(let moment):
            for table in ["session", "invitation", "access_key"] {
                try run("DELETE FROM \(table) WHERE expires <= ?1", [.integer(moment.milliseconds)])
            }
            // What was sent is remembered for a month, so that it is not sent again.
            try run(
                "DELETE FROM outbox WHERE state = 'carried' AND due <= ?1",
                [.integer(moment.milliseconds - 30 * 24 * 3_600_000)])
        }
    }

    private func connect(_ identity: Identity, _ person: Person.ID) throws {
        do {
            try run(
                "INSERT INTO identity (issuer, subject, person) VALUES (?1, ?2, ?3)",
                [.text(identity.issuer), .text(identity.subject), .text(person.text)])
        } catch DatabaseFault.conflict { throw TeamError(.taken, "this account is connected with somebody already") }
    }

    private func admit(_ person: Person) throws {
        do {
            try run(
                "INSERT INTO person (id, name, address, roles, shut_out, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                person.values + [.integer(person.since.milliseconds)])
        } catch DatabaseFault.conflict { throw TeamError(.taken, "\(person.address) is in already") }
    }

    private func update(_ person: Person) throws {
        let sql = "UPDATE person SET name = ?2, address = ?3, roles = ?4, shut_out = ?5 WHERE id = ?1 RETURNING id"
        do {
            guard try !run(sql, person.values).isEmpty else {
                throw TeamError(.notFound, "there is no such person")
            }
        } catch DatabaseFault.conflict { throw TeamError(.taken, "\(person.address) is in already") }
    }

    /// The ids of those who administer and may sign in.
    private func administrators(isLocking: Bool) throws -> [String] {
        let lock = isLocking && dialect == .postgresql ? " FOR NO KEY UPDATE" : ""
        let rows = try run("SELECT id, roles FROM person WHERE shut_out = 0 ORDER BY id" + lock, [])
        return try rows.filter { Set<Role>(text: try $0.text(1)).contains(.administrator) }.map { try $0.text(0) }
    }

    private func keep(_ invitation: Invitation) throws {
        if let address = invitation.address {
            try run("DELETE FROM invitation WHERE address = ?1", [.text(address.text)])
        }
        try run(
            "INSERT INTO invitation (digest, name, address, roles, invited_by, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            [
                .text(invitation.digest.text), .text(invitation.name), .optional(invitation.address?.text),
                .text(invitation.roles.text), .optional(invitation.by?.text),
                .integer(invitation.expires.milliseconds),
            ])
    }
}

extension Person {
    fileprivate var values: [SQLValue] {
        [.text(id.text), .text(name), .text(address.text), .text(roles.text), .integer(isShutOut ? 1 : 0)]
    }
}
