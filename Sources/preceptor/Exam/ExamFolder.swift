import Audit
import Content
import Glibc
import Quiz
import Scoring
import Terminal

/// The folder in which exams are kept: a log for each attempt, and the key that signs them.
struct ExamFolder {
    let path: String

    /// Opens the folder of the person who runs the program, and makes it where it is not there.
    ///
    /// - Throws: `Failure` with status 73.
    init() throws(Failure) {
        guard let path = Places.exams else {
            throw Failure(.cannotMake, "there is no folder for exams; set PRECEPTOR_HOME to one")
        }
        self.path = path
        for folder in [path, attempts] { try Self.make(folder) }
    }

    private var attempts: String { "\(path)/attempts" }

    /// Makes a folder that only its owner can read, and the ones above it.
    private static func make(_ path: String) throws(Failure) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try make(String(path[..<slash]))
            if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        }
        throw Failure(.cannotMake, "cannot make the folder \(path): \(String(cString: strerror(errno)))")
    }

    // MARK: Attempts

    /// The attempts that are there, by candidate and number; a log that is none is told of on standard error.
    func stored() throws(Failure) -> [StoredAttempt] {
        guard let names = names(inFolder: attempts) else { return [] }
        var found: [StoredAttempt] = []
        for name in names.sorted() where name.hasSuffix(".log") {
            let path = "\(attempts)/\(name)"
            do {
                // What a power cut left of a last line was never acknowledged.
                let bytes = try logBytes(at: path)
                let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { Array(bytes[...$0]) } ?? []
                guard !whole.isEmpty else { continue }
                let verification = Verification<ExamEntry>(whole)
                if let attempt = StoredAttempt(verification.entries, head: verification.head, path: path),
                    verification.isIntact
                {
                    found.append(attempt)
                } else {
                    complain("\(path) is damaged and left out; preceptor exam verify \(path) says how")
                }
            } catch {
                throw Failure(error)
            }
        }
        return found.sorted { ($0.form.candidate, $0.form.attempt) < ($1.form.candidate, $1.form.attempt) }
    }

    /// Where the log of an attempt is kept: readable names, and a number that keeps candidates apart.
    func path(of form: FormRecord) -> String {
        let letters = form.candidate.lowercased().utf8.split {
            !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0)
        }
        let words = letters.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(40)
        let sum = "\(form.candidate)/\(form.pack)".utf8.reduce(UInt32(2_166_136_261)) {
            ($0 ^ UInt32($1)) &* 16_777_619
        }
        return "\(attempts)/\(words)-\(String(sum, radix: 16))-\(form.blueprint)-\(form.attempt).log"
    }

    // MARK: The key

    /// The key that signs the ends of logs, made when it is first needed and readable by its owner only.
    ///
    /// - Throws: `Failure` where it cannot be read or made.
    func signingKey() throws(Failure) -> SigningKey {
        let file = "\(path)/signing.key"
        if access(file, F_OK) != 0 {
            let draft = "\(file).\(getpid()).new"
            let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            let text = Array((SigningKey().text + "\n").utf8)
            let isWritten = descriptor >= 0 && Glibc.write(descriptor, text, text.count) == text.count
            let isMade = isWritten && fsync(descriptor) == 0
            if descriptor >= 0 { close(descriptor) }
            // Another process may have been faster: then its key is the one.
            let isThere = isMade && (link(draft, file) == 0 || errno == EEXIST)
            let reason = String(cString: strerror(errno))
            unlink(draft)
            if !isThere { throw Failure(.cannotMake, "cannot make the key \(file): \(reason)") }
        }
        guard let key = SigningKey(try textFile(file).filter { !$0.isWhitespace }) else {
            throw Failure(.unreadable, "\(file) holds no key; put back the one that was there, or move it away")
        }
        return key
    }
}

/// The names in a folder; nil where it cannot be opened.
private func names(inFolder folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        names.append(
            withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
}

extension Failure {
    init(_ error: LogError) {
        switch error {
        case .inUse:
            self.init(
                .cannotWrite, "this attempt is open in another window; go on there, or close it and call again")
        case .missing(let reason): self.init(.notFound, "cannot read \(reason)")
        case .exists(let reason): self.init(.cannotMake, "cannot make \(reason)")
        case .full(let reason):
            self.init(
                .cannotWrite, "no more can be written to \(reason); free some space, and call the same command again")
        case .unwritable(let reason): self.init(.cannotWrite, "cannot write \(reason)")
        case .damaged(let problems):
            self.init(.unreadable, "the log of this attempt is damaged: \(problems.prefix(3).joined(separator: "; "))")
        }
    }
}

extension ExamMoment {
    /// Now, by both clocks of this machine.
    static var now: ExamMoment {
        let boot = (try? textFile("/proc/sys/kernel/random/boot_id")) ?? ""
        return ExamMoment(
            wall: LocalTime.now, up: Alarm.now, boot: String(boot.filter { !$0.isWhitespace }.prefix(64)))
    }
}
