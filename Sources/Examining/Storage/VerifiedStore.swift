/// A cache of what verification found. To lose any of it costs time and nothing else.
package protocol VerifiedStore: Sendable {
    /// The fewest logs that are worth keeping: fewer are verified anew sooner than the cache is written.
    var fewest: Int { get }

    /// What was kept under a name; nil where nothing was, or it cannot be read.
    func read(_ name: String) -> [UInt8]?

    /// Keeps bytes under a name, in place of what was there.
    func keep(_ bytes: [UInt8], as name: String)

    /// Takes everything away.
    ///
    /// - Throws: `ExamError` where something stays, as somebody's data must not.
    func removeAll() throws(ExamError)
}
