package import Content
package import Scoring

/// A visit that a table tells, and the keys that the table states for it.
package struct TabledScenario: Sendable {
    /// What a table says that a policy bills; to be held against what the core derives.
    package struct StatedKey: Sendable {
        package let policy: ID<Policy>
        package let claim: Claim
        package let line: Int
    }

    package var scenario: Scenario
    package var stated: [StatedKey] = []
    package let line: Int

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

/// Reads a table of visits: a row each, and a further row without an id for each further service of the visit.
///
/// - Parameters:
///   - file: Cells parted by commas, semicolons or tabs, in UTF-8. Columns: id, title, stem, date, place, performer,
///     kind, activity, start, stop, minutes, next-day, missing, source, policy, answer. Needed are id, stem, date and
///     kind.
///   - pack: Its names of services, performers, policies and sources are those that the table may use.
/// - Returns: The visits, and what of the table is not read.
/// - Throws: `ImportProblem` with the row and column of what cannot be read.
package func readScenarioTable(
    _ file: [UInt8], for pack: Pack
) throws(ImportProblem) -> (scenarios: [TabledScenario], notes: [ImportNote]) {
    let table = try NamedTable(file, known: scenarioColumns, needed: ["id", "stem", "date", "kind"])
    var scenarios: [TabledScenario] = []
    for row in table.rows {
        let id = plainLine(row["id"])
        if id.isEmpty || id == scenarios.last?.scenario.id.text {
            guard !scenarios.isEmpty else { throw row.problem("the first visit has no id", in: "id", "name it") }
            scenarios[scenarios.count - 1].scenario.encounter.visits[0].services.append(try row.service(in: pack))
        } else {
            guard !scenarios.contains(where: { $0.scenario.id.text == id }) else {
                throw row.problem("there are two visits \(id)", in: "id", "name them apart")
            }
            scenarios.append(TabledScenario(scenario: try row.scenario(named: id, in: pack), line: row.line))
        }
        if let key = try row.statedKey(in: pack) { scenarios[scenarios.count - 1].stated.append(key) }
    }
    return (scenarios, table.unknown.map { ImportNote(line: 1, message: "the column \($0) is not read") })
}

/// The columns of a table of visits.
package let scenarioColumns = [
    "id", "title", "stem", "date", "place", "performer", "kind", "activity", "start", "stop", "minutes", "next-day",
    "missing", "source", "policy", "answer",
]
