package import Audit
import Content
package import Credentials
import Quiz
import Signatures

/// The log of an attempt held against all that is known of it: its own hashes, the keys that may seal it, the register,
/// and what was added after it was closed.
package struct AttemptAudit: Sendable {
    /// The log as it was read.
    package let log: ChainedLog<ExamEntry>
    /// What the log tells of; nil where its entries tell of no attempt.
    package let attempt: StoredAttempt?
    /// Where people are told that the log is.
    package let location: String
    /// What was added later, with the key that signed each addendum.
    private let addenda: Ledger<Addendum>
    /// What is wrong; empty where nothing is.
    package private(set) var problems: [Problem] = []

    /// A check that fails, and how.
    package struct Problem: Sendable, Equatable {
        /// The check that fails.
        package let check: Check
        /// How it fails, as a clause.
        package let message: String
    }

    /// What is checked.
    package enum Check: String, Sendable {
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

    /// What comes of the checks.
    package enum State: String, Sendable {
        case closed, open, broken
    }

    /// Holds a log against everything.
    ///
    /// - Parameters:
    ///   - kept: The log, with what was added later.
    ///   - keys: The public keys whose seals are good, in hexadecimal digits.
    ///   - register: What is known of attempts.
    ///   - isHere: Whether it is kept where the register is: then the register has to know it.
    package init(of kept: AttemptLog, keys: [String], register: AttemptRegister, isHere: Bool) {
        log = kept.log
        addenda = kept.addenda
        location = kept.location
        attempt = kept.attempt
        note(.log, log.problems)
        if problems.isEmpty, attempt?.isSound != true { note(.attempt, ["its entries do not follow from each other"]) }
        checkKeys(keys)
        checkAddenda()
        check(against: register, isHere: isHere)
    }

    /// Broken where one check fails.
    package var state: State { problems.isEmpty ? (log.head == nil ? .open : .closed) : .broken }

    /// When the last entry was made; nil where there is none.
    package var lastEntry: Timestamp? { log.entries.last.flatMap { Timestamp($0.at.moment) } }

    private mutating func note(_ check: Check, _ messages: [String]) {
        problems += messages.map { Problem(check: check, message: $0) }
    }

    private mutating func checkKeys(_ keys: [String]) {
        note(.key, signedByOthers(than: Set(keys), log.head?.key, addenda.keys))
    }

    private mutating func checkAddenda() {
        note(.addenda, addenda.problems.map { "what was added later: \($0)" })
        if let attempt { note(.addenda, addenda.statements.problems(items: attempt.form.count)) }
    }

    private mutating func check(against register: AttemptRegister, isHere: Bool) {
        note(.register, register.problems.map { "the register of exams is damaged: \($0)" })
        let known = log.hashes.first.flatMap { register[$0] }
        note(.register, known?.contradictions(LogHashes(log.hashes)) ?? [])
        if let closed = known?.closed {
            checkEnd(closed)
        } else if log.head != nil {
            if isHere { note(.register, ["the register does not have its end: it was cut, or put back"]) }
        } else if let attempt, attempt.state.isClosed {
            note(.seal, ["it was handed in, but its signed end is missing; \(Self.ending)"])
        }
        guard log.head != nil, let amended = known?.amended, amended.count > 0 else { return }
        let here = addenda.hashes.count
        if here < amended.count {
            note(.register, ["of the \(amended.count) addenda that the register has of it \(here) are here"])
        } else if addenda.hashes[amended.count - 1] != amended.hash {
            note(.register, ["addendum \(amended.count) is not the one that the register has"])
        }
    }

    private mutating func checkEnd(_ closed: AttemptRegister.Point) {
        let day = Timestamp(closed.at.moment)?.description ?? ""
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
    /// Whether the result, where there is one, is of this form, passed where its fractions reach the pass mark, and told
    /// with what was asked.
    var isSound: Bool {
        guard let sealed else { return head == nil }
        guard form.sealed == nil || form.contents != nil else { return false }
        let counted = ResultRecord(
            sealed.fractions, of: form, isWhole: sealed.measured?.isWhole, program: sealed.program)
        return sealed.fractions.count == form.count && counted.isPassed == sealed.isPassed
    }
}

extension Exams {
    /// Holds an attempt against all that is known of it.
    ///
    /// - Parameters:
    ///   - name: The attempt's, as `named` gives it.
    ///   - keys: The public keys whose seals are good, in hexadecimal digits; nil for those that are good here.
    ///   - register: The register, where it was read already.
    /// - Returns: What was found.
    /// - Throws: `ExamError` where something cannot be read.
    package func audit(
        _ name: String, keys: [String]? = nil, against register: AttemptRegister? = nil
    ) throws(ExamError) -> AttemptAudit {
        guard let log = try read(name, isWhole: true) else { throw unknown(name) }
        return try audit(log, keys: keys, against: register, isHere: true)
    }

    /// Holds a log, wherever it was, against all that is known here.
    ///
    /// - Parameters:
    ///   - log: The log, with what was added later.
    ///   - keys: The public keys whose seals are good, in hexadecimal digits; nil for those that are good here.
    ///   - register: The register, where it was read already.
    ///   - isHere: Whether it is kept where the register is: then the register has to know it.
    /// - Returns: What was found.
    /// - Throws: `ExamError` where something cannot be read.
    package func audit(
        _ log: AttemptLog, keys: [String]? = nil, against register: AttemptRegister? = nil, isHere: Bool = false
    ) throws(ExamError) -> AttemptAudit {
        let good: [String]
        if let keys { good = keys } else { good = try trustedKeys().map(\.hexadecimal) }
        let known: AttemptRegister
        if let register { known = register } else { known = try self.register() }
        return AttemptAudit(of: log, keys: good, register: known, isHere: isHere)
    }

    /// The name of an attempt, by its name or the path of its log, whatever it ends with.
    ///
    /// - Throws: `ExamError` with the nearest name where there is none.
    package func named(_ word: String) throws(ExamError) -> String {
        let wanted = fileName(of: word)
        let names = try keeping { () throws(LogError) in try logs.attempts() }
        guard names.contains(wanted) else { throw unknown(word, among: names) }
        return wanted
    }

    private func unknown(_ word: String, among names: [String] = []) -> ExamError {
        ExamError(
            .notFound, "no attempt \(word.prefix(200)) in \(logs.location)",
            mend: suggestion(for: fileName(of: word), among: names) ?? "preceptor exam report --json names them")
    }
}

/// The last part of a path, without its ending.
func fileName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
}
