import Foundation
import Machine
import Scoring
import Testing

@testable import Authoring
@testable import Content

@Suite struct PackLibraryTests {
    let folder: PackFolder
    let cache: String
    let library: PackLibrary

    init() throws {
        folder = try PackFolder()
        cache = folder.parent + "-cache"
        library = PackLibrary(
            bundled: folder.parent, compiled: CompiledPacks(own: cache, build: "1", time: MachineTime()))
    }

    private var compiled: URL { URL(filePath: cache + "/small.pack") }

    private func inode() throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: compiled.path)[.systemFileNumber] as? Int)
    }

    @Test func `a pack is found by its id and by its path`() throws {
        #expect(library.ids == ["small"])
        #expect(try library.load("small") == library.load(folder.path))
        #expect(try library.load(folder.path + "/").id == "small")
    }

    @Test(arguments: [
        ("smal", "no pack smal; did you mean small?"), ("samll", "no pack samll; did you mean small?"),
        ("dialysis", "no pack dialysis; preceptor pack list shows them"),
        ("", "no pack ; preceptor pack list shows them"),
        ("no/such/folder", "no pack no/such/folder; preceptor pack list shows them"),
        ("/", "the folder / has no pack.yaml, so it is no pack"),
        ("\u{1B}[2J", "no pack \u{FFFD}[2J; preceptor pack list shows them"),
    ])
    func `what is no pack is told from what is nearly one`(name: String, message: String) throws {
        let error = #expect(throws: PackError.self) { try library.load(name) }
        #expect(error?.description == message)
    }

    @Test func `a pack with errors is not loaded, and says them all`() throws {
        try folder.replace("format: 1", with: "format: one", in: "pack.yaml")
        let error = #expect(throws: PackError.self) { try library.load("small") }
        #expect(
            error?.description
                == "the pack small has errors:\n  pack.yaml:1:9: error: expected a whole number from 1 to 99, found \"one\""
        )
    }

    @Test func `no bundle says where it was looked for`() {
        #expect(
            PackError.noBundle(tried: ["/a", "/b"]).description
                == "the bundled packs are in none of these places:\n  /a\n  /b\nset PRECEPTOR_PACKS to the folder that holds them"
        )
    }

    @Test func `the compiled pack is the one that was read`() throws {
        let read = try #require(folder.read().pack)
        #expect(try library.load("small") == read)
        let first = try inode()
        #expect(try library.load("small") == read)
        #expect(try inode() == first, "it was read again instead of being taken from its compiled form")
    }

    @Test(arguments: ["pack.yaml", "codes.yaml", "scenarios.yaml"])
    func `a compiled pack is not used once a file has changed`(file: String) throws {
        _ = try library.load("small")
        let first = try inode()
        let text = try #require(PackFolder.valid[file])
        try folder.write(
            text.replacing("a small pack", with: "another pack").replacing("a long visit", with: "another"), to: file)
        try folder.write(text + "\n# a word\n", to: file)
        #expect(try library.load("small") == folder.read().pack)
        #expect(try inode() != first)
        try folder.remove("terms.yaml")
        #expect(try library.load("small").terms == [])
    }

    @Test func `another build compiles anew`() throws {
        let pack = try library.load("small")
        let first = try inode()
        let other = PackLibrary(
            bundled: folder.parent, compiled: CompiledPacks(own: cache, build: "11", time: MachineTime()))
        #expect(try other.load("small") == pack)
        #expect(try inode() != first)
    }

    @Test func `packs of the same name are not mistaken for each other`() throws {
        let other = try PackFolder()
        try other.replace("title: a small pack", with: "title: a dwarf pack", in: "pack.yaml")
        #expect(try library.load(folder.path).title == "a small pack")
        #expect(try library.load(other.path).title == "a dwarf pack")
        #expect(try library.load(folder.path).title == "a small pack")
    }

    @Test func `a compiled pack cut anywhere is made again`() throws {
        let pack = try library.load("small")
        let whole = try Data(contentsOf: compiled)
        for length in stride(from: 0, to: whole.count, by: 97) {
            try whole.prefix(length).write(to: compiled)
            #expect(try library.load("small") == pack, "cut at \(length)")
            #expect(try Data(contentsOf: compiled) == whole)
        }
        try (whole + [0]).write(to: compiled)
        #expect(try library.load("small") == pack)
        #expect(try Data(contentsOf: compiled) == whole)
    }

    @Test func `garbage in place of a compiled pack does no harm`() throws {
        let pack = try library.load("small")
        let whole = try Data(contentsOf: compiled)
        for garbage in [Data(), Data("{}".utf8), Data(repeating: 0xFF, count: 100_000)] {
            try garbage.write(to: compiled)
            #expect(try library.load("small") == pack)
        }
        try FileManager.default.removeItem(at: compiled)
        try FileManager.default.createDirectory(at: compiled, withIntermediateDirectories: true)
        #expect(try library.load("small") == pack)
        // Whatever follows the right beginning may give another pack, and never brings the program down.
        var random = SeededGenerator(seed: 7)
        let start = whole.count - 1_500
        for _ in 0..<300 {
            var bytes = [UInt8](whole)
            for _ in 0..<3 {
                bytes[Int.random(in: start..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            _ = try? PackedInput.read(Pack.self, in: bytes, from: start)
        }
    }

    /// Every byte of it in turn, so that none is left which is trusted unseen.
    @Test func `a compiled pack of which one bit was flipped is not taken`() throws {
        let files = PackFiles(folder: folder.path, log: ProblemLog())
        let pack = try library.load("small")
        let whole = [UInt8](try Data(contentsOf: compiled))
        #expect(library.compiled.read(files) == pack)
        for place in whole.indices {
            var bytes = whole
            bytes[place] ^= 1 << (place % 8)
            try Data(bytes).write(to: compiled)
            #expect(library.compiled.read(files) == nil, "byte \(place) of \(whole.count)")
        }
        #expect(try library.load("small") == pack)
        #expect([UInt8](try Data(contentsOf: compiled)) == whole, "it was made anew")
    }

    @Test(arguments: [0o775, 0o777, 0o757])
    func `what others may write is neither read nor written`(mode: Int) throws {
        let files = PackFiles(folder: folder.path, log: ProblemLog())
        _ = try library.load("small")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: cache)
        #expect(library.compiled.read(files) == nil)
        let before = try inode()
        _ = try library.load("small")
        #expect(try inode() == before)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: cache)
        #expect(library.compiled.read(files) != nil)
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: compiled.path)
        #expect(library.compiled.read(files) == nil)
    }

    @Test func `links are not followed`() throws {
        let files = PackFiles(folder: folder.path, log: ProblemLog())
        _ = try library.load("small")
        try FileManager.default.moveItem(atPath: compiled.path, toPath: cache + "/moved")
        try FileManager.default.createSymbolicLink(atPath: compiled.path, withDestinationPath: cache + "/moved")
        #expect(library.compiled.read(files) == nil)
        let link = cache + "-link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: cache)
        #expect(CompiledPacks(shipped: [link], own: nil, build: "1", time: MachineTime()).read(files) == nil)
    }

    @Test func `the cache is for its owner's eyes, and old files in it are cleared`() throws {
        let manager = FileManager.default
        _ = try library.load("small")
        for path in [cache, compiled.path] {
            let mode = try #require(manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
            #expect(mode & 0o077 == 0, "\(path)")
        }
        let names = ["old.pack", "young.pack", "kept.txt", "small.pack.77.new"]
        for name in names { try Data([1]).write(to: URL(filePath: "\(cache)/\(name)")) }
        for name in ["old.pack", "kept.txt", "small.pack.77.new"] {
            try manager.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -31 * 86_400)], ofItemAtPath: "\(cache)/\(name)")
        }
        try folder.replace("title: a small pack", with: "title: a dwarf pack", in: "pack.yaml")
        _ = try library.load("small")
        #expect(try manager.contentsOfDirectory(atPath: cache).sorted() == ["kept.txt", "small.pack", "young.pack"])
    }

    @Test func `a place that cannot be written does no harm`() throws {
        let read = try #require(folder.read().pack)
        for place in ["/proc/nowhere", "/dev/null/x", ""] {
            let library = PackLibrary(
                bundled: folder.parent, compiled: CompiledPacks(own: place, build: "1", time: MachineTime()))
            #expect(try library.load("small") == read)
        }
    }

    @Test func `what was shipped is read and never written`() throws {
        let pack = try library.load("small")
        let shipped = PackLibrary(
            bundled: folder.parent, compiled: CompiledPacks(shipped: [cache], own: nil, build: "1", time: MachineTime())
        )
        #expect(shipped.compiled.read(PackFiles(folder: folder.path, log: ProblemLog())) == pack)
        try FileManager.default.removeItem(at: compiled)
        #expect(try shipped.load("small") == pack)
        #expect(!FileManager.default.fileExists(atPath: compiled.path))
    }
}
