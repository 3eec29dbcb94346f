/// One line of a claim: a code, its modifiers and the units of service billed.
package struct ClaimLine: Hashable, Sendable {
    /// What is billed.
    package var code: Code
    /// What is said besides of it, in the order in which it was written.
    package var modifiers: [Modifier]
    /// Units of service, or tenths of them.
    package var units: Int
    /// Whether units are counted in tenths, as the code wants it.
    package var inTenths: Bool
    /// The days of service; nil where it is the claim's only day, or where nobody says.
    package var dates: DaySpan?

    /// A code with its modifiers, billed for so many units of service.
    package init(
        _ code: Code, modifiers: [Modifier] = [], units: Int = 1, inTenths: Bool = false, dates: DaySpan? = nil
    ) {
        self.code = code
        self.modifiers = modifiers
        self.units = units
        self.inTenths = inTenths
        self.dates = dates
    }
}

extension ClaimLine {
    /// The most units of service that a line can name.
    package static let mostUnits = 9_999

    /// Whether it names more units than a line can.
    package var isBeyondUnits: Bool { (inTenths ? units / 10 : units) > Self.mostUnits }

    /// Whether two lines have the same modifiers, in whatever order.
    package func hasSameModifiers(as other: ClaimLine) -> Bool {
        modifiers == other.modifiers || Set(modifiers) == Set(other.modifiers)
    }
}

extension ClaimLine: CustomStringConvertible {
    /// As a learner would type it: `99602-SS x2`.
    package var description: String {
        var text = TextBuilder(capacity: 16)
        write(to: &text)
        return text.text
    }

    /// The same with the days of service, where it names any: `99602-SS x2 2026-03-02`.
    package var datedDescription: String { dates.map { "\(self) \($0)" } ?? description }

    fileprivate func write(to text: inout TextBuilder) {
        text.append(code)
        for modifier in modifiers {
            text.append(ascii: UInt8(ascii: "-"))
            text.append(modifier)
        }
        text.append(ascii: UInt8(ascii: " "))
        text.append(ascii: UInt8(ascii: "x"))
        if inTenths { text.append(unitsText) } else { text.append(units) }
    }

    /// The units as a claim has them: `2`, or `13.3`.
    package var unitsText: String { unitsWords(units, inTenths: inTenths) }
}

/// Units as a claim has them: `2`, or `13.3` where they are counted in tenths.
package func unitsWords(_ units: Int, inTenths: Bool) -> String {
    guard inTenths else { return String(units) }
    return units % 10 == 0 ? String(units / 10) : "\(units / 10).\(abs(units % 10))"
}

/// The same with what they are: `1 unit`, or `13.3 units`.
package func unitsQuantity(_ units: Int, inTenths: Bool) -> String {
    let number = unitsWords(units, inTenths: inTenths)
    return number == "1" ? "1 unit" : "\(number) units"
}

/// What is billed for one patient and one day.
package struct Claim: Hashable, Sendable {
    /// In the order of the claim.
    package var lines: [ClaimLine]

    /// A claim of lines in the order in which they are billed; none of them where nothing is.
    package init(_ lines: [ClaimLine] = []) {
        self.lines = lines
    }

    /// Whether nothing is billed.
    package var isEmpty: Bool { lines.isEmpty }

    /// Whether a line bears a modifier.
    var hasModifiers: Bool { lines.contains { !$0.modifiers.isEmpty } }

    /// Whether a line bills a code.
    func bills(_ code: Code) -> Bool { lines.contains { $0.code == code } }

    /// The units of a code over all its lines, as far as a number can count them.
    package func units(of code: Code) -> Int {
        lines.reduce(0) { $1.code == code ? saturatingSum($0, $1.units) : $0 }
    }

    /// Whether two claims bill the same, whatever the order of lines and of modifiers. A line that names no days stands
    /// for one of any days.
    package func billsTheSame(as other: Claim) -> Bool {
        guard lines.count == other.lines.count, fingerprint == other.fingerprint else { return false }
        return lines == other.lines || pairsUp(with: other)
    }

    /// A sum that does not depend on any order, nor on days, so that most claims that differ are told apart without
    /// sorting.
    var fingerprint: UInt64 {
        lines.reduce(0) { $0 &+ $1.fingerprint }
    }

    /// Whether each line has one of its own among the other's lines that bills the same: those that name their days are
    /// paired first, since the others take whichever is left.
    private func pairsUp(with other: Claim) -> Bool {
        var left = other.lines
        let dated = lines.filter { $0.dates != nil }
        for line in dated + lines.filter({ $0.dates == nil }) {
            let same = left.indices.filter { left[$0].billsTheSame(as: line) }
            guard let pair = same.first(where: { left[$0].dates == line.dates }) ?? same.first else { return false }
            left.remove(at: pair)
        }
        return true
    }
}

extension ClaimLine {
    /// Whether two lines bill the same, where one that names no days stands for one of any days.
    func billsTheSame(as other: ClaimLine) -> Bool {
        code == other.code && units == other.units && hasSameModifiers(as: other)
            && (dates == nil || other.dates == nil || dates == other.dates)
    }
}

extension ClaimLine {
    /// A number that is the same for lines that bill the same.
    fileprivate var fingerprint: UInt64 {
        code.fingerprint(units: units) &+ modifiers.reduce(0) { $0 &+ $1.fingerprint }
    }
}

extension Code {
    /// The fingerprint of a line of so many units without modifiers.
    func fingerprint(units: Int) -> UInt64 {
        bits ^ UInt64(bitPattern: Int64(units)) &* 0x9E37_79B9_7F4A_7C15
    }
}

/// The sum of two numbers, or the number nearest to it that there is.
func saturatingSum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflows) = left.addingReportingOverflow(right)
    guard overflows else { return sum }
    return right > 0 ? .max : .min
}

extension Claim: CustomStringConvertible {
    /// As a learner would type it: `99601 x1, 99602 x2`, or `none`.
    package var description: String { written(dated: false) }

    /// The same with the days of the lines that name any: `99601 x1 2026-03-02, 99601 x1 2026-03-09`.
    package var datedDescription: String { written(dated: true) }

    private func written(dated: Bool) -> String {
        var text = TextBuilder(capacity: 32)
        write(dated: dated, to: &text)
        return text.text
    }

    fileprivate func write(dated: Bool, to text: inout TextBuilder) {
        if lines.isEmpty { text.append("none") }
        for number in lines.indices {
            if number > 0 { text.append(", ") }
            lines[number].write(to: &text)
            if dated, let dates = lines[number].dates { text.append(" \(dates)") }
        }
    }
}

extension Claim {
    /// Whether two lines differ in their dates alone, so that it cannot be read without them.
    package var isToldApartByDates: Bool {
        lines.indices.contains { number in
            lines[..<number].contains {
                $0.code == lines[number].code && $0.hasSameModifiers(as: lines[number])
                    && $0.dates != lines[number].dates
            }
        }
    }

    /// As it is shown: with its days where these alone tell some of its lines apart.
    package var shown: String { isToldApartByDates ? datedDescription : description }

    /// As it is shown where another was expected: with its days, too, where these alone tell it from that one.
    package func shown(against expected: Claim) -> String {
        description == expected.description ? datedDescription : shown
    }

    /// As it is shown beside others: with its days where these alone tell it from one of them.
    package func shown(beside others: some Sequence<Claim>) -> String {
        var text = TextBuilder(capacity: 32)
        write(beside: others, to: &text)
        return text.text
    }

    /// The same behind a text.
    package func write(beside others: some Sequence<Claim>, to text: inout TextBuilder) {
        write(dated: needsDates(beside: others), to: &text)
    }

    /// Whether its days alone tell it from one of some others.
    private func needsDates(beside others: some Sequence<Claim>) -> Bool {
        guard lines.contains(where: { $0.dates != nil }) else { return false }
        let description = description
        return others.contains { !$0.billsTheSame(as: self) && $0.description == description }
    }
}
