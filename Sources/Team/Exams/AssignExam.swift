import Content
package import Examining
import Machine
import Quiz
import Scoring

extension ExamDesk {
    /// Assigns an exam to people, who become candidates where they were none.
    ///
    /// - Parameters:
    ///   - blueprint: What is to be sat.
    ///   - pack: The id of the pack that it is of.
    ///   - ids: The people.
    ///   - groups: The groups, by id: whoever is in one then, or later.
    ///   - window: When.
    ///   - actor: Who assigns.
    /// - Throws: `TeamError` or `ExamError`: then nothing is assigned.
    package func assign(
        _ blueprint: String, of pack: String, to ids: [Person.ID], groups: [String] = [], _ window: ExamWindow,
        by actor: Actor
    ) throws {
        let reach = try reach(of: actor, to: .assignExams)
        guard ids.allSatisfy(reach.covers), groups.allSatisfy(reach.covers(group:)) else {
            throw TeamError(.notFound, "there is no such person or group", mend: "choose from those of your groups")
        }
        let (revision, exam) = try exam(blueprint, of: pack)
        let everybody = try people.people().filter { ids.contains($0.id) && !$0.isShutOut }
        guard !everybody.isEmpty || !groups.isEmpty else {
            throw TeamError(.invalid, "say who is to sit it: choose somebody")
        }
        if let strange = everybody.first(where: { !$0.roles.contains(.candidate) }) {
            throw TeamError(.invalid, "\(strange.name) is no candidate", mend: "an administrator can make one")
        }
        if let opens = window.opens, let closes = window.closes, closes <= opens {
            throw TeamError(.invalid, "the exam would close before it opens")
        }
        if !everybody.isEmpty { try enroll(everybody) }
        let words = everybody.map { "candidate:\($0.id.text)" } + groups.map { "group:\($0)" }
        _ = try exams.assign(exam, of: revision.pack, to: words, window, isTakenBack: false)
        let members = try exams.roster.read().groups.filter { groups.contains($0.id) }.flatMap(\.members)
        try exams.numberPeople(everybody.map(\.id.text) + members)
        try people.apply(
            letters(of: exam, in: pack, to: ids + members.map { Person.ID($0) }, window),
            noting: (everybody.map(\.id.text) + groups.map { "group:\($0)" }).map { whom in
                TrailEntry(
                    at: exams.time.now, by: actor.person.id, .assigned, to: whom, note: "\(pack) \(blueprint)")
            })
    }

    /// What is written to those to whom an exam is assigned; whoever is named twice gets one letter.
    private func letters(
        of exam: Blueprint, in pack: String, to ids: [Person.ID], _ window: ExamWindow
    ) throws(TeamError) -> [TeamChange] {
        guard let notices else { return [] }
        let zone = exams.time.zone
        let opens = window.opens.map { "It can be begun from \(zone.text(of: $0)) on" }
        let closes = window.closes.map { "\(opens == nil ? "It can be begun" : "and") until \(zone.text(of: $0))" }
        let words = [opens, closes].compactMap(\.self).joined(separator: " ")
        let due = Set(ids)
        return try people.people().filter { due.contains($0.id) && !$0.isShutOut && $0.address.isReachable }.map {
            person in
            notices.assignment(
                of: exam.title, at: "/exams/\(pack)/\(exam.id.text)",
                words.isEmpty ? "It can be begun at any time." : "\(words).", to: person, at: exams.time.now)
        }
    }

    /// Gives somebody more time than others from the next attempt on, or takes that back.
    ///
    /// - Parameters:
    ///   - id: Who gets it.
    ///   - text: `50%`, `30 min`, or nothing.
    ///   - reason: Why; nobody but those who may assign sees it.
    ///   - actor: Who gives it.
    /// - Throws: `TeamError` or `ExamError` where it is none.
    package func giveTime(to id: Person.ID, _ text: String, because reason: String, by actor: Actor) throws {
        let reach = try reach(of: actor, to: .assignExams)
        guard reach.covers(id), let person = try people.person(id) else {
            throw TeamError(.notFound, "there is no such person")
        }
        let accommodation = try Self.accommodation(text, because: reason)
        try enroll([person])
        _ = try exams.accommodate(id.text, with: accommodation)
        try note(.accommodated, id.text, by: actor, accommodation?.extraTime.description ?? "none")
    }

    /// Lets somebody's time stand still in breaks from the next attempt on, or no longer.
    ///
    /// - Parameters:
    ///   - id: Who takes them.
    ///   - text: Minutes, all breaks of an attempt together; nothing for none.
    ///   - reason: Why; nobody but those who may assign sees it.
    ///   - actor: Who gives them.
    /// - Throws: `TeamError` or `ExamError` where these are no minutes.
    package func giveBreaks(to id: Person.ID, _ text: String, because reason: String, by actor: Actor) throws {
        let reach = try reach(of: actor, to: .assignExams)
        guard reach.covers(id), let person = try people.person(id) else {
            throw TeamError(.notFound, "there is no such person")
        }
        let breaks = try Self.breaks(text, because: reason)
        try enroll([person])
        _ = try exams.allow(breaks, to: id.text)
        try note(.accommodated, id.text, by: actor, "breaks: " + (breaks.map { "\($0.minutes) minutes" } ?? "none"))
    }

    /// Holds what somebody is to be granted against what there is, before anything is done.
    ///
    /// - Parameters:
    ///   - extra: Extra time, or nothing.
    ///   - breaks: Minutes of breaks, or nothing.
    ///   - reason: Why.
    /// - Throws: `TeamError` where it is none.
    package static func checkGrants(extra: String, breaks: String, because reason: String) throws(TeamError) {
        _ = try accommodation(extra, because: reason)
        _ = try Self.breaks(breaks, because: reason)
    }

    private static func accommodation(_ text: String, because reason: String) throws(TeamError) -> Accommodation? {
        guard !text.isEmpty else { return nil }
        guard let extra = ExtraTime(text) else {
            throw TeamError(.invalid, "extra time is a share or minutes", mend: "such as 50% or 30 min")
        }
        return Accommodation(extra, reason: try words(reason))
    }

    private static func breaks(_ text: String, because reason: String) throws(TeamError) -> BreakTime? {
        guard !text.isEmpty else { return nil }
        guard let minutes = Int(text), (1...BreakTime.most).contains(minutes) else {
            throw TeamError(.invalid, "breaks have 1 to \(BreakTime.most) minutes", mend: "such as 15")
        }
        return BreakTime(minutes: minutes, reason: try words(reason))
    }

    /// Why something is granted; nil where nobody said.
    private static func words(_ reason: String) throws(TeamError) -> String? {
        guard reason.count <= 200 else { throw TeamError(.invalid, "a reason has at most 200 signs") }
        return reason.isEmpty ? nil : reason
    }

    /// Puts people on the roster under their own ids and names.
    func enroll(_ everybody: [Person]) throws(ExamError) {
        let file = "people"
        let rows = everybody.enumerated().map { position, person in
            var candidate = RosterRow.Candidate(id: person.id.text)
            candidate.name = person.name
            candidate.email = person.address.isReachable ? person.address.text : nil
            return RosterRow(.candidate(candidate), isGone: false, at: RosterPosition(file: file, row: position + 1))
        }
        _ = try exams.takeIn(rows, of: [file], problems: [], isReadable: true)
    }
}
