extension Rules {
    /// Adds what one sitting earns, as lines with at least one unit. Without a known length it earns what a single
    /// minute would, and no add-on.
    func addLines(of place: Int, for sitting: Sitting, to due: inout [DueLine]) {
        let minutes = sitting.isTimed ? sitting.minutes : 1
        let first = codes.families[place].first(for: minutes)
        guard minutes > 0, first != nil || codes.families[place].first.isEmpty else { return }
        let further = codes.families[place].further
        if let first, let each = repeatedFirst(with: further) {
            return due.add(line(first.code, units: max(policy.credit.units(in: minutes, each: each), 1)))
        }
        let mayBillFurther = sitting.isTimed && habits.bills != .firstOnly
        if let first, habits.bills != .furtherOnly || !mayBillFurther || !earns(further, after: first, in: minutes) {
            due.add(line(first.code, units: 1))
        }
        guard mayBillFurther else { return }
        for further in further {
            if let line = line(further, after: first, in: minutes) { due.add(line) }
        }
    }

    /// Whether so many minutes earn a unit of any add-on.
    private func earns(_ further: [Family.Further], after first: Family.First, in minutes: Int) -> Bool {
        for further in further where line(further, after: first, in: minutes) != nil { return true }
        return false
    }

    private func line(_ code: Code, units: Int) -> DueLine {
        DueLine(code: code, units: units, place: codes.place(of: code))
    }

    /// What so many minutes earn of an add-on beside a first code; nil where that is nothing.
    private func line(_ further: Family.Further, after first: Family.First?, in minutes: Int) -> DueLine? {
        let place = codes.place(of: further.code)
        guard codes.follows(place, first?.code) else { return nil }
        let units = policy.credit(for: further).units(in: further.left(of: minutes), each: further.each)
        return units > 0 ? DueLine(code: further.code, units: units, place: place) : nil
    }

    /// The minutes for which a believer bills the first code again. Only a family with add-ons leads anyone to it.
    private func repeatedFirst(with further: [Family.Further]) -> Int? {
        further.isEmpty ? nil : habits.firstEach
    }

    /// Keeps the steps that lead from a sitting to what it earns.
    func explain(
        _ due: [DueLine], of place: Int, for sitting: Sitting, in derivation: inout Derivation
    ) {
        let minutes = sitting.minutes
        let first = codes.families[place].first(for: sitting.isTimed ? minutes : 1)
        let further = codes.families[place].further
        if let first, let each = repeatedFirst(with: further) {
            let units = due.first?.units ?? 0
            return derivation.note(.firstRepeated(code: first.code, minutes: minutes, each: each, units: units))
        }
        guard first != nil || codes.families[place].first.isEmpty else {
            let least = codes.families[place].first.map(\.from).min() ?? 0
            return derivation.note(.belowMinimum(minutes: minutes, least: least))
        }
        guard sitting.isTimed else { return }
        if let first { derivation.note(.first(code: first.code, minutes: minutes, covers: first.covers)) }
        guard habits.bills != .firstOnly else { return }
        for further in further where codes.follows(codes.place(of: further.code), first?.code) {
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
    /// Whether the add-on at a place may follow a first code; what is no add-on, or not of the set, follows anything.
    fileprivate func follows(_ place: Int?, _ first: Code?) -> Bool {
        guard let place, definitions[place].isAddOn else { return true }
        return first.map(definitions[place].addOnTo.contains) ?? false
    }
}
