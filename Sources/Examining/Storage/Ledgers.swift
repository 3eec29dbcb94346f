package import Audit
import Signatures
import System

extension Exams {
    /// The register of attempts; without entries where nothing was closed yet.
    ///
    /// - Throws: `ExamError` where it cannot be read.
    package func register() throws(ExamError) -> Ledger<RegisterEntry> { try ledger(.register) }

    /// Enters what came to be of an attempt; what is entered already is left as it is.
    ///
    /// - Throws: `ExamError` where it cannot be kept.
    func register(_ event: RegisterEntry.Event, of attempt: String, _ end: LogEnd) throws(ExamError) {
        let entry = RegisterEntry(event: event, at: time.now, attempt: attempt, count: end.count, hash: end.hash)
        try add(to: .register) { (known: [RegisterEntry]) in
            known.contains { $0.event == event && $0.attempt == attempt && $0.hash == end.hash } ? nil : entry
        }
    }

    /// What a log without an end says.
    ///
    /// - Throws: `ExamError` where it cannot be read.
    func ledger<Statement: Codable & Sendable>(
        _ log: ExamLog, after hash: String = zeroHash
    ) throws(ExamError) -> Ledger<Statement> {
        let bytes = try keeping { () throws(LogError) in try logs.read(log) }
        return bytes.map { Ledger($0, after: hash) } ?? Ledger(after: hash)
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
        let key = try signingKey()
        while true {
            let bytes = try keeping { () throws(LogError) in try logs.read(log) } ?? []
            let known = ChainedLog<Endorsed<Statement>>(wholeLinesOf: bytes, after: hash)
            guard known.isIntact else { throw ExamError(.damaged(known.problems)) }
            guard let new = statement(known.entries.map(\.statement)) else { return known.end }
            do {
                let (line, end) = try Ledger.line(new, after: known.end, signedBy: key)
                try logs.append([line], to: log, after: known.end)
                return end
            } catch LogError.changed {
                continue
            } catch let error as LogError {
                throw ExamError(error)
            } catch {
                throw ExamError(.defect, "the entry cannot be signed: \(error)")
            }
        }
    }
}
