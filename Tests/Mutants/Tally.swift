/// What became of the mutants of one kind of file.
struct Tally: Sendable {
    var count = 0
    /// Those that were read.
    var read = 0
    /// Those that were read, or refused by what looks at the contents rather than at the form.
    var wellFormed = 0
    var slowest = 0.0
    /// Wall time of all of them.
    var seconds = 0.0
    private(set) var failures: [String] = []

    static let heading = "file              mutants   well formed   read   slowest ms   seconds   not right"

    mutating func fail(_ what: String) { failures.append(what) }

    mutating func add(_ other: Tally) {
        count += other.count
        read += other.read
        wellFormed += other.wellFormed
        slowest = max(slowest, other.slowest)
        failures += other.failures
    }

    func line(_ name: String) -> String {
        let cells: [(String, Int)] = [
            ("\(count)", 11), (share(wellFormed), 14), (share(read), 7), ("\(Int(slowest * 1_000))", 13),
            ("\(Int(seconds))", 10), ("\(failures.count)", 12),
        ]
        return cells.reduce(name + padding(to: 14, name)) { $0 + padding(to: $1.1, $1.0) + $1.0 }
    }

    private func share(_ part: Int) -> String { "\(count == 0 ? 0 : part * 100 / count) %" }

    private func padding(to width: Int, _ text: String) -> String {
        String(repeating: " ", count: max(width - text.utf8.count, 0))
    }
}
