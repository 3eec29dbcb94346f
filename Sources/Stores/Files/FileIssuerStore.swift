package import Credentials
package import Examining
import Glibc
import Machine
package import Signatures

/// An issuer's key and what everybody may know of it, in a folder that only its owner can read; and beside the attempts
/// the key that seals where nobody issues.
package struct FileIssuerStore: IssuerStore {
    private let folder: String
    private let examFolder: String

    private var document: String { folder + "/issuer.json" }
    private var sealingKeyFile: String { "\(examFolder)/signing.key" }
    private func keyFile(_ key: PublicKey) -> String { "\(folder)/key-\(key.id).pem" }

    /// - Parameters:
    ///   - folder: The issuer's; it is made, with what is above it, when something is first kept.
    ///   - examFolder: Of exams.
    package init(folder: String, examFolder: String) {
        self.folder = folder
        self.examFolder = examFolder
    }

    package var location: String { folder }

    // MARK: The issuer

    package func issuer() throws(ExamError) -> Issuer? {
        try withFiles { () throws(FileError) in try isThere(document) } ? readIssuer(document) : nil
    }

    package func update(
        keeping key: SigningKey?, _ change: (Issuer?) throws(ExamError) -> Issuer
    ) throws(ExamError) -> Issuer {
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if lock >= 0 { close(lock) } }
        guard lock < 0 || flock(lock, LOCK_EX) == 0 else { throw ExamError(.cannotKeep, "cannot lock \(folder)") }
        let issuer = try change(issuer())
        if lock < 0 { try makeFolder() }
        if let key {
            try withFiles { () throws(FileError) in
                try writeFile(key.pem, to: keyFile(key.publicKey), isPrivate: true)
            }
        }
        guard let json = try? issuer.json() else { throw ExamError(.defect, "the issuer cannot be written") }
        try withFiles { () throws(FileError) in try writeFile(json, to: document, isPrivate: true) }
        return issuer
    }

    private func makeFolder() throws(ExamError) {
        try withFiles { () throws(FileError) in try makePrivateFolder(folder) }
        guard chmod(folder, 0o700) == 0 else {
            throw ExamError(.cannotMake, "cannot make the folder \(folder): \(String(cString: strerror(errno)))")
        }
    }

    package func signingKey(of key: PublicKey) throws(ExamError) -> SigningKey {
        let file = keyFile(key)
        guard fileKind(at: file) != 0 else { throw ExamError(.notFound, "the key \(file) is missing") }
        let text = try keyText(file, mend: "chmod 600 it, and rotate if they may have")
        guard let secret = SigningKey(pem: text), secret.publicKey == key else {
            throw ExamError(.unreadable, "\(file) is not the issuer's key", mend: "put it back from a copy, or rotate")
        }
        return secret
    }

    /// The text of a key's file, which only its owner can have read or changed.
    ///
    /// - Throws: `ExamError` where it is a link, somebody else's, open to others, or cannot be read.
    private func keyText(_ file: String, mend: String) throws(ExamError) -> String {
        guard fileKind(at: file) == S_IFREG else {
            throw ExamError(
                .unreadable, "the key \(file) is no file of its own, but a link or a folder",
                mend: "put the key itself there")
        }
        guard isForOwnerAlone(file) else {
            throw ExamError(.unreadable, "others can read the key \(file), or have made it", mend: mend)
        }
        return try withFiles { () throws(FileError) in try readText(file) }
    }

    package func forget(_ key: PublicKey) { unlink(keyFile(key)) }

    // MARK: The key that seals where nobody issues

    package func sealingKey() throws(ExamError) -> SigningKey? {
        guard try withFiles({ () throws(FileError) in try isThere(sealingKeyFile) }) else { return nil }
        let text = try keyText(sealingKeyFile, mend: "chmod 600 it, and move it away if they may have")
        guard let key = SigningKey(pem: text) ?? SigningKey(hexadecimal: text.filter { !$0.isWhitespace }) else {
            throw ExamError(
                .unreadable, "\(sealingKeyFile) holds no key",
                mend: "put back the one that was there, or move it away")
        }
        return key
    }

    package func keepSealingKey(_ key: SigningKey) throws(ExamError) -> SigningKey {
        let draft = "\(sealingKeyFile).\(randomName()).new"
        try withFiles { () throws(FileError) in
            try makePrivateFolder(examFolder)
            try writeFile(key.pem, to: draft, isPrivate: true)
        }
        // Another process or thread may have been faster: then its key is the one.
        let isThere = link(draft, sealingKeyFile) == 0 || errno == EEXIST
        let reason = String(cString: strerror(errno))
        unlink(draft)
        guard isThere, let kept = try sealingKey() else {
            throw ExamError(.cannotMake, "cannot make the key \(sealingKeyFile): \(reason)")
        }
        return kept
    }
}

/// An issuer's public document.
///
/// - Throws: `ExamError` where it cannot be read, or is none.
package func readIssuer(_ path: String) throws(ExamError) -> Issuer {
    let json = try withFiles { () throws(FileError) in try readFile(path, limit: 10_000_000) }
    guard let issuer = Issuer(json: json) else {
        throw ExamError(.unreadable, "\(path): this is no issuer", mend: "preceptor exam issuer show writes one")
    }
    return issuer
}
