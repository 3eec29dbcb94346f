package import Content
package import Scoring

/// A visit that a table tells, and the keys that the table states for it.
package struct TabledScenario: Sendable {
    /// What a table says that a policy bills; to be held against what the core derives.
    package struct StatedKey: Sendable {
        /// The policy that the key holds under: the pack's own where the row names none.
        package let policy: ID<Policy>
        /// What the row says is billed.
        package let claim: Claim
        /// The row that states it, counted from 1.
        package let line: Int
    }

    /// The visit as a pack has it.
    package var scenario: Scenario
    /// The keys that the table states for it, each once.
    package private(set) var stated: [StatedKey] = []
    /// The row on which the visit begins, counted from 1.
    package let line: Int

    init(scenario: Scenario, line: Int) {
        self.scenario = scenario
        self.line = line
    }

    /// Takes a key down, unless a cell that spans several rows states it again.
    mutating func state(_ key: StatedKey) {
        let isThere = stated.contains { $0.policy == key.policy && $0.claim.billsTheSame(as: key.claim) }
        if !isThere { stated.append(key) }
    }

    /// The stated keys that the facts do not call for, each with the claim that they do.
    package func disagreements(in pack: Pack) -> [(stated: StatedKey, due: Claim)] {
        stated.compactMap { key in
            guard let due = due(under: key.policy, in: pack), !due.billsTheSame(as: key.claim) else { return nil }
            return (key, due)
        }
    }

    func due(under policy: ID<Policy>, in pack: Pack) -> Claim? {
        pack.policy(policy).map { derive(scenario.encounter, under: pack.rules(under: $0)).claim }
    }
}

/// What came of a table of visits.
package struct ScenarioTable: Sendable {
    /// The visits whose every row can be read, in their order.
    package private(set) var scenarios: [TabledScenario] = []
    /// What of the table is not read.
    package private(set) var notes: [ImportNote] = []
    /// What is wrong with rows, at most one thing each; a visit with one of them is not among the scenarios.
    package private(set) var problems: [ImportProblem] = []
    /// The sheet that was read; nil where the table is no spreadsheet.
    package let sheet: String?

    /// Reads a table of visits: a row each, and a further row without an id for each further service of the visit.
    ///
    /// - Parameters:
    ///   - file: Cells parted by commas, semicolons or tabs, in UTF-8, or a spreadsheet (.xlsx or .ods). Columns: id,
    ///     title, stem, date, place, performer, kind, activity, start, stop, minutes, next-day, missing, source, policy,
    ///     answer. Needed are id, stem, date and kind.
    ///   - pack: Its names of services, performers, policies and sources are those that the table may use.
    ///   - sheet: The sheet of a spreadsheet; the first one where none is named.
    /// - Throws: `ImportProblem` where the file as a whole cannot be read.
    package init(_ file: [UInt8], for pack: Pack, sheet: String? = nil) throws(ImportProblem) {
        let table = try NamedTable(
            file, known: scenarioColumns, needed: ["id", "stem", "date", "kind"],
            kinds: ["date": .day, "start": .time, "stop": .time], sheet: sheet)
        self.sheet = table.sheet
        problems = table.problems
        notes =
            table.otherSheets.map { ImportNote("the sheet \($0) is not read; --sheet names one", at: ImportPosition()) }
            + table.unknown.map {
                ImportNote("the column \($0) is not read", at: ImportPosition(line: table.headLine, sheet: table.sheet))
            }
        var visits = Visits(pack: pack)
        for row in table.rows {
            do {
                try visits.take(row)
            } catch {
                problems.append(error)
            }
        }
        for visit in visits.sound {
            let facts = visit.scenario.encounter.impossibleFacts
            if facts.isEmpty { scenarios.append(visit) }
            problems += facts.map { fact in
                ImportProblem(
                    "\(visit.scenario.id): \(fact.words)", line: visit.line, sheet: sheet, mend: fact.mend)
            }
        }
        problems.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    }
}

/// The visits of a table, row by row.
private struct Visits {
    let pack: Pack
    private(set) var sound: [TabledScenario] = []
    private var ids: Set<String> = []
    /// The id of the visit to which rows without one belong; nil before the first.
    private var current: String?

    init(pack: Pack) { self.pack = pack }

    mutating func take(_ row: NamedTable.Row) throws(ImportProblem) {
        let id = plainLine(row["id"])
        if id.isEmpty || id == current {
            guard current != nil else { throw row.problem("the first visit has no id", in: "id", "name it") }
            let service = try row.service(in: pack)
            let key = try row.statedKey(in: pack)
            guard sound.last?.scenario.id.text == current else { return }
            sound[sound.count - 1].scenario.encounter.visits[0].services.append(service)
            if let key { sound[sound.count - 1].state(key) }
        } else {
            current = id
            guard ids.insert(id).inserted else {
                throw row.problem("there are two visits \(id)", in: "id", "name them apart")
            }
            var tabled = TabledScenario(scenario: try row.scenario(named: id, in: pack), line: row.line)
            if let key = try row.statedKey(in: pack) { tabled.state(key) }
            sound.append(tabled)
        }
    }
}

/// The columns of a table of visits.
package let scenarioColumns = [
    "id", "title", "stem", "date", "place", "performer", "kind", "activity", "start", "stop", "minutes", "next-day",
    "missing", "source", "policy", "answer",
]
