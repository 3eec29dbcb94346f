/// Where it is kept what was verified, so that it need not be anew. All of it can be worked out again: whatever is lost
/// costs time and nothing else, and what cannot be kept is not.
package protocol VerifiedStore: Sendable {
    /// With fewer new ones than these it is quicker to verify them once more than to keep that they were.
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
