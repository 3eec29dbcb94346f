package import Audit
package import Content
package import Quiz
import System
package import Terminal

/// The folder in which exams are kept: a log for each attempt, what was added to it later, and the register of both.
package struct ExamFolder {
    package let path: String

    /// Opens the folder of the person who runs the program, and makes it where it is not there.
    ///
    /// - Throws: `Failure` with status 73.
    package init() throws(Failure) {
        path = try Self.ownPath()
        try makePrivateFolder(attempts)
    }

    /// Where the person's exams are, whether or not anything is there.
    ///
    /// - Throws: `Failure` with status 73 where the person has no place for it.
    static func ownPath() throws(Failure) -> String {
        guard let path = Paths.exams else {
            throw Failure(.cannotMake, "there is no folder for exams; set PRECEPTOR_HOME to one")
        }
        return path
    }

    package var attempts: String { "\(path)/attempts" }

    // MARK: Attempts

    /// The attempts that are there, by candidate and number; a log that is none is told of on standard error.
    package func stored() throws(Failure) -> [StoredAttempt] {
        var found: [StoredAttempt] = []
        for name in names(inFolder: attempts) where name.hasSuffix(".log") {
            let path = "\(attempts)/\(name)"
            do {
                // What a power cut left of a last line was never acknowledged.
                let bytes = try logBytes(at: path)
                let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { Array(bytes[...$0]) } ?? []
                guard !whole.isEmpty else { continue }
                let verification = Verification<ExamEntry>(whole)
                let addenda = try addenda(to: verification.head, at: path)
                if let attempt = StoredAttempt(
                    verification.entries, head: verification.head, path: path, id: verification.hashes.first,
                    addenda: addenda.statements),
                    verification.isIntact, addenda.problems.isEmpty
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

    /// The same attempts once those are closed that can only be closed.
    package func closingOver(_ attempts: [StoredAttempt], of pack: Pack) throws(Failure) -> [StoredAttempt] {
        let over = attempts.filter { $0.head == nil && $0.isOver }
        guard !over.isEmpty else { return attempts }
        for attempt in over { _ = try OpenAttempt(attempt, from: pack, in: self) }
        let paths = Set(attempts.map(\.path))
        return try stored().filter { paths.contains($0.path) }
    }

    /// Where the log of an attempt is kept: readable names, and a number that keeps candidates apart.
    package func path(of form: FormRecord) -> String {
        let letters = form.candidate.lowercased().utf8.split {
            !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0)
        }
        let words = letters.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(40)
        let sum = "\(form.candidate)/\(form.pack)".utf8.reduce(UInt32(2_166_136_261)) {
            ($0 ^ UInt32($1)) &* 16_777_619
        }
        return "\(attempts)/\(words)-\(String(sum, radix: 16))-\(form.blueprint)-\(form.attempt).log"
    }
}

extension Failure {
    package init(_ error: LogError) {
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
    package static var now: ExamMoment { ExamMoment(wall: LocalTime.now, up: Alarm.now, boot: boot) }

    private static let boot: String = {
        let text = (try? readText("/proc/sys/kernel/random/boot_id")) ?? ""
        return String(text.filter { !$0.isWhitespace }.prefix(64))
    }()
}
