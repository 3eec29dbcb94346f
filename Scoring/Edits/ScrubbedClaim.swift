/// A claim with each of its lines looked up once, so that no edit has to.
struct ScrubbedClaim {
    private let billed: Claim
    /// What the claim is held against.
    let key: Key
    /// Whether a line bears a modifier.
    let hasModifiers: Bool
    let lines: [Line]

    /// A line of the claim and where it stands.
    struct Line {
        /// Counted from 1.
        let number: Int
        let code: Code
        let units: Int
        /// Whether units are counted in tenths.
        let inTenths: Bool
        /// Units of the code up to this line, this line included, lines that repeat an earlier one left out.
        let unitsSoFar: Int
        /// The number of the earlier line that has the same code and modifiers.
        let repeated: Int?
        /// The index of the code's definition; nil where the code is unknown.
        let definition: Int?
        /// The index of what bills the code: of a family, or of a hierarchy behind all families.
        let charge: Int?
        /// The index of its tally in the key; nil where nothing on record is of its kinds.
        let tally: Int?
        /// Whether the payer pays for none of the visits that gave the family's services.
        let isRefused: Bool
        /// Units of the code that the key bills.
        let due: Int
        /// Units of the code that the time supports: those of the key at least, since minutes that a cap takes off may
        /// leave a shorter range with a code of its own.
        let supported: Int
        /// Whether the record supports more units than the payer's limits leave, and the line bills some of these.
        var isOverLimit: Bool { supported > due && unitsSoFar > due && repeated == nil && !isBarred }
        /// Whether an edit of codes or circumstances speaks for the line, so that its units need no finding.
        let isBarred: Bool
    }

    init(_ claim: Claim, against key: Key) {
        billed = claim
        self.key = key
        hasModifiers = claim.hasModifiers
        var lines: [Line] = []
        lines.reserveCapacity(claim.lines.count)
        for number in claim.lines.indices { lines.append(Line(number, of: claim, after: lines, against: key)) }
        self.lines = lines
    }

    var rules: Rules { key.rules }
    var codes: CodeSet { key.rules.codes }

    /// Whether a line bills a code.
    func bills(_ code: Code) -> Bool { lines.contains { $0.code == code } }

    /// The units of a code over all lines, as far as a number can count them.
    func units(of code: Code) -> Int { billed.units(of: code) }

    /// The modifiers of a line.
    func modifiers(of line: Line) -> [Modifier] { billed.lines[line.number - 1].modifiers }

    /// Units that the lines with a line's modifiers, up to it, bill beyond those of the key, and that are due on another
    /// line of the code; with the modifiers of that line. Nil where there are none.
    func surplus(of line: Line) -> (units: Int, due: [Modifier])? {
        let own = billed.lines[line.number - 1]
        let due = key.claim.lines.filter { $0.code == line.code }
        guard due.contains(where: { !$0.hasSameModifiers(as: own) }) else { return nil }
        let extra = units(like: own, among: billed.lines[..<line.number]) - units(like: own, among: due[...])
        guard extra > 0 else { return nil }
        for other in due {
            let open = units(like: other, among: due[...]) - units(like: other, among: billed.lines[...])
            if open > 0 { return (min(extra, open), other.modifiers) }
        }
        return nil
    }

    private func units(like line: ClaimLine, among lines: ArraySlice<ClaimLine>) -> Int {
        lines.reduce(0) { sum, other in
            other.code == line.code && other.hasSameModifiers(as: line) ? saturatingSum(sum, other.units) : sum
        }
    }
}

extension ClaimLine {
    /// Whether two lines have the same code and modifiers, and days that may be the same.
    fileprivate func mayRepeat(_ other: ClaimLine) -> Bool {
        code == other.code && hasSameModifiers(as: other)
            && (dates == nil || other.dates == nil || dates == other.dates)
    }
}

extension Key {
    /// Whether earlier lines take up every line that a line might stand for, as where visits of several days bill the
    /// same code each: of the key, or of what the record supports where a limit leaves fewer.
    fileprivate func isFull(of line: ClaimLine, among earlier: ArraySlice<ClaimLine>) -> Bool {
        let before = earlier.count { $0.mayRepeat(line) }
        return before >= claim.lines.count { $0.mayRepeat(line) }
            && before >= supported.lines.count { $0.mayRepeat(line) }
    }
}

extension ScrubbedClaim.Line {
    fileprivate init(_ index: Int, of claim: Claim, after earlier: [ScrubbedClaim.Line], against key: Key) {
        number = index + 1
        code = claim.lines[index].code
        units = claim.lines[index].units
        inTenths = claim.lines[index].inTenths
        definition = key.rules.codes.index(of: code)
        let billed = claim.lines[index].code
        charge = definition.flatMap { Self.charge(billing: $0, of: billed, by: key) }
        tally = charge.flatMap { charge in key.tallies.firstIndex { $0.charge == charge } }
        isRefused = tally.map { !key.tallies[$0].isPaid } ?? false
        due = key.claim.units(of: code)
        supported = max(key.supported.units(of: code), due)
        var repeated: Int?
        var before = 0
        for line in earlier where line.code == code {
            before = line.unitsSoFar
            if claim.lines[line.number - 1].mayRepeat(claim.lines[index]) { repeated = repeated ?? line.number }
        }
        if repeated != nil, !key.isFull(of: claim.lines[index], among: claim.lines[..<index]) { repeated = nil }
        self.repeated = repeated
        unitsSoFar = repeated == nil ? saturatingSum(before, units) : before
        isBarred = Self.isBarred(definition, tally: tally, due: due, by: key)
    }

    /// The index of what bills a code: of several families that do, one that was paid.
    private static func charge(billing definition: Int, of code: Code, by key: Key) -> Int? {
        let usual = key.rules.charge(billing: definition)
        if key.tallies.contains(where: { $0.charge == usual && $0.isPaid }) { return usual }
        let families = key.rules.codes.families
        let paid = key.tallies.first { tally in
            tally.isPaid && families.indices.contains(tally.charge) && families[tally.charge].codes.contains(code)
        }
        return paid?.charge ?? usual
    }

    private static func isBarred(_ definition: Int?, tally: Int?, due: Int, by key: Key) -> Bool {
        guard let definition, let tally, key.tallies[tally].isPaid else { return true }
        if due > 0 { return false }
        return !key.tallies[tally].lacking.isEmpty || key.isFiledLate
            || key.rules.policy.notPaidApart.contains(key.rules.codes.codes[definition])
            || !key.rules.isReportable(definition, on: key.encounter.date)
            || key.rules.exclusion(of: definition, among: key.claim.bills) != nil
    }
}
