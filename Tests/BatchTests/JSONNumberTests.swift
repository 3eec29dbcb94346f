import PseudoTerminal
import Testing

@testable import Batch

private func number(_ text: String) -> JSONNumber? { JSONNumber(Array(text.utf8)[...]) }

@Suite struct `A number of a line` {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("60.0", 60), ("60.000", 60), ("6e1", 60), ("6E+1", 60),
        ("600e-1", 60),
        ("0.6e2", 60), ("0.0e999999999999", 0), ("12.5e1", 125), ("1000000000000000000e-18", 1), ("0e-5", 0),
        ("999999999999999999", 999_999_999_999_999_999), ("-999999999999999999", -999_999_999_999_999_999),
        ("1e17", 100_000_000_000_000_000), ("100e-2", 1), ("0.00001e5", 1),
    ])
    func `is whole where nothing of it is a part`(text: String, whole: Int) throws {
        #expect(try #require(number(text)).whole == whole)
    }

    @Test(arguments: [
        "0.5", "60.5", "1e-1", "1e-400", "240.0000000000000000000001", "12.34e1", "1e18", "1e300", "1e999999999999999",
        "1000000000000000000", "99999999999999999999", "-1e99", "1e-999999999999999999999",
    ])
    func `is not whole where a part is left, or where a computer does not count as far`(text: String) throws {
        #expect(try #require(number(text)).whole == nil)
    }

    @Test(arguments: [
        "", "-", "+1", "01", "-01", "00", ".5", "1.", "1.e1", "e1", "1e", "1e+", "1e-", "1e1.5", "1 ", " 1", "0x10",
        "1_0",
        "--1", "1-", "1e1e1", "Infinity", "NaN",
    ])
    func `is nothing else`(text: String) { #expect(number(text) == nil) }

    /// However the point is moved, it is the same number.
    @Test func `is the same wherever its point stands`() throws {
        var random = Seeded(3)
        for _ in 0..<2_000 {
            let meant = Int.random(in: -1_000_000...1_000_000, using: &random)
            let places = Int.random(in: 0...9, using: &random)
            let digits = String(meant.magnitude) + String(repeating: "0", count: Int.random(in: 0...4, using: &random))
            let shift = digits.count - String(meant.magnitude).count
            let padded = String(repeating: "0", count: max(places + 1 - digits.count, 0)) + digits
            let point = padded.index(padded.endIndex, offsetBy: -places)
            let whole = padded[..<point].drop { $0 == "0" }
            let text =
                (meant < 0 ? "-" : "") + (whole.isEmpty ? "0" : whole)
                + (places > 0 ? ".\(padded[point...])" : "") + "e\(places - shift)"
            #expect(try #require(number(text), "\(text)").whole == meant, "\(text)")
        }
    }
}
