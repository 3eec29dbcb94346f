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
            let charges = together.reduce(into: []) { $0.joinByFamily($1) }
            share(charges, of: pool, into: &lines, &steps)
        }
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

extension [Measured] {
    /// Adds what was measured, to that of the same family where there is any.
    fileprivate mutating func joinByFamily(_ measured: Measured) {
        if let same = firstIndex(where: { $0.family == measured.family }) {
            self[same] = self[same].joined(to: measured)
        } else {
            append(measured)
        }
    }
}
