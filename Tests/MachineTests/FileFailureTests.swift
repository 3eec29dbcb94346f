import Glibc
import Machine
import PseudoTerminal
import Testing

@Suite struct `A file that fails` {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [
        (true, FileError.Kind.missing, "cannot read the file: Too many levels of symbolic links"),
        (false, .link, "the file is a symbolic link"),
    ])
    func `leads in a circle`(follows: Bool, kind: FileError.Kind, reason: String) {
        let path = folder.path(of: "circle")
        #expect(symlink(path, path) == 0)
        let error = refusal { () throws(FileError) in _ = try readFile(path, limit: 9, followingLinks: follows) }
        #expect(error == FileError(kind, path, reason))
    }

    @Test func `leads nowhere`() {
        let path = folder.path(of: "link")
        #expect(symlink("gone", path) == 0)
        let error = refusal { () throws(FileError) in _ = try readText(path) }
        #expect(error?.message == "\(path): cannot read the file: No such file or directory")
        #expect(fileKind(at: path) == S_IFLNK)
    }

    @Test func `is a pipe that nobody writes to, and nobody waits for it`() {
        let path = folder.path(of: "pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let error = refusal { () throws(FileError) in _ = try readFile(path, limit: 9) }
        #expect(error == FileError(.missing, path, "this is not a regular file"))
        #expect(fileKind(at: path) == S_IFIFO)
    }

    @Test(arguments: [(255, "No such file or directory"), (256, "File name too long")])
    func `has a name longer than names are`(count: Int, said: String) {
        let path = folder.path(of: String(repeating: "n", count: count))
        let error = refusal { () throws(FileError) in _ = try readText(path) }
        #expect(error == FileError(.missing, path, "cannot read the file: \(said)"))
    }

    @Test func `is below a file`() throws {
        let path = try folder.write("text", to: "file") + "/below"
        let read = refusal { () throws(FileError) in _ = try readText(path) }
        #expect(read?.message == "\(path): cannot read the file: Not a directory")
        let written = refusal { () throws(FileError) in try writeFile("more", to: path) }
        #expect(written == FileError(.cannotMake, path, "Not a directory"))
        let made = refusal { () throws(FileError) in try makePrivateFolder(path) }
        #expect(made?.message == "cannot make the folder \(path): Not a directory")
        #expect(try readText(folder.path(of: "file")) == "text")
    }

    /// A program in a container has the same number each time.
    @Test(arguments: [false, true]) func `was left half by this program's number is written all the same`(
        isPrivate: Bool
    ) throws {
        let path = folder.path(of: "file")
        try folder.write("half", to: "file.\(getpid()).new")
        try writeFile("whole", to: path, isPrivate: isPrivate)
        #expect(try readText(path) == "whole")
        #expect(names(inFolder: folder.path) == ["file", "file.\(getpid()).new"], "somebody may be writing it now")
    }

    /// What nobody has written for an hour was left by a program that is gone.
    @Test func `is written sweeps what was left of it long ago, and nothing else`() throws {
        let drafts = ["file.0123456789abcdef.new", "file.17.new"]
        let others = [
            "file.0123456789abcdeg.new", "file.2025.txt", "file.abc.new", "other.0123456789abcdef.new",
            "file.0123456789abcdef0.new",
        ]
        let fresh = "file.fedcba9876543210.new"
        for name in drafts + others { try folder.write("half", to: name) }
        for name in drafts + others {
            var times = [
                timeval(tv_sec: time(nil) - 7_200, tv_usec: 0), timeval(tv_sec: time(nil) - 7_200, tv_usec: 0),
            ]
            #expect(utimes(folder.path(of: name), &times) == 0)
        }
        try folder.write("half", to: fresh)
        try writeFile("whole", to: folder.path(of: "file"))
        #expect(names(inFolder: folder.path) == (others + ["file", "file.17.new", fresh]).sorted())
        try writeFile("whole", to: folder.path(of: "file"), isPrivate: true)
        #expect(names(inFolder: folder.path) == (others + ["file", fresh]).sorted(), "its own files have no such name")
    }

    /// To put a file in the place of a device takes it away from everybody on the machine.
    @Test func `is a device, and stays one`() {
        let path = folder.path(of: "full")
        #expect(symlink("/dev/full", path) == 0)
        let error = refusal { () throws(FileError) in try writeFile("text", to: path) }
        #expect(error?.message == "cannot write \(path): No space left on device")
        #expect(fileKind(at: path) == S_IFLNK && fileKind(at: "/dev/full") == S_IFCHR)
    }

    @Test func `is a pipe that takes what is written`() throws {
        let path = folder.path(of: "pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let reading = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(reading) }
        try writeFile("text", to: path)
        var bytes = [UInt8](repeating: 0, count: 9)
        #expect(read(reading, &bytes, 9) == 4 && bytes.starts(with: Array("text".utf8)))
        #expect(fileKind(at: path) == S_IFIFO && names(inFolder: folder.path) == ["pipe"])
    }

    @Test func `is a link to a file, which is written and the link left`() throws {
        try folder.write("before", to: "file")
        let path = folder.path(of: "link")
        #expect(symlink("file", path) == 0)
        try writeFile("after", to: path)
        #expect(try readText(folder.path(of: "file")) == "after" && fileKind(at: path) == S_IFLNK)
        try writeFile("private", to: path, isPrivate: true)
        #expect(try readText(folder.path(of: "file")) == "after" && fileKind(at: path) == S_IFREG)
    }

    @Test func `is a folder`() throws {
        let error = refusal { () throws(FileError) in try writeFile("text", to: folder.path) }
        #expect(error?.message == "\(folder.path) is a folder; name a file")
    }

    @Test(arguments: [(999_999, "999 kB"), (1_000_000, "1 MB"), (1_999_999, "1 MB"), (1_000, "1 kB")])
    func `is larger than is taken, by so much`(limit: Int, most: String) {
        #expect(FileError.tooLarge("f", limit).reason == "the file has more than \(most)")
    }

    /// As on a disk with room for ten bytes more.
    @Test func `grows no further leaves the one before it, and nothing half`() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            let path = try folder.write("before", to: "file")
            signal(SIGXFSZ, SIG_IGN)
            var most = rlimit(rlim_cur: 10, rlim_max: 10)
            setrlimit(__rlimit_resource_t(1), &most)
            let error = #expect(throws: FileError.self) { try writeFile("eleven letters", to: path) }
            #expect(error?.message == "cannot write \(path): File too large")
            #expect(try readText(path) == "before" && names(inFolder: folder.path) == ["file"])
            try writeFile("ten letter", to: path)
            #expect(try readText(path) == "ten letter")
        }
    }
}

@Suite struct `A folder that fails` {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `is begun twice is finished by the first`() throws {
        let path = folder.path(of: "pack")
        let (first, second) = (try NewFolder(path), try NewFolder(path))
        for (made, text) in [(first, "first"), (second, "second")] { try made.add(text, as: "pack.yaml") }
        try first.finish()
        let error = #expect(throws: FileError.self) { try second.finish() }
        #expect(error?.message == "cannot make the folder \(path): Directory not empty")
        second.abandon()
        #expect(try names(inFolder: folder.path) == ["pack"] && folder.read("pack/pack.yaml") == "first")
    }

    @Test(arguments: ["pack", "pack/", "pack///"]) func `stands where a file is`(name: String) throws {
        try folder.write("a file", to: "pack")
        let error = #expect(throws: FileError.self) { try NewFolder(folder.path(of: name)) }
        #expect(
            error?.message == "\(folder.path(of: "pack")) is there already and not an empty folder; name another")
        #expect(try folder.read("pack") == "a file")
    }

    @Test func `is taken while it is filled`() throws {
        let made = try NewFolder(folder.path(of: "pack"))
        try made.add("mine", as: "pack.yaml")
        try makeFolder(folder.path(of: "pack"))
        try folder.write("theirs", to: "pack/pack.yaml")
        let error = #expect(throws: FileError.self) { try made.finish() }
        #expect(error?.message == "cannot make the folder \(made.path): Directory not empty")
        #expect(try folder.read("pack/pack.yaml") == "theirs" && readText("\(made.draft)/pack.yaml") == "mine")
        made.abandon()
        #expect(names(inFolder: folder.path) == ["pack"])
    }

    @Test func `has a file where a folder is due`() throws {
        let made = try NewFolder(folder.path(of: "pack"))
        try made.add("a file", as: "scenarios")
        let error = #expect(throws: FileError.self) { try made.add("more", as: "scenarios/visits.yaml") }
        #expect(error?.path == "\(made.draft)/scenarios/visits.yaml")
        try made.add("once more", as: "scenarios")
        try made.finish()
        #expect(try folder.read("pack/scenarios") == "once more")
    }

    @Test func `is given up with all that is hidden in it, and what its links lead to stays`() throws {
        try folder.write("kept", to: "kept")
        let made = try NewFolder(folder.path(of: "pack"))
        try made.add("hidden", as: ".hidden/.file")
        #expect(symlink(folder.path(of: "kept"), "\(made.draft)/link") == 0)
        #expect(symlink(folder.path, "\(made.draft)/.hidden/up") == 0)
        made.abandon()
        #expect(names(inFolder: folder.path) == ["kept"])
        #expect(try folder.read("kept") == "kept")
    }

    @Test(arguments: ["/", "//"]) func `is the root`(path: String) {
        let error = #expect(throws: FileError.self) { try NewFolder(path) }
        #expect(error?.kind == .taken)
    }
}
