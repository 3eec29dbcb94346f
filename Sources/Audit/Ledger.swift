import FoundationEssentials
package import Signatures

/// An entry that somebody answers for: signed together with the hash of the entry before it, so that it can stand in
/// one position of one log only.
package struct Endorsed<Statement: Codable & Sendable>: Codable, Sendable {
    /// What is said.
    package let statement: Statement
    /// The public key that signed, in hexadecimal digits.
    package let key: String
    private let signature: String

    /// Signs a statement for its position in a log.
    ///
    /// - Throws: What encoding and signing throw.
    init(_ statement: Statement, after hash: String, by key: SigningKey) throws {
        self.statement = statement
        self.key = key.publicKey.hexadecimal
        signature = hexadecimal(key.sign(try Self.message(statement, after: hash)))
    }

    /// Whether the key signed the statement for the position after this hash.
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
    /// What its entries say, in order.
    package private(set) var statements: [Statement] = []
    /// The public key that signed each statement, in hexadecimal digits.
    package private(set) var keys: [String] = []
    /// The hash of each entry.
    package private(set) var hashes: [String] = []
    /// What is wrong, and with which entry; empty where nothing is.
    package private(set) var problems: [String] = []

    /// Where it ends, if nothing is wrong with it.
    package private(set) var end: LogEnd

    /// Reads a ledger, and holds each entry against the one before and its signature. What a power cut left of a last
    /// line was never acknowledged, and is not read.
    ///
    /// - Parameters:
    ///   - file: All of it, or all that came after what was read before.
    ///   - start: What it goes on from: the beginning, the end of another log, or where it ended when it was read before.
    package init(_ file: [UInt8], after start: LogEnd = .beginning()) {
        let log = ChainedLog<Endorsed<Statement>>(wholeLinesOf: file, after: start)
        statements = log.entries.map(\.statement)
        keys = log.entries.map(\.key)
        hashes = log.hashes
        problems = log.problems
        end = log.end
        if log.head != nil { problems.append("it was given an end, which it never has") }
        guard problems.isEmpty else { return }
        var before = start.hash
        for (position, entry) in log.entries.enumerated() {
            if !entry.isSigned(after: before) {
                let number = start.count + position + 1
                problems.append("the signature of entry \(number) does not hold: it or what it signs was edited")
            }
            before = hashes[position]
        }
    }

    /// A ledger without entries.
    ///
    /// - Parameter start: The beginning, or the end of the log that it goes on from.
    package init(after start: LogEnd = .beginning()) { end = start }

    /// The same, in which every entry that none of some keys signed is a problem.
    ///
    /// - Parameter good: The public keys, in hexadecimal digits.
    /// - Returns: The ledger, with one problem more for each other key that signed.
    package func trusting(_ good: Set<String>) -> Ledger {
        guard keys.contains(where: { !good.contains($0) }) else { return self }
        var ledger = self
        var told = good
        for (position, key) in keys.enumerated() where told.insert(key).inserted {
            let number = end.count - keys.count + position + 1
            ledger.problems.append("entry \(number) was signed by another key, \(key)")
        }
        return ledger
    }

    /// Signs a statement for its position at the end of a ledger.
    ///
    /// - Parameters:
    ///   - statement: What is to be said.
    ///   - end: Where the ledger ends now.
    ///   - key: Whose statement it is.
    /// - Returns: The line without its line feed, and where the ledger ends then.
    /// - Throws: What encoding throws.
    package static func line(
        _ statement: Statement, after end: LogEnd, signedBy key: SigningKey
    ) throws -> (line: String, end: LogEnd) {
        var chain = Chain<Endorsed<Statement>>(end)
        let line = try chain.seal(try Endorsed(statement, after: end.hash, by: key))
        return (line, chain.end)
    }
}
