import ArgumentParser
import Authoring
import Machine
import Reports
import Scoring
import Terminal
import Training

/// Holds what a pack's scenarios expect against what the core derives, under every policy.
struct PackTestCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Prove the claims that a pack's scenarios expect, under every policy.",
        discussion: """
            The exit status is 0 where author and core agree, 1 where they do not, and 65 where the pack has other \
            errors that stand in the way.
            """)

    @OptionGroup var pack: NamedPackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let folder = try PackLibrary.standard().folder(of: pack.pack)
        let reading = readPack(folder: folder)
        let wrong = reading.proofs.filter { $0.holds == false }
        guard reading.disputed != nil else { throw PackError.broken(name: pack.pack, problems: reading.problems) }
        if json {
            console.json(.array(reading.proofs.map(JSON.init)))
        } else {
            console.show(reading.proofs)
        }
        if !wrong.isEmpty { throw ExitStatus.notRight.code }
    }
}

extension Console {
    fileprivate func show(_ proofs: [Proof]) {
        let rows = proofs.map { proof in
            let verdict = proof.holds.map { $0 ? "agrees" : "differs" } ?? "not stated"
            let claims =
                proof.holds == false
                ? "expected \((proof.expected ?? proof.derived).datedDescription), is \(proof.derivedWords)"
                : proof.derivedWords
            return [verdict, proof.scenario.text, proof.policy.text, claims]
        }
        for row in columns(rows, indent: 0) { line(row) }
        let wrong = proofs.filter { $0.holds == false }
        for proof in wrong {
            line()
            entry(
                "\(proof.scenario) under \(proof.policy)",
                "\(proof.position.file):\(proof.position.line). \(proof.why)",
                indent: 0)
        }
        line()
        let silent = proofs.count { $0.holds == nil }
        line("\(proofs.count - wrong.count - silent) agree, \(wrong.count) differ, \(silent) not stated")
    }
}

extension JSON {
    fileprivate init(_ proof: Proof) {
        self = .object([
            ("scenario", .string(proof.scenario.text)), ("policy", .string(proof.policy.text)),
            ("file", .string(proof.position.file)), ("line", .integer(proof.position.line)),
            ("expected", proof.expected.map { JSON($0) } ?? .null), ("derived", JSON(proof.derived)),
            ("agrees", proof.holds.map(JSON.bool) ?? .null), ("why", .string(proof.why)),
        ])
    }
}
