import Scoring

extension Template.Number: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .fixed(try input.next())
            case 1: .slot(try input.next())
            case 2: .words(try input.next(), column: try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .fixed(let number): output.put(case: 0, number)
        case .slot(let position): output.put(case: 1, position)
        case .words(let position, let column): output.put(case: 2, position, column)
        }
    }
}

extension Template.Quantity: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .fixed(try input.next())
            case 1: .slot(try input.next(), try input.next())
            case 2: .words(try input.next(), column: try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .fixed(let amount): output.put(case: 0, amount)
        case .slot(let position, let unit): output.put(case: 1, position, unit)
        case .words(let position, let column): output.put(case: 2, position, column)
        }
    }
}

extension Template.Date: Packed {
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
        case .fixed(let day): output.put(case: 0, day)
        case .slot(let position): output.put(case: 1, position)
        }
    }
}

extension EpisodePattern.Drug: PackedParts {
    package static let parts = Parts(EpisodePattern.Drug.init) {
        ($0.kind, $0.given, $0.discarded, $0.times, $0.isSingleDose, $0.from, $0.through, $0.route)
    }
}

extension EpisodePattern.Therapy: PackedParts {
    package static let parts = Parts(EpisodePattern.Therapy.init) {
        ($0.kind, $0.from, $0.through, $0.every, $0.aDay, $0.infused, $0.place, $0.since)
    }
}

extension EpisodePattern: PackedParts {
    package static let parts = Parts(EpisodePattern.init) {
        ($0.drugs, $0.therapies, $0.paid, $0.authorised, $0.received)
    }
}

extension EpisodePattern.Paid: PackedParts {
    package static let parts = Parts(EpisodePattern.Paid.init) {
        ($0.unitsThisWeek, $0.unitsThisMonth, $0.unitsThisYear, $0.lastVisit)
    }
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
    package static let parts = Parts(EncounterPattern.ServicePattern.init) {
        ($0.kind, $0.activity, $0.time, $0.drug, $0.site, $0.route, $0.isMainReason)
    }
}

extension EncounterPattern.VisitPattern: PackedParts {
    package static let parts = Parts(EncounterPattern.VisitPattern.init) {
        ($0.services, $0.place, $0.performer, $0.missing, $0.date, $0.group)
    }
}

extension EncounterPattern: PackedParts {
    package static let parts = Parts(EncounterPattern.init) {
        ($0.date, $0.visits, $0.minutesUsedThisWeek, $0.age, $0.episode)
    }
}
