extension Rules {
    /// What one sitting earns, as lines with at least one unit. Without a known length it earns what a single minute
    /// would, and no add-on.
    func lines(of place: Int, for sitting: Sitting) -> [DueLine] {
        let minutes = sitting.isTimed ? sitting.minutes : 1
        let first = codes.families[place].first(for: minutes)
        guard minutes > 0, first != nil || codes.families[place].first.isEmpty else { return [] }
        let further = codes.families[place].further
        if let first, let each = repeatedFirst(with: further) {
            return [line(first.code, units: max(policy.credit.units(in: minutes, each: each), 1))]
        }
        var lines: [DueLine] = []
        lines.reserveCapacity(1 + further.count)
        if let first { lines.append(line(first.code, units: 1)) }
        guard sitting.isTimed, habits.bills != .firstOnly else { return lines }
        for further in further where codes.follows(further.code, first?.code) {
            let units = policy.credit(for: further).units(in: further.left(of: minutes), each: further.each)
            if units > 0 { lines.append(line(further.code, units: units)) }
        }
        if habits.bills == .furtherOnly, first != nil, lines.count > 1 { lines.removeFirst() }
        return lines
    }

    private func line(_ code: Code, units: Int) -> DueLine {
        DueLine(code: code, units: units, place: codes.place(of: code))
    }

    /// The minutes for which a believer bills the first code again. Only a family with add-ons leads anyone to it.
    private func repeatedFirst(with further: [Family.Further]) -> Int? {
        further.isEmpty ? nil : habits.firstEach
    }

    /// Keeps the steps that lead from a sitting to what it earns.
    func explain(
        _ due: [DueLine], of family: Family, for sitting: Sitting, in derivation: inout Derivation
    ) {
        let minutes = sitting.minutes
        let first = family.first(for: sitting.isTimed ? minutes : 1)
        if let first, let each = repeatedFirst(with: family.further) {
            let units = due.first?.units ?? 0
            return derivation.note(.firstRepeated(code: first.code, minutes: minutes, each: each, units: units))
        }
        guard first != nil || family.first.isEmpty else {
            let least = family.first.map(\.from).min() ?? 0
            return derivation.note(.belowMinimum(minutes: minutes, least: least))
        }
        guard sitting.isTimed else { return }
        if let first { derivation.note(.first(code: first.code, minutes: minutes, covers: first.covers)) }
        guard habits.bills != .firstOnly else { return }
        for further in family.further where codes.follows(further.code, first?.code) {
            let left = further.left(of: minutes)
            guard left > 0 else {
                derivation.note(.nothingFurther(code: further.code, minutes: minutes, after: further.after))
                continue
            }
            let threshold = policy.credit(for: further).threshold(of: further.each)
            let units = due.first { $0.code == further.code }?.units ?? 0
            derivation.note(
                .further(code: further.code, left: left, each: further.each, threshold: threshold, units: units))
        }
    }
}

extension CodeSet {
    /// Whether an add-on may follow a first code; a code that is no add-on follows anything.
    fileprivate func follows(_ code: Code, _ first: Code?) -> Bool {
        guard let place = place(of: code) else { return true }
        let primaries = definitions[place].addOnTo
        guard !primaries.isEmpty else { return true }
        return first.map(primaries.contains) ?? false
    }
}
