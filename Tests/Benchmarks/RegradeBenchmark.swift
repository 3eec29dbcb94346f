import Foundation
import PseudoTerminal

/// What it takes to score a hundred thousand answers anew, of two thousand candidates, under a pack in which a rule was
/// corrected: what each attempt came to first stays, and the new score is added to its log and to the register.
enum RegradeBenchmark {
    private static let attempts = 2_000
    private static let budget = 10_000.0

    static func run() throws {
        let home = try TemporaryFolder()
        print(try SatExams.make(attempts, in: home.path(of: "exams")))
        let program = try builtExecutable("preceptor")
        @discardableResult
        func call(_ arguments: [String]) throws -> String {
            let result = try PseudoTerminal.run(
                program, arguments, environment: ["PRECEPTOR_HOME": home.path], in: home.path, within: 1_200)
            if result.status != .exited(0) { print(result.output.suffix(300), result.errors.suffix(300)) }
            return result.output
        }
        let pack = try correctedPack(in: home)
        try call(["exam", "roster", "grader", "team"])
        // Files that were written a moment ago are always read; and what was sat is looked at before it is scored anew.
        Thread.sleep(forTimeInterval: 2.5)
        let first = try milliseconds { try call(["exam", "report", "--blueprint", "certification", "--json"]) }
        let words = [
            "exam", "regrade", "certification", "--pack", pack, "--by", "team", "--reason", "A rule was corrected.",
        ]
        var told = ""
        let time = try milliseconds { told = try call(words) }
        let count = told.split(separator: "\n").count { $0.contains(" becomes ") && $0.contains("attempt 1") }
        print("a report, nothing verified yet      \(tenths(first / 1_000)) s")
        print(
            "\(count) attempts scored anew          \(tenths(time / 1_000)) s  budget \(tenths(budget / 1_000)): "
                + (time <= budget && count == attempts ? "kept" : "MISSED"))
        let changed = told.split(separator: "\n").count { $0.contains("points") || $0.contains(" becomes ") } - count
        print("items of them that count otherwise  \(changed)")
        let verified = try call(["exam", "verify", "--json"])
        print("all logs as they were written       \(verified.contains("\"intact\":true") ? "yes" : "NO")")
    }

    /// The pack in which a payer that credited a part from the thirty-first minute on credits it from the twenty-first,
    /// and in which scenarios expect nothing of that payer.
    private static func correctedPack(in home: TemporaryFolder) throws -> String {
        let script = """
            cp -R '\(repository("Content/Packs/home-infusion"))' pack
            sed -i 's/credit: at-least 31/credit: at-least 21/' pack/policies.yaml
            find pack -path '*scenarios*' -name '*.yaml' -exec sed -i '/^ *bcbsm-2013: /d' {} +
            """
        _ = try PseudoTerminal.run("/bin/bash", ["-euc", script], in: home.path)
        return home.path(of: "pack")
    }
}
