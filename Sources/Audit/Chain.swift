import FoundationEssentials
package import Signatures

/// Seals entries one after the other: each holds the SHA-256 of the one before it and its own.
///
/// A line is one JSON object in a canonical form: keys sorted, no white space. Its last member is the hash of all
/// that stands before it.
package struct Chain<Body: Codable & Sendable>: Sendable {
    /// Where it ends.
    package private(set) var end: LogEnd

    /// The chain after entries that were sealed before; by default one without entries, which goes on from nothing.
    package init(_ end: LogEnd = .beginning()) { self.end = end }

    /// Seals an entry, and gives its line without a line feed.
    ///
    /// - Throws: What encoding the body throws.
    package mutating func seal(_ body: Body) throws -> String {
        let sealed = Sealed(entry: body, n: end.count + 1, prev: end.hash)
        let (line, hash) = hashed(try canonical(sealed))
        end = LogEnd(count: end.count + 1, hash: hash)
        return line
    }

    /// The line that closes the chain: how long it is and where it ends, signed.
    ///
    /// - Throws: What signing throws.
    package func head(signedBy key: SigningKey) throws -> String {
        let signature = hexadecimal(key.sign(Head.message(count: end.count, hash: end.hash)))
        let head = Head(count: end.count, hash: end.hash, key: key.publicKey.hexadecimal, signature: signature)
        return String(decoding: try canonical(Closing(head: head)), as: UTF8.self)
    }
}

/// The hash before the first entry of a chain that goes on from nothing.
package let zeroHash = String(repeating: "0", count: 64)

/// No log is longer: what states more was not written by this program, and nothing is counted with it.
package let longestLog = 1 << 53

/// An entry in its place.
struct Sealed<Body: Codable & Sendable>: Codable, Sendable {
    let entry: Body
    /// Counted from 1.
    let n: Int
    let prev: String
}

/// The line that closes a chain.
struct Closing: Codable, Sendable {
    let head: Head
}

/// How long a chain is and where it ends, signed with Ed25519.
package struct Head: Codable, Sendable, Equatable {
    /// How many entries there are.
    package let count: Int
    /// The hash of the last one.
    package let hash: String
    /// The public key, 32 bytes as hexadecimal digits.
    package let key: String
    /// The Ed25519 signature of both, as hexadecimal digits.
    package let signature: String

    package init(count: Int, hash: String, key: String, signature: String) {
        self.count = count
        self.hash = hash
        self.key = key
        self.signature = signature
    }

    static func message(count: Int, hash: String) -> [UInt8] {
        Array("preceptor exam head 1\n\(count)\n\(hash)\n".utf8)
    }

    /// Whether the signature is one that the key made of this count and hash.
    var isSigned: Bool {
        guard let key = PublicKey(hexadecimal: key), let signature = bytes(ofHexadecimal: signature) else {
            return false
        }
        return key.verifies(signature, of: Self.message(count: count, hash: hash))
    }
}

private let beforeHash = #","hash":""#

/// A JSON object with its own hash as a last member.
private func hashed(_ object: [UInt8]) -> (line: String, hash: String) {
    let hash = hexadecimal(sha256(object))
    return (String(decoding: object.dropLast(), as: UTF8.self) + beforeHash + hash + "\"}", hash)
}

/// The object of a line and the hash that it states; nil where the line has no such form.
func parted(_ line: some Collection<UInt8>) -> (object: [UInt8], stated: String, actual: String)? {
    let tail = beforeHash.utf8.count + 64 + 2
    let bytes = Array(line)
    guard bytes.count > tail, bytes.suffix(tail).starts(with: beforeHash.utf8),
        bytes.suffix(2).elementsEqual("\"}".utf8)
    else { return nil }
    let object = Array(bytes.dropLast(tail)) + [UInt8(ascii: "}")]
    let stated = String(decoding: bytes.suffix(66).prefix(64), as: UTF8.self)
    return (object, stated, hexadecimal(sha256(object)))
}
