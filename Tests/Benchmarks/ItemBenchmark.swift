import Content
import Quiz
import Scoring

/// A fresh item of a template, with its key and every computed option, from the bundled pack: its telling filled, the
/// key derived, and what each misconception would answer.
enum ItemBenchmark {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Content/Packs/home-infusion"

    static func run() {
        guard let pack = readPack(folder: folder).pack else { return print("\(folder) has no pack to measure") }
        let made = pack.templates.flatMap { template in
            pack.policies(for: template).map { (template, pack.beliefs(under: $0)) }
        }
        let floor = nanoseconds { keep(splitPlainly("99601 x1, 99602 x1")) }
        print("one item, median of 201 batches over \(made.count) templates and policies       ns   x floor")
        var seed: UInt64 = 0
        func next() -> (Template, Beliefs) {
            seed &+= 1
            return made[Int(seed % UInt64(made.count))]
        }
        report("fill a template", floor: floor) { keep(pack.fill(next().0, seed: seed)) }
        report("a visit with its key and each belief's claim", budget: 5_000, floor: floor) {
            let (template, beliefs) = next()
            keep(Situation(template, seed: seed, among: beliefs, in: pack))
        }
        for kind in [ItemKind.claim, .choice, .audit] {
            report("a \(kind.rawValue) item, whole", budget: 5_000, floor: floor) {
                let (template, beliefs) = next()
                keep(pack.item(kind, from: template, seed: seed, among: beliefs))
            }
        }
    }
}
