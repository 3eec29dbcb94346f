import Audit
import Credentials
import Foundation
import Machine
import PseudoTerminal
import Quiz
import SampleExams
import Scoring
import Signatures
import Stores
import Testing

@testable import Examining

@Suite struct `An entry of a log` {
    private static let at = ClockReading(wall: 1_795_942_346_303, up: 1_694_368, boot: "b")
    private static let extra = AllottedTime(
        candidate: "ada", seconds: 399, extraTime: "50 %", extraSeconds: 900, reason: "a quiet room",
        endsAt: Moment(milliseconds: 1_795_942_758_000))

    /// Entries, and the members that stand for them beside the two clocks, in the order of their names.
    @Test(
        arguments: [
            (.start(nil), #""event":"start""#), (.action(.show(2)), #""event":"show","item":3"#),
            (.action(.flag(0)), #""event":"flag","item":1"#), (.action(.unflag(0)), #""event":"unflag","item":1"#),
            (.action(.pause), #""event":"pause""#), (.action(.resume), #""event":"resume""#),
            (.action(.submit), #""event":"submit""#), (.action(.timeout), #""event":"timeout""#),
            (.action(.clock(-3_600_000)), #""by":-3600000,"event":"clock""#),
            (
                .action(.late(2, "99601", written: 1_200)),
                #""event":"late","item":3,"written":1200"#
            ),
            (
                .action(.intervene(Intervention(.extend(300_000), by: "p7", because: "the alarm rang"))),
                #""by":300000,"event":"extend","person":"p7","reason":"the alarm rang""#
            ),
            (
                .action(.intervene(Intervention(.hold, by: "p7", because: "the alarm rang"))),
                #""event":"hold","person":"p7","reason":"the alarm rang""#
            ),
            (
                .action(.intervene(Intervention(.release, by: "p7", because: nil))),
                #""event":"release","person":"p7""#
            ),
            (
                .start(extra),
                #""event":"start","sitting":{"candidate":"ada","endsAt":1795942758000,"extraSeconds":900,"#
                    + #""extraTime":"50 %","reason":"a quiet room","seconds":399}"#
            ),
            (
                .result(ResultRecord([1_000_000, 0], passMark: 50, program: "0.1.0")),
                #""event":"result","result":{"fractions":[1000000,0],"isPassed":true,"program":"0.1.0"}"#
            ),
        ] as [(ExamEntry.Event, String)])
    func `is written as it always was`(event: ExamEntry.Event, members: String) throws {
        let at = #""at":{"boot":"b","up":1694368,"wall":1795942346303}"#
        let entry = ExamEntry(event, at: Self.at)
        let text = try json(entry)
        #expect(text.replacing(#""answer":"99601","#, with: "") == "{\(at),\(members)}")
        #expect(try JSONDecoder().decode(ExamEntry.self, from: Data(text.utf8)) == entry)
    }

    @Test(arguments: [ExamEvent.Action.answer(1, "99601 x1, “ü”/"), .change(4, "none")])
    func `holds an answer as it was typed`(action: ExamEvent.Action) throws {
        let entry = ExamEntry(.action(action), at: Self.at)
        let text = try json(entry)
        #expect(text.hasPrefix(#"{"answer":""#) && !text.contains(#"\/"#))
        #expect(try JSONDecoder().decode(ExamEntry.self, from: Data(text.utf8)) == entry)
    }

    @Test(arguments: [
        #"{"event":"answer","item":1}"#, #"{"event":"show"}"#, #"{"event":"form"}"#, #"{"event":"result"}"#,
        #"{"event":"clock"}"#, #"{"event":"sleep"}"#, #"{"item":1}"#,
        #"{"event":"extend","person":"p7"}"#, #"{"event":"hold"}"#, #"{"event":"late","item":1,"answer":"a"}"#,
    ])
    func `is none without what belongs to its event`(members: String) {
        let text = #"{"at":{"boot":"b","up":1,"wall":1},"# + members.dropFirst()
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(ExamEntry.self, from: Data(text.utf8)) }
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// A home as it was kept before packs were named by SHA-256: an attempt that was closed, scored anew and credited, one
/// that is open under extra time and a window that closes, the register, the roster and a certificate.
@Suite struct `A log of before` {
    private let room: ExamRoom
    private static let name = "ada-a554010-final-1"

    init() throws {
        room = try ExamRoom()
        for (log, file) in [
            (ExamLog.attempt(Self.name), "\(Self.name).log"), (.addenda(Self.name), "\(Self.name).addenda"),
            (.attempt("ada-a554010-final-2"), "ada-a554010-final-2.log"), (.register, "register.log"),
            (.issued, "issued.log"),
        ] {
            room.logs.damage(log, try Self.bytes(file))
        }
        // Whoever issues has a key of today, and had the one that sealed these.
        let key = SigningKey()
        _ = try room.issuers.update(keeping: key) { _ throws(ExamError) in
            var issuer = try Self.issuer
            issuer.rotate(to: key.publicKey)
            return issuer
        }
    }

    private static let key = "fc6d2200131803d53e2940a931ca8e0e2f7b75a2986b17cf8098d6335a2b1481"

    private static var issuer: Issuer {
        get throws(ExamError) {
            guard let key = PublicKey(hexadecimal: key),
                let issuer = try? Issuer(name: "Example Team", url: "https://exams.example.org", key: key)
            else { throw ExamError(.defect, "the key of before is none") }
            return issuer
        }
    }

    private static func bytes(_ file: String) throws -> [UInt8] {
        try readFile(repository("Tests/ExaminingTests/Frozen/\(file)"), limit: 1_000_000)
    }

    @Test func `is read whole, and names its pack by 64 bits`() throws {
        let stored = try room.stored(Self.name)
        #expect(stored.form.packRevision == "fa66312271b05f6d" && stored.form.packSHA256 == nil)
        #expect(stored.form.seed == 1 && stored.form.attemptName == Self.name && stored.form.name == "Ada Example")
        #expect(stored.allotted?.seconds == 2_700 && stored.allotted?.reason == "a quiet room")
        #expect(stored.state.answers.count == 4 && stored.state.flagged == [1] && stored.phaseName == "submitted")
        #expect(stored.sealed?.fractions == [750_000, 1_000_000, 1_000_000, 0, 0] && stored.sealed?.isPassed == false)
        #expect(stored.addenda.areInForce == [true, true, false, true] && stored.result?.isPassed == true)
        #expect(stored.result?.fractions == [750_000, 1_000_000, 1_000_000, 500_000, 1_000_000])
        #expect(stored.addenda.regrade?.packRevision == "4100a1861953a74d")
        #expect(stored.addenda.regrade?.packSHA256 == nil)
        let open = try room.stored("ada-a554010-final-2")
        #expect(open.head == nil && open.phaseName == "open" && open.allotted?.seconds == 399)
        #expect(open.allotted?.endsAt == Moment(milliseconds: 1_795_942_758_000))
    }

    @Test func `is intact, entry for entry and seal for seal`() throws {
        let log = AttemptLog(
            name: Self.name, location: "old", log: ChainedLog(try Self.bytes("\(Self.name).log")),
            addenda: try Self.bytes("\(Self.name).addenda"))
        #expect(try room.exams.audit(log, keys: [Self.key]).problems == [] && log.log.entries.count == 24)
        let register: Ledger<RegisterEntry> = Ledger(try Self.bytes("register.log"))
        #expect(
            register.problems == []
                && register.statements.map(\.event) == [.closed, .amended, .amended, .amended, .amended])
        let issued: Ledger<IssuedRecord> = Ledger(try Self.bytes("issued.log"))
        #expect(issued.problems == [] && issued.statements.map(\.attempt) == [Self.name])
        #expect(
            issued.statements[0].logHead == log.log.head?.hash
                && issued.statements[0].addendaHead == register.statements.last?.hash)
        #expect(Issuer(json: try Self.bytes("issuer.json"))?.name == "Example Team")
    }

    @Test func `is written anew to the same lines`() throws {
        let bytes = try Self.bytes("\(Self.name).log")
        let log = ChainedLog<ExamEntry>(bytes)
        var chain = Chain<ExamEntry>()
        let lines = try log.entries.map { try chain.seal($0) }
        #expect(lines == String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropLast().map(String.init))
        #expect(chain.end == log.end && chain.end.hash == log.head?.hash)
    }

    @Test func `is gone on with, scored anew and added to`() throws {
        room.time.set(Moment(milliseconds: 1_795_942_400_000))
        let open = try room.stored("ada-a554010-final-2")
        let over = try room.exams.closingOver([open], of: room.lesson.pack)
        #expect(over.map(\.phaseName) == ["open"], "its time runs by its own clocks")
        room.time.set(Moment(milliseconds: 1_795_943_000_000))
        let closed = try room.exams.closingOver([open], of: room.lesson.pack)
        #expect(closed.map(\.phaseName) == ["timed-out"] && closed[0].head != nil)
        let stored = try room.stored(Self.name)
        let same = PackRevision(room.lesson.pack, named: "pack", revision: "4100a1861953a74d", sha256: "new")
        func regrade(_ revision: PackRevision) throws -> [Amended] {
            try room.exams.regrade([stored], under: revision, by: "Cy", because: "So.", isKept: false).amended
        }
        #expect(try regrade(same).isEmpty, "it was scored under this revision")
        let other = PackRevision(room.lesson.pack, named: "pack", revision: "other", sha256: "new")
        #expect(try room.exams.audit(Self.name).problems == [])
        #expect(try regrade(other).map(\.before.name) == [Self.name])
    }

    @Test func `has the roster that was kept with it`() throws {
        let roster = try JSONDecoder().decode(Roster.self, from: Data(Self.bytes("roster.json")))
        #expect(roster.candidate("ada")?.accommodation == Accommodation(.percent(50), reason: "a quiet room"))
        #expect(
            roster.assignments.map(\.closes)
                == [1_795_942_758_000, 32_472_144_000_000].map { Moment(milliseconds: $0) })
        #expect(roster.assignments.map(\.opens) == [nil, Moment(milliseconds: 1_577_836_800_000)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        #expect(try Array(encoder.encode(roster)) + [UInt8(ascii: "\n")] == Self.bytes("roster.json"))
    }
}
