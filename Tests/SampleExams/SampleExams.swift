package import Content
package import Examining
package import Machine
import Quiz
package import Scoring
import Stores

/// An exam of three visits and two terms that a team sits, in memory, at a time that stands still until it is moved.
package struct SampleExams {
    /// 2026-03-02 at 09:00 UTC.
    package static let morning = Moment(milliseconds: 1_772_442_000_000)

    package let time = SetTime(morning)
    package let exams: Exams
    private let lesson: LessonPack

    /// An exam of the lesson, for 30 minutes, that 60 of 100 passes.
    ///
    /// - Parameters:
    ///   - title: The exam's.
    ///   - navigation: `free` or `forward`.
    /// - Throws: Where the lesson cannot be read.
    package init(title: String? = nil, navigation: String? = nil) throws {
        var edits: [(file: String, from: String, to: String)] = []
        if let title { edits.append(("blueprints.yaml", "title: The lesson, final", "title: '\(title)'")) }
        if let navigation { edits.append(("blueprints.yaml", "navigation: free", "navigation: \(navigation)")) }
        lesson = try edits.isEmpty ? LessonPack.usual.get() : LessonPack(edits)
        exams = Exams(
            logs: MemoryLogStore(), roster: MemoryRosterStore(), issuers: MemoryIssuerStore(),
            verified: MemoryVerifiedStore(), time: time, user: "team", build: "test")
        for name in ["Cy", "Di"] { try exams.setGrader(name, true) }
    }

    package var pack: Pack { lesson.pack }
    package var blueprint: Blueprint { lesson.final }

    /// Lets minutes pass.
    package func pass(minutes: Int64) { time.pass(milliseconds: minutes * 60_000) }

    /// Puts candidates on the roster: each by id, name and the group they are in.
    package func enrol(_ candidates: [(id: String, name: String, group: String?)]) throws {
        let rows = candidates.enumerated().map { place, one in
            var row = RosterRow.Candidate(id: one.id)
            row.name = one.name
            row.groups = .here(one.group)
            return RosterRow(.candidate(row), isGone: false, at: RosterPosition(file: "team.csv", row: place + 2))
        }
        _ = try exams.takeIn(rows, of: ["team.csv"], problems: [], isReadable: true)
    }

    /// Takes up an attempt, whose time has not begun.
    package func takeUp(_ candidate: String) throws -> OpenAttempt {
        var chance = SeededGenerator(seed: 7)
        return try exams.takeUp(
            blueprint, of: lesson.revision, by: Examinee(candidate, on: exams.roster.read()), using: &chance)
    }

    /// Sits an attempt to its end, a minute an item, and gives it as it is kept.
    @discardableResult
    package func sit(
        _ candidate: String, _ answers: [String: String] = LessonPack.right, allotted: AllottedTime? = nil
    ) throws -> StoredAttempt {
        var attempt = try takeUp(candidate)
        try attempt.begin(allotted)
        for place in attempt.items.indices {
            if place > 0 { try attempt.move(to: place) }
            pass(minutes: 1)
            let item = attempt.form.items[place]
            if let answer = answers.first(where: { item.contains("/\($0.key)") }) {
                try attempt.answer(place, answer.value)
            }
        }
        try attempt.handIn()
        return try stored(attempt.name)
    }

    /// An attempt as it is kept.
    package func stored(_ name: String) throws -> StoredAttempt {
        guard let found = try exams.attempts().attempts.first(where: { $0.name == name }) else {
            throw ExamError(.notFound, "\(name) is not among the attempts")
        }
        return found
    }
}

extension StoredAttempt {
    /// The number of the item about something in the form, from 1.
    package func number(of item: String) -> Int { (form.items.firstIndex { $0.contains("/\(item)") } ?? -1) + 1 }
}
