@testable import Scoring

/// A second way to a whole claim of `WholeClaim`'s codes, as somebody goes it who has a calendar and a pencil: day by
/// day, visit by visit, dose by dose. It shares no rule with the core, only facts and what the policy states.
struct EpisodeReference {
    let policy: Policy
    let encounter: Encounter

    /// What is billed: units by code and modifiers, such as `S9338-SH`, and by the month where lines are cut there.
    private(set) var units: [String: Int] = [:]

    init(_ encounter: Encounter, _ policy: Policy) {
        self.encounter = encounter
        self.policy = policy
        billNursing()
        billTherapies()
        for drug in encounter.episode?.drugs ?? [] { bill(drug) }
    }

    /// What a claim comes to in the same terms.
    static func units(of claim: Claim, cutByMonth: Bool) -> [String: Int] {
        claim.lines.reduce(into: [:]) { units, line in
            var key = line.code.description
            for modifier in line.modifiers { key += "-\(modifier)" }
            if cutByMonth, let dates = line.dates { key += " in \(dates.from.month)" }
            units[key, default: 0] += line.units
        }
    }

    private mutating func bill(_ code: String, _ units: Int, on day: Day) {
        guard units > 0 else { return }
        self.units[policy.splitsMonths ? "\(code) in \(day.month)" : code, default: 0] += units
    }

    // MARK: Nursing

    private mutating func billNursing() {
        var minutesOfDay: [Day: Int] = [:]
        var minutesOfWeek: [Day: Int] = [Self.sunday(before: encounter.date): encounter.minutesUsedThisWeek]
        var stays: [(day: Day, minutes: Int, isLater: Bool)] = []
        var joined: [String: Int] = [:]
        for visit in encounter.visits {
            let day = visit.date ?? encounter.date
            let minutes = visit.services.reduce(0) { sum, service in
                if service.kind == "infusion", case .minutes(let minutes) = service.time { sum + minutes } else { sum }
            }
            switch policy.sameDay {
            case .separate, .ownLines: stays.append((day, minutes, false))
            case .laterAsFurther: stays.append((day, minutes, stays.contains { $0.day == day }))
            case .combined:
                let who = "\(day) \(visit.group.map { "\($0)" } ?? "nobody")"
                if let stay = joined[who] {
                    stays[stay].minutes += minutes
                } else {
                    joined[who] = stays.count
                    stays.append((day, minutes, false))
                }
            }
        }
        for stay in stays {
            let week = Self.sunday(before: stay.day)
            var paid = 0
            while paid < stay.minutes {
                if let cap = policy.caps.minutesADay, minutesOfDay[stay.day, default: 0] >= cap { break }
                if let cap = policy.caps.minutesAWeek, minutesOfWeek[week, default: 0] >= cap { break }
                minutesOfDay[stay.day, default: 0] += 1
                minutesOfWeek[week, default: 0] += 1
                paid += 1
            }
            if paid == 0 { continue }
            if !stay.isLater { bill("99601", 1, on: stay.day) }
            bill("99602", hours(in: stay.isLater ? paid : paid - 120), on: stay.day)
        }
    }

    /// The Sunday with which a day's week begins.
    private static func sunday(before day: Day) -> Day {
        var day = day
        while day.weekday != 6, let before = Day(ordinal: day.ordinal - 1) { day = before }
        return day
    }

    private func hours(in minutes: Int) -> Int {
        var left = minutes
        var hours = 0
        while left >= 60 {
            hours += 1
            left -= 60
        }
        let isCredited =
            switch policy.credit {
            case .started: left >= 1
            case .midpoint: left >= 31
            case .complete: false
            case .atLeast(let least): left >= least
            }
        return hours + (isCredited ? 1 : 0)
    }

    // MARK: Therapies

    private mutating func billTherapies() {
        let therapies = encounter.episode?.therapies ?? []
        let inOrder = therapies.enumerated().sorted {
            ($0.element.dates.from, $0.offset) < ($1.element.dates.from, $1.offset)
        }
        for ordinal in encounter.date.ordinal...encounter.date.ordinal + 120 {
            guard let day = Day(ordinal: ordinal) else { continue }
            var place = 0
            for (_, therapy) in inOrder where isPaid(therapy, on: day) {
                place += 1
                bill(code(of: therapy) + ["", "", "-SH", "-SJ"][min(place, 3)], 1, on: day)
            }
        }
    }

    private func isPaid(_ therapy: Therapy, on day: Day) -> Bool {
        guard therapy.dates.from <= day, day <= therapy.dates.through else { return false }
        if let longest = policy.longestInterval, let every = therapy.everyHours, every > longest { return false }
        guard policy.therapyDays == .infusion, let every = therapy.everyHours else { return true }
        var hour = therapy.dates.from.ordinal * 24
        while hour < day.ordinal * 24 { hour += every }
        return hour < day.ordinal * 24 + 24
    }

    private func code(of therapy: Therapy) -> String {
        switch (therapy.kind, therapy.everyHours, therapy.aDay?.thousandths) {
        case ("anti-infective", 24, _): "S9500"
        case ("anti-infective", 12, _): "S9501"
        case ("anti-infective", 8, _): "S9502"
        case ("anti-infective", _, _): "S9494"
        case ("nutrition", _, let volume?) where volume > 1_000_000 && volume <= 2_000_000: "S9366"
        case ("nutrition", _, _): "S9365"
        default: "S9338"
        }
    }

    // MARK: Drugs

    /// A dose on its day, a container's worth of units taken off until nothing is left.
    private mutating func bill(_ drug: DrugGiven) {
        let (code, unit) = drug.kind == "cefazolin" ? ("J0690", 500_000) : ("J1745", 10_000)
        let dates = drug.dates.map { Array($0.dates) } ?? [encounter.date]
        var given = 0
        while given * unit < drug.given.thousandths { given += 1 }
        var held = 0
        while (held + 1) * unit <= drug.given.thousandths + drug.discarded.thousandths { held += 1 }
        var whole = given
        while whole * unit < drug.given.thousandths + drug.discarded.thousandths { whole += 1 }
        for dose in 0..<drug.times {
            let day = dates[dose * dates.count / drug.times]
            switch policy.discarded {
            case _ where !drug.isSingleDose: bill(code, given, on: day)
            case .unpaid: bill(code, given, on: day)
            case .together: bill(code, whole, on: day)
            case .ownLine:
                bill(held > given ? code : "\(code)-JZ", given, on: day)
                bill("\(code)-JW", held - given, on: day)
            }
        }
    }
}
