package import Audit
import Content
package import Credentials
import Quiz
import Signatures
import System
package import Terminal

/// The log of an attempt held against all that is known of it: its own hashes, the keys that may seal it, the register,
/// and what was added after it was closed.
package struct AttemptAudit {
    package let log: Verification<ExamEntry>
    /// What the log tells of; nil where its entries tell of no attempt.
    package let attempt: StoredAttempt?
    /// What was added later, with the key that signed each addendum.
    package let addenda: Ledger<Addendum>
    package private(set) var problems: [Problem] = []

    /// A check that fails, and how.
    package struct Problem {
        package let check: Check
        package let message: String
    }

    package enum Check: String {
        /// The entries are there, in their places, as they were written.
        case log
        /// They follow from each other.
        case attempt
        /// The signed end is there once the attempt was handed in.
        case seal
        /// A key that is known to be good signed.
        case key
        /// The register tells of the same end.
        case register
        /// What was added later is as it was written.
        case addenda
    }

    package enum State: String {
        case closed, open, broken
    }

    /// Holds the log at a path against everything.
    ///
    /// - Parameters:
    ///   - path: The log; addenda stand beside it.
    ///   - keys: The public keys whose seals are good, in hexadecimal digits.
    ///   - register: What is known of attempts.
    /// - Throws: `Failure` where a file cannot be read.
    package init(ofLogAt path: String, keys: [String], register: Ledger<RegisterEntry>) throws(Failure) {
        do {
            log = Verification(try logBytes(at: path))
            addenda =
                if let head = log.head {
                    try Ledger(at: ExamFolder.addendaPath(of: path), after: head.hash)
                } else { Ledger([]) }
        } catch {
            throw Failure(error)
        }
        attempt = StoredAttempt(
            log.entries, head: log.head, path: path, id: log.hashes.first, addenda: addenda.statements)
        note(.log, log.problems)
        if problems.isEmpty, attempt?.isSound != true { note(.attempt, ["its entries do not follow from each other"]) }
        checkKeys(keys)
        checkAddenda()
        check(against: register)
    }

    package var state: State { problems.isEmpty ? (log.head == nil ? .open : .closed) : .broken }

    /// When the last entry was made; nil where there is none.
    package var lastEntry: Timestamp? { log.entries.last.flatMap { Timestamp(milliseconds: $0.at.wall) } }

    private mutating func note(_ check: Check, _ messages: [String]) {
        problems += messages.map { Problem(check: check, message: $0) }
    }

    private mutating func checkKeys(_ keys: [String]) {
        if let head = log.head, !keys.contains(head.key) { note(.key, ["it was signed by another key, \(head.key)"]) }
        for (place, key) in addenda.keys.enumerated() where !keys.contains(key) {
            note(.key, ["addendum \(place + 1) was signed by another key, \(key)"])
        }
    }

    private mutating func checkAddenda() {
        note(.addenda, addenda.problems.map { "what was added later: \($0)" })
        if let attempt { note(.addenda, addenda.statements.problems(items: attempt.form.items.count)) }
    }

    private mutating func check(against register: Ledger<RegisterEntry>) {
        note(.register, register.problems.map { "the register of exams is damaged: \($0)" })
        let known = register.statements.filter { $0.attempt == log.hashes.first }
        if let closed = known.last(where: { $0.event == .closed }) {
            checkEnd(closed)
        } else if log.head == nil, let attempt, attempt.state.isClosed {
            note(.seal, ["it was handed in, but its signed end is missing; \(Self.ending)"])
        }
        guard log.head != nil, let amended = known.last(where: { $0.event == .amended }), amended.count > 0 else {
            return
        }
        let here = addenda.hashes.count
        if here < amended.count {
            note(.register, ["of the \(amended.count) addenda that the register has of it \(here) are here"])
        } else if addenda.hashes[amended.count - 1] != amended.hash {
            note(.register, ["addendum \(amended.count) is not the one that the register has"])
        }
    }

    private mutating func checkEnd(_ closed: RegisterEntry) {
        let day = Timestamp(milliseconds: closed.at)?.description ?? ""
        if let head = log.head {
            if head.hash != closed.hash { note(.register, ["its end is not the one that the register has"]) }
        } else if log.entries.count < closed.count {
            let missing = "of its \(closed.count) entries \(log.entries.count) are here, and no signed end"
            note(.seal, ["it was closed on \(day), but cut off since: \(missing)"])
        } else {
            note(.seal, ["it was closed on \(day), but its signed end is missing; \(Self.ending)"])
        }
    }

    private static let ending =
        "it was cut off, or the program was stopped before it was written: then exam take or exam result writes it"
}

extension StoredAttempt {
    /// Whether the result, where there is one, is of this form, and passed where its fractions reach the pass mark.
    fileprivate var isSound: Bool {
        guard let sealed else { return true }
        let counted = ResultRecord(sealed.fractions, passMark: form.passMark, program: sealed.program)
        return sealed.fractions.count == form.items.count && counted.isPassed == sealed.isPassed
    }
}

extension Timestamp {
    /// A moment that a clock tells; nil beyond the calendar.
    package init?(milliseconds: Int64) { self.init(seconds: Int(milliseconds / 1_000)) }
}

extension ExamFolder {
    /// Audits an attempt of this machine.
    ///
    /// - Throws: `Failure` where something cannot be read.
    package func audit(_ path: String) throws(Failure) -> AttemptAudit {
        try AttemptAudit(
            ofLogAt: path, keys: trustedKeys().map(\.hexadecimal), register: register())
    }

    /// The path of an attempt's log, by the path or the name that reports give it.
    ///
    /// - Throws: `Failure` with status 66 and the nearest name.
    package func log(of name: String) throws(Failure) -> String {
        let wanted = fileName(of: name)
        let logs = names(inFolder: attempts).filter { $0.hasSuffix(".log") }
        if let found = logs.first(where: { $0 == wanted + ".log" }) { return "\(attempts)/\(found)" }
        let near = suggestion(for: wanted, among: logs.map { fileName(of: $0) })
        throw Failure(
            .notFound,
            "no attempt \(name.prefix(200)) in \(attempts); \(near ?? "preceptor exam report --json names them")")
    }
}
