package import Audit

/// The logs that exams leave behind. Each is a chain of lines (`Audit`), to which some are only ever added.
package enum ExamLog: Hashable, Sendable {
    /// What happened in an attempt, by the attempt's name. It ends with a signed line.
    case attempt(String)
    /// What was added to an attempt after that.
    case addenda(String)
    /// What is known of the ends of all attempts and addenda.
    case register
    /// The certificates that were issued.
    case issued
}

/// Where logs are kept. Whoever adds to one says where it ended when they read it: where it does not any more, nothing is
/// added. What a call has acknowledged is never lost.
package protocol LogStore: Sendable {
    /// The names of the attempts that were begun, in order.
    ///
    /// - Throws: `LogError` where they cannot be told.
    func attempts() throws(LogError) -> [String]

    /// All that a log holds, a line after the other; nil where nobody began it. What is wrong with it is not looked at.
    ///
    /// - Throws: `LogError` where it cannot be read.
    func read(_ log: ExamLog) throws(LogError) -> [UInt8]?

    /// What comes after a position in a log; nil where anything before it is not as it was.
    ///
    /// - Throws: `LogError` where it cannot be read.
    func read(_ log: ExamLog, after position: LogPosition) throws(LogError) -> [UInt8]?

    /// The position after a log's entries up to an end; nil where it ends otherwise there.
    ///
    /// - Throws: `LogError` where it cannot be read.
    func position(in log: ExamLog, at end: LogEnd) throws(LogError) -> LogPosition?

    /// The marks of attempts, by name. One has none that was added to a moment ago, since what is done to it next could
    /// leave the same one.
    ///
    /// - Throws: `LogError` where they cannot be told.
    func marks() throws(LogError) -> [String: LogMark]

    /// Adds lines that belong together, all or none of them. The same lines said twice are kept once.
    ///
    /// - Parameters:
    ///   - lines: Each without its line feed.
    ///   - log: The log; it is begun where there is none and it is to end at its beginning.
    ///   - end: Where the log ends, as far as the caller knows.
    /// - Throws: `LogError.changed` where it ends elsewhere, `.sealed` where it has its end, or why they cannot be kept:
    ///   then the log is as it was before.
    func append(_ lines: [String], to log: ExamLog, after end: LogEnd) throws(LogError)

    /// Ends a log with its signed line: it takes nothing more. The same line said twice is kept once.
    ///
    /// - Throws: `LogError`, as `append` does.
    func seal(_ log: ExamLog, with line: String, after end: LogEnd) throws(LogError)

    /// Takes a log away for good, where somebody's data is to be erased; nothing where there is none.
    ///
    /// - Throws: `LogError` where it cannot be taken away.
    func remove(_ log: ExamLog) throws(LogError)

    /// Where people are told that attempts are.
    var location: String { get }

    /// Where people are told that a log is.
    func location(of log: ExamLog) -> String
}

/// Stands for all that is kept of an attempt: once anything is done to its log or its addenda, the mark is another one.
package struct LogMark: Hashable, Sendable {
    /// What the store makes it of, such as sizes and times of files.
    package let figures: [Int]

    package init(_ figures: [Int]) { self.figures = figures }
}

/// As stores do it that read logs whole.
extension LogStore {
    package func read(_ log: ExamLog, after position: LogPosition) throws(LogError) -> [UInt8]? {
        try read(log).flatMap { position.rest(of: $0) }
    }

    package func position(in log: ExamLog, at end: LogEnd) throws(LogError) -> LogPosition? {
        try read(log).flatMap { LogPosition(at: end, in: $0) }
    }
}
