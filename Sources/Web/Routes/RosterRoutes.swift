import Examining
import Interchange
import Markup
import Quiz
import Scoring
import Team

/// People and groups that come in files.
struct RosterPages {
    let pages: Pages
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "roster", .permission(.keepRoster)) { visit in
                try pages.page("roster", "Roster", for: visit, values(visit))
            },
            Route(.post, "roster", .permission(.keepRoster)) { visit in try takeIn(visit) },
        ]
    }

    private func values(_ visit: Visit) throws -> [String: PageValue] {
        let groups = try desk.groups(for: visit.person()).map { group -> PageValue in
            ["title": .text(group.title), "id": .text(group.id), "count": .text("\(group.members.count)")]
        }
        return ["groups": .list(groups), "hasGroups": .flag(!groups.isEmpty)]
    }

    private func takeIn(_ visit: Visit) throws -> WebAnswer {
        do {
            let files = visit.form.files("file")
            guard !files.isEmpty else { throw TeamError(.invalid, "choose a file at least") }
            let read = RosterFiles(files)
            let taken = try desk.takeIn(
                read.rows, of: files.map(\.name), problems: read.problems, isReadable: read.isReadable,
                by: visit.person())
            return try pages.page("roster", "Roster", for: visit, values(visit).merging(values(of: taken)) { $1 })
        } catch let error as TeamError {
            return try pages.again("roster", "Roster", for: visit, values(visit), error)
        } catch let error as ExamError where error.kind == .unreadable {
            var values = try values(visit)
            values["problems"] = .list(error.message.split(separator: "\n").prefix(200).map { .text(String($0)) })
            values["hasProblems"] = true
            return try pages.page("roster", "Roster", for: visit, values, status: 422)
        }
    }

    private func values(of taken: TakenIn) -> [String: PageValue] {
        let (candidates, groups) = (taken.changes.candidates, taken.changes.groups)
        let invited = taken.invited.map { person, token in
            (person: person, link: "\(pages.address.origin)/invitation/\(token.text)")
        }
        let table = csvText(
            [["name", "address", "link"]] + invited.map { [$0.person.name, $0.person.address.text, $0.link] })
        return [
            "done": .text(
                "Candidates: \(candidates.added.count) added, \(candidates.changed.count) changed, "
                    + "\(candidates.gone.count) gone. Groups: \(groups.added.count) added, "
                    + "\(groups.changed.count) changed, \(groups.gone.count) gone."),
            "leftOut": .optional(
                taken.changes.leftOut.isEmpty
                    ? nil
                    : taken.changes.leftOut.prefix(20).map { "\($0.name) (\($0.role))" }.joined(separator: ", ")),
            "hasInvited": .flag(!invited.isEmpty), "table": .text(table),
            "rows": .text("\(min(20, invited.count + 1))"),
        ]
    }
}

/// The rows of all files that were sent.
private struct RosterFiles {
    var rows: [RosterRow] = []
    var problems: [RosterProblem] = []
    var isReadable = true

    init(_ files: [UploadedFile]) {
        for file in files {
            guard RosterBundle.isOne(file.bytes) else {
                take(RosterReader(file.bytes, file: file.name))
                continue
            }
            let bundle = RosterBundle(file.bytes, file: file.name)
            if !bundle.problems.isEmpty { isReadable = false }
            problems += bundle.problems
            for reader in bundle.readers { take(reader) }
        }
    }

    private mutating func take(_ reader: RosterReader) {
        rows += reader.rows
        problems += reader.problems
        if !reader.isReadable { isReadable = false }
    }
}
