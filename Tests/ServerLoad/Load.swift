import Authoring
import DatabaseServer
import Examining
import Foundation
import Glibc
import Machine
import PseudoTerminal
import Quiz
import Scoring
import Stores
import Synchronization
import Team
import TeamStores
import Web

/// How many requests a node works on at once.
private let workers = 48
/// How many items each candidate answers.
private let answers = 5

/// What the threads of a course share.
private final class Course: Sendable {
    let next = Mutex(0)
    let took = Mutex<[Double]>([])
    let failures = Mutex<[String]>([])
}

/// Does something for each of so many, on as many threads as a node has, and tells how long each took.
private func atOnce(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) -> (seconds: Double, each: [Double])
{
    let course = Course()
    let (begun, done) = (now(), DispatchGroup())
    for _ in 0..<workers {
        done.enter()
        Thread.detachNewThread {
            while let number = course.next.withLock({ next in
                defer { next += 1 }
                return next < count ? next : nil
            }) {
                let start = now()
                do { try body(number) } catch { course.failures.withLock { $0.append("\(error)") } }
                let end = now()
                course.took.withLock { $0.append(end - start) }
            }
            done.leave()
        }
    }
    done.wait()
    for failure in course.failures.withLock({ Set($0) }) { print("failed: \(failure)") }
    return (now() - begun, course.took.withLock { $0.sorted() })
}

private func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func tell(_ what: String, _ result: (seconds: Double, each: [Double])) {
    func part(_ share: Double) -> String {
        let place = min(result.each.count - 1, Int(Double(result.each.count) * share))
        return String(format: "%.1f ms", result.each[place] * 1_000)
    }
    let rate = Double(result.each.count) / result.seconds
    print(
        "\(what): \(result.each.count) in \(String(format: "%.2f s, %.0f", result.seconds, rate)) a second,",
        "p50 \(part(0.5)), p99 \(part(0.99)), most \(part(1))")
}

private func desk(in database: TeamDatabase, _ folder: TemporaryFolder) throws -> ExamDesk {
    let exams = Exams(
        logs: database.logs, roster: database.roster,
        issuers: FileIssuerStore(folder: "\(folder.path)/issuer", examFolder: "\(folder.path)/exams"),
        verified: FileVerifiedStore(folder: "\(folder.path)/exams"), time: database.time, user: "server", build: "load")
    let library = try PackLibrary.standard(
        in: Paths.packFolders, compiled: Paths.compiledPacks, build: Paths.build, time: MachineTime())
    let (revision, sha256) = try library.fingerprints(of: "home-infusion")
    let pack = PackRevision(
        try library.load("home-infusion"), named: "home-infusion", revision: revision, sha256: sha256)
    let inUse = PacksInUse([pack], and: database.people, made: AuthoredPacks(), time: database.time)
    return ExamDesk(exams, of: inUse, people: database.people, random: .system) { () throws(ExamError) in
        try database.openAttempts()
    }
}

/// Everybody is in and signed in, and the exam is assigned to all.
private func candidates(_ count: Int, in database: TeamDatabase, _ desk: ExamDesk) throws -> [Actor] {
    let moment = database.time.now
    func actor(_ name: String, _ roles: Set<Role>) throws -> Actor {
        guard let address = MailAddress("\(name)@example.org") else {
            throw TeamError(.invalid, "\(name) is no name")
        }
        let person = Person(id: .new(), name: name, address: address, roles: roles, since: moment)
        try database.people.apply([.admit(person)], noting: [])
        return Actor(
            person,
            in: Session(digest: Token.new().digest, person: person.id, since: moment, expires: moment))
    }
    let lead = try actor("lead", [.lead])
    let all = try (0..<count).map { try actor("candidate\($0)", [.candidate]) }
    try desk.assign("quiz", of: "home-infusion", to: all.map(\.person.id), ExamWindow(), by: lead)
    return all
}

/// Lets many begin, answer and hand in at once, in a database of a kind.
func measure(_ kind: DatabaseKind, _ count: Int) throws {
    let folder = try TemporaryFolder()
    let server = kind == .postgresql ? try PostgreSQLServer(["fsync=on"]) : nil
    let database = try TeamDatabase(try server?.emptyDatabase() ?? kind.place(in: folder.path))
    try database.migrate()
    let desk = try desk(in: database, folder)
    let all = try candidates(count, in: database, desk)
    print("\(kind.rawValue), \(count) candidates, \(workers) threads")
    let start = now()
    var made = 0
    while case let more = desk.makeFormsAhead(), more > 0 { made += more }
    print("forms ahead: \(made) in \(String(format: "%.2f", now() - start)) s")
    tell("begin", atOnce(count) { _ = try desk.begin("quiz", of: "home-infusion", by: all[$0]) })
    let names = try all.map { try desk.begin("quiz", of: "home-infusion", by: $0) }
    tell(
        "answer",
        atOnce(count * answers) { number in
            let (place, who) = (number / count, number % count)
            _ = try desk.answer(place, "99601 x1", after: 0, in: names[who], by: all[who])
            if place + 1 < answers { _ = try desk.show(place + 1, in: names[who], to: all[who]) }
        })
    tell("hand in", atOnce(count) { try desk.handIn(names[$0], by: all[$0]) })
    if let server { try pgbench(server) }
}

/// What PostgreSQL itself commits of one-row inserts.
private func pgbench(_ server: PostgreSQLServer) throws {
    let folder = try TemporaryFolder()
    try folder.write("INSERT INTO floor (line) VALUES (repeat('x', 300));\n", to: "insert.sql")
    let place = ["-h", server.folder, "-U", "preceptor", "-d", "postgres"]
    _ = try run("/usr/bin/psql", ["-q"] + place + ["-c", "CREATE TABLE floor (id BIGSERIAL PRIMARY KEY, line TEXT)"])
    let result = try run(
        "/bin/bash",
        [
            "-c",
            "$(printf '%s\n' /usr/lib/postgresql/*/bin/pgbench | sort -V | tail -1) -n -c 16 -j 2 -T 5 -f \"$0\" -h \"$1\" -U preceptor postgres | grep tps",
            folder.path(of: "insert.sql"), server.folder,
        ])
    print("pgbench, one-row inserts of 16 clients: \(result.output)", terminator: "")
}
