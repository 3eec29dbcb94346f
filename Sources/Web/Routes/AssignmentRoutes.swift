import Examining
import Machine
import Quiz
import Scoring
import Team

/// What is assigned to whom.
struct AssignmentPages {
    let pages: Pages
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "assignments", .permission(.assignExams)) { visit in
                let all = try desk.assignments(for: visit.person()).map(value)
                return try pages.page(
                    "assignments", "Assignments", for: visit,
                    ["assignments": .list(all), "isDone": .flag(visit.request.query.has("done"))])
            },
            Route(.post, "assignments/take-back", .permission(.assignExams)) { visit in
                try desk.unassign(
                    visit.form["exam"], of: visit.form["pack"], from: visit.form["whom"], by: visit.person())
                return .goTo("/assignments?done=yes")
            },
        ]
    }

    private func value(of listed: ListedAssignment) -> PageValue {
        let (assignment, zone) = (listed.assignment, desk.exams.time.zone)
        var isGroup = false
        if case .group = assignment.to { isGroup = true }
        return [
            "title": .text(listed.title), "exam": .text(assignment.blueprint), "pack": .text(assignment.pack),
            "name": .text(isGroup ? "\(listed.name) (\(quantity(listed.count, "candidate")))" : listed.name),
            "whom": .text(assignment.to.text),
            "opens": .text(assignment.opens.map { zone.text(of: $0) } ?? "at any time"),
            "closes": .text(assignment.closes.map { zone.text(of: $0) } ?? "never"),
            "stops": .flag(assignment.stopsAtClose),
        ]
    }
}
