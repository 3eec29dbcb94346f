import ArgumentParser
import Authoring
import Batch
import Content
import Machine
import Scoring
import Terminal

/// The encounter that a command is about, told in one of four ways.
struct EncounterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A scenario of the pack.", valueName: "id"))
    var scenario: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Minutes of patient care, 0 to 1440, in one visit that qualifies.", valueName: "n"))
    var minutes: Int?

    @Option(help: ArgumentHelp("When such a visit started, on a clock of 24 hours.", valueName: "HH:MM"))
    var start: String?

    @Option(help: ArgumentHelp("When it stopped; at or before the start means past midnight.", valueName: "HH:MM"))
    var stop: String?

    @Option(
        help: ArgumentHelp("A file with the facts of the encounter, in YAML; - is standard input.", valueName: "file"),
        completion: .file())
    var encounter: String?

    @Option(help: ArgumentHelp("The first code of the family that the minutes are of.", valueName: "code"))
    var primary: String?

    /// Whether nothing is told.
    var isEmpty: Bool { ways == 0 && primary == nil }

    /// Whether the facts tell a day: a plain visit has none of its own.
    var isDated: Bool { scenario != nil || encounter != nil }

    private var ways: Int {
        [scenario != nil, minutes != nil, start != nil || stop != nil, encounter != nil].count { $0 }
    }

    /// Checks that the encounter is told in exactly one way; for a command's own validation.
    func check() throws {
        guard ways == 1 else {
            throw ValidationError("Give one of --scenario, --minutes, --start with --stop, or --encounter.")
        }
        if primary != nil, scenario != nil || encounter != nil {
            throw ValidationError("--primary goes with --minutes, or with --start and --stop.")
        }
        do { _ = try time } catch { throw ValidationError(error.message) }
    }

    /// How long a plain visit took; nil where the encounter is told otherwise.
    private var time: Service.Time? {
        get throws(Unscored) { try visitTime(minutes: minutes, start: start, stop: stop) }
    }

    /// The policies under which the encounter makes sense: those of a scenario, or all.
    func policies(of pack: Pack) throws -> [Policy] {
        guard let scenario else { return pack.policies }
        return pack.policies.filter(try pack.scenario(named: scenario).isAsked)
    }

    /// The encounter's facts.
    func read(in pack: Pack, under policy: Policy) throws -> Encounter {
        if let scenario { return try pack.scenario(named: scenario).encounter }
        if let encounter { return try read(file: encounter, in: pack) }
        guard let time = try time else { throw ValidationError("Give the encounter.") }
        return try pack.visit(of: time, primary: primary, under: policy)
    }

    private func read(file: String, in pack: Pack) throws(Failure) -> Encounter {
        if file == "-", isTerminal(0) { Patience.end() }
        do {
            let encounter = try readEncounter(file: file, in: pack)
            if !pack.effective.contains(encounter.date) {
                complain(
                    "the encounter of \(encounter.date) lies outside the days of \(pack.id) \(pack.edition)"
                        + "\(pack.effective.words): its codes and rules may not hold then")
            } else if encounter.date > MachineTime().today {
                complain("the encounter of \(encounter.date) lies in the future, when other codes and rules may hold")
            }
            return encounter
        } catch {
            switch error {
            case .unreadable(let error): throw Failure(error)
            case .broken(let problems):
                throw Failure(.unreadable, problems.map(\.description).joined(separator: "\n"))
            }
        }
    }
}

extension Effective {
    /// From when to when, as the end of a clause; nothing where it holds for ever.
    fileprivate var words: String {
        let ends = [from.map { "from \($0)" }, to.map { "to \($0)" }].compactMap(\.self)
        return ends.isEmpty ? "" : " (\(ends.joined(separator: " ")))"
    }
}
