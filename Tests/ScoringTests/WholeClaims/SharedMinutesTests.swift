import Testing

@testable import Scoring

/// Modifiers by whose minutes they are, and by how many units were billed so far.
struct SharedMinutesTests {
    private static func rules(_ modifiers: [ModifierRule], _ change: (inout Policy) -> Void = { _ in }) -> Rules {
        var policy = Policy(id: "p", credit: .started)
        change(&policy)
        return Rules(
            codes: CodeSet(
                definitions: ["97110", "97140"].map { .init(code: $0, label: "") },
                families: [("exercise", "97110"), ("manual", "97140")].map { kind, code in
                    Family(
                        id: ID(kind), title: kind, services: [ID(kind)], first: [],
                        further: [.init(code: Code(code) ?? "97110", each: 15, after: 0)])
                }, modifierRules: modifiers), policy: policy)
    }

    private static let assistant = [
        ModifierRule("CQ", on: ["97110"], when: Condition(performers: ["assistant"], shareOver: 10))
    ]

    private static func visit(_ performer: ID<Performer>, _ minutes: Int) -> Visit {
        Visit(services: [Service("exercise", time: .minutes(minutes))], performer: performer)
    }

    /// More than a tenth of all is more than a ninth of what the other gave.
    @Test(arguments: 1...120) func `over a tenth of the minutes`(assistant: Int) {
        let rules = Self.rules(Self.assistant)
        for therapist in 1...120 {
            let encounter = Encounter(
                date: Sample.day, visits: [Self.visit("therapist", therapist), Self.visit("assistant", assistant)])
            let line = rules.claim(for: encounter).lines
            #expect(line.count == 1)
            #expect(line.first?.modifiers == (9 * assistant > therapist ? ["CQ"] : []))
            #expect(line.first?.units == (therapist + assistant + 14) / 15)
        }
    }

    /// Codes that share their minutes stay together whoever gave them, unless a rule goes by who did.
    @Test func `what each gave of a pool stays apart where a modifier goes by it`() {
        var rules = Self.rules([ModifierRule("CQ", on: ["97110"], when: Condition(performers: ["assistant"]))])
        rules = rules.changed { codes, _ in
            codes.pools = [
                Pool(id: "timed", title: "", families: ["exercise", "manual"], each: 15, credit: .atLeast(8))
            ]
        }
        let encounter = Encounter(date: Sample.day, visits: [Self.visit("therapist", 20), Self.visit("assistant", 25)])
        #expect(derive(encounter, under: rules).claim.description == "97110 x1, 97110-CQ x2")
    }

    // MARK: Units so far

    /// Lines and their units are walked one by one, and the count begins anew with the year.
    @Test(arguments: 0..<300) func `a threshold is passed once a year`(seed: Int) {
        var generator = Seeded(UInt64(seed))
        let threshold = Int.random(in: 0...12, using: &generator)
        let rules = Self.rules([
            ModifierRule(
                "KX", on: ["97110", "97140"],
                when: Condition(unitsSoFar: UnitsSoFar(threshold + 1 ... .max, over: .year)))
        ])
        var day = ("2026-12-20" as Day).ordinal
        let visits = (0..<5).map { _ in
            day += Int.random(in: 1...5, using: &generator)
            let services = ["exercise", "manual"].map { kind in
                Service(ID(kind), time: .minutes(15 * Int.random(in: 1...3, using: &generator)))
            }
            return Visit(services: services, performer: "therapist", date: Day(ordinal: day))
        }
        let before = Int.random(in: 0...8, using: &generator)
        let encounter = Encounter(
            date: "2026-12-20", visits: visits,
            episode: Episode(paid: PaidBefore(unitsThisYear: ["97110": before, "99999": 50])))
        var sums = [2026: before, 2027: 0]
        var due: [String] = []
        for visit in visits {
            guard let date = visit.date else { continue }
            for (service, code) in zip(visit.services, ["97110", "97140"]) {
                let units = (service.time.length ?? 0) / 15
                sums[date.year, default: 0] += units
                due.append("\(code)\(sums[date.year, default: 0] > threshold ? "-KX" : "") x\(units) \(date)")
            }
        }
        let key = derive(encounter, under: rules)
        #expect(key.claim.lines.map(\.datedDescription).sorted() == due.sorted())
        #expect(validate(key.claim, against: key).isEmpty)
        #expect(rules.claim(for: encounter) == key.claim)
    }

    @Test func `the step tells how many there are`() {
        let rules = Self.rules([
            ModifierRule("KX", on: ["97110"], when: Condition(unitsSoFar: UnitsSoFar(3 ... .max, over: .month)))
        ])
        var encounter = Encounter(date: Sample.day, visits: [Self.visit("therapist", 30)])
        #expect(derive(encounter, under: rules).claim.description == "97110 x2")
        encounter.episode = Episode(paid: PaidBefore(unitsThisMonth: ["97110": 1]))
        let key = derive(encounter, under: rules)
        #expect(key.claim.description == "97110-KX x2")
        #expect(key.steps.map(\.text).contains("With these, 3 units of 97110 are billed in the month."))
    }

    // MARK: Whole units from so many on

    @Test(arguments: 1...2_500) func `miles from a hundred on are whole`(twentieths: Int) {
        let codes = CodeSet(
            definitions: [.init(code: "A0425", label: "", inTenths: true, wholeFrom: 100)],
            families: [
                Family(
                    id: "way", title: "", services: ["way"], measure: .amount(.miles), first: [],
                    further: [.init(code: "A0425", each: 1_000, after: 0, credit: .started)])
            ])
        let miles = Amount(thousandths: twentieths * 50, .miles) ?? .none(.miles)
        let encounter = Encounter(
            date: Sample.day, visits: [], episode: Episode(drugs: [DrugGiven("way", given: miles)]))
        let line = Rules(codes: codes, policy: Policy(id: "p", credit: .complete)).claim(for: encounter).lines.first
        let tenths = (twentieths + 1) / 2
        #expect(line?.units == (tenths < 1_000 ? tenths : (twentieths + 19) / 20 * 10))
    }
}
