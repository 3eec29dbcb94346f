package import Audit

/// The log of an attempt as it was read, with what was added later: all that there is to know of it, sound or not.
package struct AttemptLog: Sendable {
    /// The attempt's.
    package let name: String
    /// Where people are told that it is.
    package let location: String
    /// What its log says.
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
            if let head = log.head, let addenda { Ledger(addenda, after: .beginning(after: head.hash)) } else {
                Ledger(after: .beginning(after: log.head?.hash ?? zeroHash))
            }
    }

    /// The attempt that it tells of; nil where its entries tell of none.
    package var attempt: StoredAttempt? { StoredAttempt(self) }

    /// Whether all of it is as it was written.
    var isIntact: Bool { log.isIntact && addenda.problems.isEmpty }

    /// Whether it was begun and no entry of it was kept: nobody was told of anything.
    var isStillborn: Bool { log.isIntact && log.entries.isEmpty && log.head == nil }
}

extension Exams {
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
