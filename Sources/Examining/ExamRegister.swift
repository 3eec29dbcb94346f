package import Audit
import System
package import Terminal

/// What the register keeps of an attempt, so that nobody can cut off the end of its log, or of what was added later,
/// without a trace.
package struct RegisterEntry: Codable, Sendable {
    /// What came to be: the log's signed end, or another addendum.
    package enum Event: String, Codable {
        case closed, amended
    }

    package let event: Event
    /// Milliseconds since 1970.
    package let at: Int64
    /// The hash of the log's first entry, which names an attempt whatever its file is called.
    package let attempt: String
    /// How many entries there were then, and the hash of the last one.
    package let count: Int
    package let hash: String
}

extension ExamFolder {
    private var registerPath: String { "\(path)/register.log" }

    /// The register; without entries where nothing was closed yet.
    ///
    /// - Throws: `Failure` where it cannot be read.
    package func register() throws(Failure) -> Ledger<RegisterEntry> {
        do { return try Ledger(at: registerPath) } catch { throw Failure(error) }
    }

    /// Enters what came to be; what is entered already is left as it is.
    ///
    /// - Throws: `Failure` where it cannot be kept.
    package func register(_ event: RegisterEntry.Event, of attempt: String, count: Int, hash: String) throws(Failure) {
        let key = try signingKey()
        let entry = RegisterEntry(event: event, at: LocalTime.now, attempt: attempt, count: count, hash: hash)
        do {
            try Ledger<RegisterEntry>.add(to: registerPath, by: key) { entries in
                entries.contains { $0.event == event && $0.attempt == attempt && $0.hash == hash } ? nil : entry
            }
        } catch {
            throw Failure(error)
        }
    }
}
