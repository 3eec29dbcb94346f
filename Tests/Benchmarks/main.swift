import Glibc
import Scoring

// What the core costs: `swift run -c release Benchmarks [WORDS]`. Each figure is the median of 201 batches, beside
// the floor of the same run: one answer split into values in plain Swift. With words, only what they name is measured.

// `swift run -c release Benchmarks ncci` measures instead how fast a table of CMS's is read.

if CommandLine.arguments.dropFirst().first == "ncci" {
    NCCIBenchmark.run()
    exit(0)
}

// `swift build -c release && .build/release/Benchmarks exam [FOLDER [CANDIDATES]]` measures fifty who answer at once.

if CommandLine.arguments.dropFirst().first == "exam" {
    ExamBenchmark.run(Array(CommandLine.arguments.dropFirst(2)))
    exit(0)
}

let right = "99601 x1, 99602 x1"
let wrong = "99601 x1, 99602 x3"
let small = ScoringBenchmark(codes: 30)
let large = ScoringBenchmark(codes: 20_000)

let floor = nanoseconds { keep(splitPlainly(right)) }
print("one operation                                         ns   x floor")
print(Row(title: "floor: split into values", nanoseconds: floor).text(floor: floor))

let words = CommandLine.arguments.dropFirst().joined(separator: " ")

func report(_ title: String, budget: Double? = nil, _ operation: () -> Void) {
    guard title.hasPrefix(words) else { return }
    print(Row(title: title, nanoseconds: nanoseconds(operation), budget: budget).text(floor: floor))
}

report("parse") { keep(try? parseAnswer(right)) }
for (words, bench) in [("30 codes", small), ("20,000 codes", large)] {
    report("parse and grade, right, \(words)", budget: 1_000) { bench.grade(right) }
    report("parse and grade, too many units, \(words)", budget: 1_000) { bench.grade(wrong) }
    report("parse and grade, add-on alone, \(words)", budget: 1_000) { bench.grade("99602 x2") }
    report("parse and grade, unknown code, \(words)") { bench.grade("99601 x1, 99603 x1") }
}
for (words, bench) in [("30 codes", small), ("20,000 codes", large)] {
    report("refuse an unreadable answer, \(words)") { keep(try? bench.asked.read("99601 x1, 9960l x1")) }
}
report("derive one encounter, with its steps") { keep(derive(small.encounter, under: small.asked.rules)) }
report("a case: the key and every belief's claim", budget: 5_000) {
    keep(Case(small.encounter, among: small.beliefs))
}

guard let byOne = try? parseAnswer("99601 x3"), let byTwo = try? parseAnswer("99602 x3") else {
    preconditionFailure("answers that cannot be read")
}
let prepared = small.asked.forManyAnswers()
report("explain by one belief") { keep(small.asked.differential.explain(byOne)) }
report("explain by a pair") { keep(small.asked.differential.explain(byTwo)) }
report("explain by a pair, pairs worked out before") { keep(prepared.differential.explain(byTwo)) }
