import DatabaseServer
import PseudoTerminal
import Scoring
import Team
import Testing

@testable import TeamStores

func at(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds) }

/// A database of one of the kinds, in a folder of its own, of which all tables can be looked at.
struct Base {
    let folder: TemporaryFolder
    let place: String
    let database: any SQLDatabase
    let people: SQLTeamStore
    let outbox: SQLOutboxStore

    /// - Parameters:
    ///   - kind: Of the database.
    ///   - isEmpty: Whether it has no tables yet.
    /// - Throws: Where it cannot be made.
    init(_ kind: DatabaseKind, isEmpty: Bool = false) throws {
        folder = try TemporaryFolder()
        place = try kind.place(in: folder.path)
        database = try Self.open(place)
        if !isEmpty { try database.migrate() }
        people = SQLTeamStore(database)
        outbox = SQLOutboxStore(database)
    }

    /// The same database as another node has it.
    func other() throws -> any SQLDatabase { try Self.open(place) }

    private static func open(_ place: String) throws -> any SQLDatabase {
        TeamDatabase.isOfServer(place) ? try PostgreSQLDatabase(place) : try SQLiteDatabase(place)
    }

    /// The names of the tables.
    func tables() throws -> [String] {
        let sql =
            database.dialect == .sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1"
        return try database.read { try $0.run(sql, []).map { try $0.text(0) } }
    }

    /// Every row of every table, as far as statements tell.
    func everything() throws -> [String: Set<String>] {
        try tables().reduce(into: [:]) { all, table in
            all[table] = Set(try database.read { try $0.run("SELECT * FROM \(table)", []) }.map { "\($0.values)" })
        }
    }
}

extension Person {
    /// Somebody of a name, whose address has it, too.
    static func sample(_ name: String, _ roles: Set<Role> = [.learner]) throws -> Person {
        let address = try #require(MailAddress("\(name)@example.org"))
        return Person(id: .new(), name: name, address: address, roles: roles, since: at(1))
    }
}

extension Session {
    static func sample(of person: Person, until moment: Moment = at(100)) -> Session {
        Session(digest: Token.new().digest, person: person.id, since: at(1), expires: moment)
    }
}

extension AccessKey {
    static func sample(of person: Person, until moment: Moment = at(100)) -> AccessKey {
        AccessKey(
            id: Person.ID.new().text, digest: Token.new().digest, person: person.id, name: "import",
            scopes: [.readPeople], since: at(1), expires: moment)
    }
}

extension Invitation {
    static func sample(to address: String?, by person: Person?, until moment: Moment = at(100)) -> Invitation {
        Invitation(
            digest: Token.new().digest, name: "Bo", address: address.flatMap { MailAddress($0) }, roles: [.learner],
            by: person?.id, expires: moment)
    }
}

/// What many callers at once were told, who wait for each other before they begin.
func racing<Value: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
) async -> [Result<Value, any Error>] {
    await withTaskGroup(of: Result<Value, any Error>.self) { group in
        for number in 0..<count { group.addTask { Result { try body(number) } } }
        return await group.reduce(into: []) { $0.append($1) }
    }
}

extension Result {
    var value: Success? { try? get() }
    var error: Failure? { if case .failure(let error) = self { error } else { nil } }
}
