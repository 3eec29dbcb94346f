import Examining
import Quiz
import Signatures
import Team

/// Who leads which group.
struct GroupPages {
    let pages: Pages
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "groups", .permission(.appoint)) { visit in
                try pages.page("groups", "Groups", for: visit, values(visit))
            },
            Route(.post, "groups/:group/leads", .permission(.appoint)) { visit in
                do {
                    try desk.setLead(
                        Person.ID(visit.form["person"]), of: visit.part("group"), !visit.form.has("no-longer"),
                        by: visit.person())
                    return .goTo("/groups?done=yes")
                } catch let error as TeamError where error.kind == .invalid {
                    return try pages.again("groups", "Groups", for: visit, values(visit), error)
                }
            },
        ]
    }

    private func values(_ visit: Visit) throws -> [String: PageValue] {
        let (groups, choice) = try desk.ledGroups(for: visit.person())
        return [
            "hasGroups": .flag(!groups.isEmpty), "hasChoice": .flag(!choice.isEmpty),
            "isDone": .flag(visit.request.query.has("done")),
            "groups": .list(
                groups.enumerated().map { number, led -> PageValue in
                    let others = choice.filter { one in !led.leads.contains { $0.id == one.id } }
                    return [
                        "path": .text("/groups/\(led.group.id.encodedWithPercents)/leads"),
                        "title": .text(led.group.title), "count": .text("\(led.group.members.count)"),
                        "number": .text("\(number)"), "leads": .list(led.leads.map(value)),
                        "hasLeads": .flag(!led.leads.isEmpty), "others": .list(others.map(value)),
                        "hasOthers": .flag(!others.isEmpty),
                    ]
                }),
        ]
    }

    private func value(of person: Person) -> PageValue {
        ["id": .text(person.id.text), "name": .text(person.name), "address": .text(person.address.words)]
    }
}
