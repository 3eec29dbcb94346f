import Content
import Scoring

extension Template.Values {
    /// How many rows the words of the slot have; 1 where it holds none.
    func rowCount(in lists: [WordList]) -> Int {
        if case .list(let list) = self { lists[list].rows.count } else { 1 }
    }
}

extension Template {
    /// For each slot, the slots that were drawn for it: itself, or those that it follows from.
    var origins: [Set<Int>] {
        slots.indices.reduce(into: []) { origins, position in
            switch slots[position].values {
            case .list, .times, .minutes, .numbers, .dates, .amounts: origins.append([position])
            case .containers(let amount, _), .left(let amount, _, _):
                origins.append(amount.slot.map { origins[$0] } ?? [])
            case .after(let amounts), .sum(let amounts), .numberSum(let amounts), .dateAfter(let amounts):
                origins.append(amounts.compactMap(\.slot).reduce(into: Set()) { $0.formUnion(origins[$1]) })
            }
        }
    }
}

extension Template.Amount {
    fileprivate var slot: Int? {
        if case .slot(let position) = self { position } else { nil }
    }
}

extension Template.Word {
    fileprivate var slot: Int? {
        if case .slot(let position, _) = self { position } else { nil }
    }
}

extension EncounterPattern {
    /// The slots that the facts name, in their order.
    var slots: [Int] {
        let others = [minutesUsedThisWeek.slot, date.slot, age?.slot] + (episode?.slots ?? [])
        return Set((visits.flatMap(\.slots) + others).compactMap(\.self)).sorted()
    }
}

extension EncounterPattern.VisitPattern {
    fileprivate var slots: [Int?] {
        services.flatMap(\.slots) + [place.slot, performer.slot, date?.slot, group?.slot]
    }
}

extension EncounterPattern.ServicePattern {
    fileprivate var slots: [Int?] {
        [kind.slot, drug?.slot, site?.slot, route?.slot] + time.amounts.map(\.slot)
    }
}

extension EpisodePattern {
    /// The slots that drugs, therapies and what was paid before name.
    fileprivate var slots: [Int?] {
        var slots: [Int?] = []
        for drug in drugs {
            slots += [drug.kind.slot, drug.given?.slot, drug.discarded?.slot, drug.times.slot]
            slots += [drug.from?.slot, drug.through?.slot, drug.route?.slot]
        }
        for therapy in therapies {
            slots += [therapy.kind.slot, therapy.from.slot, therapy.through.slot, therapy.every?.slot]
            slots += [therapy.aDay?.slot, therapy.since?.slot] + therapy.infused.map(\.slot)
        }
        for units in [authorised, paid.unitsThisWeek, paid.unitsThisMonth, paid.unitsThisYear] {
            slots += units.values.map(\.slot)
        }
        return slots + [paid.lastVisit?.slot, received?.slot]
    }
}

extension Template.Number {
    fileprivate var slot: Int? {
        switch self {
        case .fixed: nil
        case .slot(let position), .words(let position, _): position
        }
    }
}

extension Template.Quantity {
    fileprivate var slot: Int? {
        switch self {
        case .fixed: nil
        case .slot(let position, _), .words(let position, _): position
        }
    }
}

extension Template.Date {
    fileprivate var slot: Int? {
        if case .slot(let position) = self { position } else { nil }
    }
}

extension EncounterPattern.TimePattern {
    fileprivate var amounts: [Template.Amount] {
        switch self {
        case .minutes(let amount), .open(let amount): [amount]
        case .clock(let start, let stop): [start, stop]
        case .unknown: []
        }
    }
}

extension Phrase {
    /// The slots that the text names.
    var slots: Set<Int> {
        Set(
            pieces.compactMap { piece in
                if case .slot(let position, _, _) = piece { position } else { nil }
            })
    }
}
