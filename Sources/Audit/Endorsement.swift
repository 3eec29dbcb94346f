import FoundationEssentials
package import Signatures

/// An entry that somebody answers for: signed together with the hash of the entry before it, so that it can stand in
/// one place of one log only.
package struct Endorsed<Statement: Codable & Sendable>: Codable, Sendable {
    package let statement: Statement
    /// The public key that signed, in hexadecimal digits.
    package let key: String
    private let signature: String

    /// Signs a statement for its place in a log.
    ///
    /// - Throws: What encoding and signing throw.
    init(_ statement: Statement, after hash: String, by key: SigningKey) throws {
        self.statement = statement
        self.key = key.publicKey.hexadecimal
        signature = hexadecimal(key.sign(try Self.message(statement, after: hash)))
    }

    /// Whether the key signed the statement for the place after this hash.
    func isSigned(after hash: String) -> Bool {
        guard let key = PublicKey(hexadecimal: key), let signature = bytes(ofHexadecimal: signature),
            let message = try? Self.message(statement, after: hash)
        else { return false }
        return key.verifies(signature, of: message)
    }

    private static func message(_ statement: Statement, after hash: String) throws -> [UInt8] {
        let digest = hexadecimal(sha256(try canonical(statement)))
        return Array("preceptor entry 1\n\(hash)\n\(digest)\n".utf8)
    }
}

/// What a log without an end says, each entry of which is signed by itself.
package struct Ledger<Statement: Codable & Sendable>: Sendable {
    package private(set) var statements: [Statement] = []
    /// The public key that signed each statement, in hexadecimal digits.
    package private(set) var keys: [String] = []
    /// The hash of each entry.
    package private(set) var hashes: [String] = []
    /// What is wrong, and with which entry; empty where nothing is.
    package private(set) var problems: [String] = []

    /// Reads a ledger, and holds each entry against the one before and its signature. What a power cut left of a last
    /// line was never acknowledged, and is not read.
    ///
    /// - Parameters:
    ///   - file: All of it.
    ///   - hash: The end of the log that it goes on from.
    package init(_ file: [UInt8], after hash: String = zeroHash) {
        guard let end = file.lastIndex(of: UInt8(ascii: "\n")) else { return }
        let verification = Verification<Endorsed<Statement>>(Array(file[...end]), after: hash)
        statements = verification.entries.map(\.statement)
        keys = verification.entries.map(\.key)
        hashes = verification.hashes
        problems = verification.problems
        if verification.head != nil { problems.append("it was given an end, which it never has") }
        guard problems.isEmpty else { return }
        var before = hash
        for (place, entry) in verification.entries.enumerated() {
            if !entry.isSigned(after: before) {
                problems.append("the signature of entry \(place + 1) does not hold: it or what it signs was edited")
            }
            before = hashes[place]
        }
    }

    /// Reads the ledger at a path; where there is no file, one without entries.
    ///
    /// - Throws: `LogError` where it cannot be read.
    package init(at path: String, after hash: String = zeroHash) throws(LogError) {
        do {
            self.init(try logBytes(at: path), after: hash)
        } catch {
            guard case .missing = error else { throw error }
            self.init([], after: hash)
        }
    }

    /// Signs a statement and adds it to the ledger at a path, which is begun where there is none; it is on the disk
    /// when this returns. Another process that adds to it is waited for.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - hash: The end of the log that it goes on from.
    ///   - key: Whose statement it is.
    ///   - statement: What is to be said after the statements that are there; nil for nothing.
    /// - Returns: How many entries there are now, and the hash of the last one.
    /// - Throws: `LogError`: then the file is as it was before.
    @discardableResult
    package static func add(
        to path: String, after hash: String = zeroHash, by key: SigningKey, _ statement: ([Statement]) -> Statement?
    ) throws(LogError) -> (count: Int, hash: String) {
        let file = try open(path, after: hash)
        if let statement = statement(file.entries.map(\.statement)) {
            let entry: Endorsed<Statement>
            do { entry = try Endorsed(statement, after: file.hash, by: key) } catch {
                throw .unwritable("the entry cannot be signed: \(error)")
            }
            try file.append(entry)
        }
        return (file.count, file.hash)
    }

    /// Two processes may be the first at the same time: then one of them makes the file, and the other finds it.
    private static func open(_ path: String, after hash: String) throws(LogError) -> LogFile<Endorsed<Statement>> {
        do {
            return try LogFile(path, creating: false, after: hash, waiting: true)
        } catch {
            guard case .missing = error else { throw error }
        }
        do {
            return try LogFile(path, creating: true, after: hash, waiting: true)
        } catch {
            guard case .exists = error else { throw error }
        }
        return try LogFile(path, creating: false, after: hash, waiting: true)
    }
}
