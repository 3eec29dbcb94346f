import CPageSums
import GRDB
import Glibc
package import Learning
import Machine

/// What came of taking what is whole out of damaged records.
package struct Rescue: Equatable, Sendable {
    /// How many learners are whole.
    package let learners: Int
    /// How many answers are.
    package let answers: Int
    /// How many notes of what became of a lesson are.
    package let lessonNotes: Int
    /// How many answers are missing before the last one that is whole.
    package let missingAnswers: Int
    /// How many items and sessions are lost, of which answers are whole.
    package let replaced: Int
    /// The pages that the damaged file has.
    package let pages: Int
    /// Those of them that are damaged.
    package let damagedPages: Int
    /// Whether the log that was left beside the file was damaged.
    package let isLogDamaged: Bool
    /// Where the damaged file is now.
    package let aside: String
}

extension SQLiteLearnerStore {
    private static let largestFile = 4_000_000_000

    /// Takes what is whole out of damaged records into a file that takes their place. The damaged one is kept beside it.
    ///
    /// - Returns: Nil where nothing is damaged, and nothing was done.
    package static func rescue(path: String, patience: Double = 5) throws(RecordsError) -> Rescue? {
        guard access(path, F_OK) == 0, try isDamaged(path, patience) else { return nil }
        let file = RecordsFile(path: path, patience: patience)
        return try file.alone { () throws(RecordsError) in
            guard !file.isOpenElsewhere else { throw .locked(path, .rescue) }
            do {
                return try rescue(file)
            } catch let error as RecordsError {
                throw error
            } catch let error as FileError {
                throw RecordsError(kind: .cannotWrite, message: error.message)
            } catch {
                throw RecordsError(error, path: path, doing: .rescue)
            }
        }
    }

    /// Whether reading all of it meets anything that is not as it was written.
    private static func isDamaged(_ path: String, _ patience: Double) throws(RecordsError) -> Bool {
        do {
            let store = try SQLiteLearnerStore(path: path, patience: patience)
            let found = try store.read(.rescue) { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") }
            try store.close()
            return found != ["ok"]
        } catch  where error.kind == .damaged {
            return true
        }
    }

    private static func rescue(_ file: RecordsFile) throws -> Rescue {
        let content = try readFile(file.path, limit: largestFile)
        let written = file.hasJournal ? try readFile(file.journal, limit: largestFile) : []
        let log = WriteAheadLog(written)
        let pages = WholePages(file: content, log: log)
        var records = SalvagedRecords(from: pages)
        let (learners, answers, notes) =
            (records.count(of: "learner"), records.count(of: "answer"), records.count(of: "lesson_note"))
        guard learners + answers + notes > 0 else { throw RecordsError.damaged(file.path, "nothing in it is whole") }
        let parents = records.count(of: "item") + records.count(of: "session")
        records.replaceLostParents()
        let aside = file.nameAside
        try writeFile(content, to: aside, isPrivate: true)
        if file.hasJournal { try writeFile(written, to: aside + "-wal", isPrivate: true) }
        try make(file.rescuing, of: records, patience: file.patience)
        try file.acceptRescue()
        return Rescue(
            learners: learners, answers: answers, lessonNotes: notes, missingAnswers: records.gaps(in: "answer"),
            replaced: records.count(of: "item") + records.count(of: "session") - parents, pages: pages.count,
            damagedPages: (1...max(pages.count, 1)).count { pages[$0] == nil }, isLogDamaged: log.isDamaged,
            aside: aside)
    }

    private static func make(_ path: String, of records: SalvagedRecords, patience: Double) throws {
        let file = RecordsFile(path: path, patience: patience)
        for leftover in [path, file.journal] { unlink(leftover) }
        try file.prepare()
        let queue = try open(file)
        try queue.write { try records.write(to: $0) }
        // Closing would pass over a log that cannot be written back, and the file is to stand without one.
        try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try queue.close()
        guard !file.hasJournal else { throw RecordsError.cannotWrite(path, "its log cannot be written back") }
    }
}
