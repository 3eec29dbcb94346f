import Couriers
import Foundation
import Machine
import PseudoTerminal
import PythonPackages
import SampleHouse
import Scoring
import SelfSigned
import Team
import TeamStores
import Testing

/// What a mail server took on.
private struct Received: Decodable {
    let from: String
    let to: [String]
    let text: String
    let encrypted: Bool

    /// The lines of the header, unfolded.
    var header: [String] {
        let head = text.replacing("\r\n", with: "\n").split(separator: "\n\n", maxSplits: 1).first ?? ""
        return head.replacing("\n ", with: " ").split(separator: "\n").map(String.init)
    }

    var words: String {
        let body = text.replacing("\r\n", with: "\n").split(separator: "\n\n", maxSplits: 1).last ?? ""
        return Data(base64Encoded: String(body.replacing("\n", with: ""))).map { String(decoding: $0, as: UTF8.self) }
            ?? ""
    }
}

/// A mail server of a way, and what it took on.
private struct MailHouse {
    let folder: TemporaryFolder
    let server: PythonServer
    let host: String

    init(_ way: String, at host: String = "127.0.0.1") throws {
        folder = try TemporaryFolder()
        self.host = host
        if way == "starttls" || way == "smtps" { _ = try SelfSigned("mail", in: folder, for: "IP:\(host)") }
        server = try PythonServer("Tests/CourierTests/Scripts/mail.py", of: "mail", [folder.path, host, way])
    }

    func carrier(
        _ scheme: String = "smtp", user: String? = nil, password: String? = nil, trusting file: String? = nil,
        within patience: Int = 20
    ) throws -> MailCarrier {
        let place = "\(scheme)://\(host):\(server.port)"
        return MailCarrier(
            to: try MailServer(place, sender: "Exäms <exams@example.org>", user: user, password: password),
            trusting: file, within: patience)
    }

    func received() throws -> [Received] {
        try (folder.read("letters.jsonl") ?? "").split(separator: "\n").map {
            try JSONDecoder().decode(Received.self, from: Data($0.utf8))
        }
    }
}

private func letter(to name: String = "Ada", _ title: String = "An exam", _ paragraphs: [String] = ["Words."]) throws
    -> Outgoing
{
    let text = try JSONEncoder().encode(
        Letter(to: name, at: #require(MailAddress("ada@example.org")), title, paragraphs))
    return Outgoing(.mail, about: "one", String(decoding: text, as: UTF8.self), since: Moment(milliseconds: 86_399_000))
}

@Suite struct `Letters` {
    @Test func `come to a mail server that others wrote, as they were written`() throws {
        let house = try MailHouse("good")
        let words = ["Größe ✓", ".", ".dot\r\n.\r\nQUIT", String(repeating: "long ", count: 300)]
        #expect(try house.carrier().carry(letter(to: "Ada Ö", "Prüfung", words)) == .carried)
        let received = try #require(try house.received().first)
        #expect(received.from == "exams@example.org" && received.to == ["ada@example.org"])
        #expect(received.words == words.joined(separator: "\r\n\r\n") + "\r\n")
        #expect(received.header.contains("Date: 1 Jan 1970 23:59:59 +0000"))
        #expect(received.header.contains("Subject: =?utf-8?B?\(Data("Prüfung".utf8).base64EncodedString())?="))
        #expect(received.header.contains { $0.hasPrefix("Message-ID: <") && $0.hasSuffix("@example.org>") })
    }

    @Test(arguments: [
        "Eve\r\nBcc: all@example.org", "Eve\nBcc: all@example.org", "Eve\rBcc: x@example.org", "Eve> <all@example.org",
        "\"Eve\" <all@example.org>,", "=?utf-8?Q?Eve?=\r\n\r\nbody", String(repeating: "Ä", count: 400),
        "Eve\u{2028}Bcc: all@example.org", "Eve\u{0}", "e\u{301}\r\nBcc: all@example.org",
    ])
    func `have no line in their header that somebody typed`(name: String) throws {
        let house = try MailHouse("good")
        #expect(try house.carrier().carry(letter(to: name, name)) == .carried)
        let received = try #require(try house.received().first)
        let names = received.header.map { String($0.prefix { $0 != ":" }) }
        #expect(
            names.filter { !$0.hasPrefix("X-") } == [
                "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
            ])
        #expect(received.to == ["ada@example.org"] && received.words == "Words.\r\n")
        #expect(received.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 200 })
    }

    @Test(arguments: ["busy", "gone", "slow"]) func `wait where the server cannot take them on`(way: String) throws {
        let house = try MailHouse(way)
        let came = try house.carrier(within: 2).carry(letter())
        guard case .notNow(let problem) = came else { return #expect(came == .notNow("")) }
        #expect(!problem.isEmpty && !problem.contains("Words"))
        #expect(try house.received().isEmpty)
    }

    @Test func `are given up where the server refuses them for good`() throws {
        let house = try MailHouse("refuses")
        let came = try house.carrier().carry(letter())
        guard case .never(let problem) = came else { return #expect(came == .never("")) }
        #expect(problem.contains("550"))
        #expect(try house.received().isEmpty)
    }

    @Test func `wait where no server is there`() throws {
        let port = try MailHouse("good").server.port
        let server = try MailServer("smtp://127.0.0.1:\(port)", sender: "a@example.org", user: nil, password: nil)
        guard case .notNow = MailCarrier(to: server, within: 5).carry(try letter()) else {
            return #expect(Bool(false), "nobody listens")
        }
    }

    @Test func `go to a server that asks who comes`() throws {
        let house = try MailHouse("who")
        #expect(try house.carrier(user: "exams", password: "secret words").carry(letter()) == .carried)
        for password in ["wrong", ""] {
            guard case .notNow = try house.carrier(user: "exams", password: password).carry(letter()) else {
                return #expect(Bool(false), "a wrong password may be mended")
            }
        }
        #expect(try house.received().count == 1)
    }

    /// 127.0.0.2 is another machine to the carrier.
    @Test(arguments: [("starttls", "smtp"), ("smtps", "smtps")])
    func `are encrypted on their way to another machine, whose certificate is trusted`(
        way: String, scheme: String
    ) throws {
        let house = try MailHouse(way, at: "127.0.0.2")
        #expect(try house.carrier(scheme, trusting: house.folder.path(of: "mail.pem")).carry(letter()) == .carried)
        #expect(try house.received().map(\.encrypted) == [true])
        guard case .notNow = try house.carrier(scheme).carry(letter()) else {
            return #expect(Bool(false), "nobody vouches for the certificate")
        }
        #expect(try house.received().count == 1)
    }

    @Test func `are said to no other machine in the clear`() throws {
        let house = try MailHouse("good", at: "127.0.0.2")
        guard case .notNow = try house.carrier().carry(letter()) else {
            return #expect(Bool(false), "the server does not encrypt")
        }
        #expect(try house.received().isEmpty)
    }

    @Test(arguments: [
        "mail.example.org", "http://mail.example.org", "smtp://", "smtp://mail:0", "smtp://mail:99999", "smtp://a b",
        "smtp://mail/path", "smtp://me@mail", "smtp://:25",
    ])
    func `need a server`(place: String) {
        #expect(throws: TransferFault.self) {
            try MailServer(place, sender: "a@example.org", user: nil, password: nil)
        }
    }

    @Test(arguments: ["", "nobody", "a@b@c", "a@b\r\nBcc: c@d", "<a@b", "A <a@b> <c@d>"])
    func `need a sender`(sender: String) {
        #expect(throws: TransferFault.self) {
            try MailServer("smtp://mail.example.org", sender: sender, user: nil, password: nil)
        }
    }

    @Test func `go from an invitation to a mailbox`() throws {
        let mail = try MailHouse("good")
        let house = try House()
        let root = try house.administrator()
        let invited = try house.accounts.invite("Ben", at: "ben@example.org", as: [.learner], by: root)
        let postman = Postman(house.database.outbox, try mail.carrier()) { house.time.now }
        #expect(try postman.deliver() == 1)
        #expect(try postman.deliver() == 0)
        let received = try #require(try mail.received().first)
        #expect(received.to == ["ben@example.org"])
        #expect(received.words.contains("https://exams.example.org/invitation/\(invited.token.text)\r\n"))
    }
}
