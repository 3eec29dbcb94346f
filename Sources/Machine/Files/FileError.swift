import Glibc

/// Why a file or a folder could not be used.
package struct FileError: Error, Sendable, Equatable {
    /// The kinds of failure that callers handle differently.
    package enum Kind: Sendable, Equatable {
        /// It is not there, cannot be opened or is no regular file.
        case missing
        /// It is a symbolic link where none is followed.
        case link
        /// It holds more bytes than the reader takes, or grows while it is read.
        case tooLarge
        /// Something is in its place that is not to be overwritten.
        case taken
        /// The file or folder could not be begun.
        case cannotMake
        /// It was begun and could not be finished, as on a full disk.
        case cannotWrite
    }

    /// What kept it from being used.
    package let kind: Kind
    /// As it was named.
    package let path: String
    /// What the system says, or what is wrong with the file, as a clause.
    package let reason: String
    /// What to do about it; nil where that is plain.
    package let mend: String?

    package init(_ kind: Kind, _ path: String, _ reason: String, mend: String? = nil) {
        self.kind = kind
        self.path = path
        self.reason = reason
        self.mend = mend
    }

    /// What the system says of a path just now.
    static func system(_ kind: Kind, _ path: String) -> FileError {
        FileError(kind, path, String(cString: strerror(errno)))
    }

    /// The message for a person.
    package var message: String {
        switch kind {
        case .missing, .link, .tooLarge: "\(path): \(reason)" + (mend.map { "; \($0)" } ?? "")
        case .taken: "\(path) \(reason)"
        case .cannotMake: "cannot make \(path): \(reason)"
        case .cannotWrite: "cannot write \(path): \(reason)"
        }
    }
}
