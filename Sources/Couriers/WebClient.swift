import CCurl
import Machine
import Signatures

/// Asks other servers, encrypted but on this machine; it follows nowhere, and blocks within a time.
package struct WebClient: Sendable {
    private let authorities: String?
    private let patience: Int

    /// - Parameters:
    ///   - authorities: A file of certificates to trust in place of the system's; nil for those.
    ///   - patience: How many seconds an answer may take.
    package init(trusting authorities: String? = nil, within patience: Int = 10) {
        self.authorities = authorities
        self.patience = patience
    }

    /// What a server answered.
    package struct Reply: Sendable, Equatable {
        /// As HTTP numbers it.
        package let status: Int
        /// What stands behind the header.
        package let body: [UInt8]
        /// Where the next part of a list is (RFC 8288); nil of the last, and of what has none.
        package let next: String?
    }

    private static let longest = 512 << 10

    /// Asks for something.
    ///
    /// - Throws: `TransferFault` where nobody answers, or the address is not one that is asked.
    package func get(_ address: String, _ fields: [String] = []) throws(TransferFault) -> Reply {
        try send(address, fields) { _ in }
    }

    /// Sends something.
    ///
    /// - Parameters:
    ///   - address: Where to.
    ///   - body: What is sent.
    ///   - fields: Of the header, as `name: value`.
    /// - Returns: What was answered.
    /// - Throws: `TransferFault` where nobody answers, or the address is not one that is asked.
    package func post(_ address: String, _ body: [UInt8], _ fields: [String]) throws(TransferFault) -> Reply {
        try send(address, fields + ["Expect:"], sending: body) { transfer in
            transfer.set(CURLOPT_POST, 1)
            transfer.set(CURLOPT_POSTFIELDSIZE, body.count)
        }
    }

    private func send(
        _ address: String, _ fields: [String], sending body: [UInt8] = [], _ prepare: (Transfer) -> Void
    ) throws(TransferFault) -> Reply {
        guard Self.isAsked(address) else { throw TransferFault("\(address.prefix(200)) is no https address") }
        let isSafe = fields.allSatisfy { field in field.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
        guard isSafe else { throw TransferFault("a header field has a line break in it") }
        let transfer = try Transfer(trusting: authorities)
        transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        transfer.set(CURLOPT_URL, address)
        transfer.set(CURLOPT_CONNECTTIMEOUT, min(patience, 5))
        transfer.set(CURLOPT_TIMEOUT, patience)
        if !fields.isEmpty { transfer.set(CURLOPT_HTTPHEADER, fields) }
        prepare(transfer)
        transfer.exchange(body, receivingAtMost: Self.longest)
        let (result, status) = transfer.perform()
        guard result == CURLE_OK else { throw TransferFault(result) }
        return Reply(status: status, body: transfer.incoming, next: Self.next(in: transfer.header))
    }

    /// The address of a header's `Link` field that names what comes next.
    private static func next(in header: [UInt8]) -> String? {
        let lines = String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline)
        let links = lines.filter { $0.lowercased().hasPrefix("link:") }.flatMap { $0.matches(of: /<([^>]*)>([^<]*)/) }
        let next = links.first { link in
            link.2.filter { !" \"".contains($0) }.split { ";,".contains($0) }.contains("rel=next")
        }
        return next.map { String($0.1) }
    }

    /// Fields as forms send them.
    package static func form(_ fields: [(String, String)]) -> String {
        fields.map { "\($0.0.encodedWithPercents)=\($0.1.encodedWithPercents)" }.joined(separator: "&")
    }

    /// The scheme and the authority of an address that may be asked; nil of others, and of what a header cannot name.
    package static func origin(of address: String) -> String? {
        guard isAsked(address), let colon = address.firstIndex(of: ":") else { return nil }
        let authority = address[colon...].dropFirst(3).prefix { !"/?#".contains($0) }.lowercased()
        let isPlain = authority.unicodeScalars.allSatisfy { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || [".", "-", ":", "[", "]"].contains(scalar)
        }
        return isPlain ? "\(address[..<colon])://\(authority)" : nil
    }

    /// Whether an address may be asked: https, or http on this machine.
    package static func isAsked(_ address: String) -> Bool {
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else { return false }
        let halves = address.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return false }
        let authority = halves[1].prefix { !"/?#".contains($0) }.lowercased()
        guard !authority.isEmpty, !authority.contains("@") else { return false }
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        return halves[0] == "https"
            || (halves[0] == "http" && isThisMachine(host))
    }
}
