/// Units of a code to which something that was measured comes, before other codes stand in and before any limit.
struct Conversion: Equatable {
    /// The index of what was measured.
    let measured: Int
    let code: Code
    let units: Int
}

extension Rules {
    /// Adds what was measured at once, by the law of its family, as lines with at least one unit.
    func addLines(of measured: Measured, to lines: inout DueLines, _ steps: inout Steps) {
        billByFamily(measured, &steps) { code, units, steps in
            if let line = line(code, units: units, of: measured, &steps) { lines.add(line) }
        }
    }

    /// Adds what was measured at once to both what is due and what is supported, where no limit cut its amount.
    func addUncutLines(
        of measured: Measured, to due: inout DueLines, and supported: inout DueLines, _ steps: inout Steps
    ) {
        billByFamily(measured, &steps) { code, units, steps in
            guard let line = line(code, units: units, of: measured, &steps) else { return }
            due.add(line)
            supported.add(line)
        }
    }

    /// Makes a list what some things that were measured come to.
    func convert(_ measured: [Measured], into conversions: inout [Conversion]) {
        conversions.removeAll(keepingCapacity: true)
        var unsaid = Steps.none
        // Each element of an array would be copied for a call, and believers are many.
        measured.withUnsafeBufferPointer { measured in
            for number in measured.indices {
                billByFamily(measured[number], &unsaid) { code, units, _ in
                    conversions.append(Conversion(measured: number, code: code, units: units))
                }
            }
        }
    }

    /// Bills what was measured at once by the law of its family.
    ///
    /// A visit of which nobody knows how long it took earns what a single minute would, and no further block.
    private func billByFamily(
        _ measured: Measured, _ steps: inout Steps, bill: (Code, Int, inout Steps) -> Void
    ) {
        let family = codes.families[measured.family]
        let amount = measured.amount ?? 1
        let isLater = measured.isLater && !family.first.isEmpty && !family.further.isEmpty
        let first = isLater ? nil : family.first(for: amount)
        guard first != nil || isLater || family.first.isEmpty else {
            let least = family.first.map(\.from).min() ?? 0
            return steps.note(.belowMinimum(minutes: measured.amount ?? 0, least: least, of: family.measure))
        }
        if let first { billFirst(first, for: measured, of: family, &steps, bill) }
        guard measured.amount != nil else { return }
        let opening = isLater ? family.first(for: family.first.map(\.from).min() ?? 1) : first
        for further in family.further where further.mayBeBilled(for: amount) || isLater {
            let left = isLater ? amount : further.left(of: amount)
            billFurther(further, for: left, of: measured, after: opening, of: family, &steps, bill)
        }
    }

    private func billFirst(
        _ first: Family.First, for measured: Measured, of family: Family, _ steps: inout Steps,
        _ bill: (Code, Int, inout Steps) -> Void
    ) {
        let amount = measured.amount ?? 1
        if let each = first.each {
            let units = max((first.credit ?? policy.credit).units(in: amount, each: each), 1)
            steps.note(
                .firstRepeated(
                    code: first.code, minutes: measured.amount ?? 0, each: each, units: units, of: family.measure))
            return bill(first.code, units, &steps)
        }
        if measured.amount != nil {
            steps.note(
                .first(
                    code: first.code, minutes: amount, covers: first.covers,
                    range: family.first.count > 1 ? first.range : nil, of: family.measure))
        }
        if !(family.furtherReplacesFirst && earnsFurther(measured, by: family, after: first)) {
            bill(first.code, isInTenths(first.code, measured) ? first.units * 10 : first.units, &steps)
        }
    }

    private func billFurther(
        _ further: Family.Further, for left: Int, of measured: Measured, after first: Family.First?, of family: Family,
        _ steps: inout Steps, _ bill: (Code, Int, inout Steps) -> Void
    ) {
        // The primary of an add-on in a family of its own is another family's, and its absence is found at the end.
        guard family.first.isEmpty || codes.mayFollow(codes.index(of: further.code), first?.code) else { return }
        let amount = measured.amount ?? 0
        guard left > 0 else {
            return steps.note(
                .nothingFurther(code: further.code, minutes: amount, after: further.after, of: family.measure))
        }
        if isInTenths(further.code, measured) {
            let tenths = further.tenths(in: left)
            steps.note(
                .furtherInTenths(
                    code: further.code, left: left, each: further.each, tenths: tenths, credit: further.credit,
                    of: family.measure))
            guard let wholeFrom = wholeFrom(further.code, measured), tenths >= wholeFrom * 10 else {
                return bill(further.code, tenths, &steps)
            }
            let units = further.wholeUnits(in: left)
            steps.note(.line(.inWholeUnits(code: further.code, from: wholeFrom, units: units)))
            return bill(further.code, units * 10, &steps)
        }
        let credit = policy.credit(for: further)
        let units = credit.units(in: left, each: further.each)
        let threshold = credit.threshold(of: further.each)
        steps.note(
            .further(
                code: further.code, left: left, each: further.each, threshold: threshold, units: units,
                of: family.measure))
        if steps.areKept, family.measure == .minutes, let own = further.credit,
            policy.creditByCode[further.code] == nil,
            own.threshold(of: further.each) != policy.credit.threshold(of: further.each)
        {
            steps.noteNew(.line(.ownCredit(code: further.code)))
        }
        if units > 0 { bill(further.code, units, &steps) }
    }

    /// Whether the units of a code, or of the one that stands in for it, are in tenths.
    private func isInTenths(_ code: Code, _ measured: Measured) -> Bool {
        // Few sets have such a code, and to find what stands in takes longer than to bill.
        if codes.vocabulary.inTenths.isEmpty { return false }
        guard let setting = measured.setting else { return codes.isInTenths(code) }
        return codes.isInTenths(standIn(for: code, of: measured.family, in: setting))
    }

    /// The units from which on a code, or the one that stands in for it, is billed in whole ones.
    private func wholeFrom(_ code: Code, _ measured: Measured) -> Int? {
        let billed = measured.setting.map { standIn(for: code, of: measured.family, in: $0) } ?? code
        return codes.definition(of: billed)?.wholeFrom
    }

    /// Whether what was measured earns a unit of any further block.
    private func earnsFurther(_ measured: Measured, by family: Family, after first: Family.First) -> Bool {
        guard let amount = measured.amount else { return false }
        return family.further.contains { further in
            further.mayBeBilled(for: amount) && codes.mayFollow(codes.index(of: further.code), first.code)
                && policy.credit(for: further).units(in: further.left(of: amount), each: further.each) > 0
        }
    }

    /// A line of units of a code, or of the code that stands in for it, with the modifiers that its setting calls for;
    /// nil where nothing is left to bill.
    func line(_ code: Code, units: Int, of measured: Measured, _ steps: inout Steps) -> DueLine? {
        if measured.times > 1 {
            let inTenths = isInTenths(code, measured)
            steps.note(.line(.repeated(code: code, each: units, times: measured.times, inTenths: inTenths)))
        }
        let units = units * measured.times
        guard units > 0 else { return nil }
        let isDaily = codes.families[measured.family].measure == .days
        guard let setting = measured.setting else {
            return DueLine(
                code: code, units: units, inTenths: codes.isInTenths(code), definition: codes.index(of: code),
                dates: measured.dates, ownLines: measured.ownLines, isDaily: isDaily)
        }
        let billed = standIn(for: code, of: measured.family, in: setting)
        if billed != code { steps.noteStandIn(billed, for: code) }
        var line = line(billed, units: units, in: setting, dates: measured.dates, &steps)
        line.isDaily = isDaily
        line.ownLines = measured.ownLines
        return line
    }
}
