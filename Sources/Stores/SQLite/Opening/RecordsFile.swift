import Glibc
import Learning

/// The place of the records: a file that only its owner may read, in a folder that only its owner may enter.
struct RecordsFile {
    let path: String
    /// How long to wait for other processes, in seconds.
    let patience: Double

    /// Where the path ends in a link, it is the file behind it that is meant, beside which SQLite keeps its log.
    init(path: String, patience: Double) {
        let target = realpath(path, nil)
        defer { free(target) }
        self.path = target.map { String(cString: $0) } ?? path
        self.patience = patience
    }

    var folder: String { parent(of: path) }

    /// Where SQLite writes ahead.
    var journal: String { path + "-wal" }

    /// Makes an empty file where there is none, and sees to it that file and folder can be written.
    func prepare() throws(RecordsError) {
        try makeFile()
        for place in [folder, path] where faccessat(AT_FDCWD, place, R_OK | W_OK, AT_EACCESS) != 0 {
            throw .cannotWrite(place, systemReason)
        }
        guard !isFolder(path) else { throw .cannotWrite(path, "it is a folder") }
    }

    /// Whether a process that was killed, or one that runs, has left writes beside the file.
    var hasJournal: Bool {
        var status = stat()
        return stat(journal, &status) == 0 && status.st_size > 0
    }

    /// Makes the folder where there is none, and keeps others from opening the same file meanwhile: two that set up
    /// one file at once would get in each other's way.
    func alone<Result>(_ body: () throws(RecordsError) -> Result) throws(RecordsError) -> Result {
        try makeFolder(folder)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(folder, systemReason) }
        // Closing lets go of the lock too.
        defer { close(descriptor) }
        let pause = 0.005
        var waited = 0.0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            // Where a file system knows no such locks, SQLite's own have to do.
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            guard waited < patience else { throw .locked(path, .opening) }
            usleep(UInt32(pause * 1_000_000))
            waited += pause
        }
        return try body()
    }

    private func makeFolder(_ folder: String) throws(RecordsError) {
        guard mkdir(folder, 0o700) != 0 else { return sync(parent(of: folder)) }
        switch errno {
        case EEXIST where isFolder(folder): return
        case EEXIST: throw .cannotMake(folder, ENOTDIR)
        case ENOENT where parent(of: folder) != folder:
            try makeFolder(parent(of: folder))
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .cannotMake(folder, errno) }
            sync(parent(of: folder))
        case let number: throw .cannotMake(folder, number)
        }
    }

    private func makeFile() throws(RecordsError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor < 0 else {
            close(descriptor)
            return sync(folder)
        }
        guard errno == EEXIST else { throw .cannotMake(path, errno) }
    }

    /// Makes a new name in a folder survive a power cut.
    func sync(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func parent(of path: String) -> String {
    let trimmed = path.last == "/" ? path.dropLast() : path[...]
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
}

private var systemReason: String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }
