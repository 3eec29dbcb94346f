import Testing

@testable import Interchange

@Suite struct `ZIP archives` {
    private func archive(_ files: [(String, [UInt8])]) -> [UInt8] {
        var archive = ZipArchive()
        for (name, bytes) in files { archive.add(name, bytes) }
        return archive.finish()
    }

    /// Where the first file's line of the directory begins.
    private func directory(of bytes: [UInt8]) throws -> Int {
        try #require(bytes.indices.dropLast(4).last { bytes[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
    }

    private func problem(_ read: () throws(ImportProblem) -> Void) -> String {
        do {
            try read()
            return ""
        } catch {
            return error.message
        }
    }

    @Test func `give back what was put into them`() throws {
        let bytes = archive([("a", [1, 2, 3]), ("b/é", []), ("c", [UInt8](repeating: 7, count: 70_000))])
        var reader = try ZipReader(bytes + [])
        #expect(try reader.content(of: "a") == [1, 2, 3])
        #expect(try reader.content(of: "b/é") == [])
        #expect(try reader.content(of: "c")?.count == 70_000)
        #expect(try reader.content(of: "d") == nil && !reader.contains("d"))
    }

    @Test(arguments: ["../a", "/etc/passwd", "a/../../b", "..\\a", "\\a", "C:/a", "a/.."])
    func `with a file that is to lie outside are refused`(name: String) {
        let bytes = archive([("a", [1]), (name, [2])])
        #expect(problem { () throws(ImportProblem) in _ = try ZipReader(bytes) }.contains("lie outside it"))
    }

    @Test func `with a link are refused`() throws {
        var bytes = archive([("a", [1]), ("b", Array("/etc/passwd".utf8))])
        let line = try directory(of: bytes)
        (bytes[line + 5], bytes[line + 40], bytes[line + 41]) = (3, 0xFF, 0xA1)
        #expect(problem { () throws(ImportProblem) in _ = try ZipReader(bytes) } == "the archive holds a link: b")
        // A file that is none, as archives made on Unix have them.
        bytes[line + 41] = 0x81
        #expect(problem { () throws(ImportProblem) in _ = try ZipReader(bytes) } == "")
    }

    /// 45 MB of zeros in as many kilobytes, as DEFLATE has them, in one file and in many.
    @Test func `that grow without end are refused before they do`() throws {
        let honest = archive([("a", [1, 2, 3])])
        let line = try directory(of: honest)
        for (size, packed) in [(15_000_000, 15_000), (0x7FFF_FFFF, 3), (17_000_000, 16_999_999)] {
            var bytes = honest
            for place in 0..<4 {
                bytes[line + 20 + place] = UInt8(packed >> (8 * place) & 255)
                bytes[line + 24 + place] = UInt8(size >> (8 * place) & 255)
            }
            var reader = try ZipReader(bytes)
            let words = problem { () throws(ImportProblem) in _ = try reader.content(of: "a") }
            #expect(words == "a would grow to \(size) bytes, more than is taken in")
        }
        let block = [UInt8](repeating: 0x20, count: 3_000_000)
        let names = (0..<5).map { "\($0)" }
        var reader = try ZipReader(archive(names.map { ($0, block) }))
        let words = problem { () throws(ImportProblem) in
            for _ in 0..<4 { for name in names { _ = try reader.content(of: name) } }
        }
        #expect(words.contains("more than is taken in"))
    }

    @Test(arguments: [
        (8, 1, "a is encrypted"), (10, 14, "a is packed in a way that is not read"), (16, 0xFF, "a is damaged"),
        (24, 9, "a is damaged"), (42, 1, "a is not where the archive says"),
        (20, 0xF0, "a is not where the archive says"),
    ]) func `that say of a file what is not so are refused`(place: Int, value: UInt8, message: String) throws {
        var bytes = archive([("a", [1, 2, 3])])
        bytes[try directory(of: bytes) + place] = value
        var reader = try ZipReader(bytes)
        #expect(problem { () throws(ImportProblem) in _ = try reader.content(of: "a") } == message)
    }

    @Test func `that are broken or cut off are refused`() throws {
        let bytes = archive([("a", [1, 2, 3])])
        #expect(problem { () throws(ImportProblem) in _ = try ZipReader([]) }.contains("cut off"))
        #expect(
            problem { () throws(ImportProblem) in _ = try ZipReader(Array("PK\u{3}\u{4}".utf8)) }.contains("cut off"))
        for length in 0..<bytes.count {
            #expect(throws: ImportProblem.self) { try ZipReader(Array(bytes[..<length])) }
        }
        let twice = archive([("a", [1]), ("a", [2])])
        #expect(problem { () throws(ImportProblem) in _ = try ZipReader(twice) } == "the archive holds a twice")
        #expect(inflated([3, 0], size: 0) == [] && inflated([3, 0], size: 1) == nil && inflated([], size: 0) == nil)
    }
}
