package import Audit

/// The log of an attempt as it was read, with what was added later: all that there is to know of it, sound or not.
package struct AttemptLog: Sendable {
    /// The attempt's.
    package let name: String
    /// Where people are told that it is.
    package let location: String
    package let log: ChainedLog<ExamEntry>
    /// What was added after it was closed; nothing while it is open.
    package let addenda: Ledger<Addendum>

    /// - Parameters:
    ///   - name: The attempt's.
    ///   - location: Where people are told that it is.
    ///   - log: What its log says.
    ///   - addenda: All that the log of its addenda holds; nil where there is none.
    package init(name: String, location: String, log: ChainedLog<ExamEntry>, addenda: [UInt8]?) {
        self.name = name
        self.location = location
        self.log = log
        self.addenda =
            if let head = log.head, let addenda { Ledger(addenda, after: head.hash) } else {
                Ledger(after: log.head?.hash ?? zeroHash)
            }
    }

    /// The attempt that it tells of; nil where its entries tell of none.
    package var attempt: StoredAttempt? { StoredAttempt(self) }

    /// Whether all of it is as it was written.
    var isIntact: Bool { log.isIntact && addenda.problems.isEmpty }
}

/// The attempts that are there.
package struct AttemptList: Sendable {
    /// By candidate and number.
    package private(set) var attempts: [StoredAttempt] = []
    /// Where logs are that are not as they were written, and so left out.
    package private(set) var damaged: [String] = []

    fileprivate mutating func take(_ log: AttemptLog) {
        if log.isIntact, let attempt = log.attempt { attempts.append(attempt) } else { damaged.append(log.location) }
    }

    fileprivate mutating func sort() {
        attempts.sort { ($0.form.candidate, $0.form.attempt) < ($1.form.candidate, $1.form.attempt) }
    }
}

extension Exams {
    /// The attempts that are there. A log that was begun and of which no entry was kept is none.
    ///
    /// - Throws: `ExamError` where one cannot be read.
    package func attempts() throws(ExamError) -> AttemptList {
        var list = AttemptList()
        for name in try keeping({ () throws(LogError) in try logs.attempts() }) {
            guard let log = try read(name, isWhole: false), !log.log.entries.isEmpty || !log.log.isIntact else {
                continue
            }
            list.take(log)
        }
        list.sort()
        return list
    }

    /// The log of an attempt, with what was added to it.
    ///
    /// - Parameters:
    ///   - name: The attempt's.
    ///   - isWhole: Whether a last line that is cut off counts as a fault; else it was never acknowledged, and is not
    ///     read.
    /// - Returns: Nil where there is no such attempt.
    /// - Throws: `ExamError` where it cannot be read.
    func read(_ name: String, isWhole: Bool) throws(ExamError) -> AttemptLog? {
        try keeping { () throws(LogError) in
            guard let bytes = try logs.read(.attempt(name)) else { return nil }
            return AttemptLog(
                name: name, location: logs.location(of: .attempt(name)),
                log: isWhole ? ChainedLog(bytes) : ChainedLog(wholeLinesOf: bytes),
                addenda: try logs.read(.addenda(name)))
        }
    }
}
