import Testing

@testable import Scoring

/// A biller who does what findings ask for, one after the other, ends at what is due.
struct MendingTests {
    /// A claim after one finding was seen to: a line that is denied goes, units are set right, a code that is lacking
    /// is added.
    private static func mended(_ claim: Claim, by finding: Finding, towards key: Claim) -> Claim {
        let due = key.lines.filter { $0.code == finding.code }
        guard let line = finding.line else { return Claim(claim.lines + due) }
        var lines = claim.lines
        if finding.severity == .denied {
            lines.remove(at: line - 1)
        } else {
            lines.removeAll { $0.code == finding.code }
            lines.insert(contentsOf: due, at: min(line - 1, lines.count))
        }
        return Claim(lines)
    }

    private static func expectMending(_ answer: Claim, against key: Key) {
        var claim = answer
        var steps = 0
        while let finding = validate(claim, against: key).first, steps < 40 {
            claim = mended(claim, by: finding, towards: key.claim)
            steps += 1
        }
        #expect(steps < 40, "\(answer) is never mended, for \(key.encounter)")
        for code in Set(claim.lines.map(\.code) + key.claim.lines.map(\.code)) {
            #expect(claim.units(of: code) == key.claim.units(of: code), "\(answer) becomes \(claim), not \(key.claim)")
        }
        #expect(grade(claim, against: key).fraction >= grade(answer, against: key).fraction)
    }

    @Test(arguments: 0..<8) func `claims of every kind are mended by their findings`(seed: UInt64) {
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let rules = Rules.arbitrary(using: &generator)
            let key = derive(.arbitrary(using: &generator), under: rules)
            Self.expectMending(.arbitrary(near: rules.codes, using: &generator), against: key)
        }
    }

    /// Every claim of the examples of edits, but for pairs that a modifier may tell apart: whether it does so rightly,
    /// no edit knows.
    @Test(arguments: Edit.Name.allCases) func `the examples of an edit are mended by their findings`(edit: Edit.Name) {
        for example in EditExample.of(edit)
        where !example.rules.codes.exclusions.contains(where: \.modifierMayUnbundle) {
            Self.expectMending(claim(example.claim), against: derive(example.encounter, under: example.rules))
        }
    }

    /// What people write for the visits of the packs.
    @Test(arguments: PackFindingTests.criticalCare + PackFindingTests.outpatient + PackFindingTests.homeInfusion)
    func `the claims of the packs are mended by their findings`(billed: PackFindingTests.Billed) {
        Self.expectMending(claim(billed.claim), against: derive(billed.encounter, under: billed.rules))
    }
}
