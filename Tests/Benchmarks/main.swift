import Glibc

// Figures beside a floor or a peer of the same run: `script/bench [NAME...]`; all of them without a name.

// Memory comes first: what a program is started from counts into the most that it ever had.
let benchmarks: [(name: String, run: () throws -> Void)] = [
    ("memory", MemoryBenchmark.run), ("scoring", ScoringBenchmark.run), ("items", ItemBenchmark.run),
    ("reviews", ReviewBenchmark.run), ("start", StartBenchmark.run), ("history", HistoryBenchmark.run),
    ("batch", BatchBenchmark.run),
    ("ncci", NCCIBenchmark.run),
]

let wanted = CommandLine.arguments.dropFirst()
// Fifty candidates who answer at once; its further words are its own: `script/bench exam [FOLDER [CANDIDATES]]`.
if wanted.first == "exam" {
    ExamBenchmark.run(Array(wanted.dropFirst()))
    exit(0)
}
let known = benchmarks.map(\.name)
if let unknown = wanted.first(where: { !known.contains($0) }) {
    print("no benchmark \(unknown); there are \(known.joined(separator: ", "))")
    exit(64)
}
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
    try benchmark.run()
    print()
}
