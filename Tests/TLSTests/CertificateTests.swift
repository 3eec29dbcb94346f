import PseudoTerminal
import SelfSigned
import Testing

@testable import TLS

@Suite struct `Files with a certificate` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func shown(_ files: CertificateFiles) throws -> [UInt8] {
        let client = try Client()
        try client.meet(try TLSSession(showing: files.certificate))
        return client.shown
    }

    /// Puts one file in the place of another, as renewals do.
    private func replace(_ path: String, by other: String) throws {
        #expect(try run("/bin/mv", [other, path]).code == 0)
    }

    @Test func `are read again once they are others, and no connection is lost`() throws {
        let first = try SelfSigned("exams", in: folder)
        let files = try CertificateFiles(chain: first.chain, key: first.key)
        let (before, client) = (try shown(files), try Client())
        let session = try TLSSession(showing: files.certificate)
        try client.meet(session)
        #expect(try !files.renew())
        let second = try SelfSigned("new", in: folder)
        try replace(first.chain, by: second.chain)
        // The key is not there yet: what was shown is shown further, and it is told once.
        #expect { try files.renew() } throws: { ($0 as? TLSFault)?.message.contains("exams.key is no key of") == true }
        #expect(try !files.renew() && shown(files) == before)
        try replace(first.key, by: second.key)
        #expect(try files.renew() && !files.renew())
        #expect(try shown(files) != before)
        #expect(try session.open(client.say([1, 2])).said == [1, 2] && client.shown == before)
        #expect(try run("/bin/rm", [first.chain]).code == 0)
        #expect { try files.renew() } throws: { ($0 as? TLSFault)?.message.contains("exams.pem is no cert") == true }
        #expect(try shown(files) != before)
    }

    @Test func `are told of where they are not good`() throws {
        let good = try SelfSigned("good", in: folder)
        let other = try SelfSigned("other", in: folder)
        let locked = try SelfSigned("locked", in: folder, password: "secret")
        let empty = try folder.write("", to: "empty")
        for (chain, key, words) in [
            (folder.path(of: "gone"), good.key, "gone is no certificate in PEM that can be read"),
            (folder.path, good.key, "is no certificate"), (empty, good.key, "empty is no certificate"),
            (good.key, good.key, "good.key is no certificate"),
            (good.chain, folder.path(of: "gone"), "gone is no key of"),
            (good.chain, good.chain, "good.pem is no key of"), (good.chain, other.key, "other.key is no key of"),
            (locked.chain, locked.key, "that can be read without a password"),
        ] {
            #expect {
                try CertificateFiles(chain: chain, key: key)
            } throws: { error in
                (error as? TLSFault)?.message.contains(words) == true
            }
        }
    }
}
