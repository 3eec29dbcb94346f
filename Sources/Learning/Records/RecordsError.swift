/// Why the records cannot be opened, read or written, with a message for the person who has to mend it.
package struct RecordsError: Error, Equatable, Sendable {
    /// What stands in the way, as far as different things can be done about it.
    package enum Kind: Sendable {
        /// The folder or the file cannot be made.
        case cannotMake
        /// The folder or the file is there but cannot be read and written.
        case cannotWrite
        /// No more can be written: the disk is full, a quota or a limit on the size of files is reached, or the disk
        /// fails.
        case full
        /// Another process kept the records locked for longer than one is willing to wait.
        case locked
        /// What is there is not ours, or it is and its contents are broken. Opening it does not change it.
        case damaged
        /// A later version of the program has written the records. They are left as they are.
        case newer
        /// A learner's name that is empty, too long or not printable.
        case name
        /// What was handed over breaks a rule of the records; a fault of the program.
        case defect
    }

    /// What stands in the way.
    package let kind: Kind
    /// What happened, where, and what to do.
    package let message: String

    package init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }

    /// A fault of the program, whatever store it is that found it.
    package static func defect(_ operation: Records.Operation, _ reason: String) -> RecordsError {
        RecordsError(kind: .defect, message: "This should not happen while \(operation.rawValue): \(reason).")
    }
}

extension RecordsError: CustomStringConvertible {
    package var description: String { message }
}
