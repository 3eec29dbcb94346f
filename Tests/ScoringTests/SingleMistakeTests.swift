import Testing

@testable import Scoring

/// A key with one thing wrong in it, under rules of every kind: what is found is that one thing.
struct SingleMistakeTests {
    /// Calls with each line of many keys, told apart by its index.
    private static func withEveryLine(_ seed: UInt64, _ body: (Key, Int) -> Void) {
        var generator = Seeded(seed)
        var lines = 0
        for _ in 0..<150 {
            let key = derive(.arbitrary(using: &generator), under: .arbitrary(using: &generator))
            for line in key.claim.lines.indices {
                body(key, line)
                lines += 1
            }
        }
        #expect(lines > 40, "too few lines to tell")
    }

    private static func findings(in key: Key, _ change: (inout [ClaimLine]) -> Void) -> [Finding] {
        var lines = key.claim.lines
        change(&lines)
        return validate(Claim(lines), against: key)
    }

    @Test(arguments: 0..<6) func `a line that is left out is missed, or leaves an add-on alone`(seed: UInt64) {
        Self.withEveryLine(seed) { key, line in
            let code = key.claim.lines[line].code
            let findings = Self.findings(in: key) { $0.remove(at: line) }
            if findings.map(\.edit) == [.missingCode] {
                #expect(findings[0].code == code && findings[0].severity == .underbilled)
                return
            }
            #expect(!findings.isEmpty)
            for finding in findings {
                #expect(finding.edit == .addOnWithoutPrimary)
                #expect(key.rules.codes.definition(of: finding.code)?.addOnTo.contains(code) == true)
            }
        }
    }

    @Test(arguments: 0..<6) func `one unit more is one finding, about time, visits or a cap`(seed: UInt64) {
        Self.withEveryLine(seed) { key, line in
            let due = key.claim.lines[line]
            let findings = Self.findings(in: key) { $0[line].units += 1 }
            #expect(findings.count == 1 && findings.first?.line == line + 1 && findings.first?.severity == .reduced)
            let isCapped = key.supported.units(of: due.code) > due.units
            let expected: Set<Edit.Name> = isCapped ? [.unitCap] : [.unitsExceedTime, .primaryRepeated]
            #expect(expected.isSuperset(of: findings.map(\.edit)), "\(key.claim)")
        }
    }

    @Test(arguments: 0..<6) func `one unit less is underbilled`(seed: UInt64) {
        Self.withEveryLine(seed) { key, line in
            guard key.claim.lines[line].units > 1 else { return }
            let findings = Self.findings(in: key) { $0[line].units -= 1 }
            #expect(findings.map(\.edit) == [.unitsBelowTime] && findings.map(\.line) == [line + 1])
        }
    }

    @Test(arguments: 0..<6) func `a line said twice is a duplicate, and takes nothing from the first`(seed: UInt64) {
        Self.withEveryLine(seed) { key, line in
            let findings = Self.findings(in: key) { $0.append($0[line]) }
            #expect(findings.map(\.edit) == [.duplicateLine])
            #expect(findings.map(\.line) == [key.claim.lines.count + 1])
            #expect(findings.first?.message.contains("on line \(line + 1) already") == true)
        }
    }

    @Test(arguments: 0..<6) func `a line of no units is invalid, and carries no add-on`(seed: UInt64) {
        Self.withEveryLine(seed) { key, line in
            let findings = Self.findings(in: key) { $0[line].units = 0 }
            #expect(findings.first?.edit == .unitsInvalid && findings.first?.line == line + 1)
            #expect(findings.dropFirst().allSatisfy { $0.edit == .addOnWithoutPrimary })
        }
    }

    @Test(arguments: 0..<6, [("12345", 1), ("Z9999", 1), ("12345", 0)] as [(Code, Int)])
    func `a code that nobody knows is unknown, wherever it stands`(seed: UInt64, unknown: (code: Code, units: Int)) {
        Self.withEveryLine(seed) { key, line in
            let findings = Self.findings(in: key) { $0.insert(ClaimLine(unknown.code, units: unknown.units), at: line) }
            let expected: [Edit.Name] = unknown.units == 0 ? [.unknownCode, .unitsInvalid] : [.unknownCode]
            #expect(findings.map(\.edit) == expected && findings.allSatisfy { $0.line == line + 1 })
            #expect(findings.allSatisfy { $0.severity == .denied })
        }
    }

    /// A modifier that no code of the set knows is one finding, and the units stay right.
    @Test(arguments: 0..<6) func `a modifier of another trade does not go with the code`(seed: UInt64) {
        Self.withEveryLine(seed) { key, line in
            let findings = Self.findings(in: key) { $0[line].modifiers.append("GN") }
            #expect(findings.map(\.edit) == [.modifierInvalid] && findings.map(\.line) == [line + 1])
            #expect(findings.first?.message.contains("GN") == true)
        }
    }
}
