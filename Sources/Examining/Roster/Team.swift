package import Content
package import Quiz
package import Scoring
import Signatures

extension Exams {
    /// Takes candidates and groups from rows, all or nothing.
    ///
    /// - Parameters:
    ///   - rows: Of all files.
    ///   - files: In the order in which their problems are told.
    ///   - problems: What is wrong with the files themselves, as the reader of each tells.
    ///   - isReadable: Whether every file could be read: rows of one file may name what another holds.
    /// - Returns: What has changed.
    /// - Throws: `ExamError` with every problem on a line of its own, or where it cannot be kept.
    package func takeIn(
        _ rows: [RosterRow], of files: [String], problems: [RosterProblem], isReadable: Bool
    ) throws(ExamError) -> RosterChanges {
        try roster.update { roster throws(ExamError) in
            let update = RosterUpdate(of: roster, with: rows)
            let all = problems + (isReadable ? update.problems : [])
            guard all.isEmpty else { throw ExamError(refusing: all, of: files) }
            roster = update.roster
            return update.changes
        }
    }

    /// Gives a candidate extra time from the next attempt that begins, or takes it away.
    ///
    /// - Returns: The candidate.
    /// - Throws: `ExamError` where a word means nobody, or several.
    package func accommodate(
        _ word: String, with accommodation: Accommodation?
    ) throws(ExamError) -> RosterCandidate {
        try roster.update { roster throws(ExamError) in
            let known = try roster.knownCandidate(named: word)
            roster.accommodate(known.id, with: accommodation)
            return known
        }
    }

    /// Lets a candidate's time stand still in breaks from the next attempt that begins, or no longer.
    ///
    /// - Returns: The candidate.
    /// - Throws: `ExamError` where a word means nobody, or several.
    package func allow(_ breaks: BreakTime?, to word: String) throws(ExamError) -> RosterCandidate {
        try roster.update { roster throws(ExamError) in
            let known = try roster.knownCandidate(named: word)
            roster.allow(breaks, to: known.id)
            return known
        }
    }

    /// Lets a candidate sit an exam more often, or sooner, than its blueprint says to all, or takes that back.
    ///
    /// - Parameters:
    ///   - word: Means the candidate.
    ///   - blueprint: The exam.
    ///   - pack: The pack that it is of.
    ///   - policy: What is granted; nil for what the blueprint says.
    /// - Returns: The candidate.
    /// - Throws: `ExamError` where a word means nobody, or several.
    package func grant(
        _ word: String, at blueprint: Blueprint, of pack: Pack, _ policy: RetakePolicy?
    ) throws(ExamError) -> RosterCandidate {
        try roster.update { roster throws(ExamError) in
            let known = try roster.knownCandidate(named: word)
            roster.grant(policy, of: blueprint.id.text, in: pack.id.text, to: known.id)
            return known
        }
    }

    /// Lets somebody change what attempts are worth, or whether they count, or no longer.
    ///
    /// - Throws: `ExamError` where it cannot be kept.
    package func setGrader(_ name: String, _ isOne: Bool) throws(ExamError) {
        try roster.update { roster throws(ExamError) in roster.setGrader(name, isOne) }
    }

    /// Holds a name against those who may change what attempts are worth, or whether they count.
    ///
    /// - Throws: `ExamError` where it is none of them.
    func checkGrader(_ name: String) throws(ExamError) {
        let graders = try roster.read().graders ?? []
        guard !graders.contains(name) else { return }
        throw ExamError(
            .forbidden, "\(name.prefix(64)) may not change what attempts are worth",
            mend: suggestion(for: name, among: graders) ?? "exam roster grader NAME lets somebody")
    }

    /// Takes candidates and groups off the roster, with what was assigned to them; attempts stay.
    ///
    /// - Throws: `ExamError` where a word means nothing, or several: then nobody is taken off.
    package func remove(_ words: [String]) throws(ExamError) -> RosterChanges {
        try roster.update { roster throws(ExamError) in
            let before = roster
            for word in words {
                switch try before.target(named: word) {
                case .group(let id): roster.remove(group: id)
                case .candidate(let id): roster.remove(candidate: id)
                }
            }
            return RosterChanges(from: before, to: roster)
        }
    }

    /// Gives people the numbers by which the register will know them, so that none of them waits for one when many begin
    /// at once.
    ///
    /// - Throws: `ExamError` where they cannot be kept.
    package func numberPeople(_ ids: [String]) throws(ExamError) {
        try roster.update { roster throws(ExamError) in
            for id in ids { _ = roster.number(of: id, else: randomName()) }
        }
    }

    /// Says who is to sit an exam, and when, or takes that back.
    ///
    /// - Parameters:
    ///   - blueprint: What is to be sat.
    ///   - pack: The pack that it is of.
    ///   - words: The groups and candidates.
    ///   - window: When.
    ///   - isTakenBack: Whether the exam is assigned to them no longer.
    /// - Returns: What was assigned, or taken back.
    /// - Throws: `ExamError` where a word means nothing or several, or nothing was assigned: then nothing has changed.
    package func assign(
        _ blueprint: Blueprint, of pack: Pack, to words: [String], _ window: ExamWindow, isTakenBack: Bool
    ) throws(ExamError) -> Assigning {
        try roster.update { roster throws(ExamError) in
            var assigning = Assigning()
            for word in words {
                let assignment = Assignment(
                    pack: pack.id.text, blueprint: blueprint.id.text, to: try roster.target(named: word),
                    opens: window.opens, closes: window.closes, stopsAtClose: window.stopsAtClose)
                if isTakenBack {
                    let (pack, exam) = (assignment.pack, assignment.blueprint)
                    guard roster.unassign(pack: pack, blueprint: exam, from: assignment.to) else {
                        throw ExamError(.notFound, "\(blueprint.id) is not assigned to \(word.prefix(64))")
                    }
                } else {
                    roster.assign(assignment)
                }
                assigning.done.append((roster.name(of: assignment.to), assignment))
            }
            assigning.isOpenToAll = roster.assignments(of: blueprint, in: pack).isEmpty
            return assigning
        }
    }
}

/// When attempts at an exam may begin.
package struct ExamWindow: Sendable, Equatable {
    /// Nil for at any time.
    package var opens: Moment?
    /// Nil for no end.
    package var closes: Moment?
    /// Whether attempts end at the close, whenever they began.
    package var stopsAtClose: Bool

    package init(opens: Moment? = nil, closes: Moment? = nil, stopsAtClose: Bool = false) {
        self.opens = opens
        self.closes = closes
        self.stopsAtClose = stopsAtClose
    }
}

/// What came of assigning an exam.
package struct Assigning: Sendable {
    /// Each group or candidate by name, with what was assigned or taken back.
    package internal(set) var done: [(name: String, assignment: Assignment)] = []
    /// Whether the exam is assigned to nobody then, and open to everyone.
    package internal(set) var isOpenToAll = false
}

extension ExamError {
    /// The refusal of files about a team, with every problem on a line of its own, file by file and row by row.
    fileprivate init(refusing problems: [RosterProblem], of files: [String]) {
        let order = Dictionary(files.enumerated().map { ($1, $0) }) { first, _ in first }
        let sorted = problems.sorted {
            (order[$0.position.file] ?? 0, $0.position.row) < (order[$1.position.file] ?? 0, $1.position.row)
        }
        let count = quantity(problems.count, "problem")
        self.init(
            .unreadable, (sorted.map(\.description) + ["\(count); nothing was imported"]).joined(separator: "\n"))
    }
}
