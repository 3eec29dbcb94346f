import GRDB
import GRDBSQLite

extension QuestionBank {
    /// The questions as a deck package of Anki: a note and a card each. A package imported again updates the notes
    /// that it brought before, as their numbers follow from the questions' identities alone.
    ///
    /// - Parameter moment: When this is done, in seconds since 1970: Anki takes the newer of two notes.
    /// - Returns: A file that Anki imports.
    /// - Throws: `ExportError` where SQLite makes no database.
    func anki(at moment: Int) throws(ExportError) -> Export {
        let losses = Loss.of(questions, "checking of what is typed, which is for the learner to compare") {
            $0.kind == .short
        }
        var archive = ZipArchive()
        archive.add("collection.anki2", try ankiCollection(at: moment))
        archive.add("media", Array("{}".utf8))
        return Export(archive.finish(), losses: losses)
    }

    private func ankiCollection(at moment: Int) throws(ExportError) -> [UInt8] {
        do {
            return try DatabaseQueue().inDatabase { database in
                try database.execute(sql: AnkiCollection.schema)
                try AnkiCollection(self).write(to: database, at: moment)
                return try database.serialized()
            }
        } catch {
            throw ExportError(message: "SQLite makes no collection: \(error)")
        }
    }
}

extension Database {
    /// The bytes that the database would have as a file.
    fileprivate func serialized() throws -> [UInt8] {
        var size: sqlite3_int64 = 0
        guard let start = sqlite3_serialize(sqliteConnection, "main", &size, 0) else {
            throw DatabaseError(resultCode: .SQLITE_NOMEM)
        }
        defer { sqlite3_free(start) }
        return Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }
}
