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
        let overlooked = [
            ("counts", "all", Misconception.Change.countsAll), ("exclusions", "ignored", .ignoresExclusions),
            ("services", "any", .anyService), ("caps", "ignored", .ignoresCaps),
            ("authorisation", "ignored", .ignoresAuthorisation), ("months", "ignored", .ignoresMonths),
            ("joint-time", "each", .countsJointTwice), ("bundled", "left-out", .leavesOutBundled),
            ("apart", "counted", .countsApart),
        ]
        for (key, word, change) in overlooked where fields.value(key)?.choice(among: [word]) != nil {
            changes.append(change)
        }
        changes += readWays(&fields)
        fields.finish()
        if changes.isEmpty, log.errorCount == errors {
            value.fail("a misconception changes something", mend: "add bills:, credit: or another change")
        }
        return changes
    }

    /// Reads the changes that take one way of a payer for another, or something wrong for a modifier.
    private func readWays(_ fields: inout Fields) -> [Misconception.Change] {
        let ways: [Misconception.Change?] = [
            fields.value("same-day")?.choice(Policy.SameDay.self).map { .sameDay($0) },
            fields.value("midnight")?.choice(Policy.Midnight.self).map { .midnight($0) },
            fields.value("therapy-days")?.choice(Policy.TherapyDays.self).map { .therapyDays($0) },
            fields.value("discarded")?.choice(Policy.Discarded.self).map { .discarded($0) },
            fields.value("forgets").flatMap(knownModifier).map { .forgets($0) },
            fields.value("pooling")?.choice(Policy.Pooling.self).map { .pooling($0) },
            fields.value("initial")?.choice(Policy.InitialService.self).map { .initial($0) },
            fields.value("hierarchy")?.choice(Hierarchy.Error.self).map { .hierarchy($0) },
        ]
        let swapped = fields.value("swaps")?.list(knownModifier)
        let swap = swapped.flatMap { $0.count == 2 ? Misconception.Change.swaps($0[0], $0[1]) : nil }
        return (ways + [swap]).compactMap(\.self)
    }
}
