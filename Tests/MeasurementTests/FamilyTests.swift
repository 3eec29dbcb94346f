import Foundation
import Measurement
import PseudoTerminal
import Testing

/// Answers to variants of families whose true difficulties are known.
private struct FamilySample {
    let responses: ItemResponses
    let families: Families
    let familyDifficulties: [Double]
    let itemDifficulties: [Double]

    /// Everybody gets one variant of each family: one of so many, or one that nobody else gets where `variants` is nil.
    init(people: Int, families count: Int, variants: Int?, deviation: Double, seed: UInt64) throws {
        var chance = Seeded(seed)
        let means = (0..<count).map { _ in normal(using: &chance) }
        var ofItem: [Int] = []
        var difficulties: [Double] = []
        let items = (0..<count).map { family in
            let own = ofItem.count..<ofItem.count + (variants ?? people)
            ofItem += own.map { _ in family }
            difficulties += own.map { _ in means[family] + deviation * normal(using: &chance) }
            return Array(own)
        }
        let rows = (0..<people).map { person in
            let ability = normal(using: &chance)
            return items.map { own in
                let item = variants == nil ? own[person] : own[Int.random(in: own.indices, using: &chance)]
                let right = Double.random(in: 0..<1, using: &chance)
                let parameters = ItemParameters(discrimination: 1, difficulty: difficulties[item])
                return ItemResponse(item: item, isRight: right < parameters.probability(at: ability))
            }
        }
        responses = try #require(ItemResponses(itemCount: ofItem.count, people: rows))
        families = try #require(Families(count: count, ofItem: ofItem))
        familyDifficulties = means
        itemDifficulties = difficulties
    }
}

@Suite struct `Item families` {
    @Test(arguments: CalibrationModel.allCases)
    func `of one item each are calibrated as items are`(model: CalibrationModel) throws {
        let data = try responses(try table("Rasch8"))
        let alone = Calibration(of: data, model: model)
        let families = try #require(Families(count: 8, ofItem: Array(0..<8)))
        let together = FamilyCalibration(of: data, families: families, model: model)
        #expect(together.isConverged && together.deviation == 0.5)
        for (item, family) in zip(alone.items.compactMap(\.self), together.families.compactMap(\.self)) {
            #expect(abs(item.parameters.difficulty - family.mean.parameters.difficulty) < 0.01)
            #expect(abs(item.parameters.discrimination - family.mean.parameters.discrimination) < 0.01)
            #expect(abs((item.difficultyError ?? 0) / (family.mean.difficultyError ?? 1) - 1) < 0.02)
            #expect(abs((item.discriminationError ?? 0) / (family.mean.discriminationError ?? 1) - 1) < 0.02)
            #expect(family.variants == 1)
        }
    }

    @Test func `stray from true difficulties as far as their errors say, each item and a fresh one too`() throws {
        var (ofFamilies, ofItems, ofFresh, deviations): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
        for seed: UInt64 in 1...6 {
            let sample = try FamilySample(people: 240, families: 8, variants: 6, deviation: 0.5, seed: seed)
            let found = FamilyCalibration(of: sample.responses, families: sample.families, model: .rasch)
            #expect(found.isConverged)
            deviations.append(found.deviation)
            var chance = Seeded(seed + 50)
            for (family, truth) in zip(found.families.compactMap(\.self), sample.familyDifficulties) {
                ofFamilies.append(
                    (family.mean.parameters.difficulty - truth) / (try #require(family.mean.difficultyError)))
                let fresh = truth + 0.5 * normal(using: &chance)
                ofFresh.append(
                    (family.freshVariant.parameters.difficulty - fresh)
                        / (try #require(family.freshVariant.difficultyError)))
            }
            for (item, truth) in zip(found.items.compactMap(\.self), sample.itemDifficulties) {
                ofItems.append((item.parameters.difficulty - truth) / (try #require(item.difficultyError)))
            }
        }
        #expect((0.4...0.6).contains(deviations.reduce(0, +) / 6))
        #expect((0.75...1.25).contains(rootMeanSquare(ofFamilies)))
        #expect((0.75...1.25).contains(rootMeanSquare(ofItems)))
        #expect((0.75...1.25).contains(rootMeanSquare(ofFresh)))
    }

    @Test func `give items that nobody else answered a difficulty, and claim no more than is known`() throws {
        let sample = try FamilySample(people: 150, families: 10, variants: nil, deviation: 0.5, seed: 3)
        let found = FamilyCalibration(of: sample.responses, families: sample.families, model: .rasch)
        #expect(found.isConverged && found.deviation == 0.5)
        let differences = zip(found.families.compactMap(\.self), sample.familyDifficulties).map {
            $0.mean.parameters.difficulty - $1
        }
        #expect(rootMeanSquare(differences) < 0.3)
        // One answer tells little beyond the family.
        let errors = found.items.compactMap { $0?.difficultyError }
        #expect(errors.count == 1_500 && errors.allSatisfy { (0.4...0.65).contains($0) })
    }

    @Test func `whose items two people answered say so, and an item that nobody answered is as a fresh one`() throws {
        let families = try #require(Families(count: 1, ofItem: [0, 0, 0]))
        let people = [[(0, true)], [(1, false)], [(0, true)], [(1, true)]].map { row in
            row.map { ItemResponse(item: $0.0, isRight: $0.1) }
        }
        let data = try #require(ItemResponses(itemCount: 3, people: people))
        let found = FamilyCalibration(of: data, families: families, model: .rasch)
        let family = try #require(found.families[0])
        #expect(family.variants == 2 && family.mean.responses == 4)
        #expect(found.items[2] == family.freshVariant)
        #expect(found.items.map { $0?.responses } == [2, 2, 0])
    }

    /// What lme4's `glmer` makes of the same model by Laplace's approximation: `Reference/families.R`.
    @Test func `are lme4's crossed effects within 0.05`() throws {
        struct Expected: Decodable { let easiness, deviations: [Double] }
        let expected = try JSONDecoder().decode(
            Expected.self, from: try Data(contentsOf: referenceFolder.appending(path: "Variants.json")))
        let text = try String(contentsOf: referenceFolder.appending(path: "Variants.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { Int($0) } }
        var people = [[ItemResponse]](repeating: [], count: 1 + (rows.map { $0[0] }.max() ?? 0))
        var ofItem = [Int](repeating: 0, count: 1 + (rows.map { $0[2] }.max() ?? 0))
        for row in rows {
            people[row[0]].append(ItemResponse(item: row[2], isRight: row[3] == 1))
            ofItem[row[2]] = row[1]
        }
        let data = try #require(ItemResponses(itemCount: ofItem.count, people: people))
        let families = try #require(Families(count: expected.easiness.count, ofItem: ofItem))
        let found = FamilyCalibration(of: data, families: families, model: .rasch)
        let items = found.families.compactMap { $0?.mean.parameters }
        #expect(near(items.map { -$0.discrimination * $0.difficulty }, expected.easiness, within: 0.05))
        #expect(near([items[0].discrimination], [expected.deviations[0]], within: 0.05))
        // Maximum likelihood takes the deviation of items to be less than ours, which owns up to the families' means.
        #expect((0...0.1).contains(found.deviation - expected.deviations[1]))
    }
}
