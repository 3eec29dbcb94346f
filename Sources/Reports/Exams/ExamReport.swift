package import Content
package import Examining
package import Machine
package import Quiz
package import Scoring

/// What a team is told of its exams: for each one who sat it, what came of it, who has not, and what that tells of the
/// exam itself.
package struct ExamReport {
    /// Whose exams it tells of.
    package let pack: Pack
    /// Who is known, and by what name.
    package let roster: Roster
    /// The names of those on the roster, by id.
    private let names: [String: String]
    /// Whose report it is; nil for everybody's.
    package let group: RosterGroup?
    /// The days on which the attempts began that are reported; nil for all.
    package let days: ClosedRange<Day>?
    /// One for each exam.
    package let parts: [Part]
    /// What register and logs show that is not as it should be, a sentence each; of everybody's exams.
    package let irregularities: [String]
    /// How days are told where the team is.
    package let zone: any Zone
    /// When it was made.
    package let today: Day

    /// One exam.
    package struct Part {
        /// The blueprint's.
        package let id: String
        /// The exam's.
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
        /// The first attempt of each candidate that counts and was handed in.
        package let firsts: [StoredAttempt]
        /// How often each item was handed out.
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
    ///   - days: Only attempts that began on one of these days are reported; nil for all.
    ///   - irregularities: What is not as it should be with what is kept, a sentence each.
    ///   - time: Tells the day, and the days of attempts.
    package init(
        of attempts: [StoredAttempt], in pack: Pack, roster: Roster, group: RosterGroup?, only: Blueprint?,
        on days: ClosedRange<Day>? = nil, irregularities: [String] = [], at time: any TimeSource
    ) {
        let zone = time.zone
        self.zone = zone
        self.days = days
        today = zone.day(of: time.now)
        self.pack = pack
        self.roster = roster
        names = Dictionary(roster.candidates.map { ($0.id, $0.name) }) { first, _ in first }
        self.group = group
        let members = group.map { Set($0.members) }
        let own = attempts.filter { members?.contains($0.form.candidate) ?? true }
        self.irregularities =
            irregularities + own.flatMap { $0.clockSentences(lookedAt: time.now) }
            + own.timeSentences
        // An exam that the pack no longer has was sat all the same.
        let ids = pack.blueprints.map(\.id.text)
        let others = Set(own.map(\.form.blueprint)).subtracting(ids).sorted()
        let payers = Payers(of: pack)
        parts = (only.map { [$0.id.text] } ?? ids + others).compactMap { id in
            let all = own.filter { $0.form.blueprint == id }
            let those = all.filter { attempt in
                days.map { days in attempt.started.map { days.contains(zone.day(of: $0)) } ?? false } ?? true
            }
            let blueprint = pack.blueprint(ID(id))
            let due = blueprint.map { roster.assigned(to: $0, in: pack) } ?? []
            // Where a group and an exam are named, all of the group are asked after.
            let asked = only != nil && group != nil ? roster.candidates : due
            let sat = Set(all.map(\.form.candidate))
            let notSat = asked.filter { !sat.contains($0.id) && members?.contains($0.id) ?? true }
            guard !those.isEmpty || !notSat.isEmpty else { return nil }
            return Part(
                id, blueprint, those.map { $0.reading(by: payers) }, firsts: all.firstsHandedIn, notSat: notSat)
        }
    }

    /// Of all exams.
    package var attempts: [StoredAttempt] { parts.flatMap(\.attempts) }

    /// The day on which an attempt's time began, as it is told where the team is; empty before it did.
    func day(of attempt: StoredAttempt) -> String { attempt.started.map { zone.day(of: $0).description } ?? "" }

    /// Who sat an attempt, as people know them.
    package func name(of attempt: StoredAttempt) -> String {
        names[attempt.form.candidate] ?? attempt.form.name ?? attempt.form.candidate
    }
}

extension [StoredAttempt] {
    /// The names of each candidate's first attempt that is handed in, of attempts in the order of their numbers.
    fileprivate var firstsHandedIn: Set<String> {
        var seen: Set<String> = []
        return Set(filter { $0.counts && seen.insert($0.form.candidate).inserted }.map(\.name))
    }
}

extension StoredAttempt {
    /// Whether it is handed in, and counts.
    var counts: Bool { result != nil && voiding == nil }

    /// What its clocks show that whoever gives the exam should know of, a sentence each.
    fileprivate func clockSentences(lookedAt now: Moment) -> [String] {
        clockRemarks(lookedAt: now).map {
            "\(form.name ?? form.candidate), \(form.blueprint), attempt \(form.attempt): \($0.words)."
        }
    }
}

extension ExamReport.Part {
    fileprivate init(
        _ id: String, _ blueprint: Blueprint?, _ attempts: [StoredAttempt], firsts names: Set<String>,
        notSat: [RosterCandidate]
    ) {
        self.id = id
        self.attempts = attempts
        self.notSat = notSat
        let firsts = attempts.filter { names.contains($0.name) }
        self.firsts = firsts
        let form = firsts.last?.form ?? attempts.last?.form
        title = form?.title ?? blueprint?.title ?? id
        sections = form?.sections.map(\.title) ?? blueprint?.sections.map(\.title) ?? []
        passMark = form?.passMark ?? blueprint?.passMark.percent ?? 100
        statistics = TestStatistics(
            of: firsts.map(\.scoredForm), passMark: Double(passMark) / 100,
            areDrawn: !firsts.contains { $0.form.adaptive != nil })
        var counts: [String: Int] = [:]
        for family in attempts.lazy.flatMap({ $0.readAnswers?.families ?? [] }) { counts[family, default: 0] += 1 }
        var exposure = ExposureTable()
        for (family, count) in counts { if let family = ItemFamily(family) { exposure.note(count, of: family) } }
        self.exposure = exposure
    }

    /// Attempts that were handed in and count.
    package var closed: [StoredAttempt] { attempts.filter(\.counts) }
    /// How many of those passed.
    package var passed: Int { closed.count { $0.result?.isPassed == true } }

    /// The sections in order, with the fraction of everybody's first attempt in each.
    package var profile: [(title: String, fractions: [Double])] {
        sections.enumerated().map { position, title in
            let fractions = firsts.compactMap { attempt in
                let profile = attempt.profile
                return position < profile.count ? profile[position].fraction : nil
            }
            return (title, fractions)
        }
    }
}

extension StoredAttempt {
    /// What statistics see of it.
    fileprivate var scoredForm: ScoredForm {
        guard let read = readAnswers else { return ScoredForm([]) }
        let fractions = result?.fractions ?? []
        return ScoredForm(
            zip(read.items.indices, fractions).compactMap { position, fraction in
                ScoredResponse(
                    fraction: Double(fraction) / 1_000_000, option: read.beliefs[position],
                    milliseconds: state.timeSpent[position].map { Int($0) }
                ).map { ScoredForm.Entry(item: read.items[position], family: read.families[position], response: $0) }
            })
    }
}
