import Content
import Learning
import Quiz
import Reports
import Scoring
import Team

/// Lessons as learners see them.
struct LessonPages {
    let pages: Pages
    let desk: LessonDesk

    var routes: [Route] {
        [
            Route(.get, "lessons/:pack", .permission(.train)) { visit in try course(visit) },
            Route(.post, "lessons/:pack", .permission(.train)) { visit in
                try desk.begin(
                    visit.form["lesson"], again: visit.form["again"] == "yes", in: visit.part("pack"),
                    by: visit.person())
                return .goTo("/lessons/\(visit.part("pack"))/now")
            },
            Route(.get, "lessons/:pack/now", .permission(.train)) { visit in
                try show(desk.view(visit.part("pack"), for: visit.person()), visit)
            },
            Route(.post, "lessons/:pack/now", .permission(.train)) { visit in
                guard let act = act(visit.form), let position = Int(visit.form["at"]) else {
                    throw TeamError(.invalid, "this page asks for nothing known")
                }
                return try show(desk.take(act, at: position, in: visit.part("pack"), by: visit.person()), visit)
            },
        ]
    }

    private func course(_ visit: Visit) throws -> WebAnswer {
        let lessons = try desk.course(of: visit.part("pack"), for: visit.person())
        let values = lessons.enumerated().map { number, listed -> PageValue in
            [
                "number": .text("\(number + 1)"), "id": .text(listed.lesson.id.text),
                "title": .text(listed.lesson.title.withCapital), "isNext": .flag(listed.isNext),
                "state": .text(listed.progress.words(of: listed.stages)),
                "isUnderWay": .flag(listed.progress.stages != nil), "isDone": .flag(listed.progress.isDone),
            ]
        }
        return try pages.page(
            "lessons", "Lessons", for: visit,
            ["path": .text("/lessons/\(visit.part("pack"))"), "lessons": .list(values)])
    }

    private func act(_ form: FormFields) -> LessonAct? {
        // Each option is a button of its own.
        if form.has("choice") { return .answer(form["choice"]) }
        return switch form["do"] {
        case "on": .goOn
        case "practice": .goToPractice
        case "answer": .answer(form["text"])
        case "hint": .hint
        case "skip": .skip
        default: nil
        }
    }

    // MARK: The lesson at hand

    private func show(_ view: LessonView?, _ visit: Visit) throws -> WebAnswer {
        let list = "/lessons/\(visit.part("pack"))"
        guard let view else { return .goTo(list) }
        var values: [String: PageValue] = [
            "list": .text(list), "path": .text("\(list)/now"), "number": .text("\(view.number)"),
            "count": .text("\(view.count)"), "stages": .text("\(view.stages)"), "at": .text("\(view.position)"),
            "remark": .optional(view.remark),
        ]
        values.merge(self.values(of: view)) { $1 }
        return try pages.page("lesson", view.lesson.title.withCapital, for: visit, values, script: "training.js")
    }

    private func values(of view: LessonView) -> [String: PageValue] {
        switch view.reply {
        case .practised(let reply)?: return reviewed(reply, view)
        case .worked(let reply)?: return values(of: view.screen, view).merging(told(reply)) { $1 }
        case nil: return values(of: view.screen, view)
        }
    }

    /// An item of the practice that was just answered, and what there is to say of it; what comes next has its own page.
    private func reviewed(_ reply: LessonSession.PracticeReply, _ view: LessonView) -> [String: PageValue] {
        let outcome = reply.outcome
        var values: [String: PageValue] = [
            "isReviewed": true, "review": .group(outcome.values(refuting: reply.refutation)),
            "isOver": .flag(reply.event != nil),
        ]
        values.merge(outcome.item.values()) { $1 }
        return values
    }

    private func told(_ reply: LessonSession.WorkedReply) -> [String: PageValue] {
        let isStageOver = reply.event != nil || reply.isDoneOver
        return [
            "reply": [
                "isRight": .flag(reply.isRight), "due": .text(reply.key),
                "told": .list(isStageOver ? reply.told.map { .text($0) } : []),
                "belief": .optional(reply.belief.map { "\($0.belief.withCapital). \($0.correction)" }),
                "isDoneOver": .flag(reply.isDoneOver),
            ]
        ]
    }

    private func values(of screen: LessonSession.Screen, _ view: LessonView) -> [String: PageValue] {
        var values: [String: PageValue] = ["stage": .text("\(view.passed + 1)")]
        switch screen {
        case .page(let paragraphs, let sources):
            values["page"] = [
                "paragraphs": .list(paragraphs.map { .text($0) }), "sources": .text(sources.joined(separator: "; ")),
            ]
        case .example(let example):
            var shown = example.values
            shown["parts"] = .list(example.parts.map { .text($0.text) })
            shown["sources"] = .text(example.situation.sources.joined(separator: "; "))
            values["example"] = .group(shown)
        case .faded(let faded):
            var shown = faded.example.values
            shown["told"] = .list(faded.told.map { .text($0) })
            shown["hasTold"] = .flag(!faded.told.isEmpty)
            shown["what"] = .text(faded.title.withCapital)
            shown["asked"] = .optional(faded.open?.question)
            values["faded"] = .group(shown)
        case .practice(let run, let item):
            var shown = item.values()
            shown["id"] = .text(item.id.description)
            shown["right"] = .text("\(run.right)")
            shown["goal"] = .text("\(run.goal)")
            shown["heading"] = .text(item.heading.withCapital)
            values["practice"] = .group(shown)
        case .ended(let isMastered):
            values["stage"] = nil
            values["ended"] = [
                "isMastered": .flag(isMastered), "next": .optional(view.next?.title.withCapital),
                "id": .text(view.next?.id.text ?? ""), "own": .text(view.lesson.id.text),
            ]
        }
        values["typed"] = .text(view.unread?.text ?? "")
        if let unread = view.unread { values.merge(unread.error.values(unread.text)) { $1 } }
        values["hints"] = .list(view.hints.map { .text($0) })
        values["hasHints"] = .flag(!view.hints.isEmpty)
        return values
    }
}
