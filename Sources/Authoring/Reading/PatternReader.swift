import Content
import Scoring

extension PackReader {
    /// Reads the facts of an encounter with slots in them, as `readEncounter` does without.
    func readPattern(_ value: Value, in scope: SlotScope, of pack: Pack) -> EncounterPattern? {
        guard var fields = value.fields(of: .pattern) else { return nil }
        let date = readDate(&fields, in: scope, of: pack)
        let usual = EncounterPattern.VisitPattern(
            services: [],
            place: fields.value("place").flatMap { readPlace($0, in: scope) }
                ?? .fixed(pack.usualPlace),
            performer: fields.value("performer").flatMap { readPerformer($0, in: scope) }
                ?? .fixed(names.performers.all.first?.text ?? "anyone"),
            missing: readMissing(&fields))
        let (hasEpisode, episode) = readEpisodePattern(&fields, in: scope)
        let used = fields.value("minutes-used-this-week").map { readMinutes($0, in: scope) } ?? .fixed(0)
        let age = fields.value("age").flatMap { readNumber($0, in: scope, 0...150, unit: "years") }
        let visits = readVisitPatterns(&fields, in: scope, usual: usual, isRequired: !hasEpisode)
        fields.finish()
        return used.map {
            EncounterPattern(date: date, visits: visits, minutesUsedThisWeek: $0, age: age, episode: episode)
        }
    }

    private func readVisitPatterns(
        _ fields: inout Fields, in scope: SlotScope, usual: EncounterPattern.VisitPattern, isRequired: Bool
    ) -> [EncounterPattern.VisitPattern] {
        if let several = fields.value("visits", isRequired: false) {
            if several.elements.isEmpty { several.fail("an encounter needs a visit", mend: "add one") }
            let visits = fields.few("visits") { readVisitPattern($0, in: scope, usual: usual) } ?? []
            if let services = fields.value("services") {
                services.fail("an encounter has services: or visits:, not both", mend: "put the services under a visit")
            }
            return visits
        }
        _ = fields.value("visits")
        guard fields.value("services", isRequired: isRequired) != nil else {
            _ = fields.value("services")
            return []
        }
        var visit = usual
        visit.services = readServices(&fields, in: scope, missing: visit.missing)
        return [visit]
    }

    private func readDate(_ fields: inout Fields, in scope: SlotScope, of pack: Pack) -> Template.Date {
        let usual = Template.Date.fixed(pack.effective.from ?? Day.first)
        guard let value = fields.value("date"), let date = readDate(value, in: scope) else { return usual }
        for day in scope.days(of: date) where !pack.effective.contains(day) {
            log.warning(
                "the visits of \(day) lie outside the days of this edition", at: value.position,
                mend: "move them, or widen effective: in pack.yaml")
            break
        }
        return date
    }

    private func readVisitPattern(
        _ value: Value, in scope: SlotScope, usual: EncounterPattern.VisitPattern
    ) -> EncounterPattern.VisitPattern? {
        guard var fields = value.fields(of: .visitPattern) else { return nil }
        var visit = usual
        if let place = fields.value("place") { visit.place = readPlace(place, in: scope) ?? visit.place }
        if let performer = fields.value("performer") {
            visit.performer = readPerformer(performer, in: scope) ?? visit.performer
        }
        visit.missing.formUnion(readMissing(&fields))
        visit.date = fields.value("date").flatMap { readDate($0, in: scope) }
        visit.group = fields.value("group").flatMap { readIDWord($0, in: scope) }
        visit.services = readServices(&fields, in: scope, missing: visit.missing)
        fields.finish()
        return visit
    }

    private func readMissing(_ fields: inout Fields) -> Set<RecordItem> {
        Set(fields.value("missing")?.list { $0.choice(RecordItem.self) } ?? [])
    }

    // MARK: Services

    private func readServices(
        _ fields: inout Fields, in scope: SlotScope, missing: Set<RecordItem>
    ) -> [EncounterPattern.ServicePattern] {
        if let value = fields.value("services", isRequired: false), value.elements.isEmpty {
            value.fail("a visit needs a service", mend: "add one")
        }
        return fields.few("services") { readServicePattern($0, in: scope, missing: missing) } ?? []
    }

    private func readServicePattern(
        _ value: Value, in scope: SlotScope, missing: Set<RecordItem>
    ) -> EncounterPattern.ServicePattern? {
        guard var fields = value.fields(of: .servicePattern) else { return nil }
        let named = fields.value("kind")
        let kind = named.flatMap { readKnownWord($0, in: scope, among: names.serviceKinds, what: "service") }
        if let named, let kind {
            for text in kind.texts(in: scope) { checkIsService(ID(text), at: named) }
        }
        let activity = fields.value("activity")?.choice(Activity.self) ?? .patientCare
        let time = readTimePattern(&fields, in: scope, missing: missing)
        let drug = fields.value("drug").flatMap { readIDWord($0, in: scope) }
        let site = fields.value("site").flatMap { readIDWord($0, in: scope) }
        let route = fields.value("route").flatMap { readIDWord($0, in: scope) }
        let isMainReason = fields.value("main-reason")?.flag() ?? false
        fields.finish()
        guard let kind, let time else { return nil }
        return EncounterPattern.ServicePattern(
            kind: kind, activity: activity, time: time, drug: drug, site: site, route: route,
            isMainReason: isMainReason)
    }

    private func readTimePattern(
        _ fields: inout Fields, in scope: SlotScope, missing: Set<RecordItem>
    ) -> EncounterPattern.TimePattern? {
        let value = fields.owner
        let (start, stop, minutes) = (fields.value("start"), fields.value("stop"), fields.value("minutes"))
        value.checkTimes(start, stop, minutes, missing: missing)
        if let minutes { return readMinutes(minutes, in: scope).map { .minutes($0) } }
        let (begin, end) = (start.map { readTime($0, in: scope) }, stop.map { readTime($0, in: scope) })
        switch (begin, end) {
        case (let begin?, let end?):
            guard let begin, let end else { return nil }
            return .clock(start: begin, stop: end)
        case (let begin?, nil): return begin.map { .open(start: $0) }
        case (nil, _): return .unknown
        }
    }

    // MARK: Slots as facts

    private func readTime(_ value: Value, in scope: SlotScope) -> Template.Amount? {
        readAmount(value, in: scope, isTime: true, otherwise: "a time is wanted here, not minutes")
    }

    private func readMinutes(_ value: Value, in scope: SlotScope) -> Template.Amount? {
        readAmount(value, in: scope, isTime: false, otherwise: "minutes are wanted here, not a time")
    }

    private func readAmount(
        _ value: Value, in scope: SlotScope, isTime: Bool, otherwise message: String
    ) -> Template.Amount? {
        guard let text = value.text(limit: 60), let read = scope.amount(text.unbraced, at: value) else { return nil }
        guard isTime ? read.kind == .time : read.kind == nil || read.kind == .minutes else {
            value.fail(message, mend: "name another slot")
            return nil
        }
        return read.amount
    }

    private func readPlace(_ value: Value, in scope: SlotScope) -> Template.Word? {
        guard let word = readWord(value, in: scope) else { return nil }
        for text in word.texts(in: scope) where text.utf8.count != 2 || !text.utf8.allSatisfy({ $0.isDigit }) {
            value.fail(
                "\"\(text.prefix(40))\" is no place of service", mend: "places are two digits in quotes, such as \"12\""
            )
            return nil
        }
        return word
    }

    private func readPerformer(_ value: Value, in scope: SlotScope) -> Template.Word? {
        readKnownWord(value, in: scope, among: names.performers, what: "performer")
    }

    /// A word each of whose values is one of some ids.
    func readKnownWord<Owner>(
        _ value: Value, in scope: SlotScope, among ids: Known<ID<Owner>>, what: String
    ) -> Template.Word? {
        guard let word = readWord(value, in: scope) else { return nil }
        for id in word.texts(in: scope).map({ ID<Owner>($0) }) where !ids.may(contain: id) {
            value.fail("no \(what) \(id) in codes.yaml", mend: ids.mend(id))
            return nil
        }
        return word
    }

    /// A word each of whose values is an id that nothing lists.
    func readIDWord(_ value: Value, in scope: SlotScope) -> Template.Word? {
        if let text = value.name, !text.hasPrefix("{") {
            let id: ID<ServiceKind>? = value.id()
            return id.map { .fixed($0.text) }
        }
        return readWord(value, in: scope)
    }

    /// A fixed word, or a slot in braces.
    func readWord(_ value: Value, in scope: SlotScope) -> Template.Word? {
        guard let text = value.text(limit: 60) else { return nil }
        guard text.hasPrefix("{") else { return .fixed(text) }
        let parts = text.unbraced.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let position = scope.position(of: String(parts[0]), at: value) else { return nil }
        guard let columns = scope.columns(of: position) else {
            value.fail("\(parts[0]) holds minutes, not words", mend: "name a slot of words")
            return nil
        }
        return column(parts.count > 1 ? String(parts[1]) : nil, of: columns, in: scope.slots[position], at: value)
            .map { .slot(position, column: $0) }
    }

    /// The position of a column, 0 where the slot holds single words; logs its absence.
    func column(_ name: String?, of columns: [String], in slot: Template.Slot, at value: Value) -> Int? {
        switch name {
        case nil where columns.isEmpty: return 0
        case nil:
            value.fail("\(slot.name) has columns", mend: "write \(slot.name).\(columns[0]) or another of them")
            return nil
        case let name?:
            if let position = columns.firstIndex(of: name) { return position }
            let known = columns.isEmpty ? "write \(slot.name)" : "known are \(columns.joined(separator: ", "))"
            value.fail(
                "\(slot.name) has no column \(name.prefix(40))", mend: suggestion(for: name, among: columns) ?? known)
            return nil
        }
    }
}

extension Template.Word {
    /// Every text that the word may stand for.
    func texts(in scope: SlotScope) -> [String] {
        switch self {
        case .fixed(let text): return [text]
        case .slot(let position, let column):
            guard case .list(let list) = scope.slots[position].values else { return [] }
            return scope.lists.all[list].rows.map { $0[column] }
        }
    }
}

extension String {
    /// Without the braces round a slot.
    var unbraced: String { hasPrefix("{") && hasSuffix("}") ? String(dropFirst().dropLast()) : self }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
