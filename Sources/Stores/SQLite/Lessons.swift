import GRDB
package import Learning
import Scoring

extension SQLiteLearnerStore {
    package func record(
        _ note: Records.LessonNote, of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) {
        try write(.lesson) { db in
            try db.cachedStatement(
                sql: "INSERT INTO lesson_note (learner, pack, lesson, kind, stages, at) VALUES (?, ?, ?, ?, ?, ?)"
            )
            .execute(arguments: [
                learner.number, pack, note.lesson.withoutNull, note.kind.rawValue, note.stages, note.at.milliseconds,
            ])
        }
    }

    package func lessonNotes(
        of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) -> [Records.LessonNote] {
        try read(.reading) { db in
            let sql = "SELECT lesson, kind, stages, at FROM lesson_note WHERE learner = ? AND pack = ? ORDER BY id"
            return try Row.fetchAll(db, sql: sql, arguments: [learner.number, pack]).compactMap { row in
                // What a later version kept and this one does not know says nothing here.
                guard let kind = Records.LessonNote.Kind(rawValue: try row.decode(atIndex: 1)) else { return nil }
                return Records.LessonNote(
                    lesson: try row.decode(atIndex: 0), kind: kind, stages: try row.decode(atIndex: 2),
                    at: try row.moment(3))
            }
        }
    }
}
