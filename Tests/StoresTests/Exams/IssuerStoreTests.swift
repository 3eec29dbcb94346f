import Credentials
import Examining
import Glibc
import PseudoTerminal
import SampleExams
import Signatures
import Stores
import Testing

/// What every store of an issuer and keys promises.
@Suite struct `A store of an issuer` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func issuer(_ key: SigningKey) throws -> Issuer {
        try Issuer(name: "Team", url: "https://example.org/team", key: key.publicKey)
    }

    @Test(arguments: ExamStoreKind.ofIssuers) func `gives back who issues and signs`(kind: ExamStoreKind) throws {
        let store = kind.issuers(in: folder.path)
        #expect(try store.issuer() == nil)
        let (first, second) = (SigningKey(), SigningKey())
        let made = try issuer(first)
        #expect(try store.update(keeping: first) { _ in made } == made && store.issuer() == made)
        #expect(try store.signingKey(of: first.publicKey).pem == first.pem)
        let rotated = try store.update(keeping: second) { known throws(ExamError) in
            guard var issuer = known else { throw ExamError(.notFound, "nobody") }
            issuer.rotate(to: second.publicKey)
            return issuer
        }
        #expect(try rotated.keys == [second.publicKey, first.publicKey] && store.issuer() == rotated)
        store.forget(first.publicKey)
        #expect(try store.signingKey(of: second.publicKey).pem == second.pem)
        expect(.notFound, "is missing") { _ = try store.signingKey(of: first.publicKey) }
    }

    @Test(arguments: ExamStoreKind.ofIssuers) func `changes nothing where the change fails`(kind: ExamStoreKind) throws
    {
        let store = kind.issuers(in: folder.path)
        expect(.notFound, "nobody") {
            _ = try store.update(keeping: nil) { _ throws(ExamError) in throw ExamError(.notFound, "nobody") }
        }
        #expect(try store.issuer() == nil)
    }

    @Test(arguments: ExamStoreKind.ofIssuers) func `keeps the first key that is to seal`(kind: ExamStoreKind) throws {
        let store = kind.issuers(in: folder.path)
        #expect(try store.sealingKey() == nil)
        let (first, second) = (SigningKey(), SigningKey())
        #expect(try store.keepSealingKey(first).pem == first.pem && store.keepSealingKey(second).pem == first.pem)
        #expect(try store.sealingKey()?.pem == first.pem)
    }

    @Test(arguments: ExamStoreKind.ofIssuers) func `keeps one key of many that are to seal`(kind: ExamStoreKind)
        async throws
    {
        for round in 0..<20 {
            let folder = folder.path(of: "room \(round)")
            let store = kind.issuers(in: folder)
            let keys = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 { group.addTask { try store.keepSealingKey(SigningKey()).pem } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            let kept = try store.sealingKey()?.pem
            #expect(keys.count == 1 && keys.first == kept)
        }
    }

    @Test(arguments: ExamStoreKind.ofIssuers) func `loses nothing of what many change at once`(kind: ExamStoreKind)
        async throws
    {
        let store = kind.issuers(in: folder.path)
        let made = try issuer(SigningKey())
        _ = try store.update(keeping: nil) { _ in made }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    let key = SigningKey()
                    _ = try store.update(keeping: key) { known in
                        var issuer = known ?? made
                        issuer.rotate(to: key.publicKey)
                        return issuer
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.issuer()?.keys.count == 17)
    }

    @Test func `in files is for its owner's eyes, and refuses keys that others can read`() throws {
        let store = FileIssuerStore(folder: folder.path(of: "issuer"), examFolder: folder.path(of: "exams"))
        let key = SigningKey()
        let made = try issuer(key)
        _ = try store.update(keeping: key) { _ in made }
        _ = try store.keepSealingKey(key)
        let file = "issuer/key-\(key.publicKey.id).pem"
        for (name, mode) in [
            ("issuer", 0o700), ("issuer/issuer.json", 0o600), (file, 0o600), ("exams/signing.key", 0o600),
        ] {
            var status = stat()
            #expect(stat(folder.path(of: name), &status) == 0 && Int(status.st_mode & 0o777) == mode, "\(name)")
        }
        #expect(chmod(folder.path(of: file), 0o644) == 0)
        expect(.unreadable, "others can read the key") { _ = try store.signingKey(of: key.publicKey) }
        #expect(chmod(folder.path(of: file), 0o600) == 0)
        try folder.write(SigningKey().pem, to: file)
        expect(.unreadable, "is not the issuer's key; put it back from a copy, or rotate") {
            _ = try store.signingKey(of: key.publicKey)
        }
        try folder.write("hello", to: "issuer/issuer.json")
        expect(.unreadable, "this is no issuer; preceptor exam issuer show writes one") { _ = try store.issuer() }
        try folder.write("hello", to: "exams/signing.key")
        expect(.unreadable, "holds no key; put back the one that was there") { _ = try store.sealingKey() }
        expect(.notFound, "cannot read the file") { _ = try readIssuer(folder.path(of: "nowhere")) }
    }

    @Test func `in files reads a key as exams kept theirs at first`() throws {
        let store = FileIssuerStore(folder: folder.path(of: "issuer"), examFolder: folder.path)
        let digits = String(repeating: "9d", count: 32)
        try folder.write(digits + "\n", to: "signing.key")
        #expect(chmod(folder.path(of: "signing.key"), 0o600) == 0)
        #expect(try store.sealingKey()?.publicKey == SigningKey(hexadecimal: digits)?.publicKey)
    }
}
