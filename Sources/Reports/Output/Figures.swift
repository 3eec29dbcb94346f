/// A figure with two decimals.
package func decimals(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = abs(hundredths) % 100
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
}

/// Millionths of an item's worth as points, with the decimals that they need.
package func pointsText(_ millionths: Int) -> String {
    let digits = String(String(millionths % 1_000_000 + 1_000_000).dropFirst())
    let decimals = digits.lastIndex { $0 != "0" }.map { "." + digits[...$0] } ?? ""
    let number = "\(millionths / 1_000_000)\(decimals)"
    return number == "1" ? "1 point" : "\(number) points"
}
