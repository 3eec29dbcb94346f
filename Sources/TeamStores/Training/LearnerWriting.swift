package import Learning
package import Scoring

extension SQLLearnerStore {
    package func record(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session, changing state: Records.State
    ) throws(RecordsError) -> Records.Receipt {
        try answer.check()
        try state.check(.answer)
        return try write(.answer) { connection in
            let kept = LearnerState(learner: session.learner, pack: session.pack, connection: connection)
            try kept.lock(.answer)
            let id = try connection.insert(answer, to: try connection.keep(item), in: session)
            let revision = try kept.advance(from: state.revision)
            if revision != nil { try kept.put(state) }
            return Records.Receipt(id: id, revision: revision)
        }
    }

    package func recordOnce(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session
    ) throws(RecordsError) -> Records.Answer.ID? {
        try answer.check()
        return try write(.answer) { connection in
            let kept = LearnerState(learner: session.learner, pack: session.pack, connection: connection)
            try kept.lock(.answer)
            let row = try connection.keep(item)
            let same = try connection.run(
                "SELECT id FROM answer WHERE learner = ?1 AND item = ?2 AND at = ?3 LIMIT 1",
                [.number(of: session.learner), .number(of: row), .integer(answer.at.milliseconds)])
            guard same.isEmpty else { return nil }
            let id = try connection.insert(answer, to: row, in: session)
            _ = try kept.advance(from: -1)
            return id
        }
    }

    package func undo(
        _ answer: Records.Answer.ID, at moment: Moment, leaving state: Records.State
    ) throws(RecordsError) -> Int? {
        try state.check(.undo)
        return try write(.undo) { connection in
            let nothing = RecordsError.defect(.undo, "there is no answer \(answer) that could be undone")
            let row = try connection.run(
                """
                SELECT training_session.learner, training_session.pack FROM answer
                JOIN training_session ON training_session.id = answer.session WHERE answer.id = ?1
                """, [.number(of: answer)]
            ).first
            guard let row else { throw nothing }
            let kept = LearnerState(learner: try row.id(0), pack: try row.text(1), connection: connection)
            try kept.lock(.undo)
            let undone = try connection.run(
                "UPDATE answer SET undone = ?2 WHERE id = ?1 AND undone IS NULL RETURNING id",
                [.number(of: answer), .integer(moment.milliseconds)])
            guard !undone.isEmpty else { throw nothing }
            let revision = try kept.advance(from: state.revision)
            if revision != nil {
                try kept.clear()
                try kept.put(state)
            }
            return revision
        }
    }

    @discardableResult
    package func flag(
        _ item: Records.Item, by learner: Records.Learner.ID, note: String, at moment: Moment
    ) throws(RecordsError) -> Records.Flag.ID {
        try write(.flag) { connection in
            let item = try connection.keep(item)
            return try connection.insert(
                "INSERT INTO flag (learner, item, note, at) VALUES (?1, ?2, ?3, ?4) RETURNING id",
                [
                    .number(of: learner), .number(of: item), .text(note.withoutNull),
                    .integer(moment.milliseconds),
                ])
        }
    }

    package func record(
        _ note: Records.LessonNote, of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) {
        _ = try write(.lesson) { connection in
            try connection.run(
                "INSERT INTO lesson_note (learner, pack, lesson, kind, stages, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                [
                    .number(of: learner), .text(pack), .text(note.lesson.withoutNull), .text(note.kind.rawValue),
                    .integer(Int64(note.stages)), .integer(note.at.milliseconds),
                ])
        }
    }

    package func rebuild(
        _ learner: Records.Learner.ID, in pack: String?, by replay: some Records.Replay
    ) throws(RecordsError) -> [String: Records.State] {
        try write(.rebuild) { connection in
            func kept(in pack: String) -> LearnerState {
                LearnerState(learner: learner, pack: pack, connection: connection)
            }
            // The transaction may be tried again, and then all is replayed from the beginning.
            var replay = replay
            try kept(in: "").lock(.rebuild)
            try connection.forEachAnswer(of: learner) { answer in
                if answer.undone == nil, pack == nil || answer.pack == pack { replay.take(answer) }
            }
            var states = replay.states
            let revisions = try connection.run(
                "SELECT pack, revision FROM learning WHERE learner = ?1", [.number(of: learner)])
            for row in revisions {
                let name = try row.text(0)
                guard pack == nil || pack == name else { continue }
                try kept(in: name).clear()
                states[name, default: Records.State()].revision = try row.count(1)
            }
            for (name, var state) in states {
                state.revision += 1
                state.isCurrent = true
                try kept(in: name).mark(revision: state.revision, isStale: false)
                try kept(in: name).put(state)
                states[name] = state
            }
            return states
        }
    }
}

extension SQLConnection {
    /// The row of an item, which is written when its identity is first seen.
    fileprivate func keep(_ item: Records.Item) throws -> Records.RowID<Records.Item> {
        let find = "SELECT id FROM item WHERE identity = ?1"
        if let known = try run(find, [.text(item.identity)]).first { return try known.id(0) }
        try run(
            """
            INSERT INTO item (identity, kind, pack, heading, question, stem, key)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (identity) DO NOTHING
            """,
            [item.identity, item.kind, item.pack, item.heading, item.question, item.stem, item.key].map(SQLValue.text))
        guard let row = try run(find, [.text(item.identity)]).first else {
            throw RecordsError.defect(.answer, "the item \(item.identity) is neither new nor known")
        }
        return try row.id(0)
    }

    fileprivate func insert(
        _ answer: Records.Answer, to item: Records.RowID<Records.Item>, in session: Records.Session
    ) throws -> Records.Answer.ID {
        try insert(
            """
            INSERT INTO answer (
                learner, session, item, place, at, response, hints, text, verdict, fraction, skills, findings, beliefs
            ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) RETURNING id
            """,
            [
                .number(of: session.learner), .number(of: session.id), .number(of: item),
                .integer(Int64(answer.position)), .integer(answer.at.milliseconds),
                .integer(Int64(answer.responseMilliseconds)), .integer(Int64(answer.hints)),
                .text(answer.text.withoutNull), .text(answer.verdict.rawValue), .real(answer.fraction),
                .text(answer.skills.joined(separator: " ")), .text(answer.findings.joined(separator: " ")),
                .text(answer.beliefs.map { $0.joined(separator: "+") }.joined(separator: " ")),
            ])
    }
}
