package import PseudoTerminal

/// A certificate that nobody but itself vouches for, and its key, made for one test.
package struct SelfSigned {
    /// Where the certificate is, in PEM.
    package let chain: String
    /// Where its key is, in PEM.
    package let key: String

    /// Makes both, in place of what stood there.
    ///
    /// - Parameters:
    ///   - name: What the files are called: `name.pem` and `name.key`.
    ///   - folder: Where they are.
    ///   - names: What the certificate is good for.
    ///   - password: With which the key is encrypted; nil for none.
    /// - Throws: Where it cannot be made.
    package init(
        _ name: String, in folder: TemporaryFolder, for names: String = "IP:127.0.0.1", password: String? = nil
    ) throws {
        (chain, key) = (folder.path(of: "\(name).pem"), folder.path(of: "\(name).key"))
        let made = try run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-days", "2", "-subj",
                "/CN=exams.example.org", "-addext", "subjectAltName=\(names)", "-keyout", key, "-out", chain,
            ] + (password.map { ["-passout", "pass:\($0)"] } ?? ["-nodes"]))
        guard made.code == 0 else { throw NoCertificate(words: made.errors) }
    }
}

private struct NoCertificate: Error {
    let words: String
}
