import ArgumentParser
import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Lists the exams of a pack.
struct ExamListCommand: Command {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the exams of a pack.")

    @OptionGroup var pack: PackOptions

    @Flag(help: "Write JSON.")
    var json = false

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let roster = try OwnExams().exams.roster.read()
        if json {
            return console.json(
                .array(pack.blueprints.map { JSON($0, assigned: roster.assignments(of: $0, in: pack)) }))
        }
        if pack.blueprints.isEmpty { return console.line("\(pack.id) has no exams.") }
        for (position, blueprint) in pack.blueprints.enumerated() {
            if position > 0 { console.line() }
            console.line(console.style.bold(blueprint.id.text) + "  \(blueprint.title)")
            console.paragraph(blueprint.summary)
            let waiting = blueprint.waitingHours == 0 ? "" : ", \(blueprint.waitingHours) hours apart"
            console.paragraph(
                "\(blueprint.itemsInWords) items, \(blueprint.minutes) minutes, \(blueprint.passMark.percent) % passes; "
                    + (blueprint.attempts == 1 ? "one attempt" : "\(blueprint.attempts) attempts\(waiting)"))
            console.table(blueprint.sections.map { ["\($0.count)", $0.title] }, indent: 4, rightAligned: [0])
            console.entry("Pass mark", blueprint.passMark.justification)
            for assignment in roster.assignments(of: blueprint, in: pack) {
                let window = assignment.window(in: LocalZone()).map { ", \($0)" } ?? ""
                console.entry("Assigned to", roster.name(of: assignment.to) + window)
            }
        }
    }
}

extension JSON {
    fileprivate init(_ blueprint: Blueprint, assigned: [Assignment]) {
        let sections = blueprint.sections.map { section in
            JSON.object([
                ("id", .string(section.id.text)), ("title", .string(section.title)), ("items", .integer(section.count)),
                ("kinds", .strings(section.kinds.map(\.rawValue))),
            ])
        }
        self = .object([
            ("id", .string(blueprint.id.text)), ("title", .string(blueprint.title)),
            ("items", .integer(blueprint.count)),
            ("atMost", blueprint.adaptive.map { .integer($0.length.upperBound) } ?? .null),
            ("adaptive", .bool(blueprint.adaptive != nil)), ("minutes", .integer(blueprint.minutes)),
            ("attempts", .integer(blueprint.attempts)), ("waitingHours", .integer(blueprint.waitingHours)),
            ("passMark", .integer(blueprint.passMark.percent)),
            ("justification", .string(blueprint.passMark.justification)),
            ("navigation", .string(blueprint.navigation.rawValue)),
            ("results", .string(blueprint.results.rawValue)),
            ("sections", .array(sections)), ("assignments", .array(assigned.map(\.json))),
        ])
    }
}
