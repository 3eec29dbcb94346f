import BundledPacks
import Content
import Machine
import Measurement
import Quiz
import Scoring
import Stores
import Testing

@testable import Examining

/// The exam of a bundled pack that is adaptive.
@Suite struct `The placement of home infusion` {
    private let pack: Pack
    private let blueprint: Blueprint
    private let exams: Exams

    init() throws {
        pack = try bundledPack("home-infusion")
        blueprint = try #require(pack.blueprint("placement"))
        exams = Exams(
            logs: MemoryLogStore(), roster: MemoryRosterStore(), issuers: MemoryIssuerStore(),
            verified: MemoryVerifiedStore(), time: SetTime(Moment(milliseconds: 1_772_442_000_000)), user: "team",
            build: "test")
    }

    @Test func `is as its blueprint wants it for whoever sits it, and uses nearly all that it may ask`() throws {
        let bank = try #require(try exams.banks.bank(of: blueprint, in: pack))
        let (rules, pool) = (bank.rules, bank.pool)
        var exposure = ExposureControl(families: pool.familyCount, limit: rules.exposure)
        var chance = SeededGenerator(seed: 1)
        for number in 0..<400 {
            let spare = (0..<pool.familyCount).sorted { exposure.used[$0] < exposure.used[$1] }
            var sitting = try AdaptiveSitting(
                rules, from: pool, eligible: exposure.draw(using: &chance), spare: spare)
            while let item = sitting.next(using: &chance) {
                let share = pool.items[item].parameters.probability(at: Double(number % 9 - 4) / 2)
                sitting.take(item, isRight: chance.below(1_000) < Int(share * 1_000))
            }
            let items = sitting.answers.map { pool.items[$0.item] }
            for (place, range) in rules.sections.enumerated() {
                #expect(range.contains(items.count { $0.section == place }))
            }
            #expect((12...24).contains(items.count) && Set(items.map(\.family)).count == items.count)
            exposure.note(items.map(\.family), free: sitting.eligible)
        }
        #expect((0..<pool.familyCount).allSatisfy { exposure.share(of: $0) <= 0.25 })
        #expect(exposure.used.count { $0 > 0 } * 10 >= pool.familyCount * 9)
    }

    @Test func `is sat to its end, and tells how much would be right and how sure that is`() throws {
        let revision = PackRevision(pack, named: "home-infusion", revision: "one", sha256: "one")
        func sit(_ candidate: String, _ answer: (Item) -> String) throws -> MeasuredAbility {
            var chance = SeededGenerator(seed: 5)
            var attempt = try exams.takeUp(
                blueprint, of: revision, by: Examinee(candidate, on: Roster()), using: &chance)
            try attempt.begin(nil)
            var place = 0
            while attempt.items.count > place {
                try attempt.answer(place, answer(attempt.items[place]), thenShowing: place + 1)
                place += 1
            }
            #expect(
                attempt.items.indices.allSatisfy { place in
                    !attempt.items[..<place].contains { attempt.items[place].givesAway($0) }
                })
            try attempt.handIn()
            return try #require(attempt.result?.measured)
        }
        let (able, unable) = (try sit("ada") { $0.key }, try sit("bo") { _ in "nothing at all" })
        for measured in [able, unable] {
            #expect(measured.isWhole && (measured.low...measured.high).contains(measured.share))
        }
        #expect(able.share > 750_000 && unable.share < 400_000 && able.low > unable.high)
    }
}
