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

/// A figure with one decimal.
package func tenths(_ number: Double) -> String { decimal(number, 1) }

/// A figure with two decimals, of which 0 has no sign.
package func hundredths(_ number: Double) -> String { decimal(number, 2) }

/// A number with so many decimals, rounded.
private func decimal(_ number: Double, _ places: Int) -> String {
    let factor = places == 1 ? 10 : 100
    let whole = Int((abs(number) * Double(factor)).rounded())
    let rest = String(whole % factor)
    let padding = String(repeating: "0", count: places - rest.count)
    return "\(number < 0 && whole > 0 ? "-" : "")\(whole / factor).\(padding)\(rest)"
}

/// A share in whole percent.
package func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

/// Milliseconds as seconds with a decimal, from a minute on as minutes and seconds.
package func clock(_ milliseconds: Double) -> String {
    guard milliseconds < 59_950 else {
        let seconds = Int((milliseconds / 1_000).rounded())
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }
    return "\(SVG.short(milliseconds / 1_000)) s"
}
