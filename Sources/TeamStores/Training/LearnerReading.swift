package import Learning
package import Scoring

extension SQLLearnerStore {
    package func state(of learner: Records.Learner.ID, in pack: String) throws(RecordsError) -> Records.State {
        try read(.reading) { try LearnerState(learner: learner, pack: pack, connection: $0).read() }
    }

    package func seen(among items: [String], by learner: Records.Learner.ID) throws(RecordsError) -> Set<String> {
        try read(.reading) { connection in
            Set(
                try items.filter { item in
                    try !connection.run(
                        """
                        SELECT id FROM answer
                        WHERE learner = ?1 AND item = (SELECT id FROM item WHERE identity = ?2) LIMIT 1
                        """, [.number(of: learner), .text(item)]
                    ).isEmpty
                })
        }
    }

    package func answered(
        by learner: Records.Learner.ID, in pack: String, from start: Moment, to end: Moment
    ) throws(RecordsError) -> Int {
        try read(.reading) { connection in
            let rows = try connection.run(
                """
                SELECT count(*) FROM answer JOIN training_session ON training_session.id = answer.session
                WHERE answer.learner = ?1 AND training_session.pack = ?2 AND answer.at >= ?3 AND answer.at < ?4
                AND answer.undone IS NULL AND answer.verdict <> 'skipped'
                """,
                [.number(of: learner), .text(pack), .integer(start.milliseconds), .integer(end.milliseconds)])
            return try rows.first?.count(0) ?? 0
        }
    }

    package func answers(
        of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) -> [Records.RecordedAnswer] {
        try read(.reading) { connection in
            try connection.run(
                selectAnswers
                    + """
                     WHERE answer.learner = ?1 AND training_session.pack = ?2 AND answer.undone IS NULL
                    ORDER BY answer.id
                    """, [.number(of: learner), .text(pack)]
            ).map { try $0.answer }
        }
    }

    package func lastAnswers(
        _ count: Int, of learner: Records.Learner.ID
    ) throws(RecordsError) -> [Records.RecordedAnswer] {
        try read(.reading) { connection in
            try connection.run(
                selectAnswers + " WHERE answer.learner = ?1 ORDER BY answer.id DESC LIMIT ?2",
                [.number(of: learner), .integer(Int64(max(count, 0)))]
            ).map { try $0.answer }
        }
    }

    package func forEachAnswer(
        of learner: Records.Learner.ID, in pack: String, _ body: (Moment, Int, Records.Verdict) -> Void
    ) throws(RecordsError) {
        try read(.reading) { connection in
            try connection.forEachAnswer(of: learner) { kept in
                guard kept.pack == pack, kept.undone == nil else { return }
                body(kept.answer.at, kept.answer.responseMilliseconds, kept.answer.verdict)
            }
        }
    }

    package func lessonNotes(
        of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) -> [Records.LessonNote] {
        try read(.reading) { connection in
            try connection.run(
                "SELECT lesson, kind, stages, at FROM lesson_note WHERE learner = ?1 AND pack = ?2 ORDER BY id",
                [.number(of: learner), .text(pack)]
            ).compactMap { row in
                // What a later version kept and this one does not know says nothing here.
                guard let kind = Records.LessonNote.Kind(rawValue: try row.text(1)) else { return nil }
                return Records.LessonNote(
                    lesson: try row.text(0), kind: kind, stages: try row.count(2), at: try row.moment(3))
            }
        }
    }

    package func flags(in pack: String?) throws(RecordsError) -> [Records.Flag] {
        try read(.reading) { connection in
            try connection.run(
                """
                SELECT flag.id, learner.name, flag.at, flag.note, item.identity, item.heading, item.stem
                FROM flag JOIN item ON item.id = flag.item JOIN learner ON learner.id = flag.learner
                \(pack == nil ? "" : "WHERE item.pack = ?1") ORDER BY flag.id
                """, pack.map { [.text($0)] } ?? []
            ).map { row in
                Records.Flag(
                    id: try row.id(0), learner: try row.text(1), at: try row.moment(2), note: try row.text(3),
                    item: try row.text(4), heading: try row.text(5), stem: try row.text(6))
            }
        }
    }
}

extension SQLConnection {
    /// Hands on a learner's answers one by one, undone ones too, in the order in which they were kept. No more than some
    /// hundreds are in memory at once.
    func forEachAnswer(
        of learner: Records.Learner.ID, _ body: (Records.RecordedAnswer) throws -> Void
    ) throws {
        let most = 500
        var last: Int64 = 0
        while true {
            let rows = try run(
                selectAnswers + " WHERE answer.learner = ?1 AND answer.id > ?2 ORDER BY answer.id LIMIT \(most)",
                [.number(of: learner), .integer(last)])
            for row in rows {
                try body(row.answer)
                last = try row.integer(0)
            }
            guard rows.count == most else { return }
        }
    }
}

private let selectAnswers = """
    SELECT answer.id, answer.learner, answer.session, training_session.pack, item.identity, answer.place, answer.at,
    answer.response, answer.hints, answer.text, answer.verdict, answer.fraction, answer.skills, answer.findings,
    answer.beliefs, answer.undone
    FROM answer JOIN training_session ON training_session.id = answer.session JOIN item ON item.id = answer.item
    """

extension SQLRow {
    fileprivate var answer: Records.RecordedAnswer {
        get throws {
            guard let verdict = Records.Verdict(rawValue: try text(10)) else {
                throw DatabaseFault.defect("“\(try text(10))” is no verdict")
            }
            let answer = Records.Answer(
                position: try count(5), at: try moment(6), responseMilliseconds: try count(7), hints: try count(8),
                text: try text(9), verdict: verdict, fraction: try real(11), skills: try words(12),
                findings: try words(13),
                beliefs: try words(14).map { $0.split(separator: "+").map(String.init) })
            return Records.RecordedAnswer(
                id: try id(0), learner: try id(1), session: try id(2), pack: try text(3), item: try text(4),
                answer: answer, undone: try optionalInteger(15).map(Moment.init(milliseconds:)))
        }
    }

    private func words(_ position: Int) throws -> [String] { try text(position).split(separator: " ").map(String.init) }
}
