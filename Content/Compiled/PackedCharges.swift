package import Scoring

extension Family.First: PackedParts {
    package static let parts = Parts(Family.First.init) {
        ($0.code, $0.from, $0.through, $0.covers, $0.each, $0.units)
    }
}

extension Family.Further: PackedParts {
    package static let parts = Parts(Family.Further.init) {
        ($0.code, $0.each, $0.after, $0.credit, $0.from, $0.through)
    }
}

extension Family: PackedParts {
    package static let parts = Parts(Family.init) {
        (
            $0.id, $0.title, $0.services, $0.paysForAnyService, $0.measure, $0.scope, $0.first, $0.further,
            $0.furtherReplacesFirst, $0.standIns, $0.bundled, $0.apart, $0.isRanked
        )
    }
}

extension Measure: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .minutes
            case 1: .amount(try input.next())
            case 2: .days
            case 3: .doses
            case 4: .occurrences
            case 5: .sites
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .minutes: output.put(case: 0)
        case .amount(let unit): output.put(case: 1, unit)
        case .days: output.put(case: 2)
        case .doses: output.put(case: 3)
        case .occurrences: output.put(case: 4)
        case .sites: output.put(case: 5)
        }
    }
}

extension Scope: Packed {}
extension Portion: Packed {}

extension ClosedRange<Int>: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        let (lower, upper) = (try input.number(), try input.number())
        guard lower <= upper else { throw input.broken }
        self = lower...upper
    }

    package func pack(into output: inout PackedOutput) { output.put(lowerBound, upperBound) }
}

extension UnitsSoFar: PackedParts {
    package static let parts = Parts({ UnitsSoFar($0, over: $1) }, { ($0.range, $0.scope) })
}

extension Condition: PackedParts {
    package static let parts = Parts(Condition.init) {
        (
            $0.performers, $0.together, $0.places, $0.kinds, $0.routes, $0.sites, $0.beside, $0.order, $0.everyHours,
            $0.aDay, $0.portion, $0.daysSinceLast, $0.age, $0.month, $0.shareOver, $0.unitsSoFar
        )
    }
}

extension ModifierRule: PackedParts {
    package static let parts = Parts(
        { ModifierRule($0, on: $1, when: $2, sources: $3) }, { ($0.modifier, $0.codes, $0.when, $0.sources) })
}

extension StandIn: PackedParts {
    package static let parts = Parts({ StandIn($0, of: $1, when: $2) }, { ($0.code, $0.of, $0.when) })
}

extension Pool: PackedParts {
    package static let parts = Parts(Pool.init) { ($0.id, $0.title, $0.families, $0.each, $0.credit) }
}

extension Hierarchy: PackedParts {
    package static let parts = Parts(
        { Hierarchy(id: $0, title: $1, tiers: $2, furtherSite: $3) }, { ($0.id, $0.title, $0.tiers, $0.furtherSite) })
}

extension Hierarchy.Tier: PackedParts {
    package static let parts = Parts(Hierarchy.Tier.init) {
        (
            $0.kind, $0.initial, $0.from, $0.shorter, $0.further, $0.later, $0.concurrent, $0.again, $0.againAfter,
            $0.yields, $0.family
        )
    }
}
