import Content
import Quiz
import Scoring

/// A fresh item of a template, with its key and every computed option, from the bundled pack: its telling filled, the
/// key derived, and what each misconception would answer.
enum ItemBenchmark {
    /// A template and the payer under which it is asked about.
    private typealias Asked = (template: Template, payer: Payer)

    static func run() {
        guard let pack = homeInfusion() else { return }
        let payers = pack.policies.map { Payer($0, in: pack) }
        let asked: [Asked] = pack.templates.flatMap { template in
            let policies = pack.policies(for: template).map(\.id)
            return payers.filter { policies.contains($0.policy.id) }.map { (template, $0) }
        }
        let kinds = Dictionary(grouping: asked) { template, _ in
            template.fill(from: pack.wordLists, seed: 1)?.encounter.episode == nil
        }
        let floor = singleOperationFloor()
        measure("visits", kinds[true] ?? [], of: pack, budget: 5_000, floor: floor)
        measure("drugs, therapies and whole claims", kinds[false] ?? [], of: pack, budget: 25_000, floor: floor)
    }

    private static func measure(_ title: String, _ asked: [Asked], of pack: Pack, budget: Double, floor: Double) {
        print("one item of \(title), median of 201 batches over \(asked.count) templates and policies   ns   x floor")
        var seed: UInt64 = 0
        func next() -> Asked {
            seed &+= 1
            return asked[Int(seed % UInt64(asked.count))]
        }
        report("fill a template", floor: floor) { keep(next().template.fill(from: pack.wordLists, seed: seed)) }
        report("the facts with their key and each belief's claim", budget: budget, floor: floor) {
            let (template, payer) = next()
            keep(Situation(template, seed: seed, under: payer)?.judged.differential.singles)
        }
        for kind in [ItemKind.claim, .choice, .audit] {
            report("\(kind.rawValue) item, whole", budget: budget, floor: floor) {
                let (template, payer) = next()
                keep(Situation(template, seed: seed, under: payer)?.item(kind))
            }
        }
    }
}
