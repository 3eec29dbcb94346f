package import Content
package import Scoring

extension Feedback {
    /// What there is to say of a claim.
    package init(of assessment: Assessment, in judged: Case, of pack: Pack) {
        let grade = assessment.grade
        self.init(verdict: grade.verdict, fraction: grade.fraction)
        comparison = grade.differences.map { Comparison($0, among: grade.differences) }
        edits = Edit.Name.allCases.filter { name in grade.findings.contains { $0.edit == name } }
        returned = Edit.all.compactMap { edit in
            Return(grade.findings.filter { $0.edit == edit.name }, by: pack.wording)
        }
        guard !isRight else { return }
        rightUnder = pack.policies.map(\.id).filter { id in
            guard id != judged.rules.policy.id, let other = pack.policy(id) else { return false }
            let key = derive(judged.encounter, under: pack.rules(under: other))
            return key.claim.billsTheSame(as: assessment.answer)
        }
        beliefs = assessment.explanations.map { explanation in
            var belief = Belief(explanation, of: pack)
            belief.heldBy = rightUnder.filter { judged.isRule(of: pack.policy($0), explanation.beliefs) }
            return belief
        }
        if beliefs.isEmpty { partingStep = judged.partingStep(from: assessment.answer)?.text(by: pack.wording) }
        minutesToChange = judged.minutesToChange
    }
}

extension Feedback.Comparison {
    fileprivate init(_ difference: Grade.Difference, among all: [Grade.Difference]) {
        code = difference.code.description
        answered = difference.answered.map {
            Self.words(
                unitsWords($0, inTenths: difference.inTenths), difference.answeredModifiers, difference.answeredDates,
                lines: difference.lines)
        }
        due = difference.due.map {
            Self.words(
                unitsWords($0, inTenths: difference.inTenths), difference.dueModifiers, difference.dueDates, lines: 1)
        }
        remark = difference.isRight ? nil : Self.remark(onLineOf: difference, among: all) ?? Self.remark(on: difference)
    }

    private static func words(_ units: String, _ modifiers: [Modifier], _ dates: DaySpan?, lines: Int) -> String {
        let modified = ([units] + modifiers.map { "-\($0)" }).joined(separator: " ")
        if let dates { return "\(modified), \(dates)" }
        return lines > 1 ? "\(modified) on \(lines) lines" : modified
    }

    /// What is said where the right units of a code stand on fewer lines than the key has for it; nil where they do not.
    private static func remark(onLineOf difference: Grade.Difference, among all: [Grade.Difference]) -> String? {
        let same = all.filter { $0.code == difference.code }
        let due = same.filter { $0.due != nil }
        guard due.count > 1, same.count == due.count, same.contains(where: { $0.answered == nil }),
            same.reduce(0, { $0 + ($1.answered ?? 0) }) == same.reduce(0, { $0 + ($1.due ?? 0) })
        else { return nil }
        if difference.answered == nil { return "on another line" }
        return (difference.answered ?? 0) > (difference.due ?? 0) ? "belongs on \(due.count) lines" : nil
    }

    private static func remark(on difference: Grade.Difference) -> String {
        guard let due = difference.due else { return "not due" }
        guard let answered = difference.answered else { return "missing" }
        let units = unitsQuantity(abs(answered - due), inTenths: difference.inTenths)
        if answered > due { return "\(units) too many" }
        if answered < due { return "\(units) too few" }
        if difference.lines > 1 { return "belongs on one line" }
        return difference.hasRightModifiers ? "the days differ" : "the modifiers differ"
    }
}

extension Feedback.Return {
    /// What findings of one edit come to; nil where there is none.
    fileprivate init?(_ findings: [Finding], by wording: Wording) {
        guard let first = findings.first else { return nil }
        let codes = [first.carc, first.rarc].compactMap(\.self)
        reason = codes.isEmpty ? nil : codes.joined(separator: ", ")
        message = first.message(by: wording)
        isUnderbilling = first.severity == .underbilled
        others = findings.dropFirst().map(\.code.description)
    }
}

extension Feedback.Belief {
    fileprivate init(_ explanation: Differential.Explanation, of pack: Pack) {
        let held = explanation.beliefs.compactMap(pack.misconception)
        ids = explanation.beliefs
        words = held.map(\.belief).joined(separator: "; and ")
        correction = held.map(\.correction).joined(separator: " ")
    }
}

extension Case {
    /// Whether what a belief, held alone, changes in the payer's rule is what another policy says.
    fileprivate func isRule(of other: Policy?, _ beliefs: [ID<Misconception>]) -> Bool {
        guard let other, let believer = self.beliefs.singles.first(where: { $0.names == beliefs }) else { return false }
        let (own, believed) = (rules.policy, believer.rules.policy)
        let isSaid = { (aspect: (Policy) -> Bool) in aspect(own) || aspect(other) }
        return !believed.hasSameRule(as: own) && isSaid { $0.credit == believed.credit }
            && isSaid { $0.creditByCode == believed.creditByCode } && isSaid { $0.counts == believed.counts }
    }

    /// How few more minutes of patient care would change the key, up to an hour; nil where none would.
    var minutesToChange: Int? {
        (1...60).first { minutes in
            guard let longer = encounter.lengthened(by: minutes) else { return false }
            return !derive(longer, under: rules).claim.billsTheSame(as: key.claim)
        }
    }
}

extension Encounter {
    /// The same with more minutes in its last piece of patient care; nil where no length is known.
    func lengthened(by minutes: Int) -> Encounter? {
        var longer = self
        for visit in visits.indices.reversed() {
            for position in visits[visit].services.indices.reversed() {
                let service = visits[visit].services[position]
                guard service.activity == .patientCare, let time = service.time.lengthened(by: minutes) else {
                    continue
                }
                longer.visits[visit].services[position].time = time
                return longer
            }
        }
        return nil
    }
}

extension Service.Time {
    fileprivate func lengthened(by minutes: Int) -> Service.Time? {
        switch self {
        case .minutes(let known): return .minutes(known + minutes)
        case .clock(let start, let stop):
            let later = ClockTime(minute: (stop.minute + minutes) % ClockTime.minutesADay)
            return later.map { .clock(start: start, stop: $0) }
        case .open, .unknown: return nil
        }
    }
}
