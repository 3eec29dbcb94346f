import COpenSSL
import PseudoTerminal
import SelfSigned
import Testing

@testable import TLS

@Suite struct `A connection that is encrypted` {
    private let folder: TemporaryFolder
    private let certificate: ServerCertificate

    init() throws {
        folder = try TemporaryFolder()
        let files = try SelfSigned("exams", in: folder)
        certificate = try ServerCertificate(chain: files.chain, key: files.key)
    }

    @Test(arguments: [0, 1, 100, 16_383, 16_384, 16_385, 300_000])
    func `carries what both sides say, whatever its length`(count: Int) throws {
        let (client, session) = (try Client(), try TLSSession(showing: certificate))
        try client.meet(session)
        #expect(session.isEstablished)
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let sealed = client.say(bytes)
        #expect(try session.open(sealed).said == bytes)
        try session.say(bytes)
        client.take(session.sealed())
        #expect(client.heard() == bytes)
        let (said, isEnd) = try session.open(client.end())
        #expect(said == [] && isEnd)
        session.end()
        client.take(session.sealed())
        #expect(client.heard() == [] && client.isAtEnd)
    }

    @Test func `comes about whatever pieces it comes in`() throws {
        let (client, session) = (try Client(), try TLSSession(showing: certificate))
        for byte in client.sent() { #expect(try session.open([byte]).said == [] && !session.isEstablished) }
        client.take(session.sealed())
        var heard: [UInt8] = []
        for byte in client.sent() + client.say(Array("a question".utf8)) { heard += try session.open([byte]).said }
        #expect(session.isEstablished && heard == Array("a question".utf8))
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "\u{16}\u{3}\u{1}", "\u{80}", String(repeating: "x", count: 70_000),
    ])
    func `is none with who speaks otherwise`(words: String) throws {
        let session = try TLSSession(showing: certificate)
        // A piece of a first word may still be one.
        if words.utf8.count > 5 {
            #expect(throws: TLSFault.self) { try session.open(Array(words.utf8)) }
            #expect(throws: TLSFault.self) { try session.open(Array(words.utf8)) }
        } else {
            #expect(try session.open(Array(words.utf8)).said == [])
        }
        #expect(!session.isEstablished)
        #expect(throws: TLSFault.self) { try session.say([1]) }
        session.end()
    }

    /// What is changed on its way is never taken for what was said.
    @Test func `says nothing of what was changed on its way`() throws {
        for place in stride(from: 0, to: 60, by: 7) {
            let (client, session) = (try Client(), try TLSSession(showing: certificate))
            try client.meet(session)
            var sealed = client.say(Array("99601 x1, 99602 x2 and much more of it".utf8))
            sealed[place] ^= 1
            // A changed length may leave it waiting for more.
            let said = (try? session.open(sealed))?.said ?? []
            #expect(said == [], "\(place)")
        }
    }

    @Test(arguments: [(TLS1_VERSION, false), (TLS1_1_VERSION, false), (TLS1_2_VERSION, true), (TLS1_3_VERSION, true)])
    func `is of a version that is safe`(version: Int32, isSpoken: Bool) throws {
        let (client, session) = (try Client(upTo: version), try TLSSession(showing: certificate))
        if isSpoken { try client.meet(session) } else { #expect(throws: TLSFault.self) { try client.meet(session) } }
        #expect(session.isEstablished == isSpoken)
    }
}
