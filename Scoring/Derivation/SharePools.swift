extension Rules {
    /// Whether what was measured waits for all that shares its minutes.
    func isPooled(_ measured: Measured) -> Bool {
        !codes.pools.isEmpty && policy.pooling == .total && pool(of: measured) != nil
    }

    private func pool(of measured: Measured) -> Int? {
        codes.pools.firstIndex { $0.families.contains(codes.families[measured.family].id) }
    }

    /// Adds what some pools earn, the minutes of each day and pool shared out over their codes.
    func share(_ pooled: [Measured], into lines: inout DueLines, _ steps: inout Steps) {
        if pooled.isEmpty { return }
        var left = pooled
        while let first = left.first, let number = pool(of: first) {
            let pool = codes.pools[number]
            let together = left.filter { self.pool(of: $0) == number && $0.dates == first.dates }
            left.removeAll { self.pool(of: $0) == number && $0.dates == first.dates }
            let charges = together.reduce(into: []) { join($1, to: &$0) }
            share(charges, of: pool, into: &lines, &steps)
        }
    }

    /// Adds what was measured, to that of the same family where there is any; what each person did stays by itself where
    /// codes or modifiers go by who did it.
    private func join(_ measured: Measured, to charges: inout [Measured]) {
        let isByPerformer = conditions.familiesByPerformer.contains(measured.family)
        let same = charges.firstIndex {
            $0.family == measured.family
                && (!isByPerformer || $0.setting?.performers == measured.setting?.performers)
        }
        if let same { charges[same] = charges[same].joined(to: measured) } else { charges.append(measured) }
    }

    private func share(
        _ charges: [Measured], of pool: Pool, into lines: inout DueLines, _ steps: inout Steps
    ) {
        let minutes = charges.map { $0.amount ?? 0 }
        let units = pool.share(minutes)
        steps.note(
            .pool(
                .pooled(
                    minutes: minutes, each: pool.each, least: pool.credit.threshold(of: pool.each),
                    units: units.reduce(0, +))))
        for (charge, units) in zip(charges, units) {
            guard let code = codes.families[charge.family].further.first?.code else { continue }
            steps.note(.pool(.shared(code: code, minutes: charge.amount ?? 0, each: pool.each, units: units)))
            if units > 0, let line = line(code, units: units, of: charge, &steps) { lines.add(line) }
        }
    }
}
