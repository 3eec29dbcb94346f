import CZlib

/// The parts of a picture in PNG (ISO/IEC 15948) that a credential is baked into (Open Badges 3.0, section 5.3.1).
enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// What the chunk of text is called that holds a credential.
    private static let keyword = Array("openbadgecredential".utf8)
    private static let tokenLimit = 1_000_000

    /// A picture of gray values and opacity with a token baked in.
    ///
    /// - Parameters:
    ///   - pixels: Four bytes each: red, green, blue, opacity; row by row.
    ///   - width: How many there are in a row.
    ///   - token: Of a credential.
    /// - Returns: The file; equal pictures make equal bytes.
    static func picture(_ pixels: [UInt8], width: Int, baking token: String) -> [UInt8] {
        let height = pixels.count / 4 / max(width, 1)
        // Eight bits of each of four values.
        let head = number(width) + number(height) + [8, 6, 0, 0, 0]
        // Each row begins with the number of its filter, none.
        var rows: [UInt8] = []
        for row in 0..<height { rows += [0] + pixels[row * width * 4..<(row + 1) * width * 4] }
        // Not compressed, of no language, with no translated keyword.
        let text: [UInt8] = keyword + [0, 0, 0, 0, 0] + Array(token.utf8)
        let chunks = [("IHDR", head), ("iTXt", text), ("IDAT", Zlib.compressed(rows)), ("IEND", [])]
        return chunks.reduce(into: signature) { $0 += chunk($1.0, $1.1) }
    }

    /// The token that was baked into a picture.
    ///
    /// - Throws: `Refusal` where the picture is cut off, or holds no token, or more than one.
    static func token(in file: [UInt8]) throws(Refusal) -> String {
        var tokens: [String] = []
        var position = signature.count
        while true {
            guard position + 12 <= file.count else { throw .truncated("the picture has no end") }
            let length = file[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let type = file[position + 4..<position + 8]
            let end = position + 8 + length
            guard end + 4 <= file.count else { throw .truncated("the picture has no end") }
            if type.elementsEqual("IEND".utf8) { break }
            if type.elementsEqual("iTXt".utf8), let token = text(of: file[position + 8..<end]) { tokens.append(token) }
            position = end + 4
        }
        guard let token = tokens.first, tokens.count == 1 else {
            throw .unreadable("the picture has \(tokens.isEmpty ? "no credential" : "more than one credential")")
        }
        return token
    }

    /// The words of a chunk of text where it is a credential's; nil of any other.
    private static func text(of content: ArraySlice<UInt8>) -> String? {
        guard content.starts(with: keyword + [0]), content.count > keyword.count + 3 else { return nil }
        let isCompressed = content[content.startIndex + keyword.count + 1] == 1
        // Behind the two bytes of compression come the language and the keyword in it, each ended by a nought.
        let rest = content.dropFirst(keyword.count + 3)
        guard let language = rest.firstIndex(of: 0), let translated = rest[(language + 1)...].firstIndex(of: 0) else {
            return nil
        }
        let text = Array(rest[(translated + 1)...])
        let plain = isCompressed ? Zlib.decompressed(text, limit: tokenLimit) : text
        return plain.flatMap { String(validating: $0, as: UTF8.self) }
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + content
        let sum = body.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        return number(content.count) + body + number(Int(sum))
    }

    private static func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (24 - 8 * $0) & 0xFF) } }
}
