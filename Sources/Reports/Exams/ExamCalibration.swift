package import Content
package import Examining
package import Measurement
package import Quiz

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

    /// The pass mark of each exam, over forms of which more than half of the items could be calibrated.
    package var passMarks: [PassMark] {
        let exams = Dictionary(grouping: attempts) { $0.form.blueprint }.sorted { $0.key < $1.key }
        return exams.compactMap { _, attempts in
            let abilities = attempts.compactMap { attempt -> Double? in
                let items = attempt.form.items.compactMap { bank.items[$0] }
                guard items.count * 2 > attempt.form.items.count else { return nil }
                return items.ability(ofShare: Double(attempt.form.passMark) / 100)
            }
            guard let form = attempts.last?.form, !abilities.isEmpty else { return nil }
            let mean = abilities.reduce(0, +) / Double(abilities.count)
            return PassMark(title: form.title, percent: form.passMark, ability: mean)
        }
    }
}

extension StoredAttempt {
    /// Whether each item was answered right, and wholly so: the models know no parts. Families are told apart by how
    /// they are asked, too.
    fileprivate var answersForCalibration: [PersonResponses.Answer] {
        zip(form.items, result?.fractions ?? []).compactMap { text, fraction in
            guard let id = ItemID(text) else { return nil }
            return PersonResponses.Answer(
                item: text, family: "\(id.family) \(id.kind.rawValue)", isRight: fraction >= 1_000_000)
        }
    }
}
