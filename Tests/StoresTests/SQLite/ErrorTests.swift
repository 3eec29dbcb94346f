import GRDB
import Learning
import Testing

@testable import Stores

@Suite struct ErrorTests {
    @Test(arguments: [
        (ResultCode.SQLITE_FULL, RecordsError.Kind.full), (.SQLITE_IOERR_WRITE, .full), (.SQLITE_IOERR_FSYNC, .full),
        (.SQLITE_IOERR_SHMSIZE, .full), (.SQLITE_IOERR_READ, .cannotWrite), (.SQLITE_READONLY, .cannotWrite),
        (.SQLITE_READONLY_DBMOVED, .cannotWrite), (.SQLITE_CANTOPEN, .cannotWrite), (.SQLITE_PERM, .cannotWrite),
        (.SQLITE_BUSY, .locked), (.SQLITE_BUSY_SNAPSHOT, .locked), (.SQLITE_LOCKED, .locked),
        (.SQLITE_CORRUPT, .damaged), (.SQLITE_CORRUPT_INDEX, .damaged), (.SQLITE_NOTADB, .damaged),
        (.SQLITE_CONSTRAINT_CHECK, .defect), (.SQLITE_ERROR, .defect), (.SQLITE_MISUSE, .defect),
    ])
    func `what SQLite says is told in terms of what a person can do`(
        _ code: ResultCode, _ kind: RecordsError.Kind
    ) {
        let error = RecordsError(DatabaseError(resultCode: code, message: "so it says"), path: "/a/b", doing: .answer)
        #expect(error.kind == kind)
        #expect(error.message.contains("/a/b"))
        #expect(kind == .locked || error.message.contains("so it says"))
        #expect(error.description == error.message)
    }
}
