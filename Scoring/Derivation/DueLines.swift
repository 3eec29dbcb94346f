/// A line on its way to the claim.
struct DueLine {
    let code: Code
    /// Units of service, or tenths of them.
    var units: Int
    /// Whether units are counted in tenths.
    var inTenths = false
    /// The index of the code's definition; nil where the code set lacks it.
    let definition: Int?
    /// In the order of the rules by which they are due.
    var modifiers = ModifierList()
    /// The days of service; nil where the encounter has but one.
    var dates: DaySpan?
    /// Whether it follows what is taken for the initial service since it was given first: whoever goes by the clock asks
    /// for no other primary.
    var followsEarliest = false
    /// Tells apart lines that are not added up although they are alike.
    var ownLines = 0
    /// Whether its units are days.
    var isDaily = false
    /// A bit for each site at which it was done, which parts it from what excludes it; 0 where nobody knows or asks.
    var sites: UInt64 = 0
    /// A bit for each rule of modifiers that only waits for what else is billed.
    var waiting: UInt64 = 0

    /// Where it stands in a claim.
    fileprivate var order: Int { definition ?? .max }

    fileprivate var claimLine: ClaimLine {
        ClaimLine(code, modifiers: modifiers.all, units: units, inTenths: inTenths, dates: dates)
    }

    fileprivate func isBilled(by line: ClaimLine) -> Bool {
        code == line.code && units == line.units && modifiers == line.modifiers && dates == line.dates
    }

    /// Whether a line of the same day, or of days some of which are the same, is meant.
    func sharesDay(with other: DueLine) -> Bool {
        guard let dates, let others = other.dates else { return true }
        return dates.overlaps(others)
    }
}

/// Lines on their way to the claim, one for each code with its modifiers and dates.
struct DueLines {
    private(set) var lines: [DueLine] = []

    var claim: Claim {
        var claim: [ClaimLine] = []
        claim.reserveCapacity(lines.count)
        for line in lines { claim.append(line.claimLine) }
        return Claim(claim)
    }

    func bills(_ code: Code) -> Bool { lines.contains { $0.code == code } }

    /// Whether two lines are of one code.
    var repeatACode: Bool {
        lines.indices.dropFirst().contains { number in lines[..<number].contains { $0.code == lines[number].code } }
    }

    mutating func removeAll() { lines.removeAll(keepingCapacity: true) }

    /// Adds a line, to that of the same code, modifiers and dates where there is one.
    mutating func add(_ added: DueLine) {
        for number in lines.indices where lines[number].code == added.code {
            guard lines[number].dates == added.dates, lines[number].modifiers == added.modifiers,
                lines[number].ownLines == added.ownLines, lines[number].sites == added.sites
            else { continue }
            lines[number].units += added.units
            return
        }
        if lines.isEmpty { lines.reserveCapacity(4) }
        lines.append(added)
    }

    /// Adds up what only the sites told apart at which it was done.
    mutating func joinSites() {
        let apart = lines
        removeAll()
        for var line in apart {
            line.sites = 0
            add(line)
        }
    }

    /// Puts the lines in the order of the code set, those of one code in the order of their days.
    mutating func sort() {
        for number in lines.indices.dropFirst() where lines[number].comes(before: lines[number - 1]) {
            return lines.sort { $0.comes(before: $1) }
        }
    }

    /// Takes off one line after the other that must go, each judged by itself and by which codes are still billed.
    mutating func takeOff(where mustGo: (_ line: DueLine, _ isBilled: (Code) -> Bool) -> Bool) {
        reduce { line, all in mustGo(line, { code in all.bills(code, onADayOf: line) }) ? [] : nil }
    }

    func bills(_ code: Code, onADayOf line: DueLine) -> Bool {
        lines.contains { $0.code == code && $0.sharesDay(with: line) }
    }

    /// Replaces each line by what remains of it (nil: unchanged), judged against the lines as they then stand.
    mutating func reduce(_ left: (_ line: DueLine, _ all: DueLines) -> [DueLine]?) {
        var number = 0
        while number < lines.count {
            if let left = left(lines[number], self) {
                lines.replaceSubrange(number...number, with: left)
                number += left.count
            } else {
                number += 1
            }
        }
    }

    /// Adds a modifier to each line on which it is due, judged by the line and by which codes are billed on its days.
    mutating func add(
        _ modifier: Modifier, where isDue: (_ number: Int, _ line: DueLine, _ isBilled: (Code) -> Bool) -> Bool
    ) {
        for number in lines.indices {
            let line = lines[number]
            if isDue(number, line, { code in bills(code, onADayOf: line) }) {
                lines[number].modifiers.append(modifier)
            }
        }
    }

    /// Changes the units of each line; one that is left without units goes.
    mutating func changeUnits(_ units: (DueLine) -> Int) {
        for number in lines.indices { lines[number].units = units(lines[number]) }
        if lines.contains(where: { $0.units <= 0 }) { lines.removeAll { $0.units <= 0 } }
    }
}

extension DueLine {
    fileprivate func comes(before other: DueLine) -> Bool {
        guard order == other.order, let dates, let others = other.dates else { return order < other.order }
        return dates.from < others.from
    }
}

extension DueLines {
    /// Whether they come to a claim; sooner known than the claim is made.
    func billTheSame(as claim: Claim) -> Bool {
        guard lines.count == claim.lines.count else { return false }
        for number in lines.indices where !lines[number].isBilled(by: claim.lines[number]) {
            return fingerprint == claim.fingerprint && self.claim.billsTheSame(as: claim)
        }
        return true
    }

    /// The fingerprint that `claim` would have.
    private var fingerprint: UInt64 {
        var sum: UInt64 = 0
        for line in lines { sum &+= line.code.fingerprint(units: line.units) &+ line.modifiers.fingerprint }
        return sum
    }
}
