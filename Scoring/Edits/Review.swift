/// What a claim is held against: the facts, the rules, and the key that they lead to. It never changes, so that all
/// who judge answers to one question can share it.
package final class Basis: Sendable {
    package let encounter: Encounter
    package let key: Key
    /// What makes of the encounter anything but the key.
    package let beliefs: Beliefs

    package var rules: Rules { beliefs.rules }

    package convenience init(_ encounter: Encounter, under rules: Rules) {
        self.init(encounter, among: Beliefs([], about: rules))
    }

    init(_ encounter: Encounter, among beliefs: Beliefs) {
        self.encounter = encounter
        self.beliefs = beliefs
        key = beliefs.key(of: encounter)
    }
}

/// A claim with each of its lines looked up once, so that no edit has to.
struct Review {
    let claim: Claim
    let lines: [Line]

    /// A line of the claim and where it stands.
    struct Line {
        /// Counted from 1.
        let number: Int
        let code: Code
        let units: Int
        /// Units of the code up to this line, this line included, lines that repeat an earlier one left out.
        let unitsSoFar: Int
        /// The earlier line that has the same code and modifiers.
        let repeated: Int?
        /// The place of the code's definition; nil where the code is unknown.
        let definition: Int?
        /// The place of the family that bills the code.
        let family: Int?
        /// The place of the family's tally in the key; nil where no visit gave any of its services.
        let tally: Int?
        /// Units that the time supports, and those that the key bills.
        let supported: Int
        let due: Int
        /// Whether an edit of codes or circumstances speaks for the line, so that its units need no finding.
        let isBarred: Bool
    }

    init(_ claim: Claim, on basis: Basis) {
        self.claim = claim
        var lines: [Line] = []
        lines.reserveCapacity(claim.lines.count)
        for place in claim.lines.indices { lines.append(Line(place, of: claim, after: lines, on: basis)) }
        self.lines = lines
    }
}

extension Review.Line {
    fileprivate init(_ place: Int, of claim: Claim, after earlier: [Review.Line], on basis: Basis) {
        number = place + 1
        code = claim.lines[place].code
        units = claim.lines[place].units
        definition = basis.rules.codes.place(of: code)
        family = definition.flatMap { basis.rules.codes.standings[$0].family }
        tally = family.flatMap { family in basis.key.tallies.firstIndex { $0.family == family } }
        supported = basis.key.supported.units(of: code)
        due = basis.key.claim.units(of: code)
        var repeated: Int?
        var before = 0
        for line in earlier where line.code == code {
            before = line.unitsSoFar
            if claim.lines[line.number - 1].hasSameModifiers(as: claim.lines[place]) {
                repeated = repeated ?? line.number
            }
        }
        self.repeated = repeated
        unitsSoFar = repeated == nil ? saturatingSum(before, units) : before
        isBarred = Self.isBarred(definition, tally: tally, due: due, on: basis)
    }

    private static func isBarred(_ definition: Int?, tally: Int?, due: Int, on basis: Basis) -> Bool {
        guard let definition, let tally, basis.key.tallies[tally].isPaid else { return true }
        if due > 0 { return false }
        let codes = basis.rules.codes
        return !basis.key.tallies[tally].lacking.isEmpty
            || !codes.isReportable(definition, on: basis.encounter.date)
            || codes.standings[definition].deniedBy.contains { basis.key.claim.bills(codes.exclusions[$0].pays) }
    }
}

extension ClaimLine {
    func hasSameModifiers(as other: ClaimLine) -> Bool {
        modifiers == other.modifiers || Set(modifiers) == Set(other.modifiers)
    }
}

/// Holds a claim against every edit; nothing is found when it is the claim that the facts and the policy call for.
package func validate(_ claim: Claim, for encounter: Encounter, under rules: Rules) -> [Finding] {
    validate(claim, on: Basis(encounter, under: rules))
}

/// The same where the key is already known.
package func validate(_ claim: Claim, on basis: Basis) -> [Finding] {
    let review = Review(claim, on: basis)
    var findings: [Finding] = []
    // By place, since an element would carry along all that an edit says.
    for place in Edit.all.indices { Edit.all[place].check(review, basis, &findings) }
    return findings
}
