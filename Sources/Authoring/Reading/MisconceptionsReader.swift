import Content
import Scoring

extension PackReader {
    /// Reads misconceptions.yaml: wrong beliefs, each a change to the rules.
    func readMisconceptions(into pack: inout Pack) {
        var section = files.section("misconceptions", log: log)
        var positions: [(ID<Misconception>, FilePosition)] = []
        pack.misconceptions = section.elements("misconceptions").compactMap { value in
            guard var fields = value.fields(of: .misconception) else { return nil }
            let id: ID<Misconception>? = fields.value("id")?.id()
            let belief = fields.text("belief")
            let correction = fields.text("correction")
            let families = fields.few("families", "family") { $0.id() as ID<Family>? }
            for family in fields.value("families")?.elements ?? [] {
                _ = known(family, among: names.families, what: "family")
            }
            let changes = fields.value("change").map { readChanges($0, of: families ?? []) } ?? []
            let sources = sources(of: &fields)
            fields.finish()
            guard let id else { return nil }
            positions.append((id, value.position))
            return Misconception(
                id: id, belief: belief ?? "", correction: correction ?? "", changes: changes,
                families: Set(families ?? []), sources: sources)
        }
        section.finish()
        self.positions.misconceptions = unique(positions, what: "misconception")
    }

    private func readChanges(_ value: Value, of families: [ID<Family>]) -> [Misconception.Change] {
        guard var fields = value.fields(of: .change) else { return [] }
        let errors = log.errorCount
        var changes: [Misconception.Change] = []
        if let way = fields.value("bills"), let bills = way.choice(Misconception.Bills.self) {
            changes.append(.bills(bills))
            if bills == .each { checkCountable(families, at: way) }
        }
        changes += readNumbers(&fields, of: families)
        if let credit = fields.value("credit")?.credit(ofBlock: names.blocks.values.max()) {
            changes.append(.credit(credit))
        }
        let overlooked = [
            ("counts", "all", Misconception.Change.countsAll), ("exclusions", "ignored", .ignoresExclusions),
            ("services", "any", .anyService), ("caps", "ignored", .ignoresCaps),
            ("authorisation", "ignored", .ignoresAuthorisation), ("months", "ignored", .ignoresMonths),
            ("joint-time", "each", .countsJointTwice), ("bundled", "left-out", .leavesOutBundled),
            ("apart", "counted", .countsApart), ("instead", "ignored", .ignoresStandIns),
            ("not-paid-apart", "ignored", .billsApart),
        ]
        for (key, word, change) in overlooked where fields.value(key)?.choice(among: [word]) != nil {
            changes.append(change)
        }
        changes += readWays(&fields)
        fields.finish()
        let areKnown = families.allSatisfy { names.familyMeasures[$0] != nil }
        if changes.isEmpty, areKnown, log.errorCount == errors {
            value.fail("a misconception changes something", mend: "add bills:, credit: or another change")
        }
        return changes
    }

    /// Whoever bills each of what is counted must count something.
    private func checkCountable(_ families: [ID<Family>], at value: Value) {
        let measures = families.isEmpty ? [names.mainMeasure] : families.compactMap { names.familyMeasures[$0] }
        guard let measure = measures.first(where: { !$0.isCountable }) else { return }
        value.fail(
            "nobody bills each of some \(measure.counted)",
            mend: "name families: that count days, doses, services or sites")
    }

    /// Reads the numbers of a family that are changed, in what the families measure that the belief is about.
    private func readNumbers(_ fields: inout Fields, of families: [ID<Family>]) -> [Misconception.Change] {
        // Of a family that is none, what it measures is not known, and its own problem is told.
        let measure =
            families.isEmpty ? names.mainMeasure : families.compactMap { names.familyMeasures[$0] }.first
        let keys: [(key: String, least: Int, change: (Int) -> Misconception.Change)] = [
            ("further-after", 0, { .furtherAfter($0) }), ("further-each", 1, { .furtherEach($0) }),
            ("first-each", 1, { .firstEach($0) }), ("first-from", 1, { .firstFrom($0) }),
        ]
        return keys.compactMap { key, least, change in
            guard let value = fields.value(key), let measure else { return nil }
            return value.measured(by: measure, from: least, minutes: ClockTime.minutesADay).map(change)
        }
    }

    /// Reads the changes that take one way of a payer for another, or something wrong for a modifier.
    private func readWays(_ fields: inout Fields) -> [Misconception.Change] {
        let ways: [Misconception.Change?] = [
            fields.value("same-day")?.choice(Policy.SameDay.self).map { .sameDay($0) },
            fields.value("midnight")?.choice(Policy.Midnight.self).map { .midnight($0) },
            fields.value("therapy-days")?.choice(Policy.TherapyDays.self).map { .therapyDays($0) },
            fields.value("discarded")?.choice(Policy.Discarded.self).map { .discarded($0) },
            fields.value("forgets").flatMap(knownModifier).map { .forgets($0) },
            fields.value("scope")?.choice(Scope.self).map { .scope($0) },
            fields.value("pooling")?.choice(Policy.Pooling.self).map { .pooling($0) },
            fields.value("initial")?.choice(Policy.InitialService.self).map { .initial($0) },
            fields.value("hierarchy")?.choice(Misconception.HierarchyError.self).map { .hierarchy($0) },
        ]
        let swapped = fields.value("swaps")?.list(knownModifier)
        if let swapped, swapped.count == 2, swapped[0] == swapped[1] {
            fields.value("swaps")?.fail("\(swapped[0]) is swapped for itself", mend: "name two modifiers")
        }
        let swap = swapped.flatMap { $0.count == 2 ? Misconception.Change.swaps($0[0], $0[1]) : nil }
        return (ways + [swap]).compactMap(\.self)
    }
}
