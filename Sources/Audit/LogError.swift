/// Why a log cannot be read or added to.
package enum LogError: Error, Sendable, Equatable {
    /// Another window or process has it.
    case inUse
    /// It does not end any more where whoever adds to it thinks: somebody else was faster. Read it again.
    case changed
    /// It has its signed end, and takes nothing more.
    case sealed
    /// The disk is full, or a limit is reached; where, and what the system says.
    case full(String)
    /// What cannot be written, and why.
    case unwritable(String)
    /// What cannot be read, and why.
    case unreadable(String)
    /// It is not as it was written, and how.
    case damaged([String])
}
