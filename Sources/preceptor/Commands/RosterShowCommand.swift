import ArgumentParser
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Shows the roster.
struct RosterShowCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show candidates, groups, extra time and what is assigned.")

    @Flag(help: "Show why somebody has extra time, which nobody else is told.")
    var reasons = false

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let roster = try OwnExams().exams.roster.read()
        if json { return console.json(JSON(roster, withReasons: reasons)) }
        if roster.isEmpty { return console.line("Nobody is on the roster; exam roster import FILE takes people in.") }
        let groups = roster.groupsByCandidate
        console.line(console.style.bold("Candidates"))
        console.table(
            roster.candidates.map { candidate in
                [
                    candidate.id, candidate.name,
                    (groups[candidate.id] ?? []).map(\.title).joined(separator: ", "),
                    ([candidate.email].compactMap(\.self) + (candidate.identifiers ?? [])).joined(separator: ", "),
                    [
                        candidate.accommodation?.words(withReason: reasons),
                        candidate.breaks?.words(withReason: reasons),
                        candidate.retakes?.map(\.words).joined(separator: ", "),
                    ].compactMap(\.self).joined(separator: ", "),
                ]
            })
        show(roster.groups, console)
        if let graders = roster.graders, !graders.isEmpty {
            console.line()
            console.line(console.style.bold("May change what attempts are worth"))
            console.line("  " + graders.joined(separator: ", "))
        }
        guard !roster.assignments.isEmpty else { return }
        console.line()
        console.line(console.style.bold("Assigned"))
        console.table(
            roster.assignments.map {
                [$0.blueprint, $0.pack, roster.name(of: $0.to), $0.window(in: LocalZone()) ?? "at any time"]
            })
    }

    private func show(_ groups: [RosterGroup], _ console: Console) {
        guard !groups.isEmpty else { return }
        console.line()
        console.line(console.style.bold("Groups"))
        console.table(
            groups.map { [$0.id, $0.id == $0.title ? "" : $0.title, "\($0.members.count)"] },
            rightAligned: [2])
    }
}

extension Accommodation {
    /// `50 % more time (a reason)`
    func words(withReason isTold: Bool) -> String {
        "\(extraTime) more time" + (isTold ? reason.map { " (\($0))" } ?? "" : "")
    }
}

extension BreakTime {
    /// `15 minutes of breaks (a reason)`
    func words(withReason isTold: Bool) -> String {
        "\(quantity(minutes, "minute")) of breaks" + (isTold ? reason.map { " (\($0))" } ?? "" : "")
    }
}

extension RetakePolicy {
    /// `quiz: 5 attempts, 24 hours apart`
    fileprivate var words: String {
        "\(blueprint): \(quantity(attempts, "attempt")), \(quantity(waitingHours, "hour")) apart"
    }

    fileprivate var json: JSON {
        .object([
            ("pack", .string(pack)), ("blueprint", .string(blueprint)), ("attempts", .integer(attempts)),
            ("waitingHours", .integer(waitingHours)),
        ])
    }
}

extension Assignment {
    /// `from … to …`; nil where there is no window.
    func window(in zone: some Zone) -> String? {
        let bounds = [opens.map { "from \(zone.text(of: $0))" }, closes.map { "to \(zone.text(of: $0))" }]
        let text = bounds.compactMap(\.self).joined(separator: " ")
        return text.isEmpty ? nil : text + (stopsAtClose ? ", when attempts end" : "")
    }

    var json: JSON {
        func text(_ moment: Moment?) -> JSON {
            .optional(moment.map { LocalZone().text(of: $0, separator: "T", beforeZone: "") })
        }
        return .object([
            ("pack", .string(pack)), ("blueprint", .string(blueprint)), ("to", .string(to.text)),
            ("opens", text(opens)), ("closes", text(closes)), ("stopsAtClose", .bool(stopsAtClose)),
        ])
    }
}

extension JSON {
    fileprivate init(_ roster: Roster, withReasons isTold: Bool) {
        let memberships = roster.groupsByCandidate
        let candidates = roster.candidates.map { candidate in
            JSON.object([
                ("id", .string(candidate.id)), ("login", .optional(candidate.login)), ("name", .string(candidate.name)),
                ("email", .optional(candidate.email)), ("identifiers", .strings(candidate.identifiers ?? [])),
                ("groups", .strings((memberships[candidate.id] ?? []).map(\.id))),
                ("extraTime", .optional(candidate.accommodation?.extraTime.description)),
                ("reason", .optional(isTold ? candidate.accommodation?.reason : nil)),
                ("breakMinutes", candidate.breaks.map { .integer($0.minutes) } ?? .null),
                ("breakReason", .optional(isTold ? candidate.breaks?.reason : nil)),
                ("retakes", .array((candidate.retakes ?? []).map(\.json))),
            ])
        }
        let groups = roster.groups.map { group in
            JSON.object([
                ("id", .string(group.id)), ("title", .string(group.title)), ("members", .strings(group.members)),
            ])
        }
        self = .object([
            ("candidates", .array(candidates)), ("groups", .array(groups)),
            ("assignments", .array(roster.assignments.map(\.json))),
            ("graders", .strings(roster.graders ?? [])),
        ])
    }
}
