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
                    ["title": .text(pack.title.withCapital), "path": .text("/training/\(pack.id)")]
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
        switch form["do"] {
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
            if let entry = view.entry { values["review"] = .group(review(entry)) }
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
        if let unread = view.unread {
            values["unread"] = .text(unread.error.message)
            values["caret"] = .optional(unread.error.place.map { Self.marked(unread.text, at: $0) })
        }
        return values
    }

    /// What was typed with a line under it that points at what is meant.
    private static func marked(_ text: String, at place: Range<Int>) -> String {
        text + "\n" + String(repeating: " ", count: place.lowerBound)
            + String(repeating: "^", count: max(1, place.count))
    }

    // MARK: What came of an answer

    private func review(_ entry: LearningSession.Entry) -> [String: PageValue] {
        let (item, feedback) = (entry.outcome.item, entry.outcome.feedback)
        var values: [String: PageValue] = [
            "key": .text(item.keyInWords), "why": .text(item.why),
            "sources": .text(item.sources.joined(separator: "; ")),
            "answer": .optional(entry.outcome.answer), "isRight": .flag(feedback?.isRight == true),
            "verdict": .text(words(for: feedback)), "remark": .optional(feedback?.remark),
        ]
        guard let feedback else { return values }
        values["hasDifference"] = .flag(!feedback.isRight && !feedback.comparison.isEmpty)
        values["difference"] = .list(
            feedback.comparison.map { row in
                [
                    "code": .text(row.code), "yours": .text(row.answered ?? "-"), "due": .text(row.due ?? "-"),
                    "remark": .text(row.remark ?? ""),
                ]
            })
        values["returned"] = .list(
            feedback.returned.map { back in
                [
                    "reason": .optional(back.reason), "message": .text(back.message),
                    "isLess": .flag(back.isUnderbilling),
                ]
            })
        values["step"] = .optional(feedback.partingStep)
        values["belief"] = .optional(belief(entry))
        if let contrast = entry.refutation?.contrast {
            values["contrast"] = [
                "same": .optional(contrast.sameLines.isEmpty ? nil : contrast.sameLines.description),
                "sides": .list(
                    contrast.rows.map { row in
                        ["words": .text(row[0]), "due": .text(row[1]), "believed": .text(row[2])]
                    }), "why": .text(contrast.why),
            ]
        }
        return values
    }

    private func words(for feedback: Feedback?) -> String {
        switch feedback?.verdict {
        case .correct?: "Right."
        case .partial?: "Not quite."
        case .incorrect?: "Not right."
        case nil: "Skipped."
        }
    }

    private func belief(_ entry: LearningSession.Entry) -> String? {
        if let refutation = entry.refutation { return refutation.words.withCapital }
        guard let first = entry.outcome.feedback?.beliefs.first else { return nil }
        return "\(first.words.withCapital). \(first.heldBy.words ?? first.correction)"
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
