import Glibc

// Figures beside a floor or a peer of the same run: `script/bench [NAME...]`; all of them without a name.

// Memory comes first: what a program is started from counts into the most that it ever had.
let benchmarks: [(name: String, run: () throws -> Void)] = [
    ("memory", MemoryBenchmark.run), ("scoring", ScoringBenchmark.run), ("items", ItemBenchmark.run),
    ("reviews", ReviewBenchmark.run), ("start", StartBenchmark.run), ("history", HistoryBenchmark.run),
    ("sums", PageSumsBenchmark.run),
    ("batch", BatchBenchmark.run), ("ncci", NCCIBenchmark.run), ("exam", ExamBenchmark.run),
    ("kept", KeptExamsBenchmark.run), ("regrade", RegradeBenchmark.run),
    ("calibrate", CalibrationBenchmark.run), ("adaptive", AdaptiveBenchmark.run),
]

// A process that the benchmark of exams started as a floor beside itself.
if let writer = ExamBenchmark.Writer(CommandLine.arguments.dropFirst()) { exit(writer.run() ? 0 : 1) }

let wanted = CommandLine.arguments.dropFirst()
let known = benchmarks.map(\.name)
if let unknown = wanted.first(where: { !known.contains($0) }) {
    print("no benchmark \(unknown); there are \(known.joined(separator: ", "))")
    exit(64)
}
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
    try benchmark.run()
    print()
}
