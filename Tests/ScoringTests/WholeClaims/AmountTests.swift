import Testing

@testable import Scoring

/// Amounts as a label or an order writes them, kept exactly.
struct AmountTests {
    /// Thousandths of the unit in which the core keeps it.
    @Test(
        arguments: [
            ("345 mg", 345_000, .milligrams), ("1.125 g", 1_125_000, .milligrams), ("250 mcg", 250, .milligrams),
            ("0.001 mg", 1, .milligrams), ("0.375 mg", 375, .milligrams), ("2 g", 2_000_000, .milligrams),
            ("0.000001 g", 1, .milligrams), ("750 mL", 750_000, .millilitres), ("2 L", 2_000_000, .millilitres),
            ("1.001 L", 1_001_000, .millilitres), ("5000 units", 5_000_000, .units), ("1 unit", 1_000, .units),
            ("0 mg", 0, .milligrams), ("007 mg", 7_000, .milligrams), ("1.500 mL", 1_500, .millilitres),
            ("345mg", 345_000, .milligrams), ("345  MG", 345_000, .milligrams), ("1 l", 1_000_000, .millilitres),
            ("1000000 mg", 1_000_000_000, .milligrams), ("1000 L", 1_000_000_000, .millilitres),
        ] as [(String, Int, Amount.Unit)])
    func `an amount is read to the thousandth`(text: String, thousandths: Int, unit: Amount.Unit) {
        #expect(Amount(text) == Amount(thousandths: thousandths, unit))
    }

    @Test(
        arguments: [
            "", "mg", "5", " 5 mg", "-5 mg", "+5 mg", ".5 mg", "5. mg", "1.2.3 mg", "1,000 mg", "5 kg", "5 mgs",
            "five mg", "1.0001 mg", "0.5 mcg", "1.0000001 g", "1 sq", "1 sq  cm", "1.0001 cm", "1.0001 mL",
            "1000001 mg", "1000.001 g", "1001 L",
            "10000000 mcg", "99999999999999999999 mg", "５ mg", "5\u{308} mg", "5 mg daily", "5\tmg", "5 mg ",
        ])
    func `what is no amount is not read`(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test(
        arguments: [
            ("345 mg", "345 mg"), ("1.125 g", "1125 mg"), ("250 mcg", "0.25 mg"), ("1.50 mL", "1.5 mL"),
            ("2 L", "2000 mL"), ("0.001 mg", "0.001 mg"), ("0.010 mg", "0.01 mg"), ("10.100 mg", "10.1 mg"),
            ("5000 units", "5000 units"), ("0 mL", "0 mL"), ("1000 g", "1000000 mg"), ("2.50 cm", "2.5 cm"),
            ("25 sq cm", "25 sq cm"), ("60 Sq cm", "60 sq cm"),
        ])
    func `an amount is printed without idle zeros`(text: String, printed: String) {
        #expect(Amount(text)?.description == printed)
    }

    @Test(arguments: Amount.Unit.allCases) func `every amount reads back as it is printed`(unit: Amount.Unit) throws {
        let near = [0, 1, 9, 10, 99, 100, 999, 1_000, 1_001, 1_010, 1_100, 999_999, 1_000_000, Amount.limit]
        for thousandths in near + Array(stride(from: 0, through: 3_000_000, by: 7_919)) {
            let amount = try #require(Amount(thousandths: thousandths, unit))
            #expect(Amount(amount.description) == amount)
            #expect(amount.thousandths == thousandths && amount.unit == unit)
        }
    }

    @Test(arguments: [-1, Int.min, Amount.limit + 1, Int.max]) func `an amount has limits`(thousandths: Int) {
        for unit in Amount.Unit.allCases { #expect(Amount(thousandths: thousandths, unit) == nil) }
    }

    /// A tenth of a milligram ten times over is a milligram, which binary fractions miss.
    @Test func `thousandths add up without rounding`() throws {
        let tenth = try #require(Amount("0.1 mg"))
        #expect(Amount(thousandths: tenth.thousandths * 10, .milligrams) == Amount("1 mg"))
        #expect(Amount("0.1 g") == Amount("100 mg") && Amount("100 mcg") == Amount("0.1 mg"))
        #expect(Amount("1 mg") != Amount("1 mL") && Amount.none(.units) == Amount("0 units"))
    }
}
