import Scoring

/// What the core takes for one answer, beside the floor of the same run: one answer split into values in plain Swift.
enum ScoringBenchmark {
    private static let right = "99601 x1, 99602 x1"
    private static let wrong = "99601 x1, 99602 x3"

    static func run() {
        guard let pack = homeInfusion(), let small = ScoringSample(pack, codes: 100),
            let large = ScoringSample(pack, codes: 20_000)
        else { return print("the pack has nothing to score") }
        let floor = singleOperationFloor()
        print("one operation, median of 201 batches                  ns   x floor")
        print(Row(title: "floor: split into values", figure: floor).text(floor: floor))
        report("parse", floor: floor) { keep(try? parseAnswer(right)) }
        for (words, sample) in [("100 codes", small), ("20,000 codes", large)] {
            report("parse and grade, right, \(words)", budget: 1_000, floor: floor) { sample.grade(right) }
            report("parse and grade, too many units, \(words)", budget: 1_000, floor: floor) { sample.grade(wrong) }
            report("parse and grade, add-on alone, \(words)", budget: 1_000, floor: floor) { sample.grade("99602 x2") }
            report("parse and grade, unknown code, \(words)", budget: 1_000, floor: floor) {
                sample.grade("99601 x1, 99603 x1")
            }
            report("refuse an unreadable answer, \(words)", floor: floor) {
                keep(try? sample.asked.read("99601 x1, 9960l x1"))
            }
        }
        report("derive one encounter, with its steps", floor: floor) {
            keep(derive(small.encounter, under: small.asked.rules))
        }
        report("a case: the key and every belief's claim", floor: floor) {
            keep(Case(small.encounter, among: small.beliefs).differential.singles)
        }
        explain(small, floor: floor)
        wholeClaim(floor: floor)
    }

    /// A claim of a month: two therapies, drugs and nursing, graded and diagnosed from its facts.
    private static func wholeClaim(floor: Double) {
        guard let month = WholeClaim() else { return print("the whole claim cannot be made") }
        report("derive a claim of a month, with its steps", floor: floor) {
            keep(derive(month.encounter, under: month.beliefs.rules))
        }
        report("derive, grade and diagnose a claim of a month", budget: 25_000, floor: floor) {
            keep(Case(month.encounter, among: month.beliefs).assess(month.answer))
        }
    }

    private static func explain(_ sample: ScoringSample, floor: Double) {
        guard let byOne = try? parseAnswer("99601 x3"), let byTwo = try? parseAnswer("99602 x3") else { return }
        let prepared = sample.asked.forManyAnswers()
        report("explain by one belief", floor: floor) { keep(sample.asked.differential.explain(byOne)) }
        report("explain by a pair", floor: floor) { keep(sample.asked.differential.explain(byTwo)) }
        report("explain by a pair, pairs worked out before", floor: floor) {
            keep(prepared.differential.explain(byTwo))
        }
    }
}
