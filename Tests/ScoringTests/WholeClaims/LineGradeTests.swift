import Testing

@testable import Scoring

/// Grading where the key bills one code on several lines: two therapies whose order changes, and visits of several days.
struct LineGradeTests {
    /// S9338 as the second therapy from the 9th to the 15th, and alone from the 16th to the 22nd.
    private static let therapies = WholeClaim.episode([
        Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 24),
        Therapy("immune-therapy", dates: WholeClaim.march(9, 22)),
    ])
    private static let key = derive(therapies, under: WholeClaim.rules())

    private static let visits = derive(
        Encounter(
            date: Sample.day,
            visits: [2, 9, 16].map { day in
                Visit(
                    services: [Service("infusion", time: .minutes(60))], performer: "registered-nurse",
                    date: WholeClaim.march(day, day).from)
            }), under: WholeClaim.rules())

    private static func line(_ code: Code, _ modifiers: [Modifier] = [], _ units: Int, _ from: Int, _ through: Int)
        -> ClaimLine
    {
        ClaimLine(code, modifiers: modifiers, units: units, dates: WholeClaim.march(from, through))
    }

    @Test func `the key is what the tables below take it for`() {
        #expect(Self.key.claim.description == "S9500 x14, S9338-SH x7, S9338 x7")
        #expect(Self.visits.claim.description == "99601 x1, 99601 x1, 99601 x1")
    }

    /// Points are the mean over the lines of the key and what is left over; a denied line has none.
    @Test(
        arguments: [
            ("S9500 x14, S9338-SH x7, S9338 x7", 1), ("S9338 x7, S9500 x14, S9338-SH x7", 1),
            ("S9500 x14, S9338-SH x7", 2.0 / 3), ("S9500 x14, S9338 x7", 2.0 / 3), ("S9500 x14", 1.0 / 3),
            ("S9500 x7, S9338-SH x7, S9338 x7", 2.5 / 3), ("S9338-SH x7, S9338 x7", 2.0 / 3),
            ("S9500 x14, S9338 x14", 1.5 / 3), ("S9500 x14, S9338-SH x7, S9338 x14", 2.5 / 3),
            ("S9500 x14, S9338-SH x7, S9338 x7, J1745", 3.0 / 4), ("none", 0),
        ] as [(String, Double)])
    func `each line of the key is held against its own`(answer: String, fraction: Double) {
        let grade = grade(claim(answer), against: Self.key)
        #expect(abs(grade.fraction - fraction) < 1e-12, "\(grade.fraction)")
        #expect((grade.verdict == .correct) == (fraction == 1))
    }

    @Test func `lines are paired by their modifiers, whatever their order`() {
        let grade = grade(claim("S9338 x6, S9338-SH x5, S9500 x14"), against: Self.key)
        #expect(grade.differences.map(\.code) == ["S9500", "S9338", "S9338"])
        #expect(grade.differences.map(\.answered) == [14, 5, 6])
        #expect(grade.differences.map(\.dueModifiers) == [[], ["SH"], []])
        #expect(grade.differences.allSatisfy { $0.hasRightModifiers })
    }

    @Test func `lines of the same modifiers are paired by their days`() {
        let answer = Claim([
            Self.line("99601", 1, 16, 16), Self.line("99601", 1, 2, 2), Self.line("99601", 1, 9, 9),
        ])
        #expect(grade(answer, against: Self.visits).fraction == 1)
        let wrong = Claim(answer.lines.dropLast() + [Self.line("99601", 1, 10, 10)])
        let graded = grade(wrong, against: Self.visits)
        #expect(graded.verdict == .partial)
        #expect(graded.differences.map(\.hasRightDates) == [true, false, true])
    }

    @Test(arguments: 1...6) func `lines without days stand for any, and those left over earn nothing`(count: Int) {
        let answer = Claim((0..<count).map { _ in ClaimLine("99601") })
        let grade = grade(answer, against: Self.visits)
        #expect(grade.fraction == (count <= 3 ? Double(count) / 3 : 3 / Double(count)))
        #expect((grade.verdict == .correct) == (count == 3))
        #expect(grade.differences.count == max(count, 3))
    }

    /// Every order of a claim is graded alike.
    @Test(arguments: 0..<200 as Range<UInt64>) func `the order of an answer makes no difference`(seed: UInt64) {
        var generator = Seeded(seed)
        for key in [Self.key, Self.visits] {
            let answer = Self.answer(near: key.claim, using: &generator)
            let shuffled = Claim(answer.lines.shuffled(using: &generator))
            let one = grade(answer, against: key)
            let other = grade(shuffled, against: key)
            #expect(one.verdict == other.verdict, "\(answer) and \(shuffled)")
            #expect((one.fraction == 1) == answer.billsTheSame(as: key.claim), "\(answer)")
        }
    }

    /// A line that is added rightly never costs anything.
    @Test(arguments: 0..<100 as Range<UInt64>) func `each right line earns more`(seed: UInt64) {
        var generator = Seeded(seed)
        for key in [Self.key, Self.visits] {
            var fractions: [Double] = []
            let lines = key.claim.lines.shuffled(using: &generator)
            for count in 0...lines.count {
                fractions.append(grade(Claim(Array(lines.prefix(count))), against: key).fraction)
            }
            #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 < $1 }, "\(fractions)")
            #expect(fractions.last == 1)
        }
    }

    /// The nearer the units of one line to those due, the more it earns.
    @Test(arguments: [(1, ["SH"]), (2, [])] as [(Int, [Modifier])]) func `units that come nearer earn more`(
        number: Int, modifiers: [Modifier]
    ) {
        let fractions = (1...12).map { units in
            var answer = Self.key.claim
            answer.lines[number].units = units
            #expect(answer.lines[number].modifiers == modifiers)
            return grade(answer, against: Self.key).fraction
        }
        #expect(zip(fractions.prefix(7), fractions.prefix(7).dropFirst()).allSatisfy { $0 < $1 }, "\(fractions)")
        #expect(zip(fractions.dropFirst(6), fractions.dropFirst(7)).allSatisfy { $0 > $1 }, "\(fractions)")
        #expect(fractions[6] == 1)
    }

    @Test func `a modifier that no rule makes due is no mistake`() {
        var definitions = WholeClaim.codes.definitions
        for number in definitions.indices where definitions[number].code == "S9338" {
            definitions[number].modifiers = ["SS", "SH"]
        }
        let codes = CodeSet(
            definitions: definitions, families: WholeClaim.codes.families,
            modifierRules: WholeClaim.codes.modifierRules, mainFamily: "home-infusion")
        let key = derive(Self.therapies, under: Rules(codes: codes, policy: WholeClaim.rules().policy))
        #expect(grade(claim("S9500 x14, S9338-SH-SS x7, S9338-SS x7"), against: key).verdict == .correct)
        #expect(grade(claim("S9500 x14, S9338-SS x7, S9338-SS x7"), against: key).verdict == .partial)
    }

    /// The key's lines with some of them changed, left out or written twice.
    private static func answer(near claim: Claim, using generator: inout Seeded) -> Claim {
        Claim(
            claim.lines.flatMap { line in
                var changed = line
                switch Int.random(in: 0..<8, using: &generator) {
                case 0: return [] as [ClaimLine]
                case 1: changed.units += 1
                case 2: changed.modifiers = ["SJ"]
                case 3: changed.dates = nil
                case 4: return [line, line]
                default: break
                }
                return [changed]
            })
    }
}

extension LineGradeTests {
    fileprivate static func line(_ code: Code, _ units: Int, _ from: Int, _ through: Int) -> ClaimLine {
        line(code, [], units, from, through)
    }
}
