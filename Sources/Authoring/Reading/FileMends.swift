import Machine

/// What to do about a symbolic link in a pack.
let copyMend = "a pack holds its own files: copy it"

extension FileError {
    /// What an author of a pack does about it.
    var packMend: String? {
        switch kind {
        case .link: copyMend
        case .tooLarge: "split it into a folder of files"
        case .missing, .taken, .cannotMake, .cannotWrite: mend
        }
    }
}
