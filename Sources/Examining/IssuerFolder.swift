package import Credentials
import Glibc
import Signatures
import System
package import Terminal

/// The folder in which an issuer keeps its key and what everybody may know of it. Only its owner can read it.
package struct IssuerFolder {
    package let path: String

    /// The folder of the person who runs the program.
    ///
    /// - Throws: `Failure` with status 73 where the person has no place for it.
    package static func own() throws(Failure) -> IssuerFolder {
        guard let path = Paths.issuer else {
            throw Failure(.cannotMake, "there is no folder for keys; set PRECEPTOR_HOME to one")
        }
        return IssuerFolder(path: path)
    }

    private var document: String { path + "/issuer.json" }

    /// Whether there is an issuer.
    var isMade: Bool { access(document, F_OK) == 0 }
    private func keyFile(_ key: PublicKey) -> String { "\(path)/key-\(key.id).pem" }

    /// Who issues.
    ///
    /// - Throws: `Failure` with status 66 where nobody does yet, 65 where the file is not of the program's making.
    package func issuer() throws(Failure) -> Issuer {
        guard isMade else {
            throw Failure(
                .notFound,
                "there is no issuer in \(path); preceptor exam issuer init --name NAME --url URL makes one")
        }
        return try readIssuer(document)
    }

    /// Makes the folder, the key and the public document.
    package func make(name: String, url: String) throws(Failure) -> Issuer {
        guard !isMade else {
            throw Failure(
                .cannotMake, "there is an issuer in \(path) already; preceptor exam issuer rotate gives it a new key")
        }
        let key = SigningKey()
        let issuer: Issuer
        do {
            issuer = try Issuer(name: name, url: url, key: key.publicKey)
        } catch {
            throw Failure(.usage, error.message)
        }
        try makeFolders()
        try writeFile(key.pem, to: keyFile(key.publicKey), isPrivate: true)
        try save(issuer)
        return issuer
    }

    /// Changes what everybody may know, alone among processes.
    package func change(_ body: (inout Issuer) throws(Failure) -> Void) throws(Failure) -> Issuer {
        let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if lock >= 0 { close(lock) } }
        guard lock < 0 || flock(lock, LOCK_EX) == 0 else { throw Failure(.cannotWrite, "cannot lock \(path)") }
        var issuer = try issuer()
        try body(&issuer)
        try save(issuer)
        return issuer
    }

    /// Gives the issuer a new key. The old one is removed when the new one is in force; its public half stays.
    package func rotate() throws(Failure) -> Issuer {
        let key = SigningKey()
        let issuer = try change { issuer throws(Failure) in
            try writeFile(key.pem, to: keyFile(key.publicKey), isPrivate: true)
            issuer.rotate(to: key.publicKey)
        }
        for old in issuer.keys.dropFirst() { unlink(keyFile(old)) }
        return issuer
    }

    /// The key that signs now.
    ///
    /// - Throws: `Failure` with status 66 where it is missing, 65 where others can read it or it is none.
    func signingKey(of issuer: Issuer) throws(Failure) -> SigningKey {
        let file = keyFile(issuer.keys[0])
        var status = stat()
        guard stat(file, &status) == 0 else { throw Failure(.notFound, "the key \(file) is missing") }
        guard status.st_mode & 0o077 == 0 else {
            throw Failure(.unreadable, "others can read the key \(file); chmod 600 it, and rotate if they may have")
        }
        guard let key = SigningKey(pem: try readText(file)), key.publicKey == issuer.keys[0] else {
            throw Failure(.unreadable, "\(file) is not the issuer's key; put it back from a copy, or rotate")
        }
        return key
    }

    private func save(_ issuer: Issuer) throws(Failure) {
        guard let json = try? issuer.json() else { throw Failure(.defect, "the issuer cannot be written") }
        try writeFile(json, to: document, isPrivate: true)
    }

    private func makeFolders() throws(Failure) {
        try makePrivateFolder(path)
        guard chmod(path, 0o700) == 0 else {
            throw Failure(.cannotMake, "cannot make the folder \(path): \(String(cString: strerror(errno)))")
        }
    }
}

/// An issuer's public document.
///
/// - Throws: `Failure` with status 66 where it cannot be read, 65 where it is none.
package func readIssuer(_ path: String) throws(Failure) -> Issuer {
    guard let issuer = Issuer(json: try readFile(path, limit: 10_000_000)) else {
        throw Failure(.unreadable, "\(path): this is no issuer; preceptor exam issuer show writes one")
    }
    return issuer
}
