/// A file that a form sent.
package struct UploadedFile: Sendable, Equatable {
    /// As the sender's machine calls it, without folders.
    package let name: String
    /// The same with the folders that it lies in, where a whole folder was sent.
    package let path: String
    /// All of it.
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        name = String(path.split { $0 == "/" || $0 == "\\" }.last ?? "")
        self.bytes = bytes
    }
}

/// The parts of a form with files, as `multipart/form-data` parts them.
struct Multipart {
    /// Names with what they have, in order.
    private(set) var parts: [(name: String, file: String?, bytes: [UInt8])] = []

    /// The most parts that a form may have.
    private static let most = 1_000
    /// The longest head of a part, in bytes.
    private static let longestHead = 1_024

    /// Reads a body; nil where it is none.
    ///
    /// - Parameters:
    ///   - body: All of it.
    ///   - type: The field of the header that says what it is.
    init?(_ body: [UInt8], type: String) {
        guard let boundary = Self.parameter("boundary", of: type), (1...70).contains(boundary.utf8.count) else {
            return nil
        }
        let line = Array("\r\n--\(boundary)".utf8)
        // The first boundary stands at the beginning of the body, or after a line's end.
        var rest = (Array("\r\n".utf8) + body)[...]
        guard let first = rest.position(of: line) else { return nil }
        rest = rest[(first + line.count)...]
        while rest.starts(with: "\r\n".utf8), let end = rest.dropFirst(2).position(of: line) {
            guard parts.count < Self.most, add(rest[(rest.startIndex + 2)..<end]) else { return nil }
            rest = rest[(end + line.count)...]
        }
        guard rest.starts(with: "--".utf8) else { return nil }
    }

    private mutating func add(_ part: ArraySlice<UInt8>) -> Bool {
        let gap = Array("\r\n\r\n".utf8)
        guard let end = part.prefix(Self.longestHead + gap.count).position(of: gap) else { return false }
        let head = String(decoding: part[..<end], as: UTF8.self).split(separator: "\r\n")
        let disposition = head.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = Self.parameter("name", of: String(disposition)) else { return false }
        let file = Self.parameter("filename", of: String(disposition))
        parts.append((name, file, Array(part[(end + gap.count)...])))
        return true
    }

    /// The value of a parameter such as `name="text"`; nil where there is none.
    private static func parameter(_ name: String, of field: String) -> String? {
        for piece in field.split(separator: ";").dropFirst() {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, halves[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
            let value = halves[1].drop(while: \.isWhitespace)
            return value.hasPrefix("\"") ? String(value.dropFirst().prefix { $0 != "\"" }) : String(value)
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Where some bytes begin first; nil where they are not in it.
    fileprivate func position(of needle: [UInt8]) -> Int? {
        guard let first = needle.first, count >= needle.count else { return nil }
        var position = startIndex
        while position <= endIndex - needle.count,
            let next = self[position...(endIndex - needle.count)].firstIndex(of: first)
        {
            if self[next..<(next + needle.count)].elementsEqual(needle) { return next }
            position = next + 1
        }
        return nil
    }
}
