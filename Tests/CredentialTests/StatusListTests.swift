import PseudoTerminal
import Scoring
import Testing

@testable import Credentials
@testable import Signatures

@Suite struct `A status list` {
    private static let place = 24_847
    private static let address = "https://example.org/team/status.jwt"

    private static func sample() throws -> (sample: Sample, certificate: Certificate) {
        var sample = try Sample()
        try sample.issuer.publishStatusList(at: address)
        let facts = sample.certificate
        let certificate = try Certificate(
            id: facts.id, candidate: facts.candidate, email: facts.email, achievement: facts.achievement,
            scoreBand: facts.scoreBand, logHead: facts.logHead, validFrom: facts.validFrom,
            validUntil: facts.validUntil,
            status: .init(list: address, index: place))
        return (sample, certificate)
    }

    private static func day(_ days: Int) throws -> Timestamp {
        let start = try #require(Timestamp(seconds: Sample.now))
        return try #require(start.adding(days: days))
    }

    @Test func `has a bit for each certificate, and no fewer than the standard wants`() {
        let list = StatusList(settingBits: [0, 9, 131_071])
        #expect(list.bytes.count == 16_384 && list.bytes[0] == 0x80 && list.bytes[1] == 0x40 && list.bytes[16_383] == 1)
        #expect(list.isSet(0) == true && list.isSet(1) == false && list.isSet(131_071) == true)
        #expect(list.isSet(131_072) == nil && list.isSet(-1) == nil)
        #expect(StatusList(settingBits: [131_072]).bytes.count == 32_768)
        #expect(StatusList(encoded: list.encoded) == list && list.encoded.hasPrefix("uH4sI"))
        for broken in ["", "u", "u" + list.encoded, String(list.encoded.dropLast(9)), "z" + list.encoded.dropFirst()] {
            #expect(StatusList(encoded: broken) == nil)
        }
    }

    @Test func `has a place of its own for every certificate`() {
        var chance = Seeded(1)
        var places: [Int] = []
        for _ in 0..<1_000 { places.append(StatusList.index(besides: Set(places), by: &chance)) }
        #expect(Set(places).count == places.count && places.allSatisfy { (0..<StatusList.leastLength).contains($0) })
        // What lies between one and the next tells nothing.
        let steps = zip(places, places.dropFirst()).map { $1 - $0 }
        #expect(Set(steps).count > 990)
        let half = Set(0..<StatusList.leastLength / 2)
        let next = (0..<100).map { _ in StatusList.index(besides: half, by: &chance) }
        #expect(next.allSatisfy { !half.contains($0) && $0 < 2 * StatusList.leastLength })
        #expect(next.contains { $0 >= StatusList.leastLength })
    }

    @Test func `that would grow without end is refused`() {
        let bomb = Zlib.compressed([UInt8](repeating: 0, count: 50_000_000), as: .gzip)
        #expect(bomb.count < 100_000 && StatusList(encoded: "u" + Base64URL.encode(bomb)) == nil)
    }

    @Test func `tells that a certificate was taken back`() throws {
        let (sample, certificate) = try Self.sample()
        let token = try SignedCertificate(certificate, by: sample.issuer, with: sample.key).token
        func check(_ bits: [Int], on day: Int = 5, by issuer: Issuer? = nil, _ key: SigningKey? = nil) throws -> String?
        {
            let list = try #require(
                try (issuer ?? sample.issuer).sign(
                    StatusList(settingBits: bits), from: Self.day(1), until: Self.day(31), with: key ?? sample.key))
            do {
                let verified = try sample.issuer.verify(token, at: Self.day(day), statusList: list)
                #expect(verified.certificate == certificate)
                return nil
            } catch let refusal as Refusal {
                return refusal.check
            }
        }
        let place = Self.place
        #expect(try check([]) == nil)
        #expect(try check([place]) == "revoked")
        #expect(try check([place + 1, place - 1]) == nil)
        #expect(try check([], on: 40) == "status")
        #expect(try check([], on: 0) == "status")
        #expect(try check([], by: nil, SigningKey()) == "status")
        var other = sample.issuer
        try other.publishStatusList(at: "https://example.org/other.jwt")
        #expect(try check([], by: other) == "status")
        #expect(throws: Refusal.self) { try sample.issuer.verify(token, at: Self.day(5), statusList: token) }
        #expect(try sample.issuer.verify(token, at: Self.day(5)).certificate.status == certificate.status)
    }

    @Test func `is of no concern to a certificate that names none`() throws {
        let sample = try Sample()
        #expect(
            try sample.issuer.verify(sample.signed().token, at: Self.day(5), statusList: "x").certificate.status == nil)
        #expect(
            try sample.issuer.sign(StatusList(settingBits: []), from: Self.day(1), until: Self.day(2), with: sample.key)
                == nil)
    }

    @Test(arguments: ["", "http://example.org", "https://", "https://example.org/<>"])
    func `has an address on the web`(address: String) throws {
        var issuer = try Sample().issuer
        #expect(throws: InvalidFact.self) { try issuer.publishStatusList(at: address) }
    }

    @Test(arguments: [
        ("Example Coding Team", #"Example\u0007Team"#), ("https://example.org/team", "http://example.org/team"),
        ("Issued twice.", #"Issued\u001B[2J twice."#), ("https://example.org/team/status.jwt", "example.org"),
    ]) func `is not looked for in an issuer's file that no issuer writes`(fact: String, other: String) throws {
        var issuer = try Sample().issuer
        try issuer.publishStatusList(at: Self.address)
        _ = try issuer.revoke(try Sample().certificate.id, at: Self.day(1), reason: "Issued twice.")
        let json = try issuer.json()
        #expect(Issuer(json: Array(json.utf8)) == issuer)
        let changed = json.split(separator: "\"\(fact)\"", omittingEmptySubsequences: false)
        try #require(changed.count == 2)
        #expect(Issuer(json: Array(changed.joined(separator: "\"\(other)\"").utf8)) == nil)
    }

    @Test func `and an issuer's file say how old they are`() throws {
        let issuer = try Sample().issuer
        #expect(issuer.age(at: try Self.day(9)) == nil)
        let told = try #require(Issuer(json: Array(try issuer.published(at: Self.day(2)).json().utf8)))
        #expect(told.age(at: try Self.day(9)) == 7)
        #expect(told.age(at: try Self.day(0)) == 0)
    }
}
