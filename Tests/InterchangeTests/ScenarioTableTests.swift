import Content
import Markup
import PseudoTerminal
import Scoring
import Snapshots
import Testing

@testable import Interchange

/// Two visits, one of two services, each with the key that the table states.
let scenarioTable = """
    id,title,stem,date,place,performer,kind,activity,start,stop,minutes,next-day,missing,source,policy,answer
    late-visit,a late visit,"A nurse comes at 22:30, and leaves at 01:30.",2026-03-05,12,registered-nurse,infusion,,22:30,01:30,,,,guide,cpt-midpoint,"99601 x1, 99602 x1"
    two-parts,,"A nurse drives for half an hour, and infuses a drug for two hours and a half.",2026-03-06,,,infusion,travel,,,30,,,guide,,99601
    ,,,,,,infusion,,,,150,,,,started-hour,99601

    """

@Suite struct `A table of visits` {
    private let pack: Pack

    init() throws { pack = try Sample.lesson() }

    @Test func `becomes scenarios, and its keys are held against the core`() throws {
        let table = try ScenarioTable(Array(scenarioTable.utf8), for: pack)
        let scenarios = table.scenarios
        #expect(table.notes.isEmpty && table.problems.isEmpty && table.sheet == nil)
        try #require(scenarios.map(\.scenario.id) == ["late-visit", "two-parts"])
        let first = scenarios[0].scenario.encounter
        #expect(first.date == Day("2026-03-05") && first.visits[0].place == "12")
        #expect(scenarios[0].disagreements(in: pack).isEmpty)
        let second = scenarios[1]
        #expect(second.scenario.title == "two-parts")
        #expect(second.scenario.encounter.visits[0].services.map(\.time) == [.minutes(30), .minutes(150)])
        #expect(second.stated.map(\.policy) == ["cpt-midpoint", "started-hour"])
        let wrong = second.disagreements(in: pack)
        #expect(wrong.map(\.due.description) == ["99601 x1, 99602 x1"])
        #expect(wrong.map(\.stated.line) == [4])
    }

    @Test func `becomes a file of the pack that proves its keys`() throws {
        let scenarios = try ScenarioTable(Array(scenarioTable.utf8), for: pack).scenarios
        let text = PackFile.scenarios(scenarios, of: pack)
        expectSnapshot(text, named: "scenarios-yaml", in: "Golden")
    }

    @Test(arguments: [
        ("date", "2026-02-30", "is no day"), ("kind", "infusoin", "is not known"), ("kind", "", "no kind"),
        ("start", "9 am", "no time of day"), ("minutes", "90", "beside start"), ("place", "home", "place of service"),
        ("performer", "nurse", "is not known"), ("missing", "all", "is not known"), ("source", "", "no source"),
        ("source", "x", "is not known"), ("policy", "x", "is not known"), ("answer", "9960l", "is no claim"),
        ("id", "Late Visit", "is no id"), ("stem", " ", "is not told"), ("next-day", "maybe", "neither yes nor no"),
        ("activity", "lunch", "is not known"), ("stop", "22:30", "the same"),
    ]) func `a slip is pointed at by row and column`(column: String, cell: String, words: String) throws {
        var cells = [
            "id": "late-visit", "title": "a", "stem": "b", "date": "2026-03-05", "kind": "infusion", "start": "22:30",
            "stop": "01:30", "source": "guide", "policy": "cpt-midpoint", "answer": "99601",
        ]
        cells[column] = cell
        let row = scenarioColumns.map { cells[$0] ?? "" }
        let text = csvText([scenarioColumns, row])
        let problems = try ScenarioTable(Array(text.utf8), for: pack).problems
        try #require(problems.count == 1)
        let found = problems[0]
        #expect(found.line == 2 && found.message.contains(words) && found.mend != nil, "\(found)")
        #expect(found.message.hasPrefix("column \(column): "), "\(found)")
    }

    @Test func `with several slips is told all of them, and those of a visit's further services`() throws {
        let text = """
            id,stem,date,kind,start,stop,source
            a,A visit.,2026-02-30,infusion,09:00,10:00,guide
            ,,,infusion,10:00,10:00,
            b,A visit.,2026-03-02,infusion,09:00,10:00,guide
            ,,,infusion,12:00,13:00,
            b,A visit.,2026-03-02,infusion,09:00,10:00,guide
            a,A visit.,2026-03-02,infusion,09:00,10:00,guide

            """
        let table = try ScenarioTable(Array(text.utf8), for: pack)
        #expect(table.problems.map(\.line) == [2, 3, 7])
        #expect(table.problems.last?.message == "column id: there are two visits a")
        #expect(table.scenarios.map(\.scenario.encounter.visits[0].services.count) == [3])
    }
}
