import Content
import Credentials
import Examining
import Reports
import SampleExams
import Scoring
import Signatures
import Testing

@Suite struct `A certificate for programs` {
    private let room: SampleExams
    private let attempt: StoredAttempt

    init() throws {
        room = try SampleExams()
        _ = try room.exams.makeIssuer(name: "Example & Team", url: "https://example.org/team", key: SigningKey())
        attempt = try room.sit("Ada \"Countess\"")
    }

    private func certify(_ options: CertificateOptions, seed: UInt64 = 3) throws -> NewCertificate {
        var chance = SeededGenerator(seed: seed)
        return try room.exams.certify(attempt.name, options, using: &chance)
    }

    @Test func `has all its facts`() throws {
        let signed = try certify(CertificateOptions(days: 30)).signed
        let (id, head) = (signed.certificate.id, signed.certificate.logHead)
        let text = #"""
            {"id":"\#(id)","candidate":"Ada \"Countess\"","email":null,"achievement":{"id":"lesson-final",\#
            "name":"The lesson, final","criteria":"Reached 60 of 100 in 5 items and 30 minutes of The lesson, final, \#
            lesson 2026.1: visits (3), terms (2)."},"scoreBand":"90 to 100 %","logHead":"\#(head)",\#
            "validFrom":"2026-03-02T09:05:00Z","validUntil":"2026-04-01T09:05:00Z","issuer":"Example & Team",\#
            "reissueOf":null}
            """#
        #expect(JSON(signed).text == text)
    }

    @Test func `names the mailbox, and the one before it`() throws {
        let text = JSON(
            try certify(CertificateOptions(email: "ada@example.org", days: 1)).signed, reissueOf: "urn:uuid:before"
        ).text
        #expect(text.contains(#""email":"ada@example.org","#) && text.hasSuffix(#""reissueOf":"urn:uuid:before"}"#))
    }

    @Test func `is good, then expired or taken back, as its register has it`() throws {
        let first = try certify(CertificateOptions(days: 1))
        try room.exams.enter(first)
        let good = try #require(try room.exams.issuedCertificates().first).json.text
        let (id, head) = (first.signed.certificate.id, first.signed.certificate.logHead)
        let text = #"""
            {"id":"\#(id)","candidate":"Ada \"Countess\"","achievement":"lesson-final","scoreBand":"90 to 100 %",\#
            "attempt":"\#(attempt.name)","logHead":"\#(head)","addendaHead":null,"validFrom":"2026-03-02T09:05:00Z",\#
            "validUntil":"2026-03-03T09:05:00Z","reissueOf":null,"state":"good","revoked":null,"reason":null}
            """#
        #expect(good == text)
        let second = try certify(CertificateOptions(days: 30), seed: 4)
        try room.exams.enter(second)
        room.pass(minutes: 24 * 60)
        try room.exams.revoke(second.signed.certificate.id, because: "a misspelt name")
        let list = try room.exams.issuedCertificates().map(\.json.text)
        #expect(list[0] == good.replacing(#""state":"good""#, with: #""state":"expired""#))
        let taken = #"""
            "reissueOf":"\#(id)","state":"revoked","revoked":"2026-03-03T09:05:00Z","reason":"a misspelt name"}
            """#
        #expect(list[1].hasSuffix(taken))
    }
}
