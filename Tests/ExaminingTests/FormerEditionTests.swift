import Audit
import BundledPacks
import Content
import Credentials
import Machine
import PseudoTerminal
import Quiz
import Scoring
import Signatures
import Stores
import Testing

@testable import Examining

/// Attempts at the packs' edition 2026.1, every item answered by the key of then, and a certificate for one of them: as
/// they were kept before the packs were corrected.
@Suite struct `An attempt at an edition of before` {
    private let room: ExamRoom

    static let attempts = [
        "home-infusion": "ada-ce6ad585-certification-1", "critical-care": "cleo-ec1150cc-certification-1",
        "outpatient-infusion": "cleo-df69508e-certification-1",
    ]

    init() throws {
        room = try ExamRoom()
        let key = try #require(SigningKey(hexadecimal: String(repeating: "2a", count: 32)))
        _ = room.issuers.keepSealingKey(key)
        _ = try room.exams.makeIssuer(name: "Example Team", url: "https://example.org/team", key: key)
        for name in Self.attempts.values { room.logs.damage(.attempt(name), try Self.bytes("\(name).log")) }
        room.logs.damage(.register, try Self.bytes("register.log"))
        room.logs.damage(.issued, try Self.bytes("issued.log"))
    }

    private static func bytes(_ file: String) throws -> [UInt8] {
        try readFile(repository("Tests/ExaminingTests/Frozen/editions/\(file)"), limit: 1_000_000)
    }

    private func stored(of pack: String) throws -> StoredAttempt {
        try room.stored(try #require(Self.attempts[pack]))
    }

    @Test(arguments: attempts.keys.sorted()) func `stays verifiable`(pack: String) throws {
        let attempt = try stored(of: pack)
        #expect(try room.exams.audit(attempt.name).problems == [])
        #expect(attempt.form.edition == "2026.1" && attempt.form.pack == pack && attempt.result?.isPassed == true)
        #expect(attempt.sealed?.fractions.allSatisfy { $0 == 1_000_000 } == true)
    }

    /// What was asked in the same words is held against the corrected key; what is asked otherwise now, or no longer,
    /// keeps its score.
    @Test(
        arguments: [
            ("home-infusion", [.askedOtherwise]), ("critical-care", [.rescored, .askedOtherwise]),
            ("outpatient-infusion", [.askedOtherwise]),
        ] as [(String, Set<RegradeRule>)])
    func `is scored anew under the corrected pack, and both scores are kept`(
        pack: String, rules: Set<RegradeRule>
    ) throws {
        let (attempt, corrected) = (try stored(of: pack), try bundledPack(pack))
        #expect(corrected.edition != attempt.form.edition)
        let revision = PackRevision(corrected, named: pack, revision: "corrected", sha256: "corrected")
        let before = try room.lines(.attempt(attempt.name))
        let regrading = try room.exams.regrade(
            [attempt], under: revision, by: "Cy", because: "The pack was corrected.", isKept: true)
        #expect(regrading.refused.isEmpty && regrading.amended.count == 1)

        let now = try stored(of: pack)
        let record = try #require(now.addenda.regrade)
        #expect(record.edition == corrected.edition)
        #expect(rules.isSubset(of: record.items.map(\.rule)))
        #expect(record.items.allSatisfy { $0.rule == .rescored ? $0.after < $0.before : $0.after == $0.before })
        let lost = record.items.map { $0.before - $0.after }.reduce(0, +)
        #expect(rules.contains(.rescored) == (lost > 0))
        #expect(now.sealed == attempt.sealed && now.result?.fractions == record.fractions)
        #expect(record.fractions.reduce(0, +) == record.fractions.count * 1_000_000 - lost)
        #expect(try room.lines(.attempt(attempt.name)) == before, "nothing is overwritten")
        #expect(try room.exams.audit(attempt.name).problems == [])
    }

    @Test func `has a certificate that is still good, before it is scored anew and after`() throws {
        let token = String(decoding: try Self.bytes("certificate.jwt"), as: UTF8.self)
        let pack = try bundledPack("critical-care")
        let revision = PackRevision(pack, named: "critical-care", revision: "corrected", sha256: "corrected")
        for isScoredAnew in [false, true] {
            let attempt = try stored(of: "critical-care")
            if isScoredAnew {
                _ = try room.exams.regrade([attempt], under: revision, by: "Cy", because: "Corrected.", isKept: true)
            }
            let certificate = try room.exams.issuer().verify(token, at: room.exams.timestamp()).certificate
            #expect(certificate.candidate == "Cleo" && certificate.logHead == attempt.head?.hash)
            #expect(certificate.achievement.criteria.contains("critical-care 2026.1"))
        }
    }
}
