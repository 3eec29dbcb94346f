import Content
import Scoring

extension PackReader {
    /// Reads drugs, therapies and what was paid before with slots in them, and whether there are any that may stand
    /// without a visit.
    func readEpisodePattern(
        _ fields: inout Fields, in scope: SlotScope
    ) -> (isEnough: Bool, episode: EpisodePattern?) {
        let drugs = fields.few("drugs", "drug") { readDrugPattern($0, in: scope) }
        let therapies = fields.few("therapies", "therapy") { readTherapyPattern($0, in: scope) }
        let paid = fields.value("paid").flatMap { readPaidPattern($0, in: scope) }
        let authorised =
            fields.has("authorised")
            ? byCode(&fields, "authorised") { readNumber($1, in: scope, 0...9_999, unit: "units") } : nil
        if authorised == nil { _ = fields.value("authorised") }
        let received = fields.value("received").flatMap { readDate($0, in: scope) }
        let isEnough = drugs != nil || therapies != nil
        guard isEnough || paid != nil || authorised != nil || received != nil else { return (false, nil) }
        return (
            isEnough,
            EpisodePattern(
                drugs: drugs ?? [], therapies: therapies ?? [], paid: paid ?? EpisodePattern.Paid(),
                authorised: authorised ?? [:], received: received)
        )
    }

    private func readPaidPattern(_ value: Value, in scope: SlotScope) -> EpisodePattern.Paid? {
        guard var fields = value.fields(of: .paidPattern) else { return nil }
        let units = ["units-this-week", "units-this-month", "units-this-year"].map { key in
            byCode(&fields, key) { readNumber($1, in: scope, 0...9_999, unit: "units") }
        }
        let lastVisit = fields.value("last-visit").flatMap { readDate($0, in: scope) }
        fields.finish()
        return EpisodePattern.Paid(
            unitsThisWeek: units[0], unitsThisMonth: units[1], unitsThisYear: units[2], lastVisit: lastVisit)
    }

    private func readDrugPattern(_ value: Value, in scope: SlotScope) -> EpisodePattern.Drug? {
        guard var fields = value.fields(of: .drugPattern) else { return nil }
        let kind = readKind(&fields, in: scope)
        let given = fields.value("given").flatMap { readQuantity($0, in: scope) }
        let discarded = fields.value("discarded").flatMap { readQuantity($0, in: scope) }
        let times = fields.value("doses").map { readNumber($0, in: scope, 1...9_999, unit: "doses") } ?? .fixed(1)
        let container = fields.value("container")?.choice(Shape.Container.self) ?? .singleDose
        let single = fields.value("date")
        let (first, last) = (fields.value("from"), fields.value("to"))
        if let single, first != nil || last != nil {
            single.fail("a date beside from: and to: says the same thing twice", mend: "keep one of them")
        }
        let from = (single ?? first).flatMap { readDate($0, in: scope) }
        let through = last.flatMap { readDate($0, in: scope) }
        let route = fields.value("route").flatMap { readIDWord($0, in: scope) }
        fields.finish()
        guard let kind, let times else { return nil }
        return EpisodePattern.Drug(
            kind: kind, given: given, discarded: discarded, times: times, isSingleDose: container == .singleDose,
            from: from, through: through, route: route)
    }

    private func readTherapyPattern(_ value: Value, in scope: SlotScope) -> EpisodePattern.Therapy? {
        guard var fields = value.fields(of: .therapyPattern) else { return nil }
        let kind = readKind(&fields, in: scope)
        let from = fields.value("from").flatMap { readDate($0, in: scope) }
        let through = fields.value("to").flatMap { readDate($0, in: scope) }
        let every = fields.value("every").flatMap { readNumber($0, in: scope, 1...720, unit: "hours") }
        let aDay = fields.value("a-day").flatMap { readQuantity($0, in: scope) }
        let infused = fields.few("infused", "day") { readDate($0, in: scope) } ?? []
        let place = fields.value("place")?.placeOfService()
        let since = fields.value("since").flatMap { readDate($0, in: scope) }
        fields.finish()
        guard let kind, let from, let through else { return nil }
        return EpisodePattern.Therapy(
            kind: kind, from: from, through: through, every: every, aDay: aDay, infused: infused, place: place,
            since: since)
    }

    private func readKind(_ fields: inout Fields, in scope: SlotScope) -> Template.Word? {
        fields.value("kind").flatMap { readKnownWord($0, in: scope, among: names.serviceKinds, what: "service") }
    }
}
