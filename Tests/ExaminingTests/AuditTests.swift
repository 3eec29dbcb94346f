import Audit
import Credentials
import Machine
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Testing

@testable import Examining

@Suite struct `An audit of an attempt` {
    private let room: ExamRoom
    private let stored: StoredAttempt

    init() throws {
        room = try ExamRoom()
        stored = try room.sit()
        for points in [-500_000, -250_000] {
            _ = try room.exams.credit(points, for: 1, of: stored.name, by: "Cy", because: "It was told.")
        }
    }

    /// What is done to the lines of a log, the check that fails then, and what is said.
    @Test(
        arguments: [
            (.attempt, Edit { $0[1].replace("start", with: "pause") }, .log, "entry 2 was edited (line 2)"),
            (.attempt, Edit { $0.remove(at: 2) }, .log, "entry 3 was removed"),
            (.attempt, Edit { $0.swapAt(2, 3) }, .log, "entry 3 was removed, or moved from before line 3"),
            (.attempt, Edit { $0.append($0[1]) }, .log, "was added after the signed end"),
            (.attempt, Edit { $0.removeLast() }, .seal, "its signed end is missing; it was cut off"),
            (.attempt, Edit { $0.removeLast(2) }, .seal, "cut off since: of its"),
            (
                .addenda, Edit { $0[0].replace("told", with: "said") }, .addenda,
                "what was added later: entry 1 was edited"
            ),
            (.addenda, Edit { $0.removeLast() }, .register, "of the 2 addenda that the register has of it 1 are here"),
            (.addenda, Edit { $0.removeAll() }, .register, "of the 2 addenda that the register has of it 0 are here"),
            (.addenda, Edit { $0.remove(at: 0) }, .addenda, "entry 1 was removed"),
            (
                .register, Edit { $0[2].replace("closed", with: "amended") }, .register,
                "the register of exams is damaged"
            ),
            (.register, Edit { $0.remove(at: 0) }, .register, "the register of exams is damaged"),
        ] as [(LogKind, Edit, AttemptAudit.Check, String)])
    fileprivate func `finds what was done to it`(
        kind: LogKind, edit: Edit, check: AttemptAudit.Check, said: String
    ) throws {
        #expect(try room.exams.audit(stored.name).problems == [])
        let log = kind.log(of: stored.name)
        var lines = try room.lines(log)
        edit.make(&lines)
        room.replace(log, by: lines)
        let audit = try room.exams.audit(stored.name)
        let problem = try #require(audit.problems.first)
        #expect(audit.state == .broken && problem.check == check)
        #expect(problem.message.contains(said), "\(problem.message)")
    }

    @Test func `tells an open log from a closed one`() throws {
        #expect(try room.exams.audit(stored.name).state == .closed)
        let open = try room.begin(nil, "bo")
        let audit = try room.exams.audit(open.name)
        #expect(audit.state == .open && audit.problems == [] && audit.lastEntry?.description == "2026-03-02T09:00:00Z")
        let bytes = try #require(room.logs.read(.attempt(open.name)))
        room.logs.damage(.attempt(open.name), bytes + Array("{\"ent".utf8))
        #expect(try room.exams.audit(open.name).problems.first?.message == "the last line is cut off")
        expect(.notFound, "no attempt nobody in memory") { _ = try room.exams.audit("nobody") }
    }

    @Test func `knows whose keys are good`() throws {
        let log = AttemptLog(
            name: "copy", location: "copy.log", log: ChainedLog(try #require(room.logs.read(.attempt(stored.name)))),
            addenda: room.logs.read(.addenda(stored.name)))
        let key = try #require(stored.head?.key)
        #expect(try room.exams.audit(log, keys: [key]).problems == [])
        let foreign = try room.exams.audit(log, keys: [SigningKey().publicKey.hexadecimal])
        #expect(foreign.problems.map(\.check) == [.key, .key, .key] && foreign.location == "copy.log")
        #expect(foreign.problems[0].message == "it was signed by another key, \(key)")
        #expect(foreign.problems[1].message == "addendum 1 was signed by another key, \(key)")
        // Elsewhere nothing is known of it, and its own end still holds.
        let elsewhere = try ExamRoom()
        #expect(try elsewhere.exams.audit(log, keys: [key]).problems == [])
        #expect(try elsewhere.exams.audit(log).problems.map(\.check) == [.key, .key, .key])
    }

    @Test func `finds a log that another attempt's was put in the place of`() throws {
        let other = try room.sit(nil, "bo")
        for points in [-500_000, -250_000] {
            _ = try room.exams.credit(points, for: 1, of: other.name, by: "Cy", because: "It was told.")
        }
        room.replace(.addenda(stored.name), by: try room.lines(.addenda(other.name)))
        let audit = try room.exams.audit(stored.name)
        #expect(audit.problems.first?.message.contains("does not follow") == true, "\(audit.problems)")
    }

    @Test func `finds entries that cannot follow from each other, however well they are sealed`() throws {
        var forged = Chain<ExamEntry>()
        let reading = ClockReading(wall: 0, up: 0, boot: "a")
        let entries: [ExamEntry] = [
            ExamEntry(.form(stored.form), at: reading), ExamEntry(.action(.submit), at: reading),
        ]
        let lines = try entries.map { try forged.seal($0) }
        room.replace(.attempt("forged"), by: lines)
        let audit = try room.exams.audit("forged")
        #expect(audit.attempt == nil)
        #expect(audit.problems.map(\.message) == ["its entries do not follow from each other"])
    }

    @Test func `finds a result that is not the form's`() throws {
        var lines = try room.lines(.attempt(stored.name))
        lines.removeLast(2)
        room.replace(.attempt("forged"), by: lines)
        let end = try #require(lines.last.flatMap { LogEnd(ofLine: $0.utf8) })
        for result in [
            ResultRecord([1_000_000], passMark: 60, program: "0"),
            ResultRecord([0, 0, 0, 0, 0], passMark: 0, program: "0"),
        ] {
            var chain = Chain<ExamEntry>(end)
            let line = try chain.seal(ExamEntry(.result(result), at: ClockReading(wall: 0, up: 0, boot: "a")))
            room.replace(.attempt("forged"), by: lines + [line])
            #expect(try room.exams.audit("forged").problems.contains { $0.check == .attempt })
        }
    }
}

/// Something that is done to the lines of a log.
private struct Edit: Sendable {
    let make: @Sendable (inout [String]) -> Void
}

/// Which of an attempt's logs.
private enum LogKind: Sendable {
    case attempt, addenda, register

    func log(of name: String) -> ExamLog {
        switch self {
        case .attempt: .attempt(name)
        case .addenda: .addenda(name)
        case .register: .register
        }
    }
}
