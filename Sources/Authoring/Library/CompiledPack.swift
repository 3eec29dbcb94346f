import Content

/// A pack as a file keeps it: the build that made it, the very text that it was made of, a digest of the pack, and the
/// pack.
enum CompiledPack {
    /// The pack; nil where another build made it, the files say something else by now, or it has changed. Any change of a
    /// single byte is noticed for certain, since FNV-1a takes each byte in by a step that can be undone; others but for
    /// one in 2 to the power of 64.
    static func pack(in bytes: [UInt8], madeOf files: PackFiles, by build: String) -> Pack? {
        var rest = bytes[...]
        guard rest.drop(heading(build)), files.drop(from: &rest), rest.count >= digestSize,
            rest.prefix(digestSize).elementsEqual(digest(of: rest.dropFirst(digestSize)))
        else { return nil }
        return try? PackedInput.read(Pack.self, in: bytes, from: rest.startIndex + digestSize)
    }

    /// What is kept of a pack.
    static func bytes(of pack: Pack, madeOf files: PackFiles, by build: String) -> [UInt8] {
        let body = PackedOutput.bytes(of: pack)
        return heading(build) + files.source + digest(of: body[...]) + body
    }

    private static let digestSize = MemoryLayout<UInt64>.size

    private static func heading(_ build: String) -> [UInt8] { Array("\(build)\n".utf8) }

    private static func digest(of body: ArraySlice<UInt8>) -> [UInt8] {
        var hash = FNV1a()
        hash.add(body)
        return withUnsafeBytes(of: hash.value.littleEndian, Array.init)
    }
}
