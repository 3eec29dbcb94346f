import Testing

@testable import Scoring

/// Minutes of critical care: what several people spend together, what is part of it, what is billed apart; checked
/// minute by minute.
struct JointMinutesTests {
    private static let family = Family(
        id: "critical", title: "critical care", services: ["care"],
        first: [.init(code: "99291", from: 30, covers: 74)],
        further: [.init(code: "99292", each: 30, after: 74, credit: .complete)], bundled: ["films"],
        apart: ["intubation"])

    private typealias Piece = (kind: ID<ServiceKind>, from: Int, to: Int)

    private static func encounter(_ pieces: [Piece]) throws -> Encounter {
        let services = try pieces.map { piece in
            Service(
                piece.kind,
                time: .clock(
                    start: try #require(clock(piece.from)), stop: try #require(clock(piece.to % 1440))))
        }
        return .visits(Visit(services: services, performer: "physician"))
    }

    private static func clock(_ minute: Int) -> ClockTime? {
        ClockTime("\(minute / 60):\(twoDigits(minute % 60))")
    }

    private static func minutes(_ pieces: [Piece], of kinds: Set<ID<ServiceKind>>) -> Set<Int> {
        pieces.reduce(into: []) { if kinds.contains($1.kind) { $0.formUnion($1.from..<$1.to) } }
    }

    @Test(
        arguments: [
            ([("care", 540, 640)], 100), ([("care", 540, 640), ("care", 580, 700)], 160),
            ([("care", 540, 640), ("films", 600, 620)], 100), ([("care", 540, 640), ("films", 640, 660)], 120),
            ([("care", 540, 640), ("intubation", 600, 620)], 80),
            ([("care", 540, 640), ("intubation", 640, 660)], 100),
            ([("care", 540, 640), ("intubation", 630, 660)], 90),
            ([("care", 540, 640), ("intubation", 600, 620), ("intubation", 610, 630)], 70),
            ([("care", 540, 640), ("films", 630, 670), ("intubation", 635, 650)], 115),
            ([("care", 540, 640), ("intubation", 500, 700)], 0), ([("care", 540, 600), ("care", 700, 760)], 120),
            ([("care", 540, 640), ("travel-talk", 540, 700)], 100),
        ] as [([(ID<ServiceKind>, Int, Int)], Int)])
    func `minutes worked out by hand`(pieces: [(kind: ID<ServiceKind>, from: Int, to: Int)], expected: Int) throws {
        let key = derive(try Self.encounter(pieces), under: Counted.rules(Self.family))
        #expect(key.countedMinutes == expected)
        #expect(key.claim.units(of: "99291") == (expected >= 30 ? 1 : 0))
        #expect(key.claim.units(of: "99292") == max(expected - 74, 0) / 30)
    }

    @Test(arguments: 0..<8) func `every minute counts once, and none that is billed apart`(seed: UInt64) throws {
        var generator = Seeded(seed)
        for _ in 0..<100 {
            let kinds: [ID<ServiceKind>] = ["care", "care", "films", "intubation", "other"]
            var pieces: [Piece] = [("care", 600, 601)]
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let from = Int.random(in: 500...800, using: &generator)
                pieces.append(
                    (
                        kinds.randomElement(using: &generator) ?? "care", from,
                        from + Int.random(in: 1...200, using: &generator)
                    ))
            }
            let counted = Self.minutes(pieces, of: ["care", "films"])
            let apart = Self.minutes(pieces, of: ["intubation"])
            let encounter = try Self.encounter(pieces.shuffled(using: &generator))
            let key = derive(encounter, under: Counted.rules(Self.family))
            #expect(key.countedMinutes == counted.subtracting(apart).count, "\(pieces)")
            #expect(key.totalMinutes == counted.count, "\(pieces)")
            let claim = Counted.claim(encounter, under: Counted.rules(Self.family))
            #expect(claim.units(of: "99292") == max(counted.subtracting(apart).count - 74, 0) / 30)
        }
    }

    @Test(arguments: 0..<4) func `who counts joint time for each counts every piece whole`(seed: UInt64) throws {
        var generator = Seeded(seed)
        for _ in 0..<60 {
            let pieces: [Piece] = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                let from = Int.random(in: 500...800, using: &generator)
                return ("care", from, from + Int.random(in: 1...200, using: &generator))
            }
            let key = derive(
                try Self.encounter(pieces), under: Counted.rules(Self.family) { $0.countsJointTimeOnce = false })
            #expect(key.countedMinutes == pieces.reduce(0) { $0 + $1.to - $1.from })
        }
    }

    @Test(arguments: [(100, 0, 100), (100, 20, 80), (100, 70, 30), (100, 71, 29), (100, 130, 0)])
    func `a length that is billed apart comes off`(care: Int, apart: Int, counted: Int) {
        let visit = Visit.of(
            Service("care", time: .minutes(care)), Service("intubation", time: .minutes(apart)))
        let key = derive(.visits(visit), under: Counted.rules(Self.family))
        #expect(key.countedMinutes == counted && key.claim.bills("99291") == (counted >= 30))
    }

    @Test(arguments: ["films", "intubation"] as [ID<ServiceKind>])
    func `what is part of care or apart from it bills no care by itself`(kind: ID<ServiceKind>) {
        let visit = Visit.of(Service(kind, time: .minutes(60)))
        #expect(Counted.claim(.visits(visit), under: Counted.rules(Self.family)).isEmpty)
    }

    /// Care that runs on through midnight is the day's on which it began; what begins again after a gap is not.
    @Test(
        arguments: [
            ([("22:00", "01:00", false)], 180), ([("22:00", "00:00", false), ("00:00", "01:00", true)], 180),
            ([("22:00", "23:00", false), ("00:30", "01:30", true)], 60),
            ([("22:00", "23:30", false), ("23:30", "00:30", false), ("00:30", "01:30", true)], 210),
            ([("22:00", "23:00", false), ("23:30", "00:30", false)], 120),
            ([("22:00", "00:10", false), ("00:20", "01:00", true)], 130),
            ([("22:00", "00:30", false), ("00:10", "01:00", true)], 180),
            ([("22:00", "00:10", false), ("00:20", "01:00", true), ("00:40", "02:00", true)], 130),
            ([("00:30", "01:30", true)], 60), ([("20:00", "21:00", false), ("22:00", "23:00", false)], 120),
        ] as [([(ClockTime, ClockTime, Bool)], Int)])
    func `continuous care across midnight`(pieces: [(ClockTime, ClockTime, Bool)], expected: Int) {
        for order in [pieces, pieces.reversed()] {
            let services = order.map { Service("care", time: .clock(start: $0.0, stop: $0.1), isNextDay: $0.2) }
            let encounter = Encounter.visits(Visit(services: services, performer: "physician"))
            let key = derive(encounter, under: Counted.rules(Self.family) { $0.midnight = .continuous })
            #expect(key.countedMinutes == expected)
        }
    }
}
