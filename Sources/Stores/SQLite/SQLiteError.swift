import GRDB
import Glibc
import Learning

extension RecordsError {
    private static let elsewhere = "set PRECEPTOR_HOME to another folder"

    static func cannotMake(_ path: String, _ number: Int32) -> RecordsError {
        RecordsError(
            kind: .cannotMake,
            message: "\(path) cannot be made: \(words(for: number)). Make its folder writable, or \(elsewhere).")
    }

    static func cannotWrite(_ path: String, _ reason: String) -> RecordsError {
        RecordsError(
            kind: .cannotWrite,
            message: "\(path) cannot be read and written: \(reason). Change its permissions, or \(elsewhere).")
    }

    static func full(_ path: String, _ operation: Records.Operation, _ reason: String) -> RecordsError {
        RecordsError(
            kind: .full,
            message: """
                No more can be written to \(path) while \(operation.rawValue): \(reason). \
                What was kept before is safe. Make room on the disk (or raise the quota or the limit on the size of \
                files), or \(elsewhere).
                """)
    }

    static func locked(_ path: String, _ operation: Records.Operation) -> RecordsError {
        RecordsError(
            kind: .locked,
            message: """
                \(path) is locked by another program while \(operation.rawValue). \
                Wait for that program or end it, then try again.
                """)
    }

    static func damaged(_ path: String, _ reason: String) -> RecordsError {
        RecordsError(
            kind: .damaged,
            message: """
                \(path) cannot be used as records: \(reason). It was left as it is. \
                “preceptor rescue” gets back what is whole in it. \
                Move it aside to start afresh (with \(path)-wal, where there is one), or \(elsewhere).
                """)
    }

    static func newer(_ path: String) -> RecordsError {
        RecordsError(
            kind: .newer,
            message: """
                \(path) was written by a newer version of this program. It was left as it is. \
                Use that version, move the file aside to start afresh, or \(elsewhere).
                """)
    }

    /// What the database says, in terms of what a person can do about it.
    init(_ error: any Error, path: String, doing operation: Records.Operation) {
        if let error = error as? DatabaseError {
            self = .database(error, path, operation)
        } else if let error = error as? RowDecodingError {
            self = .damaged(path, "a row does not hold what it should (\(error))")
        } else {
            self = .defect(operation, "\(error)")
        }
    }

    private static func database(_ error: DatabaseError, _ path: String, _ operation: Records.Operation) -> RecordsError
    {
        let reason = error.message ?? "\(error.resultCode)"
        switch error.extendedResultCode {
        // SQLite does not tell why the system refused: a quota and a limit look like a disk that fails.
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_SHMSIZE: return .full(path, operation, reason)
        case .SQLITE_IOERR_DATA: return .damaged(path, "a page of it does not hold what was written there")
        default: break
        }
        switch error.resultCode {
        case .SQLITE_FULL: return .full(path, operation, reason)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .locked(path, operation)
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: return .damaged(path, reason)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return .cannotWrite(path, reason)
        default: return .defect(operation, "\(path): \(reason)")
        }
    }
}

/// The system's words for an error number.
private func words(for number: Int32) -> String {
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
}
