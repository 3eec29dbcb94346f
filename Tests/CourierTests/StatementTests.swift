import Content
import Couriers
import Examining
import Foundation
import Machine
import PseudoTerminal
import PythonPackages
import Quiz
import SampleExams
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

private struct Kept: Decodable {
    struct Named: Decodable { let id: String }
    struct Actor: Decodable { let account: [String: String] }
    struct Outcome: Decodable {
        let score: [String: Double]?
        let success: Bool?
        let response: String?
    }
    let actor: Actor
    let id: String
    let verb: Named
    let object: Named
    let result: Outcome?

    var did: String { verb.id.split(separator: "/").last.map(String.init) ?? "" }
}

@Suite struct `Statements` {
    private let folder: TemporaryFolder
    private let store: PythonServer

    init() throws {
        folder = try TemporaryFolder()
        store = try PythonServer("Tests/CourierTests/Scripts/records.py", of: "mail", [folder.path])
    }

    private func carrier(_ secret: String = "secret") throws -> StatementCarrier {
        try StatementCarrier(to: "http://127.0.0.1:\(store.port)/xapi/", key: "key", secret: secret)
    }

    private func kept() throws -> [Kept] {
        try JSONDecoder().decode([Kept].self, from: Data((folder.read("statements.json") ?? "[]").utf8))
    }

    /// A house in which somebody has sat an exam, with the right answer to its first item, and what it would tell.
    private func sat() throws -> (house: House, key: String, exam: String, candidate: String, void: () throws -> Void) {
        let house = try House()
        let root = try house.administrator()
        let lead = try house.somebody("lead", [.lead], by: root)
        let ada = try house.somebody("ada", [.candidate], by: root)
        let revision = try #require(house.desk.packs.values.first)
        let exam = try #require(revision.pack.blueprints.first)
        let (pack, blueprint) = (revision.pack.id.text, exam.id.text)
        try house.desk.assign(blueprint, of: pack, to: [ada.person.id], ExamWindow(), by: lead)
        let name = try house.desk.begin(blueprint, of: pack, by: ada)
        let items = try house.desk.attempt(name, of: ada).items
        _ = try house.desk.answer(0, items[0].key, after: 0, in: name, by: ada)
        try house.desk.handIn(name, by: ada)
        let ends = Postman(
            house.database.outbox, ClosedAttempts(of: house.desk, statementsFrom: "https://exams.example.org")
        ) { house.time.now }
        #expect(try ends.deliver() == 1)
        func void() throws {
            try house.desk.void(name, because: "the alarm", by: lead)
            #expect(try ends.deliver() == 1)
        }
        return (house, items[0].key, "https://exams.example.org/exams/\(pack)/\(blueprint)", ada.person.id.text, void)
    }

    @Test func `tell a record store what an exam came to, once`() throws {
        let (house, key, exam, candidate, _) = try sat()
        _ = try folder.write("", to: "busy")
        let postman = Postman(house.database.outbox, try carrier()) { house.time.now }
        #expect(try postman.deliver() == 0 && kept().isEmpty)
        try FileManager.default.removeItem(atPath: folder.path(of: "busy"))
        house.pass(minutes: 1)
        #expect(try postman.deliver() == 1)
        #expect(try folder.read("problems") == nil)
        let kept = try kept()
        #expect(kept.map(\.did).filter { $0 != "answered" } == ["completed", "failed"])
        #expect(kept.filter { $0.did == "answered" }.count == 1)
        let first = try #require(kept.first)
        #expect(first.result?.response == key && first.result?.score?["scaled"] == 1 && first.result?.success == true)
        #expect(Set(kept.map(\.actor.account)) == [["homePage": "https://exams.example.org", "name": candidate]])
        #expect(kept.last?.object.id == exam)
    }

    @Test func `are taken by a store that others wrote, once however often they are sent`() throws {
        let ralph = try PythonServer("Tests/CourierTests/Scripts/lrs.py", of: "records", [folder.path])
        let (house, _, _, candidate, _) = try sat()
        let carrier = try StatementCarrier(to: "http://127.0.0.1:\(ralph.port)/xAPI", key: "key", secret: "secret")
        let now = house.time.now
        let taken = try #require(
            try house.database.outbox.takeUp(.statements, at: now, until: now.adding(milliseconds: 1)))
        for _ in 0..<3 { #expect(carrier.carry(taken.outgoing) == .carried) }
        let lines = (try folder.read("records/statements.jsonl") ?? "").split(separator: "\n")
        let kept = try lines.map { try JSONDecoder().decode(Kept.self, from: Data($0.utf8)) }
        #expect(kept.map(\.did) == ["answered", "completed", "failed"])
        #expect(Set(kept.map { $0.actor.account["name"] }) == [candidate])
        let stranger = try StatementCarrier(to: "http://127.0.0.1:\(ralph.port)/xAPI", key: "key", secret: "wrong")
        #expect(stranger.carry(taken.outgoing) == .notNow("the learning record store said 401"))
        let nothing = Outgoing(.statements, about: "x", "[{\"id\":\"no\"}]", since: now)
        #expect(carrier.carry(nothing) == .never("the learning record store said 422"))
    }

    @Test func `are taken back where what they tell of counts no longer, once`() throws {
        let (house, _, _, _, void) = try sat()
        let postman = Postman(house.database.outbox, try carrier()) { house.time.now }
        try void()
        #expect(try postman.deliver() == 2 && postman.deliver() == 0)
        #expect(try folder.read("problems") == nil)
        let kept = try kept()
        let voided = kept.filter { $0.did == "voided" }
        #expect(Set(voided.map(\.object.id)) == Set(kept.filter { $0.did != "voided" }.map(\.id)))
        #expect(voided.count == 3 && kept.count == 6)
    }

    @Test func `that take others back are taken by a store that others wrote`() throws {
        let ralph = try PythonServer("Tests/CourierTests/Scripts/lrs.py", of: "records", [folder.path])
        let (house, _, _, _, void) = try sat()
        try void()
        let carrier = try StatementCarrier(to: "http://127.0.0.1:\(ralph.port)/xAPI", key: "key", secret: "secret")
        let now = house.time.now
        for subject in ["statements", "voided"] {
            let taken = try #require(
                try house.database.outbox.takeUp(.statements, at: now, until: now.adding(milliseconds: 1)))
            #expect(taken.outgoing.subject.hasPrefix(subject))
            // A file of this store is written once.
            if subject == "voided" { for _ in 0..<2 { #expect(carrier.carry(taken.outgoing) == .carried) } }
        }
        let lines = (try folder.read("records/statements.jsonl") ?? "").split(separator: "\n")
        let kept = try lines.map { try JSONDecoder().decode(Kept.self, from: Data($0.utf8)) }
        #expect(kept.map(\.did) == ["voided", "voided", "voided"])
    }

    @Test func `that a store does not understand are given up, and wait where it may be mended`() throws {
        let outgoing = Outgoing(.statements, about: "x", "[{\"id\":\"no\"}]", since: Moment(milliseconds: 0))
        #expect(try carrier().carry(outgoing) == .never("the learning record store said 400"))
        #expect(try carrier("wrong").carry(outgoing) == .notNow("the learning record store said 401"))
        let nowhere = try StatementCarrier(to: "http://127.0.0.1:9", key: "", secret: "")
        guard case .notNow = nowhere.carry(outgoing) else { return #expect(Bool(false), "nobody is there") }
    }

    @Test(arguments: ["http://lrs.example.org", "lrs", "https://lrs.example.org/?x", "https://a@b"])
    func `go to https addresses alone`(endpoint: String) {
        #expect(throws: TransferFault.self) { try StatementCarrier(to: endpoint, key: "", secret: "") }
    }
}
