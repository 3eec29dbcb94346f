package import Quiz

/// Where the roster is kept.
package protocol RosterStore: Sendable {
    /// The roster as it is now; an empty one where nobody made one.
    ///
    /// - Throws: `ExamError` where what is kept is no roster.
    func read() throws(ExamError) -> Roster

    /// Changes the roster, alone among all who do. Where the change fails, or cannot be kept, nothing has changed.
    ///
    /// - Throws: The change's own error, or why it cannot be kept.
    func update<Result: Sendable>(
        _ change: (inout Roster) throws(ExamError) -> Result
    ) throws(ExamError) -> Result
}
