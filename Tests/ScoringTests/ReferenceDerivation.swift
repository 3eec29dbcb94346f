@testable import Scoring

/// What an encounter bills, worked out in the plainest way that there is: minutes are ticked off one by one, and nothing
/// is shared, kept or done only once. What the core derives is held against it.
struct ReferenceDerivation {
    let encounter: Encounter
    let rules: Rules

    /// Units by code, before and after what may not be billed is taken off.
    private(set) var supported: [Code: Int] = [:]
    private(set) var billed: [Code: Int] = [:]
    private(set) var countedMinutes = 0
    /// Minutes that the payer's caps still leave.
    private var left: Int

    private var policy: Policy { rules.policy }

    init(_ encounter: Encounter, under rules: Rules) {
        self.encounter = encounter
        self.rules = rules
        left = min(
            rules.policy.caps.minutesADay ?? 1_000_000,
            rules.policy.caps.minutesAWeek.map { max($0 - encounter.minutesUsedThisWeek, 0) } ?? 1_000_000)
        for family in rules.codes.families {
            let visits = encounter.visits.compactMap { measured($0, for: family) }
            // A visit of unknown length is one without minutes.
            let asOne = visits.contains { $0 != nil } ? visits.compactMap(\.self).reduce(0, +) : nil
            for visit in policy.sameDay == .separate || visits.isEmpty ? visits : [asOne] { bill(visit, family) }
        }
        takeOff()
    }

    /// Nil where a visit is not billed at all, and a nil in it where nobody knows how long it took.
    private mutating func measured(_ visit: Visit, for family: Family) -> Int?? {
        let services = visit.services.filter { family.services.contains($0.kind) }
        guard !services.isEmpty, policy.places.isEmpty || policy.places.contains(visit.place),
            policy.performers.isEmpty || policy.performers.contains(visit.performer)
        else { return nil }
        if policy.requires.contains(where: { !isOnRecord($0, services, visit.missing) }) {
            return policy.undocumented == .nothing ? nil : .some(nil)
        }
        guard isOnRecord(.duration, services, visit.missing) else { return .some(nil) }
        var ticked: Set<Int> = []
        var untimed = 0
        for service in services where policy.counts.contains(service.activity) {
            switch service.time {
            case .minutes(let minutes): untimed += minutes
            case .clock(let start, let stop):
                let begin = start.minute + (service.isNextDay ? 1440 : 0)
                let end = stop.minute + (service.isNextDay ? 1440 : 0) + (stop.minute <= start.minute ? 1440 : 0)
                for minute in begin..<end where policy.midnight == .whole || minute < 1440 { ticked.insert(minute) }
            case .open, .unknown: break
            }
        }
        countedMinutes += ticked.count + untimed
        return ticked.count + untimed
    }

    private func isOnRecord(_ item: RecordItem, _ services: [Service], _ missing: Set<RecordItem>) -> Bool {
        if item != .duration, missing.contains(item) { return false }
        for service in services where service.activity == .patientCare {
            switch (service.time, item) {
            case (.minutes, .duration): if missing.contains(.duration) { return false }
            case (.clock, .duration): if missing.contains(.start) || missing.contains(.stop) { return false }
            case (.open, .duration), (.open, .stop): return false
            case (.unknown, .duration), (.unknown, .start), (.unknown, .stop): return false
            default: break
            }
        }
        return true
    }

    private mutating func bill(_ minutes: Int?, _ family: Family) {
        for (code, units) in units(of: minutes, family) { supported[code, default: 0] += units }
        guard left > 0 else { return }
        let allowed = minutes.map { min($0, left) }
        left -= allowed ?? 0
        for (code, units) in units(of: allowed, family) { billed[code, default: 0] += units }
    }

    /// One minute after the other: each that completes what the payer asks of a block earns a unit.
    private func units(of minutes: Int?, _ family: Family) -> [Code: Int] {
        let length = minutes ?? 1
        guard length > 0 else { return [:] }
        let first = family.first.first { $0.from <= length && length <= ($0.through ?? length) }
        if first == nil, !family.first.isEmpty { return [:] }
        var units: [Code: Int] = [:]
        if let first { units[first.code, default: 0] += 1 }
        guard let minutes else { return units }
        for further in family.further {
            let primaries = rules.codes.definition(of: further.code)?.addOnTo ?? []
            guard primaries.isEmpty || first.map({ primaries.contains($0.code) }) ?? false else { continue }
            let credit = policy.creditByCode[further.code] ?? further.credit ?? policy.credit
            for minute in stride(from: 1, through: minutes - further.after, by: 1) {
                let ofBlock = (minute - 1) % further.each + 1
                if ofBlock == min(needed(credit, further.each), further.each) { units[further.code, default: 0] += 1 }
            }
        }
        return units
    }

    /// The minute of a block with which it is earned.
    private func needed(_ credit: Credit, _ block: Int) -> Int {
        switch credit {
        case .started: 1
        case .midpoint: block / 2 + 1
        case .complete: block
        case .atLeast(let minutes): minutes
        }
    }

    private mutating func takeOff() {
        for code in Array(billed.keys) where !isInEffect(code) { billed[code] = nil }
        for code in Array(supported.keys) where !isInEffect(code) { supported[code] = nil }
        for definition in rules.codes.definitions where billed[definition.code] != nil && policy.appliesExclusions {
            let isDenied = rules.codes.exclusions.contains {
                $0.denies.contains(definition.code) && billed[$0.pays] != nil
            }
            if isDenied { billed[definition.code] = nil }
        }
        for (code, units) in billed {
            let caps = [policy.caps.unitsADay[code], rules.codes.definition(of: code)?.mostADay].compactMap(\.self)
            let allowed = min(units, caps.min() ?? units)
            billed[code] = allowed > 0 ? allowed : nil
        }
        for definition in rules.codes.definitions where definition.isAddOn && policy.addOnsNeedPrimary {
            if !definition.addOnTo.contains(where: { billed[$0] != nil }) { billed[definition.code] = nil }
        }
    }

    private func isInEffect(_ code: Code) -> Bool {
        rules.codes.definition(of: code)?.effective.contains(encounter.date) ?? false
    }

    /// The claim of some units, in the order of the code set.
    func claim(_ units: [Code: Int]) -> Claim {
        Claim(rules.codes.codes.compactMap { code in units[code].map { ClaimLine(code, units: $0) } })
    }
}
