import Authoring
import Content
import Examining
import Foundation
import Measurement
import PseudoTerminal
import PythonPackages
import Scoring

/// Adaptive exams of twenty items, sat by drawn people, beside fixed forms of forty from the same pool and catsim as it
/// comes; and the bundled exam that is adaptive, as long as it takes.
enum AdaptiveBenchmark {
    private static let script = repository("Tests/MeasurementTests/Reference/adaptive.py")
    private static let sittings = 10_000
    private static let length = 20

    static func run() throws {
        guard let setting = DrawnPool(families: 300, sections: 5) else { return }
        print("adaptive exams from 300 families          items      rmse   µs an item   seen by at most   used")
        let rules = AdaptiveRules(sections: setting.sections(of: length), length: length...length)
        let adaptive = try sit(rules, from: setting.pool)
        let fixed = fixed(setting)
        let peer = try catsim(setting)
        print(adaptive.row("preceptor, \(sittings) sittings"))
        print(fixed.row("fixed forms"))
        print(peer.row("peer: catsim, \(peer.sittings) sittings"))
        judge(adaptive)
        print(
            "  as precise as fixed forms in half the items: "
                + verdict(adaptive.error <= fixed.error && adaptive.length * 2 <= fixed.length))
        guard let placement = try bundled() else { return }
        print(placement.row("home infusion's placement"))
        judge(placement)
    }

    private static func judge(_ outcome: Outcome) {
        print("  constraints kept in every sitting: \(verdict(outcome.broken == 0))")
        print("  an item in under 50 µs: \(verdict(outcome.microseconds < 50))")
        print(
            "  no family seen by more than 25 %, at least 90 % used: "
                + verdict(outcome.most <= 0.25 && outcome.used >= 0.9))
    }

    private static func verdict(_ isKept: Bool) -> String { isKept ? "kept" : "MISSED" }

    /// What a way of testing came to.
    private struct Outcome {
        var sittings = 0
        var length = 0.0
        var error = 0.0
        var microseconds = 0.0
        /// The largest share of people who got an item of one family, and the share of families that somebody got.
        var most = 0.0
        var used = 0.0
        /// How many sittings were not as the rules want them.
        var broken = 0

        func row(_ title: String) -> String {
            let name = title.padding(toLength: 36, withPad: " ", startingAt: 0)
            return name
                + String(
                    format: "%10.1f%10.4f%13.1f%17.1f %%%6.0f %%", length, error, microseconds, 100 * most, 100 * used)
        }
    }

    /// The pack's exam that is adaptive, of whose items the difficulty is predicted.
    private static func bundled() throws -> Outcome? {
        let pack = try PackLibrary.ofThisMachine().load("home-infusion")
        guard let blueprint = pack.blueprint("placement"),
            let bank = try AdaptiveBank(of: blueprint, in: pack)
        else { return nil }
        return try sit(bank.rules, from: bank.pool)
    }

    private static func sit(_ rules: AdaptiveRules, from pool: AdaptivePool) throws -> Outcome {
        var chance = Seeded(2)
        var exposure = ExposureControl(families: pool.familyCount, limit: rules.exposure)
        var outcome = Outcome(sittings: sittings)
        var items = 0
        for _ in 0..<sittings {
            let ability = standardNormal(using: &chance)
            let spare = (0..<pool.familyCount).sorted { exposure.used[$0] < exposure.used[$1] }
            var sitting = try AdaptiveSitting(
                rules, from: pool, eligible: exposure.draw(using: &chance), spare: spare)
            while true {
                var item: Int?
                outcome.microseconds += milliseconds { item = sitting.next(using: &chance) } * 1_000
                guard let item else { break }
                let right = Double.random(in: 0..<1, using: &chance)
                sitting.take(item, isRight: right < pool.items[item].parameters.probability(at: ability))
            }
            exposure.note(sitting.answers.map { pool.items[$0.item].family }, free: sitting.eligible)
            outcome.error += pow(sitting.ability.value - ability, 2)
            items += sitting.answers.count
            if !isWhole(sitting, rules, pool) { outcome.broken += 1 }
        }
        outcome.length = Double(items) / Double(sittings)
        outcome.error = (outcome.error / Double(sittings)).squareRoot()
        outcome.microseconds /= Double(items)
        outcome.most = (0..<pool.familyCount).map { exposure.share(of: $0) }.max() ?? 0
        outcome.used = Double(exposure.used.count { $0 > 0 }) / Double(pool.familyCount)
        return outcome
    }

    /// Whether an exam is as its rules want it.
    private static func isWhole(_ sitting: AdaptiveSitting, _ rules: AdaptiveRules, _ pool: AdaptivePool) -> Bool {
        let items = sitting.answers.map { pool.items[$0.item] }
        let sections = rules.sections.enumerated()
        return rules.length.contains(items.count) && Set(items.map(\.family)).count == items.count
            && sections.allSatisfy { place, range in range.contains(items.count { $0.section == place }) }
    }

    /// Forms of twice as many items, as many of each section, otherwise by chance.
    private static func fixed(_ setting: DrawnPool) -> Outcome {
        var chance = Seeded(3)
        let people = 4_000
        var used = [Int](repeating: 0, count: setting.pool.familyCount)
        var outcome = Outcome(sittings: people, length: Double(2 * length))
        for _ in 0..<people {
            let ability = standardNormal(using: &chance)
            var families: Set<Int> = []
            var answers: [Ability.Answer] = []
            for (section, count) in setting.sections(of: 2 * length).map(\.lowerBound).enumerated() {
                let items = setting.pool.items.filter { $0.section == section }.shuffled(using: &chance)
                for item in items.filter({ !families.contains($0.family) }).prefix(count) {
                    families.insert(item.family)
                    used[item.family] += 1
                    let right = Double.random(in: 0..<1, using: &chance) < item.parameters.probability(at: ability)
                    answers.append(Ability.Answer(item: item.parameters, isRight: right))
                }
            }
            outcome.error += pow(Ability.expected(of: answers).value - ability, 2)
        }
        outcome.error = (outcome.error / Double(people)).squareRoot()
        outcome.most = Double(used.max() ?? 0) / Double(people)
        outcome.used = Double(used.count { $0 > 0 }) / Double(used.count)
        return outcome
    }

    private struct Peer: Decodable {
        let microseconds, length, error: Double
        let given: [[Int]]
    }

    private static func catsim(_ setting: DrawnPool) throws -> Outcome {
        struct Given: Encodable {
            let items: [[Double]]
            let abilities: [Double]
            let length: Int
        }
        var chance = Seeded(4)
        let given = Given(
            items: setting.pool.items.map { [$0.parameters.discrimination, $0.parameters.difficulty] },
            abilities: (0..<200).map { _ in standardNormal(using: &chance) }, length: length)
        let folder = try TemporaryFolder()
        try JSONEncoder().encode(given).write(to: URL(filePath: folder.path(of: "test.json")))
        let result = try PythonPackages("adaptive").run(script, [folder.path(of: "test.json")])
        let peer = try JSONDecoder().decode(Peer.self, from: Data(result.outputBytes))
        var used = [Int](repeating: 0, count: setting.pool.familyCount)
        for items in peer.given { for family in Set(items.map { setting.pool.items[$0].family }) { used[family] += 1 } }
        return Outcome(
            sittings: peer.given.count, length: peer.length, error: peer.error, microseconds: peer.microseconds,
            most: Double(used.max() ?? 0) / Double(peer.given.count),
            used: Double(used.count { $0 > 0 }) / Double(used.count))
    }
}

/// A pool of families, each for one section and every third for two.
private struct DrawnPool {
    let pool: AdaptivePool

    init?(families: Int, sections: Int) {
        var chance = Seeded(1)
        var items: [AdaptivePool.Item] = []
        for family in 0..<families {
            let parameters = ItemParameters(drawnWith: &chance)
            items.append(AdaptivePool.Item(parameters: parameters, family: family, section: family % sections))
            guard family.isMultiple(of: 3) else { continue }
            let other = ItemParameters(
                discrimination: 0.9 * parameters.discrimination, difficulty: parameters.difficulty + 0.2)
            items.append(AdaptivePool.Item(parameters: other, family: family, section: (family + 1) % sections))
        }
        guard let pool = AdaptivePool(items, familyCount: families, sectionCount: sections) else { return nil }
        self.pool = pool
    }

    /// As many items of each section, or one more.
    func sections(of length: Int) -> [ClosedRange<Int>] {
        let each = length / pool.sectionCount
        return Array(repeating: each...each + 1, count: pool.sectionCount)
    }
}
