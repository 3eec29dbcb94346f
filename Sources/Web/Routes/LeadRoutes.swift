import Content
import Examining
import Machine
import Markup
import Quiz
import Reports
import Scoring
import Team

/// Exams as those see them who give and watch them.
struct LeadPages {
    let pages: Pages
    let desk: ExamDesk
    let watch: Watch

    var routes: [Route] {
        [
            Route(.get, "sittings", .permission(.watchExams)) { visit in
                let sittings = try desk.sittings(for: visit.person())
                return try pages.page(
                    "sittings", "Sittings", for: visit,
                    [
                        "sittings": .list(sittings.map { value(of: $0, visit) }),
                        "isDone": .flag(visit.request.query.has("done")),
                        "mayAssign": .flag(visit.actor?.may(.assignExams) == true),
                        "seesResults": .flag(visit.actor?.may(.seeResults) == true),
                    ], script: "sittings.js")
            },
            Route(.get, "sittings/events", .permission(.watchExams)) { visit in
                try WebAnswer(
                    200, fields: [("content-type", "text/event-stream"), ("x-accel-buffering", "no")],
                    body: .pieces(watch.pieces(for: visit.person())))
            },
            Route(.get, "sittings/:attempt", .permission(.watchExams)) { visit in try sitting(visit) },
            Route(.post, "sittings/say", .permission(.watchExams)) { visit in
                try changing(visit) { try desk.say(visit.form["text"], to: nil, by: $0) }
            },
            Route(.post, "sittings/:attempt/say", .permission(.watchExams)) { visit in
                try changing(visit) { try desk.say(visit.form["text"], to: visit.part("attempt"), by: $0) }
            },
            Route(.post, "sittings/time", .permission(.watchExams)) { visit in
                try changing(visit) { try keepTime(of: nil, visit, by: $0) }
            },
            Route(.post, "sittings/:attempt/time", .permission(.watchExams)) { visit in
                try changing(visit) { try keepTime(of: visit.part("attempt"), visit, by: $0) }
            },
            Route(.post, "sittings/:attempt/void", .permission(.judge)) { visit in
                try changing(visit) { try desk.void(visit.part("attempt"), because: visit.form["reason"], by: $0) }
            },
            Route(.post, "sittings/:attempt/certificate", .permission(.certify)) { visit in
                try changing(visit) { actor in
                    guard let days = Int(visit.form["days"]) else {
                        throw TeamError(.invalid, "say for how many days it is valid")
                    }
                    try desk.certify(
                        visit.part("attempt"), days: days, isDespiteDoubts: visit.form.has("despite"), by: actor)
                }
            },
            Route(.get, "sittings/:attempt/log", .permission(.seeResults)) { visit in
                let name = visit.part("attempt")
                return try WebAnswer(
                    200,
                    fields: [
                        ("content-type", "application/octet-stream"),
                        ("content-disposition", "attachment; filename=\"\(name).log\""),
                    ], body: .bytes(desk.log(of: name, for: visit.person())))
            },
            Route(.get, "assign", .permission(.assignExams)) { visit in
                try pages.page("assign", "Assign an exam", for: visit, form(visit))
            },
            Route(.post, "assign", .permission(.assignExams)) { visit in try assign(visit) },
        ]
    }

    private func value(of sitting: WatchedAttempt, _ visit: Visit) -> PageValue {
        [
            "name": .text(sitting.name), "candidate": .text(sitting.candidate), "exam": .text(sitting.title),
            "answered": .text("\(sitting.answered) of \(sitting.count)"), "state": .text(sitting.words),
            "seen": .text(desk.exams.time.zone.text(of: sitting.seen)), "mark": .text(sitting.mark),
            "isClosed": .flag(sitting.isClosed && visit.actor?.may(.seeResults) == true),
        ]
    }

    // MARK: One sitting

    private func keepTime(of name: String?, _ visit: Visit, by actor: Actor) throws {
        switch visit.form["deed"] {
        case "extend":
            try desk.extend(name, byMinutes: visit.form["minutes"], because: visit.form["reason"], by: actor)
        case "hold": try desk.hold(name, because: visit.form["reason"], by: actor)
        case "release": try desk.release(name, by: actor)
        default: throw TeamError(.invalid, "say what is to be done about the time")
        }
    }

    private func sitting(_ visit: Visit, _ error: TeamError? = nil) throws -> WebAnswer {
        let name = visit.part("attempt")
        let actor = try visit.person()
        guard let found = try desk.sittings(for: actor).first(where: { $0.name == name }) else {
            throw TeamError(.notFound, "there is no such attempt")
        }
        let names = Dictionary(
            try pages.accounts.store.people().map { ($0.id.text, $0.name) }
        ) { first, _ in first }
        var values: [String: PageValue] = [
            "sitting": value(of: found, visit), "name": .text(name), "isOpen": .flag(!found.isClosed),
            "mayJudge": .flag(actor.may(.judge) && found.voided == nil), "voided": .optional(found.voided),
            "mayCertify": .flag(actor.may(.certify) && found.isPassed == true && found.voided == nil),
            "hasLog": .flag(found.isClosed && actor.may(.seeResults)), "text": .text(visit.form["text"]),
            "reason": .text(visit.form["reason"]), "days": .text(visit.form.has("days") ? visit.form["days"] : "730"),
            "isDone": .flag(visit.request.query.has("done")), "isHeld": .flag(found.isHeld),
            "minutes": .text(visit.form["minutes"]), "hasInterventions": .flag(!found.interventions.isEmpty),
            "interventions": .list(found.interventions.map { .text($0.words(among: names)) }),
            "late": .optional(found.late > 0 ? quantity(found.late, "answer") : nil),
        ]
        if actor.may(.certify) {
            values["certificates"] = .list(
                try desk.certificates(for: actor).filter { $0.record.attempt == name }.map(\.value))
        }
        guard let error else { return try pages.page("attempt", found.candidate, for: visit, values) }
        return try pages.again("attempt", found.candidate, for: visit, values, error)
    }

    /// Does something about one sitting or all, and shows the same page again.
    private func changing(_ visit: Visit, _ change: (Actor) throws -> Void) throws -> WebAnswer {
        let name = visit.part("attempt")
        do {
            try change(try visit.person())
            return .goTo(name.isEmpty ? "/sittings?done=yes" : "/sittings/\(name)?done=yes")
        } catch let error as TeamError where !name.isEmpty && error.kind == .invalid {
            return try sitting(visit, error)
        } catch let error as ExamError where !name.isEmpty && error.isOfAttempt {
            return try sitting(visit, TeamError(.invalid, error.message))
        }
    }

    // MARK: Assigning

    private func form(_ visit: Visit) throws -> [String: PageValue] {
        let people = try desk.candidates(for: visit.person())
        let chosen = Set(visit.form.all("person"))
        let exams = desk.packs.sorted { $0.key < $1.key }.flatMap { pack, revision in
            revision.pack.blueprints.map { blueprint -> PageValue in
                let exam = "\(pack)/\(blueprint.id)"
                return [
                    "exam": .text(exam), "title": .text("\(blueprint.title) (\(pack))"),
                    "isChosen": .flag(visit.form["exam"] == exam),
                ]
            }
        }
        let groups = try desk.groups(for: visit.person())
        let chosenGroups = Set(visit.form.all("group"))
        return [
            "exams": .list(exams), "hasGroups": .flag(!groups.isEmpty),
            "groups": .list(
                groups.map { group in
                    [
                        "id": .text(group.id), "title": .text(group.title), "count": .text("\(group.members.count)"),
                        "isChosen": .flag(chosenGroups.contains(group.id)),
                    ]
                }),
            "candidates": .list(
                people.map { person in
                    [
                        "id": .text(person.id.text), "name": .text(person.name), "address": .text(person.address.words),
                        "isChosen": .flag(chosen.contains(person.id.text)),
                    ]
                }),
            "opens": .text(visit.form["opens"]), "closes": .text(visit.form["closes"]),
            "extra": .text(visit.form["extra"]), "breaks": .text(visit.form["breaks"]),
            "reason": .text(visit.form["reason"]),
        ]
    }

    private func assign(_ visit: Visit) throws -> WebAnswer {
        do {
            let exam = visit.form["exam"].split(separator: "/").map(String.init)
            guard exam.count == 2 else { throw TeamError(.invalid, "choose an exam") }
            let window = ExamWindow(
                opens: try moment(visit.form["opens"]), closes: try moment(visit.form["closes"]),
                stopsAtClose: visit.form.has("stops"))
            let actor = try visit.person()
            let people = visit.form.all("person").map { Person.ID($0) }
            let (extra, breaks, reason) = (visit.form["extra"], visit.form["breaks"], visit.form["reason"])
            try ExamDesk.checkGrants(extra: extra, breaks: breaks, because: reason)
            let groups = visit.form.all("group")
            try desk.assign(exam[1], of: exam[0], to: people, groups: groups, window, by: actor)
            for person in people {
                if !extra.isEmpty { try desk.giveTime(to: person, extra, because: reason, by: actor) }
                if !breaks.isEmpty { try desk.giveBreaks(to: person, breaks, because: reason, by: actor) }
            }
            var values = try form(visit)
            let parts = [
                people.isEmpty ? nil : people.count == 1 ? "one person" : "\(people.count) people",
                groups.isEmpty ? nil : quantity(groups.count, "group"),
            ]
            values["done"] = .text("\(list(parts.compactMap(\.self), "and").withCapital) can sit it now.")
            return try pages.page("assign", "Assign an exam", for: visit, values)
        } catch let error as TeamError {
            return try pages.again("assign", "Assign an exam", for: visit, form(visit), error)
        } catch let error as ExamError {
            return try pages.again(
                "assign", "Assign an exam", for: visit, form(visit), TeamError(.invalid, error.message))
        }
    }

    /// A moment as a browser's field for dates sends it, in universal time; nil where nothing was typed.
    private func moment(_ text: String) throws(TeamError) -> Moment? {
        guard !text.isEmpty else { return nil }
        let halves = text.split(separator: "T")
        guard halves.count == 2, let day = Day(String(halves[0])), let time = ClockTime(String(halves[1].prefix(5)))
        else {
            throw TeamError(.invalid, "this is no date with a time", mend: "it looks like 2026-03-02T09:00")
        }
        return FixedZone.utc.moment(of: day, second: time.minute * 60)
    }
}

extension ExamError {
    /// Whether it says something about what was asked of an attempt that is there.
    fileprivate var isOfAttempt: Bool {
        switch kind {
        case .invalid, .checkFailed, .taken: true
        default: false
        }
    }
}

extension WatchedAttempt {
    /// Where it stands, in a few words.
    var words: String {
        if voided != nil { return "voided" }
        if isClosed { return isPassed.map { $0 ? "passed" : "not passed" } ?? "handed in" }
        let time = left == 0 ? "time is over" : "\((left + 59_999) / 60_000) minutes left"
        return isHeld ? "stopped, \(time)" : time
    }

    /// What it came to; empty where that is not told.
    var mark: String { fraction.map(Quiz.mark) ?? "" }
}
