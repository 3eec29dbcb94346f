import Glibc

/// Reads files with something in them deleted, doubled or replaced, a great many of them: each must be read or refused
/// with a message, soon, and what was read must survive being written and read again.
///
///     mutants [--count N] [--only NAME]
///     mutants --only NAME --batch N --mutant N > FILE
///
/// The same count gives the same mutants on every machine. The exit status is 1 where one of them is treated badly;
/// the second form gives that one out.
@main
struct Mutants {
    private static let workers = 2
    private static let batchSize = 500

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let count = value(of: "--count", in: arguments).flatMap { Int($0) } ?? 1_000
        let only = value(of: "--only", in: arguments)
        let subjects = try Subject.all().filter { only == nil || $0.name == only }
        guard !subjects.isEmpty else {
            print("nothing is called \(only ?? "")")
            exit(64)
        }
        if let batch = value(of: "--batch", in: arguments).flatMap({ UInt64($0) }),
            let place = value(of: "--mutant", in: arguments).flatMap({ Int($0) })
        {
            for file in subjects[0].mutant(place, ofBatch: batch) {
                _ = file.bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            }
            exit(0)
        }
        print(Tally.heading)
        var isSound = true
        for subject in subjects {
            let tally = await run(subject, count: count)
            print(tally.line(subject.name))
            for failure in tally.failures.prefix(10) { print("    \(failure)") }
            fflush(nil)
            isSound = isSound && tally.failures.isEmpty
        }
        exit(isSound ? 0 : 1)
    }

    private static func value(of option: String, in arguments: ArraySlice<String>) -> String? {
        arguments.firstIndex(of: option).flatMap { arguments.dropFirst($0).first }
    }

    private static func run(_ subject: Subject, count: Int) async -> Tally {
        let clock = ContinuousClock()
        let start = clock.now
        var tally = await withTaskGroup(of: Tally.self) { group in
            for worker in 0..<workers {
                group.addTask {
                    var tally = Tally()
                    for batch in stride(from: worker, to: (count + batchSize - 1) / batchSize, by: workers) {
                        let size = min(batchSize, count - batch * batchSize)
                        tally.add(subject.batch(UInt64(batch), of: size))
                    }
                    return tally
                }
            }
            return await group.reduce(into: Tally()) { $0.add($1) }
        }
        tally.seconds = (clock.now - start) / .seconds(1)
        return tally
    }
}
