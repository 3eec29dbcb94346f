package import Scoring

// MARK: - Codes

extension ID: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) { self.init(try input.text()) }
    package func pack(into output: inout PackedOutput) { output.put(text: text) }
}

extension Code: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let code = Code(try input.text()) else { throw input.broken }
        self = code
    }

    package func pack(into output: inout PackedOutput) { output.put(text: description) }
}

extension Modifier: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let modifier = Modifier(try input.text()) else { throw input.broken }
        self = modifier
    }

    package func pack(into output: inout PackedOutput) { output.put(text: description) }
}

extension CodeSet.System: Packed {}

extension CodeSet.Definition: PackedParts {
    package static let parts = Parts(CodeSet.Definition.init) {
        (
            $0.code, $0.label, $0.system, $0.addOnTo, $0.effective, $0.modifiers, $0.mostADay, $0.inTenths,
            $0.wholeFrom,
            $0.sources
        )
    }
}

extension CodeSet.Exclusion: PackedParts {
    package static let parts = Parts(CodeSet.Exclusion.init) {
        ($0.pays, $0.denies, $0.modifierMayUnbundle, $0.isNCCI, $0.isPartedBySite, $0.distinct, $0.sources)
    }
}

extension CodeSet: PackedParts {
    package static let parts = Parts(CodeSet.init) {
        (
            $0.definitions, $0.families, $0.exclusions, $0.pools, $0.hierarchies, $0.modifierRules, $0.rivalModifiers,
            $0.mainFamily
        )
    }
}

// MARK: - Policies and misconceptions

extension Credit: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let credit = Credit(try input.text()) else { throw input.broken }
        self = credit
    }

    package func pack(into output: inout PackedOutput) { output.put(text: description) }
}

extension Policy.SameDay: Packed {}
extension Policy.Midnight: Packed {}
extension Policy.Undocumented: Packed {}
extension Policy.TherapyDays: Packed {}
extension Policy.Discarded: Packed {}
extension Policy.Pooling: Packed {}
extension Policy.InitialService: Packed {}

extension Policy.Caps: PackedParts {
    package static let parts = Parts(Policy.Caps.init) {
        ($0.minutesADay, $0.minutesAWeek, $0.unitsADay, $0.unitsAWeek, $0.unitsAMonth, $0.unitsAYear, $0.unitsASpan)
    }
}

extension Policy: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(id: input.next(), title: input.next(), statement: input.next(), credit: input.next())
        creditByCode = try input.next()
        counts = try input.next()
        sameDay = try input.next()
        midnight = try input.next()
        places = try input.next()
        services = try input.next()
        families = try input.next()
        performers = try input.next()
        requires = try input.next()
        undocumented = try input.next()
        caps = try input.next()
        countsJointTimeOnce = try input.next()
        therapyDays = try input.next()
        longestInterval = try input.next()
        splitsMonths = try input.next()
        discarded = try input.next()
        pooling = try input.next()
        initialService = try input.next()
        standIns = try input.next()
        modifierRules = try input.next()
        alternatives = try input.next()
        reductions = try input.next()
        notPaidApart = try input.next()
        needsAuthorisation = try input.next()
        filingDays = try input.next()
        appliesExclusions = try input.next()
        addOnsNeedPrimary = try input.next()
        effective = try input.next()
        sources = try input.next()
    }

    package func pack(into output: inout PackedOutput) {
        output.put(id, title, statement, credit)
        output.put(creditByCode, counts, sameDay, midnight, places, services)
        output.put(families, performers, requires, undocumented, caps)
        output.put(countsJointTimeOnce, therapyDays, longestInterval, splitsMonths, discarded, pooling, initialService)
        output.put(standIns, modifierRules, alternatives, reductions, notPaidApart, needsAuthorisation, filingDays)
        output.put(appliesExclusions, addOnsNeedPrimary, effective, sources)
    }
}

extension Policy.Reduction: PackedParts {
    package static let parts = Parts({ Policy.Reduction($0, percent: $1) }, { ($0.modifier, $0.percent) })
}

extension Policy.Alternative: PackedParts {
    package static let parts = Parts({ Policy.Alternative($0, or: $1) }, { ($0.modifier, $0.others) })
}

extension Misconception.Bills: Packed {}
extension Misconception.HierarchyError: Packed {}

extension Misconception.Change: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .bills(try input.next())
            case 1: .furtherAfter(try input.next())
            case 2: .furtherEach(try input.next())
            case 3: .firstEach(try input.next())
            case 4: .firstFrom(try input.next())
            case 5: .credit(try input.next())
            case 6: .countsAll
            case 7: .ignoresExclusions
            case 8: .anyService
            case 9: .ignoresCaps
            case 10: .ignoresAuthorisation
            case 11: .ignoresMonths
            case 12: .sameDay(try input.next())
            case 13: .midnight(try input.next())
            case 14: .countsJointTwice
            case 15: .leavesOutBundled
            case 16: .countsApart
            case 17: .therapyDays(try input.next())
            case 18: .discarded(try input.next())
            case 19: .forgets(try input.next())
            case 20: .swaps(try input.next(), try input.next())
            case 21: .pooling(try input.next())
            case 22: .initial(try input.next())
            case 23: .hierarchy(try input.next())
            case 24: .ignoresStandIns
            case 25: .billsApart
            case 26: .scope(try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .bills(let bills): output.put(case: 0, bills)
        case .furtherAfter(let minute): output.put(case: 1, minute)
        case .furtherEach(let minutes): output.put(case: 2, minutes)
        case .firstEach(let minutes): output.put(case: 3, minutes)
        case .firstFrom(let minute): output.put(case: 4, minute)
        case .credit(let credit): output.put(case: 5, credit)
        case .countsAll: output.put(case: 6)
        case .ignoresExclusions: output.put(case: 7)
        case .anyService: output.put(case: 8)
        case .ignoresCaps: output.put(case: 9)
        case .ignoresAuthorisation: output.put(case: 10)
        case .ignoresMonths: output.put(case: 11)
        case .sameDay(let sameDay): output.put(case: 12, sameDay)
        case .midnight(let midnight): output.put(case: 13, midnight)
        case .countsJointTwice: output.put(case: 14)
        case .leavesOutBundled: output.put(case: 15)
        case .countsApart: output.put(case: 16)
        case .therapyDays(let days): output.put(case: 17, days)
        case .discarded(let discarded): output.put(case: 18, discarded)
        case .forgets(let modifier): output.put(case: 19, modifier)
        case .swaps(let one, let other): output.put(case: 20, one, other)
        case .pooling(let pooling): output.put(case: 21, pooling)
        case .initial(let initial): output.put(case: 22, initial)
        case .hierarchy(let error): output.put(case: 23, error)
        case .ignoresStandIns: output.put(case: 24)
        case .billsApart: output.put(case: 25)
        case .scope(let scope): output.put(case: 26, scope)
        }
    }
}

extension Misconception: PackedParts {
    package static let parts = Parts(Misconception.init) {
        ($0.id, $0.belief, $0.correction, $0.changes, $0.families, $0.sources)
    }
}
