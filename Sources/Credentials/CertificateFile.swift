import Markup

/// What a file with a certificate holds, told by its content.
package enum CertificateFile {
    /// The token in a file; nil where the file is something else.
    ///
    /// - Throws: `Refusal` for a badge, or a page with one, that is cut off or has no credential, or more than one.
    package static func token(in file: [UInt8]) throws(Refusal) -> String? {
        if file.starts(with: PNG.signature) { return try PNG.token(in: file) }
        let text = String(decoding: file, as: UTF8.self)
        for (start, end) in [("<svg", "</svg>"), ("<?xml", "</svg>"), ("<!DOCTYPE html>", "</html>")]
        where text.hasPrefix(start) {
            guard text.trimmed.hasSuffix(end) else { throw .truncated("the picture has no end") }
            return try baked(in: text)
        }
        let token = text.trimmed
        guard token.hasPrefix("eyJ"), token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return token
    }

    private static func baked(in svg: String) throws(Refusal) -> String {
        let pieces = svg.split(separator: "<\(Badge.element)", omittingEmptySubsequences: false)
        guard pieces.count == 2 else {
            throw .unreadable("the picture has \(pieces.count == 1 ? "no credential" : "more than one credential")")
        }
        let tag = pieces[1].prefix { $0 != ">" }.split(separator: " verify=\"", omittingEmptySubsequences: false)
        guard tag.count == 2, let end = tag[1].firstIndex(of: "\"") else {
            throw .unreadable("the picture's credential has no token")
        }
        return String(tag[1][..<end])
    }
}
