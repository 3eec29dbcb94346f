import Audit
import Foundation
import Machine
import PseudoTerminal
import Quiz
import SampleExams
import Scoring
import Signatures
import Testing

@testable import Examining

/// Logs that somebody wrote by hand, whose hashes and seals are good, and whose numbers no program writes.
@Suite struct `A log with numbers beyond sense` {
    private let room: ExamRoom
    private static let name = "ada-a554010-final-1"
    private static let key = SigningKey()

    init() throws { room = try ExamRoom() }

    /// Members of lines, by the line's place and the member's name.
    private static let members: [(line: Int, member: String)] = [
        (0, "wall"), (1, "wall"), (5, "wall"), (0, "up"), (1, "up"), (23, "up"), (0, "seconds"), (1, "seconds"),
        (0, "count"), (0, "attempt"), (0, "passMark"), (0, "difficulty"), (1, "extraSeconds"), (2, "item"), (9, "item"),
        (23, "fractions"), (4, "n"), (23, "n"), (24, "count"),
    ]

    @Test(arguments: members, [Int.max, .min, 1 << 60, -1])
    func `is read to its end, and found broken where a clock or a count cannot be so`(
        place: (line: Int, member: String), number: Int
    ) throws {
        let log = try Self.log { line, text in
            guard line == place.line else { return text }
            return Self.replacing(place.member, by: number, in: text)
        }
        let audit = try room.exams.audit(log)
        if let attempt = audit.attempt { show(attempt) }
        guard !["attempt", "passMark", "difficulty", "up", "wall"].contains(place.member) else { return }
        #expect(audit.problems.contains { [.log, .attempt].contains($0.check) }, "\(audit.problems)")
    }

    @Test(arguments: [Int64.max, .min, 1 << 60, -(1 << 60)])
    func `is found broken by its clocks`(time: Int64) throws {
        for member in ["wall", "up"] {
            let log = try Self.log { line, text in
                line == 3 ? Self.replacing(member, by: Int(time), in: text) : text
            }
            let problems = try room.exams.audit(log).problems.map(\.message)
            #expect(problems.contains { $0.hasPrefix("line 4 tells of something") }, "\(problems)")
        }
    }

    @Test(arguments: [Int64.max, .min])
    func `is found broken in the register`(time: Int64) throws {
        let stored = try room.sit()
        for reading in [ClockReading(wall: time, up: 0, boot: "b"), ClockReading(wall: 0, up: time, boot: "b")] {
            let register = try room.exams.register()
            let forged = RegisterEntry(.amended, of: stored.id, stored.end, at: reading)
            let line = try Ledger.line(forged, after: register.end, signedBy: Self.key).line
            let before = try room.lines(.register)
            room.replace(.register, by: before + [line])
            expect(.unreadable, "the register of exams is damaged") { _ = try room.exams.soundRegister() }
            room.replace(.register, by: before)
        }
    }

    @Test(
        arguments: [
            .credit(item: 1, points: .max), .credit(item: 1, points: .min), .credit(item: .min, points: 1),
            .undo(.min), .undo(.max),
            .regrade(
                RegradeRecord(
                    edition: "1", packRevision: "1", program: "1", fractions: [.max, .max, 0, 0, 0], items: [])),
        ] as [Addendum.Deed])
    func `is found broken in what was added`(deed: Addendum.Deed) throws {
        let stored = try room.sit()
        let addendum = Addendum(deed, at: room.time.now, by: "Cy", because: "So.")
        let end = LogEnd.beginning(after: try #require(stored.head?.hash))
        room.replace(.addenda(stored.name), by: [try Ledger.line(addendum, after: end, signedBy: Self.key).line])
        let audit = try room.exams.audit(stored.name)
        #expect(audit.problems.contains { $0.check == .addenda })
        if let attempt = audit.attempt { show(attempt) }
    }

    /// Asks an attempt all that reports ask of it.
    private func show(_ attempt: StoredAttempt) {
        let now = attempt.lastReading ?? room.exams.reading
        _ = (attempt.clockRemarks(lookedAt: now.moment), attempt.result?.fraction, attempt.profile)
        _ = (attempt.state.unanswered, attempt.state.left(at: now), attempt.state.leftWithGrace(at: now))
        _ = (attempt.allotted?.words(in: FixedZone.utc), attempt.skillsToStudy(in: room.lesson.pack))
    }

    /// A line whose first member of a name, or the first of its numbers, is another number.
    private static func replacing(_ name: String, by number: Int, in text: String) -> String {
        let pattern = "\"\(name)\":\\[?-?[0-9]+"
        guard let range = text.range(of: pattern, options: .regularExpression) else { return text }
        let member = text[range].prefix { !$0.isNumber && $0 != "-" }
        return text.replacingCharacters(in: range, with: "\(member)\(number)")
    }

    /// The frozen log with lines that were changed, hashed and sealed anew.
    private static func log(_ change: (Int, String) throws -> String) throws -> AttemptLog {
        let bytes = try readFile(repository("Tests/ExaminingTests/Frozen/\(name).log"), limit: 1_000_000)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        var (end, written): (LogEnd, [String]) = (.beginning(), [])
        for (place, line) in lines.dropLast().enumerated() {
            var object = try #require(
                line.range(of: ",\"hash\":", options: .backwards).map { line[..<$0.lowerBound] + "}" })
            object.replace(/"prev":"[0-9a-f]*"/, with: "\"prev\":\"\(end.hash)\"")
            object = Substring(try change(place, String(object)))
            end = LogEnd(count: place + 1, hash: hexadecimal(sha256(Array(object.utf8))))
            written.append("\(object.dropLast()),\"hash\":\"\(end.hash)\"}")
        }
        written.append(try change(lines.count - 1, Chain<ExamEntry>(end).head(signedBy: key)))
        return AttemptLog(
            name: name, location: "by hand", log: ChainedLog(Array((written.joined(separator: "\n") + "\n").utf8)),
            addenda: nil)
    }
}
