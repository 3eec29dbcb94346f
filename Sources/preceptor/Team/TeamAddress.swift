import Machine

/// Where a team's server is. What a file or a command line says becomes part of what curl is told, so nothing but what an
/// address is made of gets through.
struct TeamAddress {
    /// Why something is no address.
    enum Problem: Error {
        case malformed
        /// A key goes to no server unencrypted, but to one on this machine.
        case unencrypted

        /// In a sentence.
        var words: String {
            switch self {
            case .malformed: "The address is one such as https://exams.example.org."
            case .unencrypted: "A server on another machine is asked by https://."
            }
        }
    }

    /// Such as `https://exams.example.org`.
    let origin: String

    /// The part of an address that names a server.
    init(_ text: String) throws(Problem) {
        let plain = text.hasSuffix("/") ? String(text.dropLast()) : text
        let halves = plain.split(separator: "://", maxSplits: 1)
        guard halves.count == 2, halves[1].utf8.allSatisfy(Self.mayBeInHost) else { throw .malformed }
        let host = halves[1].prefix { $0 != ":" }
        guard halves[0] == "https" || halves[0] == "http" && isThisMachine(host) else {
            throw .unencrypted
        }
        origin = plain
    }

    /// Whether a text is a key as servers make them.
    static func isKey(_ text: String) -> Bool { text.utf8.count == 43 && text.utf8.allSatisfy(mayBeInKey) }

    private static func mayBeInHost(_ byte: UInt8) -> Bool {
        mayBeInKey(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
    }

    private static func mayBeInKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
