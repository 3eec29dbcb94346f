import Content
import Learning
import Quiz
import Reports
import Scoring
import Team

/// Training as learners see it.
struct TrainingPages {
    let pages: Pages
    let desk: TrainingDesk

    var routes: [Route] {
        [
            Route(.get, "training", .permission(.train)) { visit in
                let packs = try desk.packs(for: visit.person()).map { pack -> PageValue in
                    [
                        "title": .text(pack.title.withCapital), "path": .text("/training/\(pack.id)"),
                        "hasLessons": .flag(!pack.lessons.isEmpty), "lessons": .text("/lessons/\(pack.id)"),
                        "count": .text("\(pack.lessons.count)"),
                    ]
                }
                return try pages.page("trainings", "Training", for: visit, ["packs": .list(packs)])
            },
            Route(.get, "training/:pack", .permission(.train)) { visit in
                try show(desk.view(visit.part("pack"), for: visit.person()), visit)
            },
            Route(.post, "training/:pack", .permission(.train)) { visit in
                guard let step = step(visit.form) else { throw TeamError(.invalid, "this page asks for nothing known") }
                let view = try desk.take(
                    step, about: visit.form["item"], in: visit.part("pack"), by: visit.person())
                return try show(view, visit)
            },
            Route(.post, "training/:pack/end", .permission(.train)) { visit in
                try desk.end(visit.part("pack"), by: visit.person())
                return .goTo("/training")
            },
            Route(.get, "training/:pack/progress", .permission(.train)) { visit in
                let report = try desk.progress(in: visit.part("pack"), of: visit.person())
                return try pages.page("progress", "Progress", for: visit, values(of: report, visit))
            },
        ]
    }

    private func step(_ form: FormFields) -> TrainingStep? {
        // Each option is a button of its own.
        if form.has("choice") { return .answer(form["choice"]) }
        return switch form["do"] {
        case "answer": .answer(form["text"])
        case "hint": .hint
        case "skip": .skip
        case "next": .next
        case "undo": .undo
        case "flag": .flag(form["note"])
        default: nil
        }
    }

    private func show(_ view: TrainingView, _ visit: Visit) throws -> WebAnswer {
        var values: [String: PageValue] = [
            "path": .text("/training/\(visit.part("pack"))"), "isOver": .flag(view.item == nil),
            "number": .text("\(view.number)"), "goal": .text("\(view.goal)"), "right": .text("\(view.right)"),
            "done": .text("\(view.done)"), "remark": .optional(view.remark),
        ]
        if let item = view.item {
            values.merge(question(item, view)) { $1 }
            if let entry = view.entry { values["review"] = .group(entry.outcome.values(refuting: entry.refutation)) }
        }
        return try pages.page("training", "Training", for: visit, values, script: "training.js")
    }

    private func question(_ item: Item, _ view: TrainingView) -> [String: PageValue] {
        var values: [String: PageValue] = [
            "id": .text(item.id.description), "heading": .text(item.heading.withCapital),
            "reason": .optional(view.reason),
            "hints": .list(view.hints.map { .text($0) }), "hasHints": .flag(!view.hints.isEmpty),
            "isAsking": .flag(view.entry == nil), "typed": .text(view.unread?.text ?? ""),
        ]
        values.merge(item.values()) { $1 }
        if let unread = view.unread { values.merge(unread.error.values(unread.text)) { $1 } }
        return values
    }

    // MARK: Progress

    private func values(of report: ProgressReport, _ visit: Visit) -> [String: PageValue] {
        [
            "path": .text("/training/\(visit.part("pack"))"), "pack": .text(report.pack),
            "skills": .list(
                report.skills.map { skill in
                    [
                        "skill": .text(skill.skill.title), "mean": .text("\(Int((skill.mean * 100).rounded()))"),
                        "low": .text("\(Int((skill.low * 100).rounded()))"),
                        "high": .text("\(Int((skill.high * 100).rounded()))"), "answers": .text("\(skill.answers)"),
                        "isMastered": .flag(skill.isMastered),
                    ]
                }), "hasSkills": .flag(!report.skills.isEmpty),
            "suspected": .list(report.suspected.map { .text($0.words.withCapital) }),
            "hasSuspected": .flag(!report.suspected.isEmpty),
            "due": .text("\(report.due.first ?? 0)"),
        ]
    }
}
