extension Template.Amount: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .fixed(try input.next())
            case 1: .slot(try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .fixed(let minutes): output.put(case: 0, minutes)
        case .slot(let place): output.put(case: 1, place)
        }
    }
}

extension Template.Word: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .fixed(try input.next())
            case 1: .slot(try input.next(), column: try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .fixed(let text): output.put(case: 0, text)
        case .slot(let place, let column): output.put(case: 1, place, column)
        }
    }
}

extension Template.Values: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .list(try input.next())
            case 1: .times(from: try input.next(), through: try input.next(), step: try input.next())
            case 2: .minutes(from: try input.next(), through: try input.next(), step: try input.next())
            case 3: .after(try input.next())
            case 4: .sum(try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .list(let place): output.put(case: 0, place)
        case .times(let from, let through, let step): output.put(case: 1, from, through, step)
        case .minutes(let from, let through, let step): output.put(case: 2, from, through, step)
        case .after(let amounts): output.put(case: 3, amounts)
        case .sum(let amounts): output.put(case: 4, amounts)
        }
    }
}

extension Template.Slot: PackedParts {
    package static let parts = Parts(Template.Slot.init) { ($0.name, $0.values) }
}

extension Template.Constraint.Comparison: Packed {}

extension Template.Constraint: PackedParts {
    package static let parts = Parts(Template.Constraint.init) { ($0.left, $0.comparison, $0.right) }
}

extension EncounterPattern.TimePattern: Packed {
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

extension EncounterPattern.ServicePattern: PackedParts {
    package static let parts = Parts(EncounterPattern.ServicePattern.init) { ($0.kind, $0.activity, $0.time) }
}

extension EncounterPattern.VisitPattern: PackedParts {
    package static let parts = Parts(EncounterPattern.VisitPattern.init) {
        ($0.services, $0.place, $0.performer, $0.missing)
    }
}

extension EncounterPattern: PackedParts {
    package static let parts = Parts(EncounterPattern.init) { ($0.date, $0.visits, $0.minutesUsedThisWeek) }
}

extension Phrase.Form: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .plain
            case 1: .column(try input.next())
            case 2: .twelveHour
            case 3: .fourDigits
            case 4: .hours
            case 5: .shortHours
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .plain: output.put(case: 0)
        case .column(let place): output.put(case: 1, place)
        case .twelveHour: output.put(case: 2)
        case .fourDigits: output.put(case: 3)
        case .hours: output.put(case: 4)
        case .shortHours: output.put(case: 5)
        }
    }
}

extension Phrase.Piece: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .text(try input.next())
            case 1: .slot(try input.next(), try input.next(), isCapitalized: try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .text(let text): output.put(case: 0, text)
        case .slot(let place, let form, let isCapitalized): output.put(case: 1, place, form, isCapitalized)
        }
    }
}

extension Phrase: PackedParts {
    package static let parts = Parts(Phrase.init) { $0.pieces }
}

extension WordList: PackedParts {
    package static let parts = Parts(WordList.init) { ($0.columns, $0.rows) }
}

extension Template: PackedParts {
    package static let parts = Parts(Template.init) {
        ($0.id, $0.title, $0.slots, $0.constraints, $0.encounter, $0.stem, $0.note, $0.policies, $0.sources)
    }
}
