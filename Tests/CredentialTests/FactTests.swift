import PseudoTerminal
import Testing

@testable import Credentials
@testable import Signatures

@Suite struct `Facts of a certificate` {
    private func certificate(
        candidate: String = "Ada", email: String? = nil, band: String = "80 to 89 %",
        head: String = "0123456789abcdef", days: Int = 1
    ) throws {
        let start = try #require(Timestamp(seconds: 0))
        let end = try #require(start.adding(days: days))
        _ = try Certificate(
            id: "urn:uuid:00000000-0000-4000-8000-000000000000", candidate: candidate, email: email,
            achievement: .init(id: "a", name: "a", criteria: "a"), scoreBand: band, logHead: head, validFrom: start,
            validUntil: end)
    }

    @Test(arguments: ["", "  ", "a\nb", "a\u{0}b", "a\u{202E}b", String(repeating: "a", count: 201)])
    func `are words that can be read`(text: String) throws {
        try certificate()
        #expect(throws: InvalidFact.self) { try certificate(candidate: text) }
        #expect(throws: InvalidFact.self) { try certificate(band: text) }
    }

    @Test(arguments: ["", "abc", "0123456789abcdeg", String(repeating: "a", count: 201)])
    func `name a log by hexadecimal digits`(head: String) {
        #expect(throws: InvalidFact.self) { try certificate(head: head) }
    }

    @Test(arguments: ["a", "a@", "@a", "a@b@c", "a b@c"]) func `have a mail address or none`(email: String) {
        #expect(throws: InvalidFact.self) { try certificate(email: email) }
    }

    @Test func `end after they begin`() { #expect(throws: InvalidFact.self) { try certificate(days: 0) } }

    @Test(arguments: [
        "", "http://example.org", "https://", "https://a b", "https://a#b", "https://a\"b", "javascript:1",
    ])
    func `name the issuer by an address`(url: String) throws {
        let key = SigningKey().publicKey
        #expect(throws: InvalidFact.self) { try Issuer(name: "Team", url: url, key: key) }
    }

    @Test func `have an id of their own`() {
        var chance = Seeded(1)
        let ids = (0..<1_000).map { _ in Certificate.newID(using: &chance) }
        #expect(Set(ids).count == 1_000 && ids.allSatisfy(Certificate.isID))
        for text in ["", "urn:uuid:", "urn:uuid:00000000-0000-4000-8000-00000000000G"] {
            #expect(!Certificate.isID(text))
        }
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_772_442_300, "2026-03-02T09:05:00Z"),
    ])
    func `have times that are written and read alike`(seconds: Int, text: String) {
        #expect(Timestamp(seconds: seconds)?.description == text)
        #expect(Timestamp(text)?.seconds == seconds)
    }

    @Test(arguments: ["", "2026-03-02", "2026-03-02T24:00:00Z", "2026-03-02T09:05:00", "2026-03-02T9:05:00ZZ"])
    func `have no other times`(text: String) { #expect(Timestamp(text) == nil) }
}
