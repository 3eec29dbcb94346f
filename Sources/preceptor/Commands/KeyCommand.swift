import ArgumentParser
import Batch
import Content
import Machine
import Reports
import Scoring
import Terminal
import Training

/// Derives what an encounter bills, and shows every step.
struct KeyCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Show what an encounter bills, and why.")

    @OptionGroup var encounter: EncounterOptions
    @OptionGroup var pack: PackOptions

    @Option(help: ArgumentHelp("The payer's policy; the pack's own by default.", valueName: "id"))
    var policy: String?

    @Flag(help: "Show the key under every policy of the pack.")
    var allPolicies = false

    @Flag(help: "Write JSON.")
    var json = false

    func validate() throws {
        try encounter.check()
        if allPolicies, policy != nil { throw ValidationError("Give --policy or --all-policies, not both.") }
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let policies = allPolicies ? try encounter.policies(of: pack) : [try pack.policy(named: policy)]
        let keys = try policies.map { policy in
            let encounter = try encounter.read(in: pack, under: policy)
            return (policy: policy, key: derive(encounter, under: pack.rules(under: policy)))
        }
        if json {
            let values = keys.map { JSON($0.key, of: pack, policy: $0.policy.id) }
            console.json(allPolicies ? .array(values) : values[0])
        } else {
            for (position, entry) in keys.enumerated() {
                if position > 0 { console.line() }
                console.show(entry.key, of: pack, under: entry.policy)
            }
        }
    }
}
