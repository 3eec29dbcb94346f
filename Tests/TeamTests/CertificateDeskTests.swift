import Content
import Credentials
import Examining
import Quiz
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

@Suite struct `Certificates of a house` {
    private let room: ExamHouse

    init() throws {
        room = try ExamHouse(candidates: 2)
        try room.assign()
    }

    private func makeIssuer() throws {
        try room.desk.makeIssuer(named: " The  house ", at: "https://exams.example.org", by: room.root)
    }

    @Test func `need an issuer, who is made once`() throws {
        let name = try room.sit()
        #expect(try room.desk.issuer() == nil && room.desk.certificates(for: room.lead).isEmpty)
        #expect(kind { try room.desk.certify(name, days: 9, isDespiteDoubts: true, by: room.lead) } != "done")
        for (name, address) in [
            ("", "https://exams.example.org"), ("x", "no address"), ("x", "https://exams.example.org\" x=\""),
        ] {
            #expect(kind { try room.desk.makeIssuer(named: name, at: address, by: room.root) } != "done", "\(address)")
        }
        try makeIssuer()
        #expect(try room.desk.issuer()?.name == "The house")
        #expect(kind { try makeIssuer() } == "exam taken")
        #expect(try room.house.accounts.trail(99, for: room.root).filter { $0.action == .madeIssuer }.count == 1)
    }

    @Test func `are for attempts that were passed, are whole, and count`() throws {
        try makeIssuer()
        let (passed, failed) = (try room.sit(), try room.sit(isRight: false, by: room.candidates[1]))
        let open = try room.begin()
        func certify(_ name: String) -> String {
            kind { try room.desk.certify(name, days: 9, isDespiteDoubts: true, by: room.lead) }
        }
        #expect(certify(failed) == "exam checkFailed" && certify(open) == "exam checkFailed")
        #expect(certify("nobody-1") == "exam notFound" && certify("../\(passed)") == "exam notFound")
        try room.desk.handIn(open, by: room.ada)
        try room.desk.void(passed, because: "x", by: room.lead)
        #expect(certify(passed) == "exam checkFailed")
        #expect(try room.desk.certificates(for: room.lead).isEmpty)
        #expect(try room.house.accounts.trail(99, for: room.root).allSatisfy { $0.action != .certified })
    }

    @Test(arguments: [(0, false), (-1, false), (1, true), (730, true), (.max, false), (4_000_000, false)])
    func `are valid for so many days`(days: Int, isOne: Bool) throws {
        try makeIssuer()
        let name = try room.sit()
        #expect(
            kind { try room.desk.certify(name, days: days, isDespiteDoubts: true, by: room.lead) }
                == (isOne ? "done" : "exam invalid"))
        #expect(try room.desk.certificates(for: room.lead).count == (isOne ? 1 : 0))
    }

    @Test func `are shown to whoever has the link, until they end or are taken back`() throws {
        try makeIssuer()
        let name = try room.sit()
        let id = try room.desk.certify(name, days: 30, isDespiteDoubts: true, by: room.lead)
        let shown = try room.desk.certificate(id)
        #expect(shown.problem == nil && shown.signed?.certificate.candidate == "ada" && shown.candidate == "ada")
        #expect(shown.record.scoreBand == "90 to 100 %")
        #expect(try room.desk.certificates(of: name, for: room.ada) == [id])
        #expect(kind { _ = try room.desk.certificates(of: name, for: room.candidates[1]) } == "notFound")
        for wrong in ["", "urn:uuid:none", id + " ", id.uppercased()] where wrong != id {
            #expect(kind { _ = try room.desk.certificate(wrong) } == "notFound", "\(wrong)")
        }
        room.house.pass(minutes: 30 * 24 * 60 - 1)
        #expect(try room.desk.certificate(id).problem == nil)
        room.house.pass(minutes: 24 * 60)
        #expect(try room.desk.certificate(id).problem != nil && room.desk.certificate(id).signed == nil)
    }

    @Test func `are taken back once, with a reason that stands with them`() throws {
        try makeIssuer()
        let id = try room.desk.certify(try room.sit(), days: 30, isDespiteDoubts: true, by: room.lead)
        #expect(kind { try room.desk.revoke(id, because: " ", by: room.lead) } == "invalid")
        #expect(kind { try room.desk.revoke("urn:uuid:none", because: "x", by: room.lead) } == "notFound")
        try room.desk.revoke(id, because: "Issued  by mistake", by: room.lead)
        #expect(kind { try room.desk.revoke(id, because: "again", by: room.lead) } != "done")
        let shown = try room.desk.certificate(id)
        #expect(shown.signed == nil && shown.problem?.contains("Issued by mistake") == true)
        #expect(try room.desk.certificates(for: room.lead).map(\.revocation?.reason) == ["Issued by mistake"])
        let entry = try #require(try room.house.accounts.trail(1, for: room.root).first)
        #expect(entry.action == .revoked && entry.to == id && entry.note == "Issued by mistake")
        // Another node knows of it at once.
        #expect(try room.house.otherNode().desk.certificate(id).signed == nil)
    }

    @Test func `are listed, the last first, and each has an id of its own`() throws {
        try makeIssuer()
        let names = [try room.sit(), try room.sit(by: room.candidates[1])]
        let ids = try names.map { try room.desk.certify($0, days: 30, isDespiteDoubts: true, by: room.lead) }
        #expect(Set(ids).count == 2)
        #expect(try room.desk.certificates(for: room.lead).map(\.record.id) == ids.reversed())
        #expect(try room.house.accounts.trail(2, for: room.root).map(\.to) == names.reversed())
    }
}
