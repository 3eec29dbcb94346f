extension Rules {
    /// Adds what one visit earns by the law of its family, as lines with at least one unit.
    ///
    /// A visit of which nobody knows how long it took earns what a single minute would, and no further block.
    func convert(_ visit: BilledVisit, into lines: inout DueLines, _ steps: inout Steps) {
        let family = codes.families[visit.family]
        let first = family.first(for: visit.minutes ?? 1)
        guard first != nil || family.first.isEmpty else {
            let least = family.first.map(\.from).min() ?? 0
            return steps.note(.belowMinimum(minutes: visit.minutes ?? 0, least: least))
        }
        if let first, let each = first.each {
            let units = max(policy.credit.units(in: visit.minutes ?? 1, each: each), 1)
            steps.note(.firstRepeated(code: first.code, minutes: visit.minutes ?? 0, each: each, units: units))
            lines.add(line(first.code, units: units))
        } else if let first, !(family.furtherReplacesFirst && earnsFurther(visit, by: family, after: first)) {
            lines.add(line(first.code, units: 1))
        }
        guard let minutes = visit.minutes else { return }
        if let first, first.each == nil {
            steps.note(.first(code: first.code, minutes: minutes, covers: first.covers))
        }
        for further in family.further {
            convert(minutes, by: further, after: first, into: &lines, &steps)
        }
    }

    private func convert(
        _ minutes: Int, by further: Family.Further, after first: Family.First?, into lines: inout DueLines,
        _ steps: inout Steps
    ) {
        let definition = codes.index(of: further.code)
        guard codes.mayFollow(definition, first?.code) else { return }
        let left = further.left(of: minutes)
        guard left > 0 else {
            return steps.note(.nothingFurther(code: further.code, minutes: minutes, after: further.after))
        }
        let credit = policy.credit(for: further)
        let units = credit.units(in: left, each: further.each)
        let threshold = credit.threshold(of: further.each)
        steps.note(
            .further(code: further.code, left: left, each: further.each, threshold: threshold, units: units))
        if units > 0 { lines.add(DueLine(code: further.code, units: units, definition: definition)) }
    }

    /// Whether a visit earns a unit of any further block.
    private func earnsFurther(_ visit: BilledVisit, by family: Family, after first: Family.First) -> Bool {
        guard let minutes = visit.minutes else { return false }
        return family.further.contains { further in
            codes.mayFollow(codes.index(of: further.code), first.code)
                && policy.credit(for: further).units(in: further.left(of: minutes), each: further.each) > 0
        }
    }

    private func line(_ code: Code, units: Int) -> DueLine {
        DueLine(code: code, units: units, definition: codes.index(of: code))
    }
}
