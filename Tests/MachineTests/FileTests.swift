import Glibc
import Machine
import PseudoTerminal
import Testing

@Suite struct `A file` {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    // MARK: - Reading

    @Test(arguments: [0, 1, 4_095, 4_096, 100_000]) func `is read whole`(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        let path = folder.path(of: "bytes")
        try writeFile(bytes, to: path)
        #expect(try readFile(path, limit: size) == bytes)
    }

    @Test func `with more than is taken is refused before it is read`() throws {
        let path = try folder.write(String(repeating: "x", count: 11), to: "big")
        let error = refusal { () throws(FileError) in _ = try readFile(path, limit: 10) }
        #expect(error?.kind == .tooLarge)
        #expect(error?.message == "\(path): the file has more than 0 kB; cut it into several")
        #expect(FileError.tooLarge("a", 8_000_000).message == "a: the file has more than 8 MB; cut it into several")
    }

    @Test func `that grows while it is read is refused`() {
        // The kernel says that it has no bytes.
        let error = refusal { () throws(FileError) in _ = try readFile("/proc/cpuinfo", limit: 10) }
        #expect(error?.kind == .tooLarge && error?.message == "/proc/cpuinfo: the file grows while it is read")
    }

    @Test func `that is none is refused`() throws {
        let missing = refusal { () throws(FileError) in _ = try readFile(folder.path(of: "nothing"), limit: 1) }
        #expect(missing?.kind == .missing)
        #expect(missing?.message == "\(folder.path)/nothing: cannot read the file: No such file or directory")
        for path in [folder.path, "/dev/null"] {
            let error = refusal { () throws(FileError) in _ = try readText(path) }
            #expect(error?.kind == .missing && error?.message == "\(path): this is not a regular file")
        }
    }

    @Test func `behind a link is read where links are followed`() throws {
        let path = try folder.write("text", to: "file")
        let link = folder.path(of: "link")
        #expect(symlink(path, link) == 0)
        #expect(try readText(link) == "text")
        let error = refusal { () throws(FileError) in _ = try readFile(link, limit: 9, followingLinks: false) }
        #expect(error?.kind == .link && error?.message == "\(link): the file is a symbolic link")
        #expect(fileKind(at: link) == S_IFLNK && fileKind(at: path) == S_IFREG)
        #expect(fileKind(at: folder.path) == S_IFDIR && fileKind(at: folder.path(of: "none")) == 0)
    }

    @Test func `of broken characters is text all the same`() throws {
        let path = folder.path(of: "broken")
        try writeFile([0x61, 0xFF, 0x62], to: path)
        #expect(try readText(path) == "a\u{FFFD}b")
    }

    // MARK: - Writing

    @Test func `takes the place of the one before it, for its owner alone where that is asked`() throws {
        let path = folder.path(of: "file")
        try writeFile("first", to: path)
        #expect(mode(path) & 0o077 != 0)
        try writeFile("second", to: path, isPrivate: true)
        #expect(mode(path) == 0o600)
        #expect(try readText(path) == "second")
        #expect(names(inFolder: folder.path) == ["file"])
    }

    @Test func `that cannot be made leaves all as it was`() throws {
        let nowhere = refusal { () throws(FileError) in try writeFile("text", to: "/proc/nowhere/file") }
        #expect(nowhere?.kind == .cannotMake)
        #expect(nowhere?.message == "cannot make /proc/nowhere/file: No such file or directory")
        try makeFolder(folder.path(of: "taken"))
        try folder.write("x", to: "taken/x")
        let taken = refusal { () throws(FileError) in try writeFile("text", to: folder.path(of: "taken")) }
        #expect(taken?.kind == .taken)
        #expect(names(inFolder: folder.path) == ["taken"])
    }

    @Test(arguments: [
        (FileError(.missing, "a", "is gone"), "a: is gone"), (FileError(.taken, "a", "is there"), "a is there"),
        (FileError(.missing, "a", "is gone", mend: "look elsewhere"), "a: is gone; look elsewhere"),
        (FileError(.cannotMake, "a", "no"), "cannot make a: no"),
        (FileError(.cannotWrite, "a", "no"), "cannot write a: no"),
    ])
    func `that failed is told of`(error: FileError, message: String) { #expect(error.message == message) }
}

@Suite struct `A folder` {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `may be there already`() throws {
        try makeFolder(folder.path)
        try makePrivateFolder(folder.path(of: "a/b/c"))
        try makePrivateFolder(folder.path(of: "a/b/c"))
        var status = stat()
        #expect(stat(folder.path(of: "a/b"), &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(throws: FileError.self) { try makeFolder("/proc/nowhere") }
        #expect(throws: FileError.self) { try makePrivateFolder("/proc/no/where") }
    }

    @Test func `lists what is in it in order, hidden names left out`() throws {
        for name in ["b", "a", ".hidden", "Z"] { try folder.write("", to: name) }
        #expect(names(inFolder: folder.path) == ["Z", "a", "b"])
        #expect(names(inFolder: folder.path(of: "none")).isEmpty)
    }

    @Test func `appears with all of its files`() throws {
        let made = try NewFolder(folder.path(of: "pack/"))
        try made.add("one", as: "pack.yaml")
        try made.add("two", as: "scenarios/visits.yaml")
        #expect(names(inFolder: folder.path(of: "pack")).isEmpty)
        #expect(names(inFolder: made.draft) == ["pack.yaml", "scenarios"])
        try made.finish()
        #expect(made.path == folder.path(of: "pack"))
        #expect(try readText(folder.path(of: "pack/scenarios/visits.yaml")) == "two")
        #expect(names(inFolder: folder.path) == ["pack"])
    }

    @Test func `that is given up leaves nothing`() throws {
        let made = try NewFolder(folder.path(of: "pack"))
        try made.add("one", as: "a/b.yaml")
        made.abandon()
        #expect(names(inFolder: folder.path).isEmpty)
    }

    @Test func `takes the place of an empty one and of no other`() throws {
        try makeFolder(folder.path(of: "empty"))
        try NewFolder(folder.path(of: "empty")).finish()
        try folder.write("", to: "empty/.hidden")
        let error = #expect(throws: FileError.self) { try NewFolder(folder.path(of: "empty")) }
        #expect(error?.kind == .taken)
        #expect(throws: FileError.self) { try NewFolder("/proc/nowhere/pack") }
    }

    @Test func `of the program tells this build from others`() {
        #expect(!Paths.build.isEmpty && Paths.build != "unknown" && Paths.build == Paths.build)
    }
}
