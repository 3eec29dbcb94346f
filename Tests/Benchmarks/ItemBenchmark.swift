import Content
import Quiz
import Scoring

/// A fresh item of a template, with its key and every computed option, from the bundled pack: its telling filled, the
/// key derived, and what each misconception would answer.
enum ItemBenchmark {
    static func run() {
        guard let pack = homeInfusion() else { return }
        var templates: [Template] = []
        var payers: [Payer] = []
        for template in pack.templates {
            for policy in pack.policies(for: template) {
                templates.append(template)
                payers.append(Payer(policy, in: pack))
            }
        }
        measure(templates, payers)
    }

    /// Each template is asked about under the payer in its place; apart from each other, so that neither is copied for
    /// the other's sake.
    private static func measure(_ templates: [Template], _ payers: [Payer]) {
        let floor = singleOperationFloor()
        print("one item, median of 201 batches over \(templates.count) templates and policies       ns   x floor")
        var seed: UInt64 = 0
        func next() -> Int {
            seed &+= 1
            return Int(seed % UInt64(templates.count))
        }
        report("fill a template", floor: floor) {
            let next = next()
            keep(templates[next].fill(from: payers[next].pack.wordLists, seed: seed))
        }
        report("a visit with its key and each belief's claim", budget: 5_000, floor: floor) {
            let next = next()
            keep(Situation(templates[next], seed: seed, under: payers[next])?.judged.differential.singles)
        }
        for kind in [ItemKind.claim, .choice, .audit] {
            report("\(kind.rawValue) item, whole", budget: 5_000, floor: floor) {
                let next = next()
                keep(Situation(templates[next], seed: seed, under: payers[next])?.item(kind))
            }
        }
    }
}
