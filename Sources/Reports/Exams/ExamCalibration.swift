package import Content
package import Examining
package import Measurement
package import Quiz
import Scoring

/// What a team's exams tell of the items that they were made from.
package struct ExamCalibration {
    /// Whose items were answered.
    package let pack: Pack
    /// The group that is held against everybody else; nil where none is.
    package let group: RosterGroup?
    /// What it rests on: each candidate's first attempt at each exam that is handed in. Later ones are about items that
    /// practice has touched.
    package let attempts: [StoredAttempt]
    /// What is known of each item.
    package private(set) var bank: BankCalibration
    /// How families moved since an earlier calibration whose scale is kept; nil where there is none.
    package private(set) var equating: Equating?

    /// Calibrates the items of exams on one scale.
    ///
    /// - Parameters:
    ///   - attempts: At exams of the pack, by candidate and number.
    ///   - pack: The pack.
    ///   - model: Which model items are held to follow.
    ///   - group: Held against everybody else; nil for none.
    package init(of attempts: [StoredAttempt], in pack: Pack, model: CalibrationModel, group: RosterGroup?) {
        self.pack = pack
        self.group = group
        var seen: Set<[String]> = []
        let firsts = attempts.filter {
            $0.result != nil && $0.voiding == nil && seen.insert([$0.form.candidate, $0.form.blueprint]).inserted
        }
        self.attempts = firsts
        let members = group.map { Set($0.members) }
        let sittings = firsts.map { attempt in
            PersonResponses(answers: attempt.answersForCalibration, isFocal: members?.contains(attempt.form.candidate))
        }
        bank = BankCalibration(of: sittings, model: model)
    }

    /// Takes over the scale of an earlier calibration.
    ///
    /// - Parameter base: The earlier parameters of families, by name.
    /// - Returns: Whether three families are in both and held together; otherwise nothing has changed.
    package mutating func keepScale(of base: [String: CalibratedItem]) -> Bool {
        guard let equated = bank.equated(to: base) else { return false }
        (bank, equating) = (equated.bank, equated.equating)
        return true
    }

    /// An exam's pass mark on the scale.
    package struct PassMark {
        /// The exam's.
        package let title: String
        /// The least result that passes, in percent.
        package let percent: Int
        /// The mean over forms of the ability from which so much of the form is expected to be right.
        package let ability: Double
    }

    /// The pass mark of each exam: of one with fixed forms the mean over those of which it is known of more than half of
    /// the items how hard they are, or that all had them right or none; of an adaptive one by all that it may ask.
    package var passMarks: [PassMark] {
        let exams = Dictionary(grouping: attempts) { $0.form.blueprint }.sorted { $0.key < $1.key }
        let families = Dictionary(uniqueKeysWithValues: bank.families.map { ($0.name, $0) })
        return exams.compactMap { _, attempts in
            guard let form = attempts.last?.form else { return nil }
            let ability =
                form.adaptive == nil
                ? meanAbility(attempts.compactMap { passAbility(of: $0.form, families) }) : passAbility(ofAll: form)
            return ability.map { PassMark(title: form.title, percent: form.passMark, ability: $0) }
        }
    }

    private func meanAbility(_ abilities: [Double]) -> Double? {
        abilities.isEmpty ? nil : abilities.reduce(0, +) / Double(abilities.count)
    }

    private func passAbility(of form: FormRecord, _ families: [String: BankCalibration.Family]) -> Double? {
        let items = form.items.compactMap { text in
            ItemID(text).flatMap { families[$0.calibratedName] }.flatMap { bank.credit(ofItem: text, in: $0) }
        }
        guard items.count * 2 > form.items.count else { return nil }
        return items.ability(ofShare: Double(form.passMark) / 100)
    }

    /// By the rule of the exam itself: the share of all that it may ask that is expected to be wholly right.
    private func passAbility(ofAll form: FormRecord) -> Double? {
        guard let blueprint = pack.blueprint(ID(form.blueprint)) else { return nil }
        let known = bank.families.compactMap { family in
            family.calibrated.flatMap { FamilyDifficulty(named: family.name, $0.mean.parameters) }
        }
        let pool = CalibratedPool(of: FormBank(for: blueprint, of: pack), by: known)
        return Double(pool.scale.ability(ofShare: Double(form.passMark) / 100)) / 1_000
    }
}

extension ItemID {
    /// Families are told apart by how they are asked, too.
    fileprivate var calibratedName: String { "\(family) \(kind.rawValue)" }
}

extension StoredAttempt {
    /// Whether each item was answered right, and wholly so, by its scoring: points that were given afterwards are no
    /// knowledge. What the candidate never got to see is not among the answers.
    fileprivate var answersForCalibration: [PersonResponses.Answer] {
        let scored = sealed.map { addenda.scored(from: $0.fractions) } ?? []
        return zip(form.items, scored).enumerated().compactMap { place, own in
            guard let id = ItemID(own.0), state.answers[place] != nil || state.timeSpent[place] != nil else {
                return nil
            }
            return PersonResponses.Answer(
                item: own.0, family: id.calibratedName, isRight: own.1 >= 1_000_000,
                credit: Double(own.1) / 1_000_000)
        }
    }
}
