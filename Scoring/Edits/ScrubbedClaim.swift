/// A claim with each of its lines looked up once, so that no edit has to.
struct ScrubbedClaim {
    private let billed: Claim
    /// What the claim is held against.
    let key: Key
    let lines: [Line]

    /// A line of the claim and where it stands.
    struct Line {
        /// Counted from 1.
        let number: Int
        let code: Code
        let units: Int
        /// Units of the code up to this line, this line included, lines that repeat an earlier one left out.
        let unitsSoFar: Int
        /// The number of the earlier line that has the same code and modifiers.
        let repeated: Int?
        /// The index of the code's definition; nil where the code is unknown.
        let definition: Int?
        /// The index of the family that bills the code.
        let family: Int?
        /// The index of the family's tally in the key; nil where no visit gave any of its services.
        let tally: Int?
        /// Whether the payer pays for none of the visits that gave the family's services.
        let isRefused: Bool
        /// Units of the code that the key bills.
        let due: Int
        /// Units of the code that the time supports: those of the key at least, since minutes that a cap takes off may
        /// leave a shorter range with a code of its own.
        let supported: Int
        /// Whether an edit of codes or circumstances speaks for the line, so that its units need no finding.
        let isBarred: Bool
    }

    init(_ claim: Claim, against key: Key) {
        billed = claim
        self.key = key
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
}

extension ScrubbedClaim.Line {
    fileprivate init(_ index: Int, of claim: Claim, after earlier: [ScrubbedClaim.Line], against key: Key) {
        number = index + 1
        code = claim.lines[index].code
        units = claim.lines[index].units
        definition = key.rules.codes.index(of: code)
        family = definition.flatMap { key.rules.codes.relations[$0].family }
        tally = family.flatMap { family in key.tallies.firstIndex { $0.family == family } }
        isRefused = tally.map { !key.tallies[$0].isPaid } ?? false
        due = key.claim.units(of: code)
        supported = max(key.supported.units(of: code), due)
        var repeated: Int?
        var before = 0
        for line in earlier where line.code == code {
            before = line.unitsSoFar
            if claim.lines[line.number - 1].hasSameModifiers(as: claim.lines[index]) {
                repeated = repeated ?? line.number
            }
        }
        self.repeated = repeated
        unitsSoFar = repeated == nil ? saturatingSum(before, units) : before
        isBarred = Self.isBarred(definition, tally: tally, due: due, by: key)
    }

    private static func isBarred(_ definition: Int?, tally: Int?, due: Int, by key: Key) -> Bool {
        guard let definition, let tally, key.tallies[tally].isPaid else { return true }
        if due > 0 { return false }
        return !key.tallies[tally].lacking.isEmpty
            || !key.rules.isReportable(definition, on: key.encounter.date)
            || key.rules.exclusion(of: definition, among: key.claim.bills) != nil
    }
}
