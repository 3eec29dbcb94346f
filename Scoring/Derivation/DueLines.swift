/// A line on its way to the claim.
struct DueLine {
    let code: Code
    /// Units of service.
    var units: Int
    /// The index of the code's definition; nil where the code set lacks it.
    let definition: Int?

    /// Where it stands in a claim.
    fileprivate var order: Int { definition ?? .max }

    fileprivate func isBilled(by line: ClaimLine) -> Bool {
        code == line.code && units == line.units && line.modifiers.isEmpty
    }
}

/// Lines on their way to the claim, one for each code.
struct DueLines {
    private(set) var lines: [DueLine] = []

    var claim: Claim {
        var claim: [ClaimLine] = []
        claim.reserveCapacity(lines.count)
        for line in lines { claim.append(ClaimLine(line.code, units: line.units)) }
        return Claim(claim)
    }

    func bills(_ code: Code) -> Bool { lines.contains { $0.code == code } }

    mutating func removeAll() { lines.removeAll(keepingCapacity: true) }

    /// Adds a line, to that of the same code where there is one.
    mutating func add(_ added: DueLine) {
        for number in lines.indices where lines[number].code == added.code {
            lines[number].units += added.units
            return
        }
        if lines.isEmpty { lines.reserveCapacity(4) }
        lines.append(added)
    }

    /// Puts the lines in the order of the code set.
    mutating func sort() {
        for number in lines.indices.dropFirst() where lines[number].order < lines[number - 1].order {
            return lines.sort { $0.order < $1.order }
        }
    }

    /// Takes off one line after the other that must go, each judged by itself and by which codes are still billed.
    mutating func takeOff(where mustGo: (_ line: DueLine, _ isBilled: (Code) -> Bool) -> Bool) {
        var number = 0
        while number < lines.count {
            if mustGo(lines[number], { code in bills(code) }) { lines.remove(at: number) } else { number += 1 }
        }
    }

    /// Changes the units of each line; one that is left without units goes.
    mutating func changeUnits(_ units: (DueLine) -> Int) {
        for number in lines.indices { lines[number].units = units(lines[number]) }
        if lines.contains(where: { $0.units <= 0 }) { lines.removeAll { $0.units <= 0 } }
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

    /// That of the claim to which they come.
    private var fingerprint: UInt64 {
        var sum: UInt64 = 0
        for line in lines { sum &+= line.code.fingerprint(units: line.units) }
        return sum
    }
}
