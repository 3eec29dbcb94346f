import Content
package import Scoring

extension Case {
    /// The first step of the derivation at which an answer could have parted from the key: one that leads to the answer
    /// when it is passed over, else the step that settles the first code that is billed otherwise. Nil for the right
    /// answer.
    package func partingStep(from answer: Claim) -> Step? {
        guard !answer.billsTheSame(as: key.claim) else { return nil }
        let passedOver = key.steps.first { step in
            passingOver(step).map { $0.billsTheSame(as: answer) } ?? false
        }
        return passedOver ?? stepBehindFirstDifference(from: answer)
    }

    /// What is billed by whoever passes over a step; nil for a step that nobody could pass over.
    private func passingOver(_ step: Step) -> Claim? {
        var policy = rules.policy
        var encounter = encounter
        switch step {
        case .placeNotPaid: policy.places = []
        case .performerNotPaid: policy.performers = []
        case .undocumented: policy.requires = []
        case .leftOut(let activity, _): policy.counts.insert(activity)
        case .afterMidnight: policy.midnight = .whole
        case .visitsCombined: policy.sameDay = .separate
        case .visitSeparate: policy.sameDay = .combined
        case .minutesCapped:
            policy.caps.minutesADay = nil
            policy.caps.minutesAWeek = nil
        case .unitsCapped: policy.caps.unitsADay = [:]
        case .excluded, .limit(.excludedOn): policy.appliesExclusions = false
        case .overlap: encounter.addUpEveryPiece()
        case .jointTime: policy.countsJointTimeOnce = false
        default: return nil
        }
        return Rules(codes: rules.codes, policy: policy).claim(for: encounter)
    }

    private func stepBehindFirstDifference(from answer: Claim) -> Step? {
        let codes = key.claim.lines.map(\.code) + answer.lines.map(\.code)
        let different = codes.first { answer.units(of: $0) != key.claim.units(of: $0) }
        guard let code = different else { return nil }
        let settling = key.steps.filter { $0.settles(code) }
        // Who bills too much overlooked what takes it off rather than what it is.
        let isTooMuch = answer.units(of: code) > key.claim.units(of: code)
        return isTooMuch ? settling.first(where: \.forbids) ?? settling.first : settling.first
    }
}

extension Step {
    /// Whether it says how many units of a code are due.
    fileprivate func settles(_ code: Code) -> Bool {
        switch self {
        case .first(code, _, _, _, _), .firstRepeated(code, _, _, _, _), .further(code, _, _, _, _, _),
            .furtherInTenths(code, _, _, _, _, _),
            .nothingFurther(code, _, _, _), .unitsCapped(code, _, _), .excluded(code, _), .codeNotInEffect(code, _),
            .addOnWithoutPrimary(code), .pool(.shared(code, _, _, _)), .line(.repeated(code, _, _, _)),
            .limit(.unitsCappedOver(_, code, _, _, _)), .limit(.authorised(code, _, _, _)),
            .limit(.notPaidApart(code)), .limit(.excludedOn(code, _, _, _)):
            true
        case .hierarchy(let step): step.bills(code)
        default: false
        }
    }
}

extension Encounter {
    /// Makes of every time by the clock its length, so that what overlaps is counted as often as it is covered.
    fileprivate mutating func addUpEveryPiece() {
        for visit in visits.indices {
            for position in visits[visit].services.indices {
                guard let minutes = visits[visit].services[position].time.length else { continue }
                visits[visit].services[position].time = .minutes(minutes)
            }
        }
    }
}

extension HierarchyStep {
    /// Whether it says that a code is billed, or that it is not.
    fileprivate func bills(_ code: Code) -> Bool {
        switch self {
        case .initialService(code, _, _), .followsInitial(.some(code), _, _), .sameDrugRuns(code, _, _, _),
            .runsAlongside(code, _, _), .givenAgain(.some(code), _, _, _):
            true
        default: false
        }
    }
}
