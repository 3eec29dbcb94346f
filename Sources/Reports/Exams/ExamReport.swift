package import Content
package import Examining
package import Machine
package import Quiz
package import Scoring

/// What a team is told of its exams: for each one who sat it, what came of it, who has not, and what that tells of the
/// exam itself.
package struct ExamReport {
    package let pack: Pack
    package let roster: Roster
    /// Whose report it is; nil for everybody's.
    package let group: RosterGroup?
    package let parts: [Part]
    /// What register and logs show that is not as it should be, a sentence each; of everybody's exams.
    package let irregularities: [String]
    /// How days are told where the team is.
    package let zone: any Zone
    /// When it was made.
    package let today: Day

    /// One exam.
    package struct Part {
        package let id: String
        package let title: String
        /// The titles of the sections.
        package let sections: [String]
        /// The least result that passes, in percent: as the forms that were sat have it, or else the blueprint.
        package let passMark: Int
        /// The attempts, by candidate and number.
        package let attempts: [StoredAttempt]
        /// Candidates who are to sit it and have not begun.
        package let notSat: [RosterCandidate]
        /// Of each candidate's first attempt that is handed in; later ones are about items that practice has touched.
        package let statistics: TestStatistics
        package let firsts: [StoredAttempt]
        package let exposure: ExposureTable
    }

    /// Makes a report.
    ///
    /// - Parameters:
    ///   - attempts: Those of the pack, closed as far as they can be.
    ///   - pack: Whose exams they are.
    ///   - roster: Who is who.
    ///   - group: Only its members are reported; nil for everybody.
    ///   - only: The one exam that is asked for; nil for all.
    ///   - irregularities: What is not as it should be with what is kept, a sentence each.
    ///   - time: Tells the day, and the days of attempts.
    package init(
        of attempts: [StoredAttempt], in pack: Pack, roster: Roster, group: RosterGroup?, only: Blueprint?,
        irregularities: [String] = [], at time: any TimeSource
    ) {
        zone = time.zone
        today = time.zone.day(of: time.now)
        self.pack = pack
        self.roster = roster
        self.group = group
        let members = group.map { Set($0.members) }
        let own = attempts.filter { members?.contains($0.form.candidate) ?? true }
        self.irregularities = irregularities + own.flatMap { $0.clockSentences(lookedAt: time.now) }
        // An exam that the pack no longer has was sat all the same.
        let ids = pack.blueprints.map(\.id.text)
        let others = Set(own.map(\.form.blueprint)).subtracting(ids).sorted()
        let reader = FormReader(pack)
        parts = (only.map { [$0.id.text] } ?? ids + others).compactMap { id in
            let those = own.filter { $0.form.blueprint == id }
            let blueprint = pack.blueprint(ID(id))
            let due = blueprint.map { roster.assigned(to: $0, in: pack) } ?? []
            // Where a group and an exam are named, all of the group are asked after.
            let asked = only != nil && group != nil ? roster.candidates : due
            let sat = Set(those.map(\.form.candidate))
            let notSat = asked.filter { !sat.contains($0.id) && members?.contains($0.id) ?? true }
            guard !those.isEmpty || !notSat.isEmpty else { return nil }
            return Part(id, blueprint, those, notSat: notSat, read: reader)
        }
    }

    package var attempts: [StoredAttempt] { parts.flatMap(\.attempts) }

    /// The day on which an attempt's time began, as it is told where the team is; empty before it did.
    func day(of attempt: StoredAttempt) -> String { attempt.started.map { zone.day(of: $0).description } ?? "" }

    package func name(of attempt: StoredAttempt) -> String {
        roster.candidate(attempt.form.candidate)?.name ?? attempt.form.name ?? attempt.form.candidate
    }
}

extension StoredAttempt {
    /// What its clocks show that whoever gives the exam should know of, a sentence each.
    fileprivate func clockSentences(lookedAt now: Moment) -> [String] {
        ClockRemark.all(in: readings, lookedAt: now).map {
            "\(form.name ?? form.candidate), \(form.blueprint), attempt \(form.attempt): \($0.words)."
        }
    }
}

extension ExamReport.Part {
    fileprivate init(
        _ id: String, _ blueprint: Blueprint?, _ attempts: [StoredAttempt], notSat: [RosterCandidate],
        read: FormReader
    ) {
        self.id = id
        self.attempts = attempts
        self.notSat = notSat
        var seen: Set<String> = []
        let firsts = attempts.filter {
            $0.result != nil && $0.voiding == nil && seen.insert($0.form.candidate).inserted
        }
        self.firsts = firsts
        let form = firsts.last?.form ?? attempts.last?.form
        title = form?.title ?? blueprint?.title ?? id
        sections = form?.sections.map(\.title) ?? blueprint?.sections.map(\.title) ?? []
        passMark = form?.passMark ?? blueprint?.passMark.percent ?? 100
        statistics = TestStatistics(of: firsts.map { read.form(of: $0) }, passMark: Double(passMark) / 100)
        var exposure = ExposureTable()
        for attempt in attempts { exposure.note(attempt.form.items.compactMap { ItemID($0) }) }
        self.exposure = exposure
    }

    package var closed: [StoredAttempt] { attempts.filter { $0.result != nil && $0.voiding == nil } }
    package var passed: Int { closed.count { $0.result?.isPassed == true } }

    /// The sections in order, with the fraction of everybody's first attempt in each.
    package var profile: [(title: String, fractions: [Double])] {
        sections.enumerated().map { place, title in
            let fractions = firsts.compactMap { attempt in
                let profile = attempt.profile
                return place < profile.count ? profile[place].fraction : nil
            }
            return (title, fractions)
        }
    }
}

/// Makes of an attempt what statistics see of it.
private struct FormReader {
    private let payers: Payers

    init(_ pack: Pack) { payers = Payers(of: pack) }

    func form(of attempt: StoredAttempt) -> ScoredForm {
        let fractions = attempt.result?.fractions ?? []
        return ScoredForm(
            attempt.form.items.enumerated().compactMap { place, text in
                guard let id = ItemID(text), place < fractions.count,
                    let response = ScoredResponse(
                        fraction: Double(fractions[place]) / 1_000_000, option: belief(of: attempt, at: place, id),
                        milliseconds: attempt.state.timeSpent[place].map { Int($0) })
                else { return nil }
                return ScoredForm.Entry(
                    item: "\(id.family) \(id.kind.rawValue)", family: id.family.description, response: response)
            })
    }

    /// The belief that explains an answer; nil where there is none, and where the pack no longer makes the item.
    private func belief(of attempt: StoredAttempt, at place: Int, _ id: ItemID) -> String? {
        guard let answer = attempt.state.answers[place],
            let item = payers.item(id), let feedback = try? item.judge(answer), let first = feedback.beliefs.first
        else { return nil }
        return first.ids.map(\.text).joined(separator: " + ")
    }
}
