#if Server
import LearningTools
import Machine
import PseudoTerminal
import SampleExams
import SampleHouse
import SignOn
import Team
import TeamStores
import Testing
import Web
import WebTokens

/// A server without a socket.
struct Server {
    let house: House
    let site: Site
    /// Takes in whom learning systems send; nil where none does.
    let launches: LaunchDesk?
    static let place = "https://exams.example.org"

    /// - Parameters:
    ///   - lesson: Whose exams it gives; nil for the usual ones.
    ///   - signOn: Lets people sign in elsewhere; nil where nobody vouches for them.
    ///   - signer: Signs what learning systems are told; nil where none sends people.
    /// - Throws: Where its database cannot be made.
    init(of lesson: LessonPack? = nil, signOn: SignOnDesk? = nil, signer: TokenSigner? = nil) throws {
        let house = try House(limits: SignInLimits(byAccount: 3), of: lesson)
        self.house = house
        launches = signer.map { signer in
            LaunchDesk(of: house.database.platforms, at: Self.place, signingBy: signer) { MachineTime().now }
        }
        let pages = repository("Sources/Web")
        site = Site(
            house.accounts, house.desk, house.training, signOn: signOn, launches: launches,
            outbox: house.database.outbox,
            at: try #require(PublicAddress(Self.place)),
            renderer: try MustacheRenderer(folder: "\(pages)/Pages"), files: try StaticFiles(folder: "\(pages)/Static"))
    }

    /// The first administrator in a browser.
    func administrator() throws -> Visitor {
        let token = try #require(try house.accounts.inviteFirstAdministrator())
        var root = Visitor(to: site)
        root.post(
            "/invitation/\(token.text)",
            ["name": "Root", "address": "root@example.org", "password": House.password])
        return root
    }

    /// Somebody of these roles in a browser.
    func somebody(_ name: String, _ roles: Set<Role>, by administrator: Visitor) throws -> Visitor {
        let root = try house.accounts.actor(for: administrator.token)
        let invited = try house.accounts.invite(name, at: "\(name)@example.org", as: roles, by: root)
        var visitor = Visitor(to: site)
        visitor.post("/invitation/\(invited.token.text)", ["name": name, "password": House.password])
        return visitor
    }
}

/// A browser that keeps one cookie and reads keys off pages.
struct Visitor {
    private let site: Site
    private(set) var cookie: String?
    /// What is kept on the way to somebody who vouches for people.
    var way: String?
    /// What was got last.
    private(set) var answer = WebAnswer(0)

    init(to site: Site) { self.site = site }

    var status: Int { answer.status }
    var page: String { String(decoding: answer.bytes, as: UTF8.self) }
    var token: Token? { cookie?.split(separator: "=", maxSplits: 1).last.flatMap { Token(String($0)) } }

    mutating func get(_ path: String, _ more: [String: String] = [:]) { send(.get, path, [], more) }

    /// Sends a form as a page of the server does.
    mutating func post(_ path: String, _ form: [String: String] = [:], _ more: [String: String] = [:]) {
        post(path, pairs: form.map { ($0, $1) }, more)
    }

    mutating func post(_ path: String, pairs: [(String, String)], _ more: [String: String] = [:]) {
        let key = token.map { [("key", $0.formKey)] } ?? []
        let body = (pairs + key).map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        let fields = ["content-type": "application/x-www-form-urlencoded", "origin": Server.place]
        send(.post, path, Array(body.utf8), fields.merging(more) { $1 })
    }

    /// Sends a form with files, each in a field and under a name, whatever their bytes are.
    mutating func upload(_ path: String, _ files: [(String, String, [UInt8])], _ form: [String: String] = [:]) {
        let line = "--b7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data; name="
        let fields = form.merging(["key": token?.formKey ?? ""]) { $1 }
        var body = Array(fields.map { "\(line)\"\($0)\"\r\n\r\n\($1)\r\n" }.joined().utf8)
        for (field, name, bytes) in files {
            body += "\(line)\"\(field)\"; filename=\"\(name)\"\r\n\r\n".utf8
            body += bytes + Array("\r\n".utf8)
        }
        send(
            .post, path, body + Array("--b7MA4YWxkTrZu0gW--\r\n".utf8),
            ["content-type": "multipart/form-data; boundary=b7MA4YWxkTrZu0gW", "origin": Server.place])
    }

    /// Sends a form with files as a browser does.
    mutating func upload(_ path: String, _ files: [(name: String, text: String)]) {
        let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"
        var body = "--\(boundary)\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\n\(token?.formKey ?? "")\r\n"
        for file in files {
            body +=
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n"
                + "Content-Type: text/csv\r\n\r\n\(file.text)\r\n"
        }
        body += "--\(boundary)--\r\n"
        send(
            .post, path, Array(body.utf8),
            ["content-type": "multipart/form-data; boundary=\(boundary)", "origin": Server.place])
    }

    /// Sends something as it is, without a header field where it is empty.
    mutating func send(_ method: WebRequest.Method, _ path: String, _ body: [UInt8], _ more: [String: String]) {
        var fields = ["host": "exams.example.org", "cookie": [cookie, way].compactMap(\.self).joined(separator: "; ")]
        fields.merge(more) { $1 }
        fields = fields.filter { !$0.value.isEmpty }
        answer = site.respond(to: WebRequest(method, path, fields: fields, body: body, from: "192.0.2.1"))
        for field in answer.fields where field.name == "set-cookie" {
            let cookie = String(field.value.prefix { $0 != ";" })
            let kept = cookie.hasSuffix("=") ? nil : cookie
            let isOfWay = ["way=", "launch="].contains { cookie.hasPrefix("__Host-preceptor-\($0)") }
            if isOfWay { way = kept } else { self.cookie = kept }
        }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
#endif
