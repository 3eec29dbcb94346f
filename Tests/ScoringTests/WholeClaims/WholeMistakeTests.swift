import Testing

@testable import Scoring

/// Keys of whole claims, of days of infusions and of shared minutes with one thing wrong in them: what is found is that one
/// thing, and the grade falls by it alone.
struct WholeMistakeTests {
    enum Kind: CaseIterable {
        case month, infusions, shared

        func key(using generator: inout Seeded) -> Key {
            switch self {
            case .month:
                let rules = WholeClaim.arbitraryRules(using: &generator)
                return derive(WholeClaim.arbitrary(using: &generator), under: rules)
            case .infusions:
                let services = HierarchyReference.services(using: &generator)
                return derive(.visits(HierarchyDayTests.visit(services)), under: HierarchyDayTests.rules)
            case .shared:
                let minutes = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
                    Int.random(in: 1...60, using: &generator)
                }
                let rules = Rules(codes: PoolTests.set, policy: Policy(id: "p", credit: .atLeast(8)))
                return derive(PoolTests.encounter(minutes), under: rules)
            }
        }
    }

    /// Calls with each line of many keys, told apart by its index.
    private static func withEveryLine(_ kind: Kind, _ seed: UInt64, _ body: (Key, Int) -> Void) {
        var generator = Seeded(seed &+ 9_000)
        var lines = 0
        for _ in 0..<60 {
            let key = kind.key(using: &generator)
            for line in key.claim.lines.indices {
                body(key, line)
                lines += 1
            }
        }
        #expect(lines > 40, "too few lines to tell")
    }

    /// What is found in a key's claim once a line is changed, and what it is still worth.
    private static func judged(_ key: Key, _ change: (inout [ClaimLine]) -> Void) -> Grade {
        var lines = key.claim.lines
        change(&lines)
        return grade(Claim(lines), against: key)
    }

    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>) func `a line that is left out is missed`(
        kind: Kind, seed: UInt64
    ) {
        Self.withEveryLine(kind, seed) { key, line in
            let code = key.claim.lines[line].code
            let isOnlyOne = key.claim.lines.count { $0.code == code } == 1
            let grade = Self.judged(key) { $0.remove(at: line) }
            #expect(grade.verdict != .correct && grade.fraction < 1)
            #expect(!grade.findings.isEmpty, "\(key.claim.datedDescription) without \(code)")
            let findings = grade.findings.filter { $0.edit != .addOnWithoutPrimary }
            #expect(!isOnlyOne || findings.allSatisfy { $0.edit == .missingCode && $0.code == code && $0.line == nil })
            #expect(findings.allSatisfy { $0.code == code })
        }
    }

    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>) func `one unit more is over the time or over a limit`(
        kind: Kind, seed: UInt64
    ) {
        let overLimit: Set<Edit.Name> = [.unitCap, .benefitMaximum, .authorisationExceeded, .mutuallyExclusive]
        Self.withEveryLine(kind, seed) { key, line in
            let code = key.claim.lines[line].code
            let grade = Self.judged(key) { $0[line].units += 1 }
            #expect(grade.verdict != .correct && grade.fraction < 1)
            let edits = Set(grade.findings.map(\.edit))
            let isCapped = key.supported.units(of: code) > key.claim.units(of: code)
            let expected = isCapped ? overLimit : [.unitsExceedTime, .unitsExceedRecord, .primaryRepeated]
            #expect(!edits.isEmpty && edits.isSubset(of: expected), "\(key.claim): \(edits)")
            #expect(grade.findings.allSatisfy { $0.severity == .reduced && $0.code == code })
        }
    }

    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>) func `one unit less is underbilled`(
        kind: Kind, seed: UInt64
    ) {
        Self.withEveryLine(kind, seed) { key, line in
            guard key.claim.lines[line].units > 1 else { return }
            let code = key.claim.lines[line].code
            let grade = Self.judged(key) { $0[line].units -= 1 }
            #expect(grade.verdict == .partial)
            #expect(grade.findings.allSatisfy { $0.edit == .unitsBelowTime && $0.code == code })
            // Of a code on several lines what is missing may hide behind a longer one.
            let isOnlyOne = key.claim.lines.count { $0.code == code } == 1
            #expect(!isOnlyOne || grade.findings.count == 1)
        }
    }

    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>) func `a line said twice is a duplicate`(
        kind: Kind, seed: UInt64
    ) {
        Self.withEveryLine(kind, seed) { key, line in
            let grade = Self.judged(key) { $0.append($0[line]) }
            #expect(grade.verdict != .correct)
            // Where a limit took such a line off, one more of them is over the limit.
            let due = key.claim.lines[line]
            let same = { (lines: [ClaimLine]) in
                lines.count { $0.code == due.code && $0.hasSameModifiers(as: due) && $0.dates == due.dates }
            }
            let isOverLimit = same(key.supported.lines) > same(key.claim.lines)
            #expect(
                grade.findings.map(\.edit) == [isOverLimit ? .unitCap : .duplicateLine], "\(key.claim.datedDescription)"
            )
            #expect(grade.findings.first?.line == key.claim.lines.count + 1)
        }
    }

    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>)
    func `a modifier of another trade does not go with the code`(
        kind: Kind, seed: UInt64
    ) {
        Self.withEveryLine(kind, seed) { key, line in
            let grade = Self.judged(key) { $0[line].modifiers.append("GN") }
            let findings = grade.findings.filter { $0.edit == .modifierInvalid }
            #expect(findings.map(\.line) == [line + 1] && findings.first?.severity == .denied)
            #expect(grade.verdict != .correct)
        }
    }

    @Test(arguments: Kind.allCases, 0..<3 as Range<UInt64>) func `a modifier that is forgotten is missed`(
        kind: Kind, seed: UInt64
    ) {
        Self.withEveryLine(kind, seed) { key, line in
            let due = key.claim.lines[line]
            guard !due.modifiers.isEmpty else { return }
            let grade = Self.judged(key) { $0[line].modifiers = [] }
            #expect(grade.verdict != .correct && grade.fraction < 1, "\(key.claim.datedDescription)")
            // Where another line of the code bears none either, this one is taken for it.
            guard key.claim.lines.count(where: { $0.code == due.code }) == 1 else { return }
            #expect(grade.findings.map(\.edit) == due.modifiers.map { _ in .modifierMissing })
            #expect(grade.findings.allSatisfy { $0.line == line + 1 && $0.severity == .denied })
        }
    }

    /// Days that are told wrong cost a part of their line, and no payer is told to object.
    @Test(arguments: 0..<3 as Range<UInt64>) func `a line of other days is right in part`(seed: UInt64) {
        Self.withEveryLine(.month, seed) { key, line in
            guard let dates = key.claim.lines[line].dates, let next = Day(ordinal: dates.through.ordinal + 400) else {
                return
            }
            let grade = Self.judged(key) { $0[line].dates = DaySpan(from: dates.from, through: next) }
            #expect(grade.verdict == .partial && grade.fraction < 1)
            #expect(grade.differences.count { !$0.hasRightDates } == 1, "\(key.claim.datedDescription)")
            #expect(grade.differences.allSatisfy { $0.answered == $0.due && $0.hasRightModifiers })
            let mean = grade.differences.reduce(0) { $0 + $1.fraction } / Double(grade.differences.count)
            #expect(abs(grade.fraction - mean) < 1e-12)
        }
    }
}
