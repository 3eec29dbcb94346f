import Testing

@testable import Scoring

/// Drugs by the amount that a unit of their code stands for, as HCPCS Level II states it, and what is left of their
/// containers: given rounded up, discarded in whole units of what the containers hold besides.
struct DrugUnitTableTests {
    struct Dose: Sendable, CustomTestStringConvertible {
        let code: Code
        /// A unit of the code.
        let each: String
        let given: String
        let discarded: String
        /// Units of what was given and of what was discarded, on two lines.
        let units: (given: Int, discarded: Int)
        var testDescription: String { "\(code): \(given) given, \(discarded) discarded" }

        init(_ code: Code, _ each: String, _ given: String, _ discarded: String, _ units: (Int, Int)) {
            self.code = code
            self.each = each
            self.given = given
            self.discarded = discarded
            self.units = units
        }
    }

    static let all: [Dose] = [
        // Rituximab, 10 mg: 745 mg from 500 and three times 100.
        Dose("J9312", "10 mg", "745 mg", "55 mg", (75, 5)),
        Dose("J9312", "10 mg", "800 mg", "0 mg", (80, 0)),
        Dose("J9312", "10 mg", "791 mg", "9 mg", (80, 0)),
        Dose("J9312", "10 mg", "790 mg", "10 mg", (79, 1)),
        // Bevacizumab, 10 mg: 437 mg from 400 and 100.
        Dose("J9035", "10 mg", "437 mg", "63 mg", (44, 6)),
        // A toxin, 1 unit: 155 of 200.
        Dose("J0585", "1 units", "155 units", "45 units", (155, 45)),
        Dose("J0585", "1 units", "154.5 units", "45.5 units", (155, 45)),
        // Heparin, 1000 units.
        Dose("J1644", "1000 units", "5000 units", "0 units", (5, 0)),
        Dose("J1644", "1000 units", "4200 units", "800 units", (5, 0)),
        Dose("J1644", "1000 units", "3500 units", "1500 units", (4, 1)),
        // Darbepoetin, 1 mcg.
        Dose("J0881", "1 mcg", "60 mcg", "40 mcg", (60, 40)),
        Dose("J0881", "1 mcg", "0.1 mg", "0 mg", (100, 0)),
        // Saline, 1000 mL, 500 mL and 250 mL.
        Dose("J7030", "1 L", "1 L", "0 mL", (1, 0)), Dose("J7030", "1000 mL", "1001 mL", "999 mL", (2, 0)),
        Dose("J7040", "500 mL", "750 mL", "250 mL", (2, 0)), Dose("J7050", "250 mL", "750 mL", "250 mL", (3, 1)),
        // Piperacillin with tazobactam, 1.125 g: doses of 2.25, 3.375 and 4.5 g.
        Dose("J2543", "1.125 g", "2.25 g", "0 g", (2, 0)), Dose("J2543", "1.125 g", "3.375 g", "0 g", (3, 0)),
        Dose("J2543", "1.125 g", "4.5 g", "0 g", (4, 0)), Dose("J2543", "1.125 g", "4 g", "0.5 g", (4, 0)),
        Dose("J2543", "1.125 g", "3 g", "1.5 g", (3, 1)),
        // Immune globulin, 500 mg: 25 and 32.5 g.
        Dose("J1569", "500 mg", "25 g", "0 g", (50, 0)), Dose("J1569", "500 mg", "32.5 g", "2.5 g", (65, 5)),
        // A milligram a unit: nothing is rounded but a part of one.
        Dose("J2405", "1 mg", "4 mg", "0 mg", (4, 0)), Dose("J0878", "1 mg", "417.2 mg", "82.8 mg", (418, 82)),
        Dose("J0878", "1 mg", "0.001 mg", "0.999 mg", (1, 0)), Dose("J0878", "1 mg", "0.001 mg", "1 mg", (1, 0)),
        Dose("J0878", "1 mg", "0.001 mg", "1.999 mg", (1, 1)),
    ]

    private static func rules(_ dose: Dose, _ discarded: Policy.Discarded = .ownLine) throws -> Rules {
        let each = try #require(Amount(dose.each))
        let family = Family(
            id: "drug", title: "the drug", services: ["drug"], measure: .amount(each.unit), first: [],
            further: [.init(code: dose.code, each: each.thousandths, after: 0, credit: .started)])
        var policy = Policy(id: "p", credit: .complete)
        policy.discarded = discarded
        return Rules(
            codes: CodeSet(
                definitions: [.init(code: dose.code, label: "the drug", system: .hcpcs)], families: [family],
                modifierRules: [
                    ModifierRule("JW", on: [dose.code], when: Condition(portion: .discarded)),
                    ModifierRule("JZ", on: [dose.code], when: Condition(portion: .whole)),
                ], rivalModifiers: [["JW", "JZ"]]), policy: policy)
    }

    private static func encounter(_ dose: Dose, times: Int = 1, isSingleDose: Bool = true) throws -> Encounter {
        let given = try #require(Amount(dose.given))
        let drug = DrugGiven(
            "drug", given: given, discarded: Amount(dose.discarded), isSingleDose: isSingleDose,
            times: times)
        return Encounter(date: Sample.day, visits: [], episode: Episode(drugs: [drug]))
    }

    @Test(arguments: all) func `given on one line, discarded on another`(dose: Dose) throws {
        let claim = Counted.claim(try Self.encounter(dose), under: try Self.rules(dose))
        let (given, discarded) = dose.units
        let expected =
            discarded > 0
            ? "\(dose.code) x\(given), \(dose.code)-JW x\(discarded)" : "\(dose.code)-JZ x\(given)"
        #expect(claim.description == expected)
    }

    /// Never more than the containers hold, and a unit more of what was discarded would be more.
    @Test(arguments: all) func `given and discarded fill the containers`(dose: Dose) throws {
        let each = try #require(Amount(dose.each)).thousandths
        let held = try #require(Amount(dose.given)).thousandths + (try #require(Amount(dose.discarded))).thousandths
        let units = dose.units.given + dose.units.discarded
        #expect(dose.units.discarded == 0 || units * each <= held)
        #expect((units + 1) * each > held)
    }

    @Test(arguments: all) func `a payer that pays for nothing discarded bills the dose alone`(dose: Dose) throws {
        let claim = Counted.claim(try Self.encounter(dose), under: try Self.rules(dose, .unpaid))
        #expect(claim.description == "\(dose.code) x\(dose.units.given)")
    }

    /// Rounded once, over all that the containers held.
    @Test(arguments: all) func `a payer that takes both together rounds them once`(dose: Dose) throws {
        let claim = Counted.claim(try Self.encounter(dose), under: try Self.rules(dose, .together))
        let each = try #require(Amount(dose.each)).thousandths
        let held = try #require(Amount(dose.given)).thousandths + (try #require(Amount(dose.discarded))).thousandths
        #expect(claim.description == "\(dose.code) x\((held + each - 1) / each)")
    }

    @Test(arguments: all) func `containers of many doses have neither modifier`(dose: Dose) throws {
        let encounter = try Self.encounter(dose, isSingleDose: false)
        for discarded in [Policy.Discarded.ownLine, .unpaid, .together] {
            let claim = Counted.claim(encounter, under: try Self.rules(dose, discarded))
            #expect(claim.description == "\(dose.code) x\(dose.units.given)", "\(discarded)")
        }
    }

    /// Each of three doses is rounded by itself.
    @Test(arguments: all) func `doses that are alike are billed as often as they were given`(dose: Dose) throws {
        let claim = Counted.claim(try Self.encounter(dose, times: 3), under: try Self.rules(dose))
        #expect(claim.units(of: dose.code) == 3 * (dose.units.given + dose.units.discarded))
        let wasted = claim.lines.filter { $0.modifiers == ["JW"] }
        #expect(wasted.map(\.units) == (dose.units.discarded > 0 ? [3 * dose.units.discarded] : []))
    }

    /// Who bills the label for the dose, who forgets the rest, who puts the wrong modifier: each is found by its edit.
    @Test(
        arguments: [
            ("J9312 x75", [.unitsBelowTime]),
            ("J9312-JZ x75, J9312-JW x5", [.modifierInvalid]), ("J9312-JW-JZ x80", [.modifierCombination]),
            ("J9312 x75, J9312 x5", [.duplicateLine]), ("J9312 x75, J9312-JW x5", []),
            ("J9312-JW x5, J9312 x75", []),
        ] as [(String, [Edit.Name])])
    func `what is billed otherwise is found`(answer: String, edits: [Edit.Name]) throws {
        let dose = Self.all[0]
        let key = derive(try Self.encounter(dose), under: try Self.rules(dose))
        let found = Set(validate(claim(answer), against: key).map(\.edit))
        #expect(found.isSuperset(of: edits) && found.isEmpty == edits.isEmpty, "\(found)")
    }

    @Test(
        arguments: [
            (Policy.Discarded.together, "J9312 x80"), (.unpaid, "J9312 x75"),
        ])
    func `a belief about what is discarded bills so`(believed: Policy.Discarded, expected: String) throws {
        let dose = Self.all[0]
        let belief = Misconception(id: "held", changes: [.discarded(believed)])
        let asked = Case(try Self.encounter(dose), under: try Self.rules(dose), among: [belief])
        #expect(asked.assess(claim(expected)).beliefs == ["held"])
        #expect(asked.assess(asked.key.claim).beliefs.isEmpty)
    }

    /// Amino acids of a day by their weight: a code for each range.
    @Test(
        arguments: [
            ("9 g", "none"), ("10 g", "B4189 x1"), ("51 g", "B4189 x1"), ("51.001 g", "B4193 x1"), ("73 g", "B4193 x1"),
            ("74 g", "B4197 x1"), ("100 g", "B4197 x1"), ("100.001 g", "B4199 x1"), ("240 g", "B4199 x1"),
        ])
    func `an amount chooses one of several codes`(given: String, expected: String) {
        let family = Family(
            id: "amino-acids", title: "amino acids", services: ["drug"], measure: .amount(.milligrams),
            first: [
                .init(code: "B4189", from: 10_000_000, through: 51_000_000),
                .init(code: "B4193", from: 51_000_001, through: 73_000_000),
                .init(code: "B4197", from: 73_000_001, through: 100_000_000),
                .init(code: "B4199", from: 100_000_001),
            ])
        #expect(Counted.claim(Counted.drug(given), under: Counted.rules(family)).description == expected)
    }
}
