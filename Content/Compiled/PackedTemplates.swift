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
        case .slot(let position): output.put(case: 1, position)
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
        case .slot(let position, let column): output.put(case: 1, position, column)
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
            case 5: .numbers(from: try input.next(), through: try input.next(), step: try input.next())
            case 6: .numberSum(try input.next())
            case 7: .dates(from: try input.next(), through: try input.next(), step: try input.next())
            case 8: .dateAfter(try input.next())
            case 9:
                .amounts(from: try input.next(), through: try input.next(), step: try input.next(), try input.next())
            case 10: .containers(try input.next(), of: try input.next())
            case 11: .left(try input.next(), of: try input.next(), try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .list(let position): output.put(case: 0, position)
        case .times(let from, let through, let step): output.put(case: 1, from, through, step)
        case .minutes(let from, let through, let step): output.put(case: 2, from, through, step)
        case .after(let amounts): output.put(case: 3, amounts)
        case .sum(let amounts): output.put(case: 4, amounts)
        case .numbers(let from, let through, let step): output.put(case: 5, from, through, step)
        case .numberSum(let amounts): output.put(case: 6, amounts)
        case .dates(let from, let through, let step): output.put(case: 7, from, through, step)
        case .dateAfter(let amounts): output.put(case: 8, amounts)
        case .amounts(let from, let through, let step, let unit): output.put(case: 9, from, through, step, unit)
        case .containers(let amount, let container): output.put(case: 10, amount, container)
        case .left(let amount, let container, let unit): output.put(case: 11, amount, container, unit)
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
            case 6: .numberWord
            case 7: .longDate
            case 8: .shortDate
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .plain: output.put(case: 0)
        case .column(let position): output.put(case: 1, position)
        case .twelveHour: output.put(case: 2)
        case .fourDigits: output.put(case: 3)
        case .hours: output.put(case: 4)
        case .shortHours: output.put(case: 5)
        case .numberWord: output.put(case: 6)
        case .longDate: output.put(case: 7)
        case .shortDate: output.put(case: 8)
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
        case .slot(let position, let form, let isCapitalized): output.put(case: 1, position, form, isCapitalized)
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
