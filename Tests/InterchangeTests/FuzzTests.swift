import PseudoTerminal
import Testing

/// Files with something in them deleted, doubled or replaced: each is read, or refused with a message.
@Suite struct `Mutants of a file` {
    /// How many of each kind. `script/fuzz` makes a million.
    private static let count = Thoroughness.tries(200, full: 20_000)

    @Test func `are read or refused, and often enough for what they hold`() throws {
        let result = try run(
            try builtExecutable("mutants"), ["--count", "\(Self.count)"], within: max(120, Double(Self.count)))
        #expect(result.status == .exited(0), "\(result.output)\(result.errors)")
        let rows = result.output.split(separator: "\n").dropFirst().map { $0.split(separator: " ") }
        #expect(
            rows.map { $0.first.map(String.init) ?? "" } == [
                "pack", "gift", "moodle-xml", "csv", "aiken", "qti", "qti-1.2", "cartridge", "blackboard", "roster",
                "scenarios", "spreadsheets", "badges", "status-lists", "issuers", "ncci-add-on", "ncci-ptp", "ncci-mue",
            ])
        for row in rows {
            try #require(row.count >= 4)
            #expect(Int(row[1]) == Self.count && Int(row[2]) ?? 0 >= 25, "\(row)")
        }
    }
}
