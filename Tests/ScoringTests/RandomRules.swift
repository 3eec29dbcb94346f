@testable import Scoring

/// Rules that no payer has, to be sure that the core derives by what is said and not by what is usual.
extension Rules {
    static func arbitrary(using generator: inout Seeded) -> Rules {
        let codes = CodeSet.arbitrary(using: &generator)
        return Rules(codes: codes, policy: .arbitrary(for: codes, using: &generator))
    }
}

extension CodeSet {
    /// A family with an add-on, one of ranges, one of blocks and one by the visit, with exclusions between them.
    static func arbitrary(using generator: inout Seeded) -> CodeSet {
        let block = [15, 30, 60].randomElement(using: &generator) ?? 60
        let opening = [30, 60, 120].randomElement(using: &generator) ?? 120
        let border = Int.random(in: 20...90, using: &generator)
        let families = [
            Family(
                id: "infusion", title: "infusion", services: ["infusion", "specialty-drug"],
                first: [.init(code: "99601", from: .random(in: 1...30, using: &generator), covers: opening)],
                further: [
                    .init(
                        code: "99602", each: block, after: opening,
                        credit: Bool.random(using: &generator) ? .arbitrary(using: &generator) : nil)
                ]),
            Family(
                id: "injection", title: "injection", services: ["injection"],
                first: [.init(code: "99506", from: 1, through: border), .init(code: "99507", from: border + 1)]),
            Family(
                id: "exercise", title: "exercise", services: ["dialysis"], first: [],
                further: [.init(code: "97110", each: 15, after: 0)]),
            Family(id: "care", title: "care", services: ["wound-care"], first: [.init(code: "G0299", from: 5)]),
        ]
        let pairs: [(Code, Code)] = [("99601", "99506"), ("99601", "G0299"), ("99506", "97110"), ("97110", "99601")]
        let most = Bool.random(using: &generator) ? Int.random(in: 1...3, using: &generator) : nil
        return CodeSet(
            definitions: [
                .init(code: "99601", label: "", effective: .arbitrary(using: &generator)),
                .init(code: "99602", label: "", addOnTo: ["99601"], mostADay: most), .init(code: "99506", label: ""),
                .init(code: "99507", label: "", effective: .arbitrary(using: &generator)),
                .init(code: "97110", label: ""), .init(code: "G0299", label: ""),
            ],
            families: families,
            exclusions: pairs.filter { _ in Bool.random(using: &generator) }.map {
                Exclusion(pays: $0.0, denies: [$0.1])
            }
        )
    }
}

extension Effective {
    /// Most often without an end, now and then one that lies before the sample's day.
    static func arbitrary(using generator: inout Seeded) -> Effective {
        [Effective(), Effective(), Effective(from: "2026-03-02"), Effective(to: "2026-03-01")]
            .randomElement(using: &generator) ?? Effective()
    }
}

extension Credit {
    static func arbitrary(using generator: inout Seeded) -> Credit {
        [.started, .midpoint, .complete, .atLeast(8), .atLeast(31), .atLeast(100)].randomElement(using: &generator)
            ?? .started
    }
}

extension Policy {
    static func arbitrary(for codes: CodeSet, using generator: inout Seeded) -> Policy {
        var policy = Policy(id: "random", credit: .arbitrary(using: &generator))
        func chance(_ parts: Int) -> Bool { Int.random(in: 0..<parts, using: &generator) == 0 }
        for code in codes.codes where chance(6) { policy.creditByCode[code] = .arbitrary(using: &generator) }
        policy.counts = Set(Activity.allCases.filter { $0 == .patientCare || chance(3) })
        policy.sameDay = chance(2) ? .combined : .separate
        policy.midnight = chance(2) ? .whole : .split
        policy.undocumented = chance(2) ? .nothing : .firstOnly
        policy.places = chance(2) ? [] : ["12"]
        policy.performers = chance(2) ? [] : ["infusion-nurse", "registered-nurse"]
        policy.requires = RecordItem.allCases.filter { _ in chance(6) }
        policy.caps.minutesADay = chance(3) ? Int.random(in: 0...300, using: &generator) : nil
        policy.caps.minutesAWeek = chance(3) ? Int.random(in: 400...900, using: &generator) : nil
        for code in codes.codes where chance(6) {
            policy.caps.unitsADay[code] = .random(in: 0...4, using: &generator)
        }
        policy.appliesExclusions = !chance(4)
        policy.addOnsNeedPrimary = !chance(4)
        return policy
    }
}

extension Claim {
    /// Up to five lines of a set's codes, and now and then another, with units and modifiers of every kind.
    static func arbitrary(near codes: CodeSet, using generator: inout Seeded) -> Claim {
        let known = codes.codes + ["12345"]
        return Claim(
            (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                ClaimLine(
                    known.randomElement(using: &generator) ?? "99601",
                    modifiers: Int.random(in: 0..<5, using: &generator) == 0 ? ["SS"] : [],
                    units: [0, 1, 1, 1, 2, 3, 9].randomElement(using: &generator) ?? 1)
            })
    }
}
