extension Rules {
    /// Adds what was measured at once, by the law of its family, as lines with at least one unit.
    ///
    /// A visit of which nobody knows how long it took earns what a single minute would, and no further block.
    func convert(_ measured: Measured, into lines: inout DueLines, _ steps: inout Steps) {
        let family = codes.families[measured.family]
        let amount = measured.amount ?? 1
        let isLater = measured.isLater && !family.first.isEmpty && !family.further.isEmpty
        let first = isLater ? nil : family.first(for: amount)
        guard first != nil || isLater || family.first.isEmpty else {
            let least = family.first.map(\.from).min() ?? 0
            return steps.note(.belowMinimum(minutes: measured.amount ?? 0, least: least, of: family.measure))
        }
        if let first { convert(measured, by: first, of: family, into: &lines, &steps) }
        guard measured.amount != nil else { return }
        let opening = isLater ? family.first(for: family.first.map(\.from).min() ?? 1) : first
        for further in family.further where further.mayBeBilled(for: amount) || isLater {
            let left = isLater ? amount : further.left(of: amount)
            convert(measured, left: left, by: further, after: opening, of: family, into: &lines, &steps)
        }
    }

    private func convert(
        _ measured: Measured, by first: Family.First, of family: Family, into lines: inout DueLines,
        _ steps: inout Steps
    ) {
        let amount = measured.amount ?? 1
        if let each = first.each {
            let units = max((first.credit ?? policy.credit).units(in: amount, each: each), 1)
            steps.note(
                .firstRepeated(
                    code: first.code, minutes: measured.amount ?? 0, each: each, units: units, of: family.measure))
            return add(first.code, units: units, of: measured, to: &lines, &steps)
        }
        if !(family.furtherReplacesFirst && earnsFurther(measured, by: family, after: first)) {
            let units = codes.isInTenths(first.code) ? first.units * 10 : first.units
            add(first.code, units: units, of: measured, to: &lines, &steps)
        }
        if measured.amount != nil {
            steps.note(.first(code: first.code, minutes: amount, covers: first.covers, of: family.measure))
        }
    }

    private func convert(
        _ measured: Measured, left: Int, by further: Family.Further, after first: Family.First?, of family: Family,
        into lines: inout DueLines, _ steps: inout Steps
    ) {
        // The primary of an add-on in a family of its own is another family's, and its absence is found at the end.
        guard family.first.isEmpty || codes.mayFollow(codes.index(of: further.code), first?.code) else { return }
        let amount = measured.amount ?? 0
        guard left > 0 else {
            return steps.note(
                .nothingFurther(code: further.code, minutes: amount, after: further.after, of: family.measure))
        }
        if codes.isInTenths(further.code) {
            let tenths = further.tenths(in: left)
            steps.note(
                .furtherInTenths(
                    code: further.code, left: left, each: further.each, tenths: tenths, of: family.measure))
            return add(further.code, units: tenths, of: measured, to: &lines, &steps)
        }
        let credit = policy.credit(for: further)
        let units = credit.units(in: left, each: further.each)
        let threshold = credit.threshold(of: further.each)
        steps.note(
            .further(
                code: further.code, left: left, each: further.each, threshold: threshold, units: units,
                of: family.measure))
        if units > 0 { add(further.code, units: units, of: measured, to: &lines, &steps) }
    }

    /// Whether what was measured earns a unit of any further block.
    private func earnsFurther(_ measured: Measured, by family: Family, after first: Family.First) -> Bool {
        guard let amount = measured.amount else { return false }
        return family.further.contains { further in
            further.mayBeBilled(for: amount) && codes.mayFollow(codes.index(of: further.code), first.code)
                && policy.credit(for: further).units(in: further.left(of: amount), each: further.each) > 0
        }
    }

    /// Adds units of a code, or of the code that stands in for it, with the modifiers that its setting calls for.
    func add(
        _ code: Code, units: Int, of measured: Measured, to lines: inout DueLines, _ steps: inout Steps
    ) {
        if measured.times > 1 { steps.note(.line(.repeated(code: code, each: units, times: measured.times))) }
        let units = units * measured.times
        guard units > 0 else { return }
        guard let setting = measured.setting else {
            return lines.add(
                DueLine(
                    code: code, units: units, inTenths: codes.isInTenths(code), definition: codes.index(of: code),
                    dates: measured.dates))
        }
        let billed = standIn(for: code, of: measured.family, in: setting)
        if billed != code { steps.note(.line(.stoodIn(code: billed, of: code))) }
        lines.add(line(billed, units: units, in: setting, dates: measured.dates, &steps))
    }
}
