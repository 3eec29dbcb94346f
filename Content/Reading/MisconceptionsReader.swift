import Scoring

extension PackReader {
    /// Reads misconceptions.yaml: wrong beliefs, each a change to the rules.
    func readMisconceptions(into pack: inout Pack) {
        var section = files.section("misconceptions", log: log)
        var places: [(ID<Misconception>, Place)] = []
        pack.misconceptions = section.elements("misconceptions").compactMap { value in
            guard var fields = value.fields(of: "a misconception") else { return nil }
            let id: ID<Misconception>? = fields.required("id")?.id()
            let belief = fields.text("belief", limit: 300)
            let correction = fields.text("correction", limit: 600)
            let changes = fields.required("change").map(readChanges) ?? []
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
        guard var fields = value.fields(of: "a change") else { return [] }
        let errors = log.errorCount
        var changes: [Misconception.Change] = []
        if let bills = fields.optional("bills")?.choice(Habits.Bills.self) { changes.append(.bills(bills)) }
        if let after = fields.optional("further-after")?.integer(in: 0...1_440, unit: "minutes") {
            changes.append(.furtherAfter(after))
        }
        if let each = fields.optional("further-each")?.integer(in: 1...1_440, unit: "minutes") {
            changes.append(.furtherEach(each))
        }
        if let each = fields.optional("first-each")?.integer(in: 1...1_440, unit: "minutes") {
            changes.append(.firstEach(each))
        }
        if let credit = fields.optional("credit")?.credit(ofBlock: names.blocks.values.max()) {
            changes.append(.credit(credit))
        }
        if fields.optional("counts")?.choice(All.self) != nil { changes.append(.countsAll) }
        if fields.optional("exclusions")?.choice(Ignored.self) != nil { changes.append(.ignoresExclusions) }
        if fields.optional("services")?.choice(AnyKind.self) != nil { changes.append(.anyService) }
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
