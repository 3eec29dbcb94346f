#if Server
import Couriers
import Foundation
import Machine
import PseudoTerminal
import PythonPackages
import SampleHouse
import SignOn
import Team
import TeamStores
import Testing
import Web

/// A house whose people sign in at a provider that others wrote.
private struct Connected {
    let provider: PythonServer
    let server: Server

    init() throws {
        provider = try PythonServer("Tests/SignOnTests/Scripts/provider.py", of: "signon", ["mock"])
        let known = try Provider(
            "http://127.0.0.1:\(provider.port)", client: "house", secret: "secret", named: "the office")
        server = try Server(
            signOn: SignOnDesk(at: known, comingBackTo: "\(Server.place)/sign-in/provider/back") { MachineTime().now })
    }

    /// Signs in at the provider as somebody, and tells where it sends the browser back to.
    func signIn(_ subject: String, at address: String?) throws -> String {
        let address = try #require(address)
        let answer = try run(
            "/usr/bin/curl", ["-s", "-o", "/dev/null", "-w", "%{redirect_url}", "-d", "sub=\(subject)", address])
        #expect(answer.output.hasPrefix("\(Server.place)/sign-in/provider/back?"), "\(answer.output)")
        return String(answer.output.dropFirst(Server.place.count))
    }

    /// Takes an invitation up by the provider.
    func join(_ name: String, as subject: String, by root: Visitor) throws -> Visitor {
        let actor = try server.house.accounts.actor(for: root.token)
        let invited = try server.house.accounts.invite(name, at: "\(name)@example.org", as: [.learner], by: actor)
        var visitor = Visitor(to: server.site)
        visitor.get("/invitation/\(invited.token.text)")
        #expect(visitor.page.contains("Come in by the office"))
        visitor.get("/invitation/\(invited.token.text)/provider")
        visitor.get(try signIn(subject, at: visitor.answer.field("location")))
        return visitor
    }
}

@Suite struct `Pages for signing in elsewhere` {
    private let connected: Connected
    private let root: Visitor

    init() throws {
        connected = try Connected()
        root = try connected.server.administrator()
    }

    private func visitor() -> Visitor { Visitor(to: connected.server.site) }

    @Test func `let in whoever was invited, and then knows the way`() throws {
        let joined = try connected.join("ada", as: "ada-at-office", by: root)
        #expect(joined.status == 303 && joined.answer.field("location") == "/" && joined.token != nil)
        var again = visitor()
        again.get("/sign-in?to=%2Ftraining")
        let way = try #require(again.page.firstMatch(of: /href="(\/sign-in\/provider[^"]*)"/))
        again.get(String(way.1))
        again.get(try connected.signIn("ada-at-office", at: again.answer.field("location")))
        #expect(again.status == 303 && again.answer.field("location") == "/training")
        again.get("/account")
        #expect(again.page.contains("ada@example.org") && again.page.contains("You can come in by the office, too."))
    }

    @Test func `tell nobody who is in`() throws {
        _ = try connected.join("ada", as: "ada-at-office", by: root)
        let ada = try #require(try connected.server.house.database.people.people().first { $0.name == "ada" })
        let actor = try connected.server.house.accounts.actor(for: root.token)
        try connected.server.house.accounts.shutOut(ada.id, true, by: actor)
        let pages = try ["ada-at-office", "stranger", "root@example.org"].map { subject in
            var visitor = visitor()
            visitor.get("/sign-in/provider?to=%2F")
            visitor.get(try connected.signIn(subject, at: visitor.answer.field("location")))
            #expect(visitor.status == 422 && visitor.token == nil)
            return visitor.page
        }
        #expect(Set(pages).count == 1 && pages[0].contains("Nobody comes in here by this account"))
    }

    @Test func `take an answer once, and of the browser that asked`() throws {
        _ = try connected.join("ada", as: "ada-at-office", by: root)
        var mine = visitor()
        mine.get("/sign-in/provider?to=%2F")
        let back = try connected.signIn("ada-at-office", at: mine.answer.field("location"))
        var other = visitor()
        other.get(back)
        #expect(other.status == 422 && other.token == nil, "it began elsewhere")
        other.get("/sign-in/provider?to=%2F")
        other.get(back)
        #expect(other.status == 422 && other.token == nil, "it is not the answer to this one")
        let way = mine.way
        mine.get(back)
        #expect(mine.token != nil && mine.way == nil)
        var late = visitor()
        late.way = way
        late.get(back)
        #expect(late.status == 422 && late.token == nil, "the code was used")
    }

    @Test func `connect an account of whoever is signed in, and let go of it`() throws {
        var root = root
        root.post("/account/provider")
        #expect(root.status == 200)
        let link = try #require(root.page.firstMatch(of: /href="(http:[^"]*)"/))
        let address = String(link.1).replacing("&amp;", with: "&")
        #expect(address.contains("prompt=login") && address.contains("code_challenge_method=S256"))
        let back = try connected.signIn("root-at-office", at: address)
        var other = visitor()
        other.way = root.way
        other.get(back)
        #expect(other.token == nil && other.status >= 300, "who is not signed in connects nothing")
        var ada = try connected.join("ada", as: "ada-at-office", by: root)
        ada.way = root.way
        ada.get(back)
        #expect(ada.status == 422, "it was begun in another's session")
        root.get(back)
        #expect(root.answer.field("location") == "/account?changed=provider")
        var again = visitor()
        again.get("/sign-in/provider?to=%2F")
        again.get(try connected.signIn("root-at-office", at: again.answer.field("location")))
        #expect(again.answer.field("location") == "/" && again.token != nil)
        root.post("/account/provider/disconnect")
        #expect(root.answer.field("location") == "/account?changed=provider")
        again.get("/")
        #expect(again.status == 303, "other sessions end")
        var late = visitor()
        late.get("/sign-in/provider?to=%2F")
        late.get(try connected.signIn("root-at-office", at: late.answer.field("location")))
        #expect(late.token == nil && late.status == 422)
    }

    @Test func `do not let go of the only way in`() throws {
        var ada = try connected.join("ada", as: "ada-at-office", by: root)
        ada.post("/account/provider/disconnect")
        #expect(ada.status == 422 && ada.page.contains("You have no password"))
    }

    @Test func `let nobody in twice`() throws {
        _ = try connected.join("ada", as: "ada-at-office", by: root)
        let second = try connected.join("ben", as: "ada-at-office", by: root)
        #expect(second.status == 409 && second.token == nil)
    }
}
#endif
