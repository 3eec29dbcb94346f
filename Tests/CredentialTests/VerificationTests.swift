import PseudoTerminal
import Testing

@testable import Credentials
@testable import Signatures

@Suite struct `A certificate` {
    @Test(arguments: [nil, "ada@example.org"]) func `is read back as it was issued`(email: String?) throws {
        let sample = try Sample(email: email, name: "Zoë \"Z\" <O'Neil> & Söhne \\ 東京")
        let signed = try sample.signed()
        let later = try #require(Timestamp(seconds: Sample.now))
        #expect(try sample.issuer.verify(signed.token, at: later) == signed)
    }

    @Test func `is refused with any one character changed`() throws {
        let sample = try Sample()
        let token = Array(try sample.signed().token.utf8)
        let others = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n".utf8)
        var accepted: [Int] = []
        for place in token.indices {
            // At the end, where spare bits lie, every other character; elsewhere three of them.
            let isLast = place + 2 > token.count || token[place + 1] == UInt8(ascii: ".")
            for other in isLast ? others : (1...3).map({ others[(place * 7 + $0 * 19) % others.count] })
            where other != token[place] {
                var changed = token
                changed[place] = other
                if try sample.refusal(of: String(decoding: changed, as: UTF8.self)) == nil { accepted.append(place) }
            }
        }
        #expect(accepted.isEmpty && token.count > 1_000)
    }

    @Test func `is refused with any one character removed, added or swapped with the next`() throws {
        let sample = try Sample()
        let token = Array(try sample.signed().token.utf8)
        for place in token.indices {
            var (shorter, longer, swapped) = (token, token, token)
            shorter.remove(at: place)
            longer.insert(UInt8(ascii: "A"), at: place)
            if place > 0 { swapped.swapAt(place - 1, place) }
            for changed in [shorter, longer, swapped] where changed != token {
                #expect(try sample.refusal(of: String(decoding: changed, as: UTF8.self)) != nil, "\(place)")
            }
        }
        #expect(try sample.refusal(of: String(decoding: token, as: UTF8.self)) == nil)
    }

    @Test func `that is cut off anywhere is said to be truncated or refused`() throws {
        let sample = try Sample()
        let token = try sample.signed().token
        for count in 0..<token.count { #expect(try sample.refusal(of: String(token.prefix(count))) == "truncated") }
    }

    @Test func `of other facts, but an old signature, is forged`() throws {
        let sample = try Sample()
        let parts = try sample.signed().token.split(separator: ".")
        let payload = String(decoding: try #require(Base64URL.decode(parts[1])), as: UTF8.self)
        let better = payload.split(separator: "80 to 89").joined(separator: "90 to 99")
        #expect(better != payload)
        let token = "\(parts[0]).\(Base64URL.encode(Array(better.utf8))).\(parts[2])"
        #expect(try sample.refusal(of: token) == "forged")
    }

    @Test func `signed by another key under this key's name is forged`() throws {
        let sample = try Sample()
        var forger = try Sample()
        let parts = try sample.signed().token.split(separator: ".")
        let message = "\(parts[0]).\(parts[1])"
        forger.key = SigningKey()
        let token = message + "." + Base64URL.encode(forger.key.sign(Array(message.utf8)))
        #expect(try sample.refusal(of: token) == "forged")
    }

    @Test func `names a key that nobody has without what a terminal would obey`() throws {
        let sample = try Sample()
        let header = #"{"alg":"EdDSA","kid":"a\u001B[2Jb\u202Ec"}"#
        let token = "\(Base64URL.encode(Array(header.utf8))).e30.\(String(repeating: "A", count: 86))"
        let refusal = #expect(throws: Refusal.self) {
            try sample.issuer.verify(token, at: try #require(Timestamp(seconds: Sample.now)))
        }
        #expect(refusal?.message.contains("the key a[2Jbc, which") == true)
    }

    @Test func `of another issuer has an unknown key`() throws {
        #expect(try Sample().refusal(of: try Sample().signed().token) == "unknown-key")
    }

    @Test(arguments: ["none", "HS256", "ES256", "eddsa"]) func `cannot choose how it is verified`(algorithm: String)
        throws
    {
        let sample = try Sample()
        let parts = try sample.signed().token.split(separator: ".")
        let header = #"{"alg":"\#(algorithm)","kid":"\#(sample.issuer.address(of: sample.key.publicKey))","typ":"JWT"}"#
        let message = "\(Base64URL.encode(Array(header.utf8))).\(parts[1])"
        let token = message + "." + Base64URL.encode(sample.key.sign(Array(message.utf8)))
        #expect(try sample.refusal(of: token) == "unreadable")
    }

    @Test func `is good from its first second to before its last`() throws {
        let sample = try Sample(days: 10)
        let token = try sample.signed().token
        let end = Sample.now + 10 * 86_400
        #expect(try sample.refusal(of: token, at: Sample.now - 1) == "not-yet-valid")
        #expect(try sample.refusal(of: token, at: Sample.now) == nil)
        #expect(try sample.refusal(of: token, at: end - 1) == nil)
        #expect(try sample.refusal(of: token, at: end) == "expired")
    }

    @Test func `that was taken back is refused with the reason`() throws {
        var sample = try Sample()
        let token = try sample.signed().token
        let moment = try #require(Timestamp(seconds: Sample.now))
        #expect(try sample.issuer.revoke(sample.certificate.id, at: moment, reason: "issued by mistake"))
        #expect(try !sample.issuer.revoke(sample.certificate.id, at: moment, reason: "again"))
        #expect(throws: Refusal.revoked(on: moment, reason: "issued by mistake")) {
            try sample.issuer.verify(token, at: moment)
        }
        #expect(try sample.refusal(of: token) == "revoked")
    }

    @Test func `stays good when the key is changed, and the new key signs`() throws {
        var sample = try Sample()
        let old = try sample.signed().token
        sample.key = SigningKey()
        sample.issuer.rotate(to: sample.key.publicKey)
        #expect(try sample.refusal(of: old) == nil)
        #expect(try sample.refusal(of: try sample.signed().token) == nil)
        #expect(sample.issuer.keys.count == 2)
    }
}
