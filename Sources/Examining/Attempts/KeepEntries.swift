import Audit
import Signatures

extension Exams {
    /// An item that is handed out, closed for whoever has the key that seals.
    func closed(_ item: GivenItem) throws(ExamError) -> SealedContents {
        guard let box = SealedContents(item, for: try signingKey().publicKey) else {
            throw ExamError(.defect, "the item cannot be closed for the key")
        }
        return box
    }

    /// Adds entries to an attempt's log where it ends as told.
    ///
    /// - Returns: The hash of the first of them, and where the log ends then.
    /// - Throws: `ExamError`: then the log is as it was before.
    func append(
        _ entries: [ExamEntry], to attempt: String, after end: LogEnd
    ) throws(ExamError) -> (first: String, end: LogEnd) {
        var chain = Chain<ExamEntry>(end)
        var lines: [String] = []
        var first = end.hash
        for (position, entry) in entries.enumerated() {
            do { lines.append(try chain.seal(entry)) } catch {
                throw ExamError(.defect, "the entry cannot be encoded: \(error)")
            }
            if position == 0 { first = chain.end.hash }
        }
        try keeping { () throws(LogError) in try logs.append(lines, to: .attempt(attempt), after: end) }
        return (first, chain.end)
    }

    /// Closes an attempt's log with its signed end.
    ///
    /// - Throws: `ExamError` where it could not be kept, or the log ends otherwise.
    func seal(_ attempt: String, after end: LogEnd) throws(ExamError) {
        let key = try signingKey()
        let line: String
        do { line = try Chain<ExamEntry>(end).head(signedBy: key) } catch {
            throw ExamError(.defect, "the end cannot be signed: \(error)")
        }
        try keeping { () throws(LogError) in try logs.seal(.attempt(attempt), with: line, after: end) }
    }
}
