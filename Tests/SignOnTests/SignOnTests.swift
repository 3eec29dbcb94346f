import Couriers
import Foundation
import Machine
import PythonPackages
import Scoring
import SignOn
import Synchronization
import Team
import Testing

/// A provider that is scripted from the specification, whose tokens others' code makes.
private final class Scripted: Sendable {
    let server: PythonServer
    let desk: SignOnDesk
    private let ahead: Ahead

    /// How far the house's clock is ahead.
    private final class Ahead: Sendable {
        let milliseconds = Mutex<Int64>(0)
    }

    init(secret: String = "s:cret /", within patience: Int = 10) throws {
        server = try PythonServer("Tests/SignOnTests/Scripts/provider.py", of: "signon", ["scripted"])
        let ahead = Ahead()
        self.ahead = ahead
        let provider = try Provider(
            "http://127.0.0.1:\(server.port)", client: "house", secret: secret, named: "the office")
        desk = SignOnDesk(
            at: provider, comingBackTo: "https://exams.example.org/back", by: WebClient(within: patience)
        ) { MachineTime().now.adding(milliseconds: ahead.milliseconds.withLock(\.self)) }
    }

    /// Lets seconds pass for the house, and not for the provider.
    func pass(seconds: Int64) { ahead.milliseconds.withLock { $0 += seconds * 1_000 } }

    func comeBack(_ fault: String) throws -> SignOnDesk.Vouched {
        let flow = SignOnFlow(.signIn(to: "/"))
        let address = try desk.address(for: flow)
        let fields = try #require(URLComponents(string: address)?.queryItems)
        func field(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }
        let answer = ["state": field("state"), "code": "\(fault).\(field("nonce")).\(field("code_challenge"))"]
        return try desk.vouched(for: flow) { answer[$0] ?? "" }
    }
}

@Suite struct `A provider` {
    @Test func `vouches for people, whichever key it signs with now`() throws {
        let scripted = try Scripted()
        let issuer = "http://127.0.0.1:\(scripted.server.port)"
        let ada = SignOnDesk.Vouched(
            identity: Identity(issuer: issuer, subject: "ada"), name: "Ada", address: "ada@example.org")
        for way in ["good", "late", "both", "unnamed"] { #expect(try scripted.comeBack(way) == ada, "\(way)") }
        for way in ["rotate", "elliptic"] {
            // Nobody makes the house ask for keys all the time.
            #expect(throws: TeamError.self) { try scripted.comeBack(way) }
            scripted.pass(seconds: 11)
            #expect(try scripted.comeBack("good") == ada)
        }
        #expect(try scripted.comeBack("unverified").address == nil)
    }

    @Test func `is not believed where a token has a fault`() throws {
        let scripted = try Scripted()
        _ = try scripted.comeBack("good")
        let faults = [
            "issuer": "somebody else made it", "slash": "somebody else made it", "noiss": "somebody else made it",
            "audience": "for somebody else", "audiences": "for somebody else", "party": "for somebody else",
            "noaud": "for somebody else", "expired": "expired", "noexp": "expired", "words": "expired",
            "future": "another time", "old": "another time", "noiat": "another time", "notyet": "another time",
            "nonce": "another question", "nononce": "another question", "nobody": "who it is", "number": "who it is",
            "nosub": "who it is", "unknown": "nobody published", "none": "not taken here", "shared": "not taken here",
            "critical": "not taken here", "stranger": "signature is wrong", "changed": "signature is wrong",
            "cut": "signature is wrong", "path": "nobody published", "empty": "nobody published",
            "list": "signature is wrong", "own": "signature is wrong", "weak": "nobody published",
            "zero": "nobody published",
        ]
        for (fault, words) in faults {
            let error = #expect(throws: TeamError.self, "\(fault)") { try scripted.comeBack(fault) }
            #expect(
                error?.kind == .invalid && error?.problem.contains(words) == true, "\(fault): \(error?.problem ?? "")")
        }
    }

    @Test func `gives nothing to whoever has not the secret, or did not begin`() throws {
        let error = #expect(throws: TeamError.self) { try Scripted(secret: "wrong").comeBack("good") }
        #expect(error?.problem.contains("does not say who you are") == true)
        let scripted = try Scripted()
        let (mine, other) = (SignOnFlow(.signIn(to: "/")), SignOnFlow(.signIn(to: "/")))
        for answer in [
            ["state": other.state, "code": "x"], ["code": "x"], ["state": mine.state],
            ["state": mine.state, "code": "x", "iss": "https://evil.example"],
            ["state": mine.state, "code": "x", "error": "access_denied"],
            ["state": mine.state, "code": "good.\(mine.nonce).other"],
        ] {
            let error = #expect(throws: TeamError.self) { try scripted.desk.vouched(for: mine) { answer[$0] ?? "" } }
            #expect(error?.kind == .invalid)
        }
    }

    @Test func `that is slow, says too much or is gone is told`() throws {
        let scripted = try Scripted(within: 1)
        for way in ["slow", "large"] {
            #expect(throws: TeamError.self) { try scripted.comeBack(way) }
        }
        let gone = SignOnDesk(
            at: try Provider("http://127.0.0.1:9", client: "house", secret: nil, named: "the office"),
            comingBackTo: "https://exams.example.org/back"
        ) { MachineTime().now }
        let error = #expect(throws: TeamError.self) { try gone.address(for: SignOnFlow(.connect)) }
        #expect(error?.kind == .unavailable && error?.problem == "the office does not answer")
    }

    @Test func `is not asked for what its own documents get wrong`() throws {
        let server = try PythonServer("Tests/SignOnTests/Scripts/provider.py", of: "signon", ["scripted"])
        for (fault, isRight) in [
            "own": true, "lies": false, "moved": false, "slow": false, "large": false, "open": false, "words": false,
            "deep": false,
        ] {
            let provider = try Provider(
                "http://127.0.0.1:\(server.port)/\(fault)", client: "house", secret: nil, named: "the office")
            let desk = SignOnDesk(
                at: provider, comingBackTo: "https://exams.example.org/back", by: WebClient(within: 1)
            ) { MachineTime().now }
            do {
                _ = try desk.address(for: SignOnFlow(.signIn(to: "/")))
                #expect(isRight, "\(fault)")
            } catch { #expect(!isRight && error.kind == .unavailable, "\(fault)") }
        }
    }

    @Test func `signs by a curve in no way that needs no key`() throws {
        let scripted = try Scripted()
        _ = try scripted.comeBack("elliptic")
        let error = #expect(throws: TeamError.self) { try scripted.comeBack("zero") }
        #expect(error?.problem.contains("signature is wrong") == true)
    }

    @Test(arguments: [
        "http://login.example.org", "login.example.org", "https://", "https://a@b", "https://a?x", "ftp://a",
        "https://a b",
    ])
    func `is asked by https alone`(issuer: String) {
        #expect(throws: TeamError.self) { try Provider(issuer, client: "house", secret: nil, named: "x") }
    }
}

@Suite struct `A way to a provider and back` {
    @Test func `is known again by its cookie, in its session, for its purpose`() throws {
        let session = Token.new()
        for purpose: SignOnFlow.Purpose in [.signIn(to: "/exams"), .join(Token.new().text), .connect] {
            let flow = SignOnFlow(purpose, in: session)
            #expect(SignOnFlow(flow.text, in: session) == flow && flow.state != flow.nonce)
            #expect(SignOnFlow(purpose, in: session).state != flow.state)
            #expect((SignOnFlow(flow.text, in: Token.new())?.state == flow.state) == (purpose != .connect))
        }
        let secret = SignOnFlow(.connect).text.prefix(43)
        #expect(SignOnFlow("\(secret).in.Lw", in: nil)?.state != SignOnFlow("\(secret).in.L2E", in: nil)?.state)
        for text in ["", "a.b.c", "\(secret).out.", "\(secret).in", "\(secret).in.%", "\(secret).in.Lw.x"] {
            #expect(SignOnFlow(text, in: nil) == nil)
        }
    }
}
