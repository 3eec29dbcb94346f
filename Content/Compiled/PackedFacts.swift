package import Scoring

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
    package static let parts = Parts(Service.init) {
        ($0.kind, $0.activity, $0.time, $0.isNextDay, $0.drug, $0.site, $0.route, $0.isMainReason)
    }
}

extension Visit: PackedParts {
    package static let parts = Parts(Visit.init) {
        ($0.services, $0.place, $0.performer, $0.missing, $0.date, $0.group)
    }
}

extension Encounter: PackedParts {
    package static let parts = Parts(Encounter.init) {
        ($0.date, $0.visits, $0.minutesUsedThisWeek, $0.age, $0.episode)
    }
}

extension Episode: PackedParts {
    package static let parts = Parts(Episode.init) { ($0.drugs, $0.therapies, $0.paid, $0.authorised, $0.received) }
}

extension DrugGiven: PackedParts {
    package static let parts = Parts(DrugGiven.init) {
        ($0.kind, $0.given, $0.discarded, $0.isSingleDose, $0.times, $0.dates, $0.route)
    }
}

extension Therapy: PackedParts {
    package static let parts = Parts(Therapy.init) {
        ($0.kind, $0.dates, $0.everyHours, $0.aDay, $0.infusedOn, $0.place, $0.since)
    }
}

extension PaidBefore: PackedParts {
    package static let parts = Parts(PaidBefore.init) {
        ($0.unitsThisWeek, $0.unitsThisMonth, $0.unitsThisYear, $0.lastVisit)
    }
}

extension Amount.Unit: Packed {}

extension Amount: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let amount = Amount(thousandths: try input.number(), try input.next()) else { throw input.broken }
        self = amount
    }

    package func pack(into output: inout PackedOutput) { output.put(thousandths, unit) }
}

extension DaySpan: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        guard let span = DaySpan(from: try input.next(), through: try input.next()) else { throw input.broken }
        self = span
    }

    package func pack(into output: inout PackedOutput) { output.put(from, through) }
}
