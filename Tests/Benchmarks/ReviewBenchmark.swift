import PseudoTerminal
import PythonPackages
import Quiz

/// Reviews scheduled by FSRS-6 on one thread, beside the reference's Rust library as Python calls it.
enum ReviewBenchmark {
    private static let script = repository("Tests/MemoryTests/Reference/speed.py")

    static func run() throws {
        let scheduler = FSRS()
        let ratings: [Rating] = [.good, .hard, .again, .good, .good, .good, .hard]
        var memory: Memory?
        var count = 0
        let ours = nanoseconds {
            count &+= 1
            memory = scheduler.next(memory, ratings[count % ratings.count], elapsedDays: count % 30)
        }
        keep(memory)
        let result = try PythonPackages("fsrs").run(script)
        guard let theirs = Double(result.output.split(separator: "\n").last ?? "") else {
            return print("fsrs-rs-python could not be measured: \(result.output)")
        }
        print("reviews a second, one thread")
        print(
            "preceptor              \(Int(1e9 / ours))  (budget: the peer's: \(1e9 / ours >= theirs ? "kept" : "MISSED"))"
        )
        print("peer: fsrs-rs, Python  \(Int(theirs)) states")
    }
}
