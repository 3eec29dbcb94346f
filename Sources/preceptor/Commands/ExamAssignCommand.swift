import ArgumentParser
import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Terminal

/// Says who is to sit an exam, and when.
struct ExamAssignCommand: Command {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Say who is to sit an exam, and when.",
        discussion: """
            An exam that is assigned to anybody can be sat only by those it is assigned to; one that is assigned to \
            nobody is open to everyone. What is assigned to a candidate goes before what is assigned to the groups. An \
            attempt that begins in the window has its full time, unless --stop-at-close is given. A time is \
            2026-03-02T09:00 by the clock on the wall, or with a zone such as Z or +01:00; a day alone is meant from its \
            beginning, or to its end.
            """)

    @Argument(help: "What to sit: a blueprint of the pack, as exam list shows them.")
    var blueprint: String

    @Option(
        name: .customLong("to"), parsing: .upToNextOption,
        help: ArgumentHelp("A group or candidate of the roster, or several.", valueName: "name"))
    var targets: [String]

    @Option(help: ArgumentHelp("The first attempt may not begin before.", valueName: "date-time"))
    var opens: String?

    @Option(help: ArgumentHelp("The last attempt may not begin after.", valueName: "date-time"))
    var closes: String?

    @Flag(help: "End attempts at the close, whenever they began.")
    var stopAtClose = false

    @Flag(help: "Take the assignment back.")
    var remove = false

    @OptionGroup var pack: PackOptions

    func validate() throws {
        guard !targets.isEmpty else { throw ValidationError("--to names a group or a candidate.") }
        let start = try opens.map { try moment($0, isEnd: false) }
        let end = try closes.map { try moment($0, isEnd: true) }
        if remove, opens != nil || closes != nil || stopAtClose {
            throw ValidationError("--remove takes no window.")
        }
        if stopAtClose, closes == nil { throw ValidationError("--stop-at-close goes with --closes.") }
        if let start, let end, start >= end { throw ValidationError("--closes is after --opens.") }
    }

    private func moment(_ text: String, isEnd: Bool) throws -> Moment {
        guard let written = WrittenTime(text) else {
            throw ValidationError(
                "\(text.prefix(40)) is no moment; write it as 2026-03-02T09:00, or 2026-03-02T09:00+01:00.")
        }
        guard let moment = written.moment(isEnd: isEnd, in: LocalZone()) else {
            throw ValidationError("the clocks leave out \(text) when they change that day; take a later time.")
        }
        return moment
    }

    func perform(_ console: Console) throws {
        let pack = try pack.load()
        let blueprint = try pack.blueprint(named: blueprint)
        let window = ExamWindow(
            opens: try opens.map { try moment($0, isEnd: false) },
            closes: try closes.map { try moment($0, isEnd: true) },
            stopsAtClose: stopAtClose)
        let assigning = try OwnExams().exams.assign(blueprint, of: pack, to: targets, window, isTakenBack: remove)
        for (name, assignment) in assigning.done {
            let name = name + (assignment.window(in: LocalZone()).map { ", \($0)" } ?? "")
            console.line("\(blueprint.id): \(remove ? "no longer assigned" : "assigned") to \(name)")
        }
        if assigning.isOpenToAll {
            console.line("\(blueprint.id) is assigned to nobody any more, and open to everyone.")
        }
    }
}
