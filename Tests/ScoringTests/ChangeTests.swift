import Testing

@testable import Scoring

/// What each change of a misconception does to the rules, and what it makes of a visit minute by minute.
struct ChangeTests {
    private static func rules(_ changes: [Misconception.Change], _ credit: Credit = .midpoint) -> Rules {
        Misconception(id: "belief", changes: changes).applied(to: Sample.rules(credit))
    }

    /// The claims for visits of so many minutes.
    @Test(
        arguments: [
            ([.bills(.everything)], [(60, "99601"), (180, "99601, 99602"), (240, "99601, 99602 x2")]),
            ([.bills(.firstOnly)], [(60, "99601"), (180, "99601"), (600, "99601")]),
            ([.bills(.furtherOnly)], [(60, "99601"), (150, "99601"), (151, "99602"), (240, "99602 x2")]),
            ([.furtherAfter(0)], [(30, "99601"), (31, "99601, 99602"), (180, "99601, 99602 x3")]),
            ([.furtherAfter(60)], [(90, "99601"), (91, "99601, 99602"), (180, "99601, 99602 x2")]),
            ([.furtherAfter(1440)], [(1440, "99601")]),
            ([.furtherEach(15)], [(127, "99601"), (128, "99601, 99602"), (180, "99601, 99602 x4")]),
            ([.furtherEach(120)], [(180, "99601"), (181, "99601, 99602"), (300, "99601, 99602")]),
            ([.firstEach(60)], [(60, "99601"), (90, "99601"), (91, "99601 x2"), (180, "99601 x3")]),
            ([.firstEach(120), .credit(.started)], [(120, "99601"), (121, "99601 x2"), (241, "99601 x3")]),
            ([.credit(.started)], [(120, "99601"), (121, "99601, 99602"), (181, "99601, 99602 x2")]),
            ([.credit(.complete)], [(179, "99601"), (180, "99601, 99602"), (239, "99601, 99602")]),
            ([.credit(.atLeast(45))], [(164, "99601"), (165, "99601, 99602"), (225, "99601, 99602 x2")]),
            ([.countsAll], [(150, "99601"), (151, "99601, 99602")]),
            ([.ignoresExclusions], [(150, "99601"), (151, "99601, 99602")]),
            ([.anyService], [(150, "99601"), (151, "99601, 99602")]),
            ([.firstFrom(45)], [(44, "none"), (45, "99601"), (151, "99601, 99602")]),
            ([.furtherAfter(0), .furtherEach(15)], [(7, "99601"), (8, "99601, 99602"), (180, "99601, 99602 x12")]),
        ] as [([Misconception.Change], [(Int, String)])])
    func `a change makes its own claim of a visit`(changes: [Misconception.Change], table: [(Int, String)]) {
        let rules = Self.rules(changes)
        for (minutes, expected) in table {
            #expect(rules.claim(for: .minutes(minutes)) == claim(expected), "\(minutes) minutes")
        }
    }

    /// What a change is about, asked of the rules themselves.
    @Test(
        arguments: [
            .bills(.firstOnly), .bills(.furtherOnly), .furtherAfter(7), .furtherEach(7), .firstEach(7), .firstFrom(7),
            .credit(.complete), .countsAll, .ignoresExclusions, .anyService,
        ] as [Misconception.Change])
    func `a change is one of the rules, and of nothing else`(change: Misconception.Change) {
        let honest = Sample.rules(.midpoint) { $0.creditByCode = ["99602": .midpoint] }
        let changed = Misconception(id: "belief", changes: [change]).applied(to: honest)
        #expect(isMade(change, in: changed) && !isMade(change, in: honest) && changed != honest)
        #expect(changed.codes.definitions == honest.codes.definitions)
        #expect(changed.codes.families.map(\.id) == honest.codes.families.map(\.id))
        #expect(changed.policy.caps == honest.policy.caps && changed.policy.places == honest.policy.places)
    }

    private func isMade(_ change: Misconception.Change, in rules: Rules) -> Bool {
        let main = rules.codes.families[0]
        let policy = rules.policy
        return switch change {
        case .bills(.everything): true
        case .bills(.firstOnly): rules.codes.families.allSatisfy(\.further.isEmpty)
        case .bills(.furtherOnly): !policy.addOnsNeedPrimary && main.furtherReplacesFirst
        case .furtherAfter(let minute): main.further[0].after == minute
        case .furtherEach(let minutes): main.further[0].each == minutes
        case .firstEach(let minutes): main.first[0].each == minutes && main.further.isEmpty
        case .firstFrom(let minute): main.first[0].from == minute
        case .credit(let credit): policy.credit == credit && policy.creditByCode.isEmpty
        case .countsAll: policy.counts == Set(Activity.allCases)
        case .ignoresExclusions: !policy.appliesExclusions
        case .anyService: main.paysForAnyService && rules.codes.families[1].services.isEmpty
        default: false
        }
    }

    @Test func `a family without a further code has nothing to forget for a first code billed again`() {
        let changed = Self.rules([.firstEach(60)])
        #expect(changed.codes.families[1] == Sample.codes.families[1])
        #expect(changed.claim(for: .of(Service("injection", time: .minutes(300)))) == claim("99506"))
    }

    @Test
    func `blocks alone are billed as they are by whoever repeats a first code, and not by whoever knows no other`() {
        let blocks = CodeSet(
            definitions: [.init(code: "97110", label: "")],
            families: [
                Family(
                    id: "blocks", title: "", services: ["infusion"], first: [],
                    further: [.init(code: "97110", each: 15, after: 0)])
            ])
        let rules = Rules(codes: blocks, policy: Policy(id: "p", credit: .complete))
        func claim(_ change: Misconception.Change) -> Claim {
            Misconception(id: "b", changes: [change]).applied(to: rules).claim(for: .minutes(45))
        }
        #expect(claim(.firstEach(60)).units(of: "97110") == 3)
        #expect(claim(.bills(.firstOnly)).isEmpty)
    }

    /// Ranges 15 to 29 and from 30 on: where the longest begins, and where the other then ends.
    @Test(
        arguments: [
            (1, [(nil, 1)]), (15, [(nil, 15)]), (16, [(15, 15), (nil, 16)]), (29, [(28, 15), (nil, 29)]),
            (31, [(30, 15), (nil, 31)]), (60, [(59, 15), (nil, 60)]),
        ] as [(Int, [(Int?, Int)])])
    func `the longest range begins where the believer says`(from: Int, expected: [(through: Int?, from: Int)]) {
        let family = Family(
            id: "ranges", title: "", services: ["infusion"],
            first: [.init(code: "99202", from: 15, through: 29), .init(code: "99203", from: 30)])
        let rules = Rules(codes: CodeSet(definitions: [], families: [family]), policy: Sample.policy(.started))
        let changed = Misconception(id: "b", changes: [.firstFrom(from)]).applied(to: rules).codes.families[0]
        #expect(changed.first.map(\.from) == expected.map(\.from))
        #expect(changed.first.map(\.through) == expected.map(\.through))
        #expect(changed.first.last?.code == "99203")
    }

    private static let subjects: [[Misconception.Change]] = [
        [.bills(.firstOnly), .bills(.furtherOnly), .firstEach(60)], [.furtherAfter(0), .furtherAfter(60)],
        [.furtherEach(15), .furtherEach(120)], [.firstFrom(1), .firstFrom(60)],
        [.credit(.started), .credit(.complete)], [.countsAll], [.ignoresExclusions], [.anyService],
    ]

    @Test func `beliefs contradict each other where they are about the same thing`() {
        for (number, subject) in Self.subjects.enumerated() {
            for (other, changes) in Self.subjects.enumerated() {
                for change in subject {
                    for second in changes {
                        let first = Misconception(id: "a", changes: [change])
                        #expect(first.contradicts(Misconception(id: "b", changes: [second])) == (number == other))
                    }
                }
            }
        }
        let both = Misconception(id: "c", changes: [.furtherEach(15), .countsAll])
        #expect(both.contradicts(Misconception(id: "d", changes: [.bills(.firstOnly), .countsAll])))
        #expect(!both.contradicts(Misconception(id: "e", changes: [])))
    }

    /// Who holds two beliefs that do not contradict each other applies them in whatever order.
    @Test func `two beliefs held together have no order`() {
        for first in Sample.misconceptions {
            for second in Sample.misconceptions where first.id != second.id && !first.contradicts(second) {
                let rules = Sample.rules(.midpoint)
                #expect(
                    second.applied(to: first.applied(to: rules)) == first.applied(to: second.applied(to: rules)),
                    "\(first.id), \(second.id)")
            }
        }
    }
}
