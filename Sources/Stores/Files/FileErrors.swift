package import Examining
package import Machine

extension ExamError {
    /// What a file that could not be used ends in.
    package init(_ error: FileError) {
        let kind: ExamError.Kind =
            switch error.kind {
            case .missing, .link: .notFound
            case .tooLarge: .unreadable
            case .taken: .taken
            case .cannotMake: .cannotMake
            case .cannotWrite: .cannotKeep
            }
        self.init(kind, error.message)
    }
}

/// Does what is done to files, and throws what cannot be done as the domain's own error.
func withFiles<Result>(_ body: () throws(FileError) -> Result) throws(ExamError) -> Result {
    do { return try body() } catch { throw ExamError(error) }
}
