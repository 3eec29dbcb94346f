import Glibc
import Machine

/// The lines a person typed, kept between runs: at most 1,000, readable only by that person.
///
/// A file that cannot be read or written is no reason to stop: the history is then as long as the run.
struct HistoryFile {
    /// The most lines that are kept.
    static let limit = 1_000
    /// The most bytes that are looked at; whatever made a history file longer was not this program.
    private static let byteLimit = 4 * 1024 * 1024

    private let path: String
    /// How many lines the file is thought to hold.
    private var count = 0

    /// The history in a file, which need not exist.
    init(path: String) {
        self.path = path
    }

    /// The lines kept so far, the oldest first.
    mutating func load() -> [String] {
        let lines = read()
        count = lines.count
        if count > Self.limit {
            trim()
        }
        return lines.suffix(Self.limit)
    }

    /// Keeps one more line.
    mutating func append(_ line: String) {
        makeFolder()
        guard let file = openRegular(path, O_RDWR | O_APPEND | O_CREAT) else { return }
        defer { close(file) }
        fchmod(file, 0o600)
        guard writeText((endsInMidLine(file) ? "\n" : "") + line + "\n", to: file) else { return }
        count += 1
        if count > Self.limit {
            trim()
        }
    }

    /// The first line typed on a machine finds no folder for it.
    private func makeFolder() {
        for position in path.indices.dropFirst() where path[position] == "/" {
            mkdir(String(path[..<position]), 0o700)
        }
    }

    private func read() -> [String] {
        guard let file = openRegular(path, O_RDONLY) else { return [] }
        defer { close(file) }
        if lseek(file, 0, SEEK_END) > Self.byteLimit {
            // The first line is then only the end of one; better than none at all.
            lseek(file, off_t(-Self.byteLimit), SEEK_END)
        } else {
            lseek(file, 0, SEEK_SET)
        }
        let source = PipeSource(descriptor: file)
        var lines: [String] = []
        while true {
            switch source.next(prompt: "") {
            case .line(let line) where !line.isEmpty: lines.append(line)
            case .line, .unreadable, .interrupted: continue
            case .ended, .expired: return lines
            }
        }
    }

    /// Leaves the latest lines, those of another run at the same time among them.
    private mutating func trim() {
        let latest = read().suffix(Self.limit)
        // A link stays a link: what it leads to is replaced.
        guard let target = realpath(path, nil) else { return }
        defer { free(target) }
        let scratch = String(cString: target) + ".\(getpid()).new"
        guard let file = openRegular(scratch, O_WRONLY | O_CREAT | O_EXCL) else { return }
        let isWritten = writeText(latest.map { $0 + "\n" }.joined(), to: file)
        close(file)
        if isWritten, rename(scratch, target) == 0 {
            count = latest.count
        } else {
            unlink(scratch)
        }
    }
}

/// Opens a file that is a file: a directory, a device or a pipe is left alone.
private func openRegular(_ path: String, _ flags: Int32) -> Int32? {
    let file = open(path, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o600)
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        close(file)
        return nil
    }
    return file
}

/// Whether the last line lacks its end, as after a disk was full.
private func endsInMidLine(_ file: Int32) -> Bool {
    var last: UInt8 = 0
    let end = lseek(file, 0, SEEK_END)
    return end > 0 && pread(file, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
}

/// Writes text in one piece, so that two runs do not mix their lines.
private func writeText(_ text: String, to file: Int32) -> Bool {
    var text = text
    return text.withUTF8 { write(file, $0.baseAddress, $0.count) == $0.count }
}
