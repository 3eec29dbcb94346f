package import Machine

/// What the program's end tells whoever called it. Scripts rely on the numbers.
package enum ExitStatus: Int32, Sendable {
    case notRight = 1
    case usage = 64
    case unreadable = 65
    case notFound = 66
    case defect = 70
    case cannotMake = 73
    case cannotWrite = 74
    /// Not over yet: ask again later.
    case notOver = 75
}

/// An end that is not good, with the one message that goes to standard error.
package struct Failure: Error {
    /// With which the program ends.
    package let status: ExitStatus
    /// What is wrong, and how to mend it.
    package let message: String

    package init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

extension Failure {
    /// What a file that could not be used ends in.
    package init(_ error: FileError) {
        let status: ExitStatus =
            switch error.kind {
            case .missing, .link: .notFound
            case .tooLarge: .unreadable
            case .taken, .cannotMake: .cannotMake
            case .cannotWrite: .cannotWrite
            }
        self.init(status, error.message)
    }
}
