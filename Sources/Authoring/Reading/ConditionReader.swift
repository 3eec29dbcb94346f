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
            daysSinceLast: fields.numbers("days-since-last-visit"), age: fields.numbers("age"))
        fields.finish()
        if condition == Condition(), log.errorCount == errors {
            value.fail("the condition states nothing", mend: "add performer:, every: or another key, or drop when:")
        }
        return condition
    }

    /// Which code is billed cannot hang on the codes that are billed beside it: those may hang on it.
    func refuseBeside(in condition: Condition?, at value: Value?) {
        guard let condition, let value, !condition.beside.isEmpty else { return }
        value.fail(
            "beside: is for modifiers, not for which code is billed", mend: "say kind: or another key in its place")
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
