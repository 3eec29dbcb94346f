import Audit
import Content
import Quiz
import Scoring

/// Closed attempts whose logs were verified, by name.
struct VerifiedAttempts: Sendable {
    private(set) var kept: [String: Kept] = [:]
    /// How many were added since it was kept.
    private(set) var added = 0

    struct Kept: Sendable {
        /// Of the logs, when they were verified.
        let mark: LogMark
        var attempt: StoredAttempt
    }

    /// An attempt whose logs still have the mark that they had when they were verified; nil for any other.
    func attempt(_ name: String, marked mark: LogMark?) -> StoredAttempt? {
        guard let mark, let one = kept[name], one.mark == mark else { return nil }
        return one.attempt
    }

    /// Notes an attempt whose logs were verified, or read anew.
    mutating func note(_ attempt: StoredAttempt, marked mark: LogMark) {
        kept[attempt.name] = Kept(mark: mark, attempt: attempt)
        added += 1
    }

    /// Leaves out all but some.
    mutating func keep(only names: Set<String>) {
        guard kept.count > names.count || kept.keys.contains(where: { !names.contains($0) }) else { return }
        kept = kept.filter { names.contains($0.key) }
        added += 1
    }
}

extension VerifiedAttempts: Packed {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        let table = try TextTable(unpacking: &input)
        let count = try input.count()
        kept.reserveCapacity(count)
        for _ in 0..<count {
            let mark = LogMark(try input.next())
            let attempt = try StoredAttempt(unpacking: &input, table)
            kept[attempt.name] = Kept(mark: mark, attempt: attempt)
        }
    }

    func pack(into output: inout PackedOutput) {
        var table = TextTable()
        var records = PackedOutput()
        records.put(number: kept.count)
        for one in kept.values {
            records.put(one.mark.figures)
            one.attempt.pack(into: &records, &table)
        }
        table.pack(into: &output)
        output.put(allOf: records)
    }
}
