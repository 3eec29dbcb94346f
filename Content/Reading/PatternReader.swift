import Scoring

extension PackReader {
    /// Reads the facts of an encounter with slots in them, as `readEncounter` does without.
    func readPattern(_ value: Value, in scope: SlotScope, of pack: Pack) -> EncounterPattern? {
        guard var fields = value.fields(of: "an encounter") else { return nil }
        let date = fields.optional("date")?.day() ?? pack.effective.from ?? Day.first
        let place = fields.optional("place").flatMap { readWord($0, in: scope) } ?? .fixed("12")
        let performer =
            fields.optional("performer").flatMap {
                readKnownWord($0, in: scope, among: names.performers, what: "performer")
            }
            ?? .fixed(names.performers.all.first?.text ?? "anyone")
        let missing = Set(fields.optional("missing")?.list { $0.choice(RecordItem.self) } ?? [])
        let used = fields.optional("minutes-used-this-week").flatMap { readAmount($0, in: scope) } ?? .fixed(0)
        let usual = EncounterPattern.VisitPattern(services: [], place: place, performer: performer, missing: missing)
        var visits: [EncounterPattern.VisitPattern] = []
        if let several = fields.optional("visits") {
            visits = several.elements.compactMap { readVisitPattern($0, in: scope, usual: usual) }
        } else if let services = fields.required("services") {
            var visit = usual
            visit.services = services.list { readServicePattern($0, in: scope) }
            visits = [visit]
        }
        fields.finish()
        return EncounterPattern(date: date, visits: visits, minutesUsedThisWeek: used)
    }

    private func readVisitPattern(
        _ value: Value, in scope: SlotScope, usual: EncounterPattern.VisitPattern
    ) -> EncounterPattern.VisitPattern? {
        guard var fields = value.fields(of: "a visit") else { return nil }
        var visit = usual
        if let place = fields.optional("place").flatMap({ readWord($0, in: scope) }) { visit.place = place }
        if let performer = fields.optional("performer") {
            visit.performer =
                readKnownWord(performer, in: scope, among: names.performers, what: "performer") ?? visit.performer
        }
        visit.missing.formUnion(fields.optional("missing")?.list { $0.choice(RecordItem.self) } ?? [])
        visit.services = fields.required("services")?.list { readServicePattern($0, in: scope) } ?? []
        fields.finish()
        return visit
    }

    private func readServicePattern(_ value: Value, in scope: SlotScope) -> EncounterPattern.ServicePattern? {
        guard var fields = value.fields(of: "a service") else { return nil }
        let kind = fields.required("kind").flatMap {
            readKnownWord($0, in: scope, among: names.serviceKinds, what: "service")
        }
        let activity = fields.optional("activity")?.choice(Activity.self) ?? .patientCare
        let start = fields.optional("start").flatMap { readAmount($0, in: scope) }
        let stop = fields.optional("stop").flatMap { readAmount($0, in: scope) }
        let minutes = fields.optional("minutes").flatMap { readAmount($0, in: scope) }
        fields.finish()
        let time: EncounterPattern.TimePattern
        switch (start, stop, minutes) {
        case (nil, nil, let minutes?): time = .minutes(minutes)
        case (let start?, let stop?, nil): time = .clock(start: start, stop: stop)
        case (let start?, nil, nil): time = .open(start: start)
        case (nil, nil, nil): time = .unknown
        default:
            value.fail("the service's time is said twice or by half", mend: "give start and stop, or minutes")
            return nil
        }
        return kind.map { EncounterPattern.ServicePattern(kind: $0, activity: activity, time: time) }
    }

    // MARK: Slots as facts

    private func readAmount(_ value: Value, in scope: SlotScope) -> Template.Amount? {
        guard let text = value.text(limit: 60) else { return nil }
        return scope.amount(text.unbraced, at: value)
    }

    /// A fixed word, or a slot in braces.
    private func readWord(_ value: Value, in scope: SlotScope) -> Template.Word? {
        guard let text = value.text(limit: 60) else { return nil }
        guard text.hasPrefix("{") else { return .fixed(text) }
        let parts = text.unbraced.split(separator: ".", maxSplits: 1).map(String.init)
        guard let name = parts.first, let place = scope.place(of: name, at: value) else { return nil }
        guard case .rows(let columns, _) = scope.slots[place].values else { return .slot(place, column: nil) }
        return column(parts.count > 1 ? parts[1] : "", of: columns, in: scope.slots[place], at: value)
            .map { .slot(place, column: $0) }
    }

    /// A word each of whose values is one of some ids.
    private func readKnownWord<Owner>(
        _ value: Value, in scope: SlotScope, among ids: Known<ID<Owner>>, what: String
    ) -> Template.Word? {
        guard let word = readWord(value, in: scope) else { return nil }
        for id in word.texts(in: scope).map({ ID<Owner>($0) }) where !ids.may(contain: id) {
            value.fail("no \(what) \(id) in codes.yaml", mend: ids.mend(id))
            return nil
        }
        return word
    }
}

extension Template.Word {
    /// Every text that the word may stand for.
    fileprivate func texts(in scope: SlotScope) -> [String] {
        switch self {
        case .fixed(let text): return [text]
        case .slot(let place, let column):
            switch scope.slots[place].values {
            case .rows(_, let rows): return rows.map { $0[column ?? 0] }
            case .words(let words): return words
            case .times, .minutes, .after, .sum: return []
            }
        }
    }
}

extension String {
    /// Without the braces round a slot.
    fileprivate var unbraced: String { hasPrefix("{") && hasSuffix("}") ? String(dropFirst().dropLast()) : self }
}
