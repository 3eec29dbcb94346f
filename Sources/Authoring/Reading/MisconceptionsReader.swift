import Content
import Scoring

extension PackReader {
    /// Reads misconceptions.yaml: wrong beliefs, each a change to the rules.
    func readMisconceptions(into pack: inout Pack) {
        var section = files.section("misconceptions", log: log)
        var places: [(ID<Misconception>, Place)] = []
        pack.misconceptions = section.elements("misconceptions").compactMap { value in
            guard var fields = value.fields(of: .misconception) else { return nil }
            let id: ID<Misconception>? = fields.value("id")?.id()
            let belief = fields.text("belief")
            let correction = fields.text("correction")
            let changes = fields.value("change").map(readChanges) ?? []
            let sources = sources(of: &fields)
            fields.finish()
            guard let id else { return nil }
            places.append((id, value.place))
            return Misconception(
                id: id, belief: belief ?? "", correction: correction ?? "", changes: changes, sources: sources)
        }
        section.finish()
        self.places.misconceptions = unique(places, what: "misconception")
    }

    private func readChanges(_ value: Value) -> [Misconception.Change] {
        guard var fields = value.fields(of: .change) else { return [] }
        let errors = log.errorCount
        var changes: [Misconception.Change] = []
        if let bills = fields.value("bills")?.choice(Misconception.Bills.self) { changes.append(.bills(bills)) }
        if let after = fields.integer("further-after") {
            changes.append(.furtherAfter(after))
        }
        if let each = fields.integer("further-each") {
            changes.append(.furtherEach(each))
        }
        if let each = fields.integer("first-each") {
            changes.append(.firstEach(each))
        }
        if let from = fields.integer("first-from") {
            changes.append(.firstFrom(from))
        }
        if let credit = fields.value("credit")?.credit(ofBlock: names.blocks.values.max()) {
            changes.append(.credit(credit))
        }
        if fields.value("counts")?.choice(All.self) != nil { changes.append(.countsAll) }
        if fields.value("exclusions")?.choice(Ignored.self) != nil { changes.append(.ignoresExclusions) }
        if fields.value("services")?.choice(AnyKind.self) != nil { changes.append(.anyService) }
        fields.finish()
        if changes.isEmpty, log.errorCount == errors {
            value.fail("a misconception changes something", mend: "add bills:, credit: or another change")
        }
        return changes
    }

    private enum All: String, CaseIterable { case all }
    private enum Ignored: String, CaseIterable { case ignored }
    private enum AnyKind: String, CaseIterable { case any }
}
