import Content
import Scoring

/// What a payer says beyond the counting of minutes.
extension PackReader {
    /// Reads which days, drugs and services of a hierarchy are paid.
    func readDays(_ fields: inout Fields, into policy: inout Policy) {
        if let joint = fields.value("joint-time")?.choice(Shape.JointTime.self) {
            policy.countsJointTimeOnce = joint == .once
        }
        policy.therapyDays = fields.value("therapy-days")?.choice(Policy.TherapyDays.self) ?? policy.therapyDays
        policy.longestInterval = fields.integer("longest-interval")
        policy.splitsMonths = fields.value("month-end")?.choice(Shape.MonthEnd.self) == .split
        policy.discarded = fields.value("discarded")?.choice(Policy.Discarded.self) ?? policy.discarded
        policy.pooling = fields.value("pooling")?.choice(Policy.Pooling.self) ?? policy.pooling
        policy.initialService =
            fields.value("initial-service")?.choice(Policy.InitialService.self) ?? policy.initialService
    }

    /// Reads which codes and modifiers the payer wants, and what it must be asked and told.
    func readClaimRules(_ fields: inout Fields, into policy: inout Policy) {
        let standIns = fields.few("instead", "code", readPayersCode) ?? []
        checkReached(standIns)
        policy.standIns = standIns.map(\.standIn)
        policy.modifierRules = fields.few("modifiers", "modifier", readPayersModifier) ?? []
        policy.alternatives = fields.few("takes", "modifier", readAlternative) ?? []
        policy.reductions = fields.few("pays", "modifier", readReduction) ?? []
        policy.notPaidApart = fields.few("not-paid-apart", "code", knownCode) ?? []
        policy.needsAuthorisation = fields.few("needs-authorisation", "code", knownCode) ?? []
        policy.filingDays = fields.integer("filing-days")
    }

    private func readAlternative(_ value: Value) -> Policy.Alternative? {
        guard var fields = value.fields(of: .alternative) else { return nil }
        let modifier = fields.value("modifier").flatMap(knownModifier)
        let others = fields.few("or", "modifier") { element -> Modifier? in
            guard let other = knownModifier(element) else { return nil }
            if other == modifier { element.fail("\(other) stands for itself", mend: "name another modifier") }
            return other
        }
        fields.finish()
        guard let modifier, let others else { return nil }
        return Policy.Alternative(modifier, or: others)
    }

    private func readReduction(_ value: Value) -> Policy.Reduction? {
        guard var fields = value.fields(of: .reduction) else { return nil }
        let modifier = fields.value("modifier").flatMap(knownModifier)
        let percent = fields.integer("percent")
        fields.finish()
        guard let modifier, let percent else { return nil }
        return Policy.Reduction(modifier, percent: percent)
    }

    private func readPayersCode(_ value: Value) -> ReadStandIn? {
        guard var fields = value.fields(of: .payersCode) else { return nil }
        let replaced = fields.value("of")
        let of = replaced.flatMap(knownCode)
        let billed = fields.value("bill")
        let bill = billed.flatMap(knownCode)
        let condition = fields.value("when")
        let when = condition.flatMap { readPayersCondition($0, about: of.map { [$0] } ?? []) }
        fields.finish()
        refuseWaiting(in: when, at: condition)
        checkMeasures(of: when, of: of.map { [$0] } ?? [], at: condition)
        if let of, let replaced, names.codes.contains(of), !names.billed.contains(of) {
            replaced.fail(
                "nothing in the pack bills \(of), so no payer can take another code in its place",
                mend: "name a code of a family or a hierarchy")
        }
        if let of, let billed, of == bill { billed.fail("\(of) stands in for itself", mend: "name the other code") }
        guard let of, let bill, condition == nil || when != nil else { return nil }
        return ReadStandIn(
            standIn: StandIn(bill, of: of, when: when ?? Condition()), at: value, isUnconditional: condition == nil)
    }
}
