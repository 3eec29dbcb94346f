import Credentials
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Team

/// What pages list, as files for spreadsheets and other programs: the same for whoever may see the page.
struct ListFiles {
    let desk: ExamDesk

    var routes: [Route] {
        ["csv", "xlsx", "json"].flatMap { ending in
            [
                Route(.get, "sittings/results.\(ending)", .permission(.seeResults)) { visit in
                    let sittings = try desk.sittings(for: visit.person())
                    return try file("results", ending, sheet(of: sittings)) { .array(sittings.map(JSON.init)) }
                },
                Route(.get, "assignments.\(ending)", .permission(.assignExams)) { visit in
                    let assignments = try desk.assignments(for: visit.person())
                    return try file("assignments", ending, sheet(of: assignments)) { .array(assignments.map(json)) }
                },
                Route(.get, "certificates.\(ending)", .permission(.certify)) { visit in
                    let certificates = try desk.certificates(for: visit.person())
                    return try file("certificates", ending, sheet(of: certificates)) {
                        .array(certificates.map(\.json))
                    }
                },
            ]
        }
    }

    private func file(
        _ name: String, _ ending: String, _ table: TableSheet, json: () -> JSON
    ) throws(TeamError) -> WebAnswer {
        let name = "\(name).\(ending)"
        if ending == "json" { return .download(Array(json().text.utf8), name, "application/json") }
        return try .table(table, name)
    }

    private func sheet(of sittings: [WatchedAttempt]) -> TableSheet {
        let heading = ["attempt", "candidate", "exam", "answered", "items", "state", "mark", "passed", "last seen"]
        let rows = sittings.map { sitting in
            [
                sitting.name, sitting.candidate, sitting.title, "\(sitting.answered)", "\(sitting.count)",
                sitting.isClosed ? "closed" : "open", sitting.mark,
                sitting.isPassed.map { $0 ? "yes" : "no" } ?? "", told(sitting.seen),
            ]
        }
        return TableSheet("Results", [heading] + rows, numbers: ["answered", "items"])
    }

    private func sheet(of assignments: [ListedAssignment]) -> TableSheet {
        let heading = ["pack", "exam", "title", "to", "name", "candidates", "opens", "closes", "stops at the close"]
        let rows = assignments.map { listed in
            let assignment = listed.assignment
            return [
                assignment.pack, assignment.blueprint, listed.title, assignment.to.text, listed.name,
                "\(listed.count)", assignment.opens.map(told) ?? "", assignment.closes.map(told) ?? "",
                assignment.stopsAtClose ? "yes" : "no",
            ]
        }
        return TableSheet("Assignments", [heading] + rows, numbers: ["candidates"])
    }

    private func json(of listed: ListedAssignment) -> JSON {
        let assignment = listed.assignment
        return .object([
            ("pack", .string(assignment.pack)), ("exam", .string(assignment.blueprint)),
            ("title", .string(listed.title)), ("to", .string(assignment.to.text)), ("name", .string(listed.name)),
            ("candidates", .integer(listed.count)), ("opens", .optional(assignment.opens.map(told))),
            ("closes", .optional(assignment.closes.map(told))), ("stopsAtClose", .bool(assignment.stopsAtClose)),
        ])
    }

    private func sheet(of certificates: [IssuedCertificate]) -> TableSheet {
        let heading = ["id", "candidate", "achievement", "attempt", "valid from", "valid until", "state", "reason"]
        let rows = certificates.map { issued in
            [
                issued.record.id, issued.holder, issued.record.achievement, issued.attempt ?? "",
                "\(issued.record.validFrom)", "\(issued.record.validUntil)", issued.words,
                issued.revocation?.reason ?? "",
            ]
        }
        return TableSheet("Certificates", [heading] + rows)
    }

    private func told(_ moment: Moment) -> String { desk.exams.time.zone.text(of: moment) }
}
