import Foundation
import Scoring
import Testing

@testable import Authoring
@testable import Content

/// The ids of its templates.
private let ids = Bundled.reading.pack?.templates.map(\.id.text) ?? []

@Suite struct `The bundled templates` {
    private let pack: Pack

    init() throws { pack = try #require(Bundled.reading.pack, "\(Bundled.reading.problems)") }

    @Test func `have nothing that the check would change`() {
        #expect(Bundled.reading.problems == [])
        #expect(ids.count >= 10)
    }

    @Test(arguments: ids)
    func `are told in two registers of the same facts`(id: String) throws {
        let template = try #require(pack.template(ID(id)))
        for seed in UInt64(0)..<300 {
            let plain = try #require(template.fill(from: pack.wordLists, seed: seed))
            let note = try #require(template.fill(from: pack.wordLists, seed: seed, as: .note))
            #expect(plain.encounter == note.encounter)
            #expect(plain.telling != note.telling)
            #expect(slip(in: plain.telling, isNote: false) == nil, "\(plain.telling)")
            #expect(slip(in: note.telling, isNote: true) == nil, "\(note.telling)")
            for telling in [plain.telling, note.telling] {
                #expect(!telling.contains { "{}".contains($0) })
                let named = pack.codes.definitions.map(\.code.description).filter(telling.contains)
                #expect(named == [], "\(telling)")
            }
        }
    }

    /// Distinct by content: two seeds that tell the same count once, and neither the policy, nor the register, nor the
    /// kind of item makes another.
    @Test func `make more than 100,000 distinct visits`() {
        var distinct = 0
        for template in pack.templates {
            var tellings: Set<String> = []
            for seed in UInt64(0)..<6_000 {
                if let filling = template.fill(from: pack.wordLists, seed: seed) { tellings.insert(filling.telling) }
            }
            distinct += tellings.count
        }
        #expect(distinct > 100_000)
    }

    @Test(arguments: ["half", "odd"]) func `draw every value of a slot about equally often`(name: String) throws {
        let template = try #require(pack.template("charted-visit"))
        let place = try #require(template.slots.firstIndex { $0.name == name })
        let counts = (UInt64(0)..<4_000).reduce(into: [Int: Int]()) { counts, seed in
            if let draw = Draw(template, seed: seed, from: pack.wordLists) {
                counts[draw.values[place], default: 0] += 1
            }
        }
        let share = 4_000 / counts.count
        #expect(counts.values.allSatisfy { abs($0 - share) < share / 4 }, "\(counts)")
    }

    /// Where policies or beliefs part: on both sides of two hours, of each midpoint and of each full hour.
    @Test func `often fall where beliefs differ`() throws {
        let template = try #require(pack.template("charted-visit"))
        let rules = pack.rules(under: try #require(pack.policy("cpt-midpoint")))
        let minutes = (UInt64(0)..<2_000).compactMap { seed in
            template.fill(from: pack.wordLists, seed: seed).map { derive($0.encounter, under: rules).countedMinutes }
        }
        for edge in [119, 120, 121, 150, 151, 179, 180, 181, 210, 211, 240, 241] {
            #expect(minutes.contains(edge), "\(edge)")
        }
        let near = minutes.count { (119...).contains($0) && [29, 0, 1].contains($0 % 30) }
        #expect(near > minutes.count / 5)
    }

    @Test(arguments: ids)
    func `give more than one key where the payer or the visit can decide`(id: String) throws {
        let template = try #require(pack.template(ID(id)))
        let policies = pack.policies.filter { template.policies.isEmpty || template.policies.contains($0.id) }
        var keys: Set<String> = []
        for seed in UInt64(0)..<100 {
            let filling = try #require(template.fill(from: pack.wordLists, seed: seed), "seed \(seed)")
            for policy in policies {
                keys.insert(derive(filling.encounter, under: pack.rules(under: policy)).claim.description)
            }
        }
        let isFixed = ["muscle-visit", "kidney-visit", "no-drug-given", "open-ended", "end-alone"].contains(
            template.id.text)
        #expect(isFixed ? keys.count == 1 : keys.count > 1, "\(keys)")
    }

    @Test func `fit every therapy's drug to its condition`() throws {
        let place = try #require(
            pack.wordLists.firstIndex { $0.columns == ["condition", "short", "drug", "rx", "route", "via", "kind"] })
        let rows = pack.wordLists[place].rows
        #expect(rows.count >= 24)
        #expect(Set(rows.map { $0[0] }).count == rows.count)
        for row in rows where row[2] == "chemotherapy" { #expect(row[0].contains("cancer")) }
        for row in rows where row[2] == "an antibiotic" {
            #expect(["infect", "abscess"].contains(where: row[0].contains), "\(row)")
        }
        for row in rows where row[4] == "under the skin" { #expect(row[5] == "SC") }
    }
}

@Suite struct `A template` {
    /// Vigna's reference implementation of SplitMix64, seeded with 1234567.
    @Test func `draws from SplitMix64`() {
        var generator = SeededGenerator(seed: 1_234_567)
        let drawn = (0..<5).map { _ in generator.next() }
        #expect(
            drawn == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `draws below a bound and shuffles the same for ever`() {
        var generator = SeededGenerator(seed: 7)
        #expect((0..<12).map { _ in generator.below(10) } == [3, 0, 9, 5, 4, 2, 4, 3, 1, 4, 1, 9])
        #expect(generator.shuffled(Array(1...8)) == [5, 2, 1, 4, 3, 6, 7, 8])
        #expect(generator.below(1) == 0)
        #expect(generator.shuffled([Int]()) == [])
    }

    @Test func `tells the same for ever`() throws {
        let pack = try TemplatePack().pack()
        let template = try #require(pack.template("visit"))
        #expect(
            template.fill(from: pack.wordLists, seed: 1)?.telling
                == "A patient with gout gets a biologic from 09:00 to 11:06. By car, the nurse left.")
        #expect(
            template.fill(from: pack.wordLists, seed: 1, as: .note)?.telling
                == "Pt w/ gout. Raining. 0900, a biologic, 11:06 am, 2 h 21 min this week.")
        #expect(
            template.fill(from: pack.wordLists, seed: .max)?.telling
                == "A patient with anemia gets iron from 10:30 to 11:30. On foot, the nurse left.")
    }

    @Test func `without a note has none`() throws {
        var pack = try TemplatePack().pack()
        pack.templates[0].note = nil
        #expect(pack.templates[0].fill(from: pack.wordLists, seed: 1, as: .note) == nil)
    }

    @Test func `that cannot be filled gives nothing`() throws {
        var pack = try TemplatePack().pack()
        pack.templates[0].constraints = [.init(left: [.fixed(1)], comparison: .equal, right: [.fixed(2)])]
        #expect(pack.templates[0].fill(from: pack.wordLists, seed: 1) == nil)
    }

    @Test(
        arguments: zip(
            Template.Constraint.Comparison.allCases,
            [
                [true, false, false], [true, true, false], [false, false, true], [false, true, true],
                [false, true, false],
                [true, false, true],
            ]))
    func `holds its constraints`(comparison: Template.Constraint.Comparison, expected: [Bool]) throws {
        var pack = try TemplatePack().pack()
        for (right, isMet) in zip([2, 1, 0], expected) {
            pack.templates[0].constraints = [.init(left: [.fixed(1)], comparison: comparison, right: [.fixed(right)])]
            #expect(
                (pack.templates[0].fill(from: pack.wordLists, seed: 1) != nil) == isMet,
                "1 \(comparison.rawValue) \(right)")
        }
    }

    /// Times and minutes at their edges, each in every form.
    @Test(arguments: [
        ("{ time: [\"00:05\", \"00:05\"] }", "{t} {t.12h} {t.4}", "00:05 12:05 am 0005"),
        ("{ time: [\"12:00\", \"12:00\"] }", "{t} {t.12h} {t.4}", "12:00 12:00 pm 1200"),
        ("{ time: [\"13:09\", \"13:09\"] }", "{t.12h} {t.4}", "1:09 pm 1309"),
        ("{ time: [\"11:59\", \"11:59\"] }", "{t.12h}", "11:59 am"),
        ("{ after: [\"23:50\", 25] }", "{t} {t.12h} {t.4}", "00:15 12:15 am 0015"),
        ("{ minutes: [150, 150] }", "{t}, {t.hours}, {t.short}", "150, 2 hours 30 minutes, 2 h 30 min"),
        ("{ minutes: [61, 61] }", "{t.hours}, {t.short}", "1 hour 1 minute, 1 h 1 min"),
        ("{ sum: [60, 60] }", "{t.hours}, {t.short}", "2 hours, 2 h"),
        ("{ minutes: [45, 45] }", "{t.hours}, {t.short}", "45 minutes, 45 min"),
        ("{ minutes: [0, 0] }", "{t.hours}, {t.short}", "0 minutes, 0 min"),
        ("{ one-of: [snow on the road] }", "{t}, {T}", "snow on the road, Snow on the road"),
    ])
    func `reads a slot in its forms`(slot: String, phrase: String, expected: String) throws {
        let folder = try TemplatePack(
            templates: """
                templates:
                  - id: forms
                    title: forms
                    slots: { t: \(slot) }
                    encounter: { services: [{ kind: infusion, minutes: 60 }] }
                    stem: "It reads: \(phrase)."
                    source: book
                """)
        let pack = try folder.pack()
        #expect(pack.templates[0].fill(from: pack.wordLists, seed: 3)?.telling == "It reads: \(expected).")
    }
}
