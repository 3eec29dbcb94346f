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
        ($0.code, $0.label, $0.system, $0.addOnTo, $0.effective, $0.modifiers, $0.mostADay, $0.sources)
    }
}

extension CodeSet.Exclusion: PackedParts {
    package static let parts = Parts(CodeSet.Exclusion.init) {
        ($0.pays, $0.denies, $0.modifierMayUnbundle, $0.sources)
    }
}

extension CodeSet: PackedParts {
    package static let parts = Parts(CodeSet.init) { ($0.definitions, $0.families, $0.exclusions, $0.mainFamily) }
}

extension Family.First: PackedParts {
    package static let parts = Parts(Family.First.init) { ($0.code, $0.from, $0.through, $0.covers, $0.each) }
}

extension Family.Further: PackedParts {
    package static let parts = Parts(Family.Further.init) { ($0.code, $0.each, $0.after, $0.credit) }
}

extension Family: PackedParts {
    package static let parts = Parts(Family.init) {
        ($0.id, $0.title, $0.services, $0.paysForAnyService, $0.first, $0.further, $0.furtherReplacesFirst)
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

extension Policy.Caps: PackedParts {
    package static let parts = Parts(Policy.Caps.init) { ($0.minutesADay, $0.minutesAWeek, $0.unitsADay) }
}

extension Policy: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(id: input.next(), title: input.next(), statement: input.next(), credit: input.next())
        creditByCode = try input.next()
        counts = try input.next()
        sameDay = try input.next()
        midnight = try input.next()
        places = try input.next()
        performers = try input.next()
        requires = try input.next()
        undocumented = try input.next()
        caps = try input.next()
        appliesExclusions = try input.next()
        addOnsNeedPrimary = try input.next()
        effective = try input.next()
        sources = try input.next()
    }

    package func pack(into output: inout PackedOutput) {
        output.put(id, title, statement, credit)
        output.put(creditByCode, counts, sameDay, midnight, places, performers, requires, undocumented, caps)
        output.put(appliesExclusions, addOnsNeedPrimary, effective, sources)
    }
}

extension Misconception.Bills: Packed {}

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
        }
    }
}

extension Misconception: PackedParts {
    package static let parts = Parts(Misconception.init) { ($0.id, $0.belief, $0.correction, $0.changes, $0.sources) }
}

// MARK: - Facts

extension Day: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let day = Day(ordinal: try input.number()) else { throw input.broken }
        self = day
    }

    package func pack(into output: inout PackedOutput) { output.put(ordinal) }
}

extension Effective: PackedParts {
    package static let parts = Parts(Effective.init) { ($0.from, $0.to) }
}

extension ClockTime: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let time = ClockTime(minute: try input.number()) else { throw input.broken }
        self = time
    }

    package func pack(into output: inout PackedOutput) { output.put(minute) }
}

extension Activity: Packed {}
extension RecordItem: Packed {}
extension Circumstances.Test: Packed {}

extension Service.Time: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .minutes(try input.next())
            case 1: .clock(start: try input.next(), stop: try input.next())
            case 2: .open(start: try input.next())
            case 3: .unknown
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .minutes(let minutes): output.put(case: 0, minutes)
        case .clock(let start, let stop): output.put(case: 1, start, stop)
        case .open(let start): output.put(case: 2, start)
        case .unknown: output.put(case: 3)
        }
    }
}

extension Service: PackedParts {
    package static let parts = Parts(Service.init) { ($0.kind, $0.activity, $0.time, $0.isNextDay) }
}

extension Visit: PackedParts {
    package static let parts = Parts(Visit.init) { ($0.services, $0.place, $0.performer, $0.missing) }
}

extension Encounter: PackedParts {
    package static let parts = Parts(Encounter.init) { ($0.date, $0.visits, $0.minutesUsedThisWeek) }
}
