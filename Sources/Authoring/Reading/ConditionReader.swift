import Content
import Scoring

extension PackReader {
    /// Reads what must be so, under `when:`; everything that it states must hold.
    func readCondition(_ value: Value) -> Condition? {
        guard var fields = value.fields(of: .condition) else { return nil }
        let errors = log.errorCount
        let condition = Condition(
            performers: readIDs("performer", of: &fields, among: names.performers),
            together: readIDs("together", of: &fields, among: names.performers, what: "performer"),
            places: fields.few("place", "place") { $0.placeOfService() } ?? [],
            kinds: readIDs("kind", of: &fields, among: names.serviceKinds, what: "service"),
            routes: fields.few("route", "route") { $0.id() } ?? [],
            sites: fields.few("site", "site") { $0.id() } ?? [],
            beside: fields.few("beside", "code", knownCode) ?? [], order: fields.numbers("order"),
            everyHours: fields.numbers("every"), aDay: readAmounts(&fields),
            portion: fields.value("portion")?.choice(Portion.self),
            daysSinceLast: fields.numbers("days-since-last-visit"), age: fields.numbers("age"),
            month: fields.numbers("month"), shareOver: readShare(&fields), unitsSoFar: readUnitsSoFar(&fields))
        fields.finish()
        if condition == Condition(), log.errorCount == errors {
            value.fail("the condition states nothing", mend: "add performer:, every: or another key, or drop when:")
        }
        return condition
    }

    /// Which code is billed cannot hang on what else is billed: that may hang on it.
    func refuseWaiting(in condition: Condition?, at value: Value?) {
        guard let condition, let value, condition.waitsForClaim else { return }
        let key = condition.unitsSoFar.map { "units-this-\($0.scope.rawValue):" } ?? "beside:"
        value.fail(
            "\(key) is for modifiers, not for which code is billed", mend: "say kind: or another key in its place")
    }

    /// Reads how much of the minutes must be the performers': `over 10` in the hundred.
    private func readShare(_ fields: inout Fields) -> Int? {
        guard let value = fields.value("share"), let text = value.text(limit: 40) else { return nil }
        let percent = text.hasPrefix("over ") ? Int(text.dropFirst(5)) : nil
        guard let percent, (0...99).contains(percent) else {
            value.fail("\(text.quoted) is no share of minutes", mend: "write over 10, for more than 10 in the hundred")
            return nil
        }
        if !fields.has("performer") {
            value.fail("share: is of the minutes of a performer, and none is named", mend: "add performer:")
        }
        return percent
    }

    private func readUnitsSoFar(_ fields: inout Fields) -> UnitsSoFar? {
        let periods: [Scope] = [.week, .month, .year]
        let read = periods.compactMap { scope in
            fields.numbers("units-this-\(scope.rawValue)").map { UnitsSoFar($0, over: scope) }
        }
        if read.count > 1 {
            fields.value("units-this-\(read[1].scope.rawValue)", isRequired: false)?.fail(
                "a condition asks for the units of one period", mend: "keep one of them")
        }
        return read.first
    }

    /// Says so of what asks for the month of a rental, or for shares of minutes, of codes that do not go by them.
    func checkMeasures(of condition: Condition?, of codes: [Code], at value: Value?) {
        guard let condition, let value else { return }
        for code in codes {
            guard let charged = names.charged[code] else { continue }
            if condition.month != nil, charged.scope != .anniversary {
                return value.fail(
                    "month: is of a rental, and \(code) is not added up by the months of one",
                    mend: "write scope: anniversary in its family, or drop month:")
            }
            if condition.shareOver != nil, charged.measure != .minutes {
                return value.fail(
                    "share: is of minutes, and \(code) is billed by its \(charged.measure.counted)", mend: "drop share:"
                )
            }
        }
    }

    private func readIDs<Owner>(
        _ key: String, of fields: inout Fields, among ids: Known<ID<Owner>>, what: String? = nil
    ) -> [ID<Owner>] {
        fields.few(key, what ?? key) { known($0, among: ids, what: what ?? key) } ?? []
    }

    /// Reads a payer's condition about some codes, which asks for what is infused in a day as their families do.
    func readPayersCondition(_ value: Value, about codes: [Code]) -> Condition? {
        dailyUnits = []
        let condition = readCondition(value)
        for (unit, amounts) in dailyUnits {
            guard let code = codes.first(where: { names.dailyUnitsByCode[$0] ?? unit != unit }),
                let known = names.dailyUnitsByCode[code]
            else { continue }
            amounts.fail(
                "\(code) goes by \(known.rawValue) a day, not by \(unit.rawValue)",
                mend: "write the amount in \(known.rawValue)")
        }
        return condition
    }

    private func readAmounts(_ fields: inout Fields) -> ClosedRange<Int>? {
        guard let value = fields.value("a-day"), let amounts = value.amounts() else { return nil }
        dailyUnits.append((amounts.unit, value))
        return amounts.range
    }
}
