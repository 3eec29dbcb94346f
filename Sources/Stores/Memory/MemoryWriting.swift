package import Learning
package import Scoring

extension MemoryLearnerStore {
    package func learner(named name: String, at moment: Moment) throws(RecordsError) -> Records.Learner {
        try Records.Learner.check(name: name)
        return try write { tables throws(RecordsError) in
            if let known = tables.learners.first(where: { $0.name == name }) { return known }
            let learner = Records.Learner(id: tables.learners.nextID(), name: name, made: moment)
            tables.learners.append(learner)
            return learner
        }
    }

    package func startSession(
        of learner: Records.Learner.ID, pack: String, goal: Int, at moment: Moment
    ) throws(RecordsError) -> Records.Session {
        try write { tables throws(RecordsError) in
            guard tables.learner(learner) != nil, goal >= 0 else {
                throw .defect(.session, "there is no learner \(learner), or the goal is less than none")
            }
            let session = Records.Session(
                id: tables.sessions.nextID(), learner: learner, pack: pack, started: moment, ended: nil, goal: goal)
            tables.sessions.append(session)
            return session
        }
    }

    package func endSession(_ session: Records.Session.ID, at moment: Moment) throws(RecordsError) {
        try write { tables throws(RecordsError) in
            guard let position = tables.sessions.firstIndex(where: { $0.id == session && $0.ended == nil }) else {
                return
            }
            let running = tables.sessions[position]
            tables.sessions[position] = Records.Session(
                id: running.id, learner: running.learner, pack: running.pack, started: running.started, ended: moment,
                goal: running.goal)
        }
    }

    package func record(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session, changing state: Records.State
    ) throws(RecordsError) -> Records.Receipt {
        try answer.check()
        try state.check(.answer)
        return try write { tables throws(RecordsError) in
            guard tables.sessions.contains(where: { $0.id == session.id }) else {
                throw .defect(.answer, "there is no session \(session.id)")
            }
            let id = tables.append(answer, to: item, in: session)
            let scope = LearnerTables.Scope(learner: session.learner, pack: session.pack)
            let revision = tables.advance(scope, from: state.revision)
            if revision != nil { tables.put(state, in: scope) }
            return Records.Receipt(id: id, revision: revision)
        }
    }

    package func recordOnce(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session
    ) throws(RecordsError) -> Records.Answer.ID? {
        try answer.check()
        return try write { tables throws(RecordsError) in
            let isKnown = tables.answers.contains { kept in
                kept.learner == session.learner && kept.item == item.identity && kept.answer.at == answer.at
            }
            guard !isKnown else { return nil }
            let id = tables.append(answer, to: item, in: session)
            _ = tables.advance(LearnerTables.Scope(learner: session.learner, pack: session.pack), from: -1)
            return id
        }
    }

    package func undo(
        _ answer: Records.Answer.ID, at moment: Moment, leaving state: Records.State
    ) throws(RecordsError) -> Int? {
        try state.check(.undo)
        return try write { tables throws(RecordsError) in
            guard let position = tables.answers.firstIndex(where: { $0.id == answer && $0.undone == nil }) else {
                throw .defect(.undo, "there is no answer \(answer) that could be undone")
            }
            let kept = tables.answers[position]
            tables.answers[position] = Records.RecordedAnswer(
                id: kept.id, learner: kept.learner, session: kept.session, pack: kept.pack, item: kept.item,
                answer: kept.answer, undone: moment)
            let scope = LearnerTables.Scope(learner: kept.learner, pack: kept.pack)
            let revision = tables.advance(scope, from: state.revision)
            if revision != nil { tables.replace(state, in: scope) }
            return revision
        }
    }

    @discardableResult
    package func flag(
        _ item: Records.Item, by learner: Records.Learner.ID, note: String, at moment: Moment
    ) throws(RecordsError) -> Records.Flag.ID {
        try write { tables throws(RecordsError) in
            guard let learner = tables.learner(learner) else { throw .defect(.flag, "there is no learner \(learner)") }
            let item = tables.keep(item)
            let flag = Records.Flag(
                id: tables.flags.nextID(), learner: learner.name, at: moment, note: note.withoutNull,
                item: item.identity,
                heading: item.heading, stem: item.stem)
            tables.flags.append(LearnerTables.Flag(flag: flag, pack: item.pack))
            return flag.id
        }
    }

    package func record(
        _ note: Records.LessonNote, of learner: Records.Learner.ID, in pack: String
    ) throws(RecordsError) {
        try write { tables throws(RecordsError) in
            guard tables.learner(learner) != nil else { throw .defect(.lesson, "there is no learner \(learner)") }
            tables.lessonNotes[LearnerTables.Scope(learner: learner, pack: pack), default: []].append(note)
        }
    }

    package func rebuild(
        _ learner: Records.Learner.ID, in pack: String?, by replay: some Records.Replay
    ) throws(RecordsError) -> [String: Records.State] {
        var replay = replay
        return try write { tables throws(RecordsError) in
            for answer in tables.answers
            where answer.learner == learner && answer.undone == nil && (pack == nil || answer.pack == pack) {
                replay.take(answer)
            }
            var states = replay.states
            for state in states.values { try state.check(.rebuild) }
            // What follows from no answer any more is left with nothing.
            for scope in tables.states.keys where scope.learner == learner && (pack == nil || scope.pack == pack) {
                states[scope.pack] = states[scope.pack] ?? Records.State()
            }
            for (pack, state) in states {
                states[pack] = tables.rebuild(state, in: LearnerTables.Scope(learner: learner, pack: pack))
            }
            return states
        }
    }
}

extension Array {
    /// The number of what is appended next.
    fileprivate func nextID<Owner>() -> Records.RowID<Owner> { Records.RowID(Int64(count) + 1) }
}

extension LearnerTables {
    /// Appends an answer, and tells its number.
    fileprivate mutating func append(
        _ answer: Records.Answer, to item: Records.Item, in session: Records.Session
    ) -> Records.Answer.ID {
        var answer = answer
        answer.text = answer.text.withoutNull
        let kept = Records.RecordedAnswer(
            id: answers.nextID(), learner: session.learner, session: session.id, pack: session.pack,
            item: keep(item).identity, answer: answer, undone: nil)
        answers.append(kept)
        return kept.id
    }
}
