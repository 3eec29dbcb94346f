import Machine
import Signatures

/// The server that takes letters on, and in whose name they are sent.
package struct MailServer: Sendable, Equatable {
    /// `smtp` or `smtps`.
    let scheme: String
    /// Its name.
    let host: String
    /// Its port, with a colon before it; empty for the usual one.
    let port: String
    /// By whom it is used; nil where it asks nobody.
    let user: String?
    let password: String?
    /// The sender's address.
    let sender: String
    /// What the sender is called.
    let senderName: String

    /// Reads where the server is and who sends.
    ///
    /// - Parameters:
    ///   - place: `smtp://mail.example.org:587`, which is encrypted from `STARTTLS` on, or `smtps://…`.
    ///   - sender: `exams@example.org`, or `Exams <exams@example.org>`.
    ///   - user: By whom it is used; nil where it asks nobody.
    ///   - password: The user's.
    /// - Throws: `TransferFault` that says what is no such thing.
    package init(_ place: String, sender: String, user: String?, password: String?) throws(TransferFault) {
        let halves = place.split(separator: "://", maxSplits: 1).map(String.init)
        guard halves.count == 2, ["smtp", "smtps"].contains(halves[0].lowercased()),
            let (host, port) = Self.hostAndPort(halves[1].hasSuffix("/") ? String(halves[1].dropLast()) : halves[1])
        else { throw TransferFault("a mail server is a place such as smtp://mail.example.org:587") }
        scheme = halves[0].lowercased()
        (self.host, self.port) = (host, port)
        (self.user, self.password) = (user, password)
        let parts = sender.split(separator: "<", maxSplits: 1).map(String.init)
        let isNamed = sender.contains("<")
        let address = isNamed && sender.hasSuffix(">") ? String(parts.last?.dropLast() ?? "") : isNamed ? "" : sender
        guard let known = Mailbox(address) else {
            throw TransferFault("a sender of mail is an address such as exams@example.org")
        }
        self.sender = known.text
        senderName =
            isNamed && parts.count == 2 ? parts[0].split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
    }

    private static func hostAndPort(_ text: String) -> (host: String, port: String)? {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x3A, 0x5B, 0x5D].contains(byte)
        }
        guard isPlain, !text.isEmpty else { return nil }
        guard let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") else { return (text, "") }
        guard let port = UInt16(text[text.index(after: colon)...]), port > 0, colon > text.startIndex else {
            return nil
        }
        return (String(text[..<colon]), ":\(port)")
    }

    /// Whether it is on this machine, so that nobody can listen in between.
    var isHere: Bool { isThisMachine(host) }
}

/// An address that may stand in the header of a letter and between angle brackets.
struct Mailbox {
    let text: String

    init?(_ text: String) {
        let address = text.filter { $0 != " " }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = address.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7F && !"<>\"(),;:\\[]".unicodeScalars.contains(scalar)
                && scalar.properties.generalCategory != .control
                && scalar.properties.generalCategory != .lineSeparator
                && scalar.properties.generalCategory != .paragraphSeparator
        }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), isPlain, address.utf8.count <= 254 else {
            return nil
        }
        self.text = address
    }
}
