import Audit
import Machine
import Signatures

extension Exams {
    /// What a log without an end says.
    ///
    /// - Parameters:
    ///   - log: The log.
    ///   - hash: The end of the log that it goes on from.
    ///   - keys: By which its entries may be signed, in hexadecimal digits; nil for those that are good here.
    /// - Returns: Its entries. One that another key signed is a problem.
    /// - Throws: `ExamError` where it cannot be read.
    func ledger<Statement: Codable & Sendable>(
        _ log: ExamLog, after hash: String = zeroHash, signedBy keys: Set<String>? = nil
    ) throws(ExamError) -> Ledger<Statement> {
        let bytes = try keeping { () throws(LogError) in try logs.read(log) }
        guard let bytes, !bytes.isEmpty else { return Ledger(after: .beginning(after: hash)) }
        let good: Set<String>
        if let keys { good = keys } else { good = try goodKeys() }
        return Ledger(bytes, after: .beginning(after: hash)).trusting(good)
    }

    /// Signs a statement and adds it to a log without an end. Where others add to it at the same time, it is asked
    /// again what is to be said.
    ///
    /// - Parameters:
    ///   - log: The log.
    ///   - hash: The end of the log that it goes on from.
    ///   - statement: What is to be said after the statements that are there; nil for nothing.
    /// - Returns: Where the log ends then.
    /// - Throws: `ExamError`: then the log is as it was before.
    @discardableResult
    func add<Statement: Codable & Sendable>(
        to log: ExamLog, after hash: String = zeroHash, _ statement: ([Statement]) -> Statement?
    ) throws(ExamError) -> LogEnd {
        while true {
            let known: Ledger<Statement> = try ledger(log, after: hash)
            guard known.problems.isEmpty else { throw ExamError(.damaged(known.problems)) }
            guard let new = statement(known.statements) else { return known.end }
            if let end = try append(new, to: log, after: known.end) { return end }
        }
    }

    /// Signs a statement and adds it where a log ends as told.
    ///
    /// - Returns: Where the log ends then; nil where it does not end as told any more, and nothing was added.
    /// - Throws: `ExamError`: then the log is as it was before.
    func append<Statement: Codable & Sendable>(
        _ statement: Statement, to log: ExamLog, after end: LogEnd
    ) throws(ExamError) -> LogEnd? {
        let key = try signingKey()
        do {
            let (line, next) = try Ledger.line(statement, after: end, signedBy: key)
            try logs.append([line], to: log, after: end)
            return next
        } catch LogError.changed {
            return nil
        } catch let error as LogError {
            throw ExamError(error)
        } catch {
            throw ExamError(.defect, "the entry cannot be signed: \(error)")
        }
    }
}
