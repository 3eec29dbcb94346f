import Authoring
import Content
import Foundation
import Quiz
import Scoring
import Testing

/// An item is reproducible for ever from its identity. The pack in `Frozen` never changes, so what is made of it may
/// not change either: whoever makes a test here fail has changed what items were answered in the past.
@Suite struct `An item of the frozen pack` {
    private static let folder = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/Frozen"

    private func pack() throws -> Pack {
        let reading = readPack(folder: Self.folder)
        return try #require(reading.pack, "\(reading.problems)")
    }

    /// Everything that a learner is shown of an item.
    private func text(of item: Item) -> String {
        let options = item.options.enumerated().map { "  \($0 + 1). \($1)" }
        let lines =
            ["\(item.id)", "\(item.heading): \(item.question)"] + item.stem + options
            + ["key: \(item.key)"] + item.hints.map { "hint: \($0)" } + ["why: \(item.why)"]
            + item.sources.map { "source: \($0)" } + item.skills.map(\.rawValue).sorted().map { "skill: \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func `is told in the same words for ever`() throws {
        let payers = Payers(of: try pack())
        let pinned = try String(contentsOfFile: Self.folder + "/items.txt", encoding: .utf8)
        let texts = pinned.components(separatedBy: "\n\n").map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }
        #expect(texts.count == 13)
        for expected in texts {
            let identity = String(expected.prefix { $0 != "\n" })
            let id = try #require(ItemID(identity), "\(identity)")
            let item = try #require(payers.item(id), "\(identity)")
            #expect(text(of: item) == expected)
        }
        #expect(Set(texts.compactMap { ItemID(String($0.prefix { $0 != "\n" }))?.kind }) == Set(ItemKind.allCases))
    }

    @Test func `is one of many, none of which ever changes`() throws {
        let pack = try pack()
        var count = 0
        var hash = FNV1a()
        func take(_ item: Item) {
            count += 1
            hash.add(text(of: item))
        }
        for payer in Payers(of: pack).all {
            let scenarios = pack.scenarios.map { Situation($0, under: payer) }
            let filled = pack.templates.flatMap { template in
                (0..<100 as Range<UInt64>).flatMap { seed in
                    [Register.plain, .note].compactMap { Situation(template, seed: seed, as: $0, under: payer) }
                }
            }
            for situation in scenarios + filled { ItemKind.allCases.compactMap(situation.item).forEach(take) }
        }
        pack.termItems.forEach(take)
        #expect(count == 2_430)
        #expect(hash.value == 884_015_283_364_210_299)
    }

    @Test(arguments: [
        "frozen/claim/visit.1/cpt-midpoint@00000000", "frozen/claim/gone/cpt-midpoint@00000000",
        "frozen/claim/visit.1/gone@00000000", "frozen/term/gone@00000000", "frozen/term/visit.1/cpt-midpoint@00000000",
    ])
    func `is none where the identity is of other words`(identity: String) throws {
        let payers = Payers(of: try pack())
        let id = try #require(ItemID(identity) ?? ItemID("frozen/term/gone@00000000"))
        #expect(payers.item(id) == nil)
    }

    @Test(arguments: [
        "", "frozen", "frozen/claim/x", "frozen/claim/x@1", "a/b/c/d@00000000", "frozen/claim//p@00000000",
    ])
    func `has an identity that can be read`(text: String) { #expect(ItemID(text) == nil) }
}
