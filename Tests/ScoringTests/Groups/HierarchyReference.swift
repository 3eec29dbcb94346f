import Testing

@testable import Scoring

/// A second coder, who works on a sheet of the day's minutes instead of on spans: one access, drugs that each run once or
/// are pushed, all by the clock.
struct HierarchyReference {
    fileprivate struct Entry {
        var kind: String
        let drug: String
        let minutes: Set<Int>
        let start: Int
        var counted: Int
    }

    /// Up to five services of a morning, whose starts all differ, so that there is one order.
    static func services(using generator: inout Seeded) -> [Service] {
        let kinds: [ID<ServiceKind>] = [
            "chemotherapy", "chemotherapy-push", "infusion", "infusion", "push", "push", "hydration",
        ]
        let starts = (0..<40).map { 480 + $0 * 7 }.shuffled(using: &generator)
        return (0..<Int.random(in: 1...5, using: &generator)).map { number in
            let kind = kinds.randomElement(using: &generator) ?? "push"
            let isPush = kind == "push"
            return HierarchyMinuteTests.ran(
                kind, isPush ? ["p", "q"].randomElement(using: &generator) ?? "p" : ID("drug-\(number)"),
                from: starts[number], for: isPush ? 3 : Int.random(in: 5...170, using: &generator))
        }
    }

    static func claim(_ services: [Service]) -> [String: Int] {
        var entries = services.compactMap { Entry($0) }.sorted { $0.start < $1.start }
        let drugs = entries.filter { $0.kind != "hydration" }.reduce(into: Set<Int>()) { $0.formUnion($1.minutes) }
        for index in entries.indices where entries[index].kind == "hydration" {
            entries[index].counted = entries[index].minutes.subtracting(drugs).count
        }
        for index in entries.indices where entries[index].counted < 16 {
            if entries[index].kind == "infusion" { entries[index].kind = "push" }
            if entries[index].kind == "chemotherapy" { entries[index].kind = "chemotherapy-push" }
        }
        entries.removeAll { $0.kind == "hydration" && $0.counted < 31 }
        let order = ["chemotherapy", "chemotherapy-push", "infusion", "push", "hydration"]
        guard let highest = order.first(where: { kind in entries.contains { $0.kind == kind } }),
            let initial = entries.firstIndex(where: { $0.kind == highest })
        else { return [:] }
        let first = entries.remove(at: initial)
        var billed = first.initialUnits
        var sheet = first.isInfused ? first.minutes : []
        var pushes: [String: Int] =
            first.kind == "push" || first.kind == "chemotherapy-push" ? [first.drug: first.start] : [:]
        var hasConcurrent = false
        for entry in entries {
            switch entry.kind {
            case "push", "chemotherapy-push":
                if let last = pushes[entry.drug] {
                    guard entry.start - last > 30 else { continue }
                    billed["96376", default: 0] += 1
                } else {
                    billed[entry.kind == "push" ? "96375" : "96411", default: 0] += 1
                }
                pushes[entry.drug] = entry.start
            case "hydration": billed["96361", default: 0] += hours(entry.counted)
            default:
                let runsAlongside = !sheet.isDisjoint(with: entry.minutes)
                sheet.formUnion(entry.minutes)
                if runsAlongside {
                    if entry.kind == "infusion", !hasConcurrent { billed["96368"] = 1 }
                    hasConcurrent = hasConcurrent || entry.kind == "infusion"
                } else {
                    billed[entry.kind == "infusion" ? "96367" : "96417", default: 0] += 1
                    billed[entry.kind == "infusion" ? "96366" : "96415", default: 0] += hours(entry.counted - 60)
                }
            }
        }
        return billed.filter { $0.value > 0 }
    }

    /// Hours of which more than half have passed.
    private static func hours(_ minutes: Int) -> Int { minutes <= 30 ? 0 : 1 + (minutes - 31) / 60 }
}

extension HierarchyReference.Entry {
    fileprivate init?(_ service: Service) {
        guard case .clock(let start, let stop) = service.time, let drug = service.drug else { return nil }
        self.init(
            kind: service.kind.description, drug: drug.description,
            minutes: Set(start.minute..<stop.minute), start: start.minute, counted: stop.minute - start.minute)
    }

    var isInfused: Bool { kind == "infusion" || kind == "chemotherapy" }

    var initialUnits: [String: Int] {
        let hours = counted <= 90 ? 0 : 1 + (counted - 91) / 60
        switch kind {
        case "chemotherapy": return ["96413": 1, "96415": hours]
        case "chemotherapy-push": return ["96409": 1]
        case "infusion": return ["96365": 1, "96366": hours]
        case "push": return ["96374": 1]
        default: return ["96360": 1, "96361": hours]
        }
    }
}

struct HierarchyReferenceTests {
    @Test(arguments: 0..<1_500 as Range<UInt64>) func `days by chance are billed as a second coder bills them`(
        seed: UInt64
    ) {
        var generator = Seeded(seed &+ 77)
        let services = HierarchyReference.services(using: &generator)
        let claim = HierarchyDayTests.rules.claim(for: .visits(HierarchyDayTests.visit(services)))
        let billed = Dictionary(claim.lines.map { ($0.code.description, $0.units) }, uniquingKeysWith: +)
        #expect(billed == HierarchyReference.claim(services), "\(services.map { "\($0.kind) \($0.time)" })")
    }
}
