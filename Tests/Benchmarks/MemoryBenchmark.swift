import PseudoTerminal

/// The most memory that a training session ever has, beside the empty program that links the same libraries.
enum MemoryBenchmark {
    static func run() throws {
        let home = try TemporaryFolder()
        let floor = try PseudoTerminal.run(try builtExecutable("empty-program"))
        let session = try PseudoTerminal.run(
            try builtExecutable("preceptor"), ["--count", "60", "--seed", "1", "--learner", "floor"],
            input: String(repeating: "99601 x1, 99602 x1\n\n", count: 100), environment: ["PRECEPTOR_HOME": home.path])
        let (least, most) = (Double(floor.peakMemory) / 1_000, Double(session.peakMemory) / 1_000)
        print("memory at most                                        MB   x floor")
        print(Row(title: "floor: an empty program that links the same", figure: least).text(floor: least))
        print(Row(title: "a session of 60 items", figure: most, budget: 40).text(floor: least))
    }
}
