import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Team

/// Exams as their candidates see them.
struct ExamPages {
    let pages: Pages
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "exams", .permission(.sitExam)) { visit in
                let exams = try desk.assigned(to: visit.person())
                return try pages.page(
                    "exams", "Exams", for: visit,
                    ["exams": .list(exams.map(value)), "hasExams": .flag(!exams.isEmpty)])
            },
            Route(.get, "exams/:pack/:blueprint", .permission(.sitExam)) { visit in try rules(visit) },
            Route(.post, "exams/:pack/:blueprint", .permission(.sitExam)) { visit in
                guard visit.form["agree"] == "yes" else {
                    return try rules(visit, TeamError(.invalid, "say that you agree, and the time begins"))
                }
                let name = try desk.begin(visit.part("blueprint"), of: visit.part("pack"), by: visit.person())
                return .goTo("/sitting/\(name)")
            },
            Route(.get, "sitting/:attempt", .permission(.sitExam)) { visit in try sheet(visit) },
            Route(.post, "sitting/:attempt/items/:number", .permission(.sitExam)) { visit in try answer(visit) },
            Route(.post, "sitting/:attempt/items/:number/flag", .permission(.sitExam)) { visit in
                try desk.setFlag(
                    visit.form["flag"] == "yes", at: position(visit), in: visit.part("attempt"), by: visit.person())
                return done(visit)
            },
            Route(.post, "sitting/:attempt/items/:number/show", .permission(.sitExam)) { visit in
                _ = try desk.show(position(visit), in: visit.part("attempt"), to: visit.person())
                return done(visit)
            },
            Route(.get, "sitting/:attempt/messages", .permission(.sitExam)) { visit in try messages(visit) },
            Route(.post, "sitting/:attempt/break", .permission(.sitExam)) { visit in
                try desk.setBreak(visit.form["break"] == "yes", in: visit.part("attempt"), by: visit.person())
                return .goTo("/sitting/\(visit.part("attempt"))")
            },
            Route(.post, "sitting/:attempt/hand-in", .permission(.sitExam)) { visit in
                guard visit.form["sure"] == "yes" else { return try sheet(visit, notSure) }
                try desk.handIn(visit.part("attempt"), by: visit.person())
                return .goTo("/sitting/\(visit.part("attempt"))/result")
            },
            Route(.get, "sitting/:attempt/result", .permission(.sitExam)) { visit in try result(visit) },
        ]
    }

    private var notSure: TeamError { TeamError(.invalid, "say that you are done, and it is handed in") }

    // MARK: Before it begins

    private func value(of exam: AssignedExam) -> PageValue {
        let open = exam.attempts.last { $0.head == nil }
        let closed = exam.attempts.filter { $0.head != nil }
        return [
            "title": .text(exam.blueprint.title), "summary": .text(exam.blueprint.summary),
            "path": .text("/exams/\(exam.pack)/\(exam.blueprint.id)"),
            "minutes": .text("\(exam.blueprint.minutes)"), "window": .text(words(for: exam.admission)),
            "canBegin": .flag(open == nil && exam.isOpen), "open": .optional(open.map { "/sitting/\($0.name)" }),
            "closed": .list(
                closed.map { attempt in
                    [
                        "number": .text("\(attempt.form.attempt)"), "path": .text("/sitting/\(attempt.name)/result"),
                        "when": .text(attempt.ended.map { desk.exams.time.zone.text(of: $0) } ?? ""),
                    ]
                }),
        ]
    }

    private func words(for admission: Admission) -> String {
        let zone = desk.exams.time.zone
        switch admission {
        case .free: return ""
        case .open(let assignment):
            return assignment.closes.map { "Open until \(zone.text(of: $0))." } ?? "Open."
        case .early(let moment): return "Opens at \(zone.text(of: moment))."
        case .late(let moment): return "Closed at \(zone.text(of: moment))."
        case .notAssigned: return ""
        }
    }

    private func rules(_ visit: Visit, _ error: TeamError? = nil) throws -> WebAnswer {
        let exams = try desk.assigned(to: visit.person())
        let found = exams.first { $0.pack == visit.part("pack") && $0.blueprint.id.text == visit.part("blueprint") }
        guard let exam = found else { throw TeamError(.notFound, "there is no such exam") }
        let values: [String: PageValue] = [
            "path": .text("/exams/\(exam.pack)/\(exam.blueprint.id)"), "count": .text(exam.blueprint.itemsInWords),
            "minutes": .text("\(exam.blueprint.minutes)"), "passMark": .text("\(exam.blueprint.passMark.percent)"),
            "isFree": .flag(exam.blueprint.navigation == .free && exam.blueprint.adaptive == nil),
            "window": .text(words(for: exam.admission)),
            "canBegin": .flag(exam.isOpen), "extra": .optional(exam.extraTime?.description),
            "breaks": .optional(exam.breaks.map { quantity($0.minutes, "minute") }),
        ]
        guard let error else { return try pages.page("rules", exam.blueprint.title, for: visit, values) }
        return try pages.again("rules", exam.blueprint.title, for: visit, values, error)
    }

    // MARK: While it is sat

    private func sheet(_ visit: Visit, _ error: TeamError? = nil) throws -> WebAnswer {
        let attempt = try desk.attempt(visit.part("attempt"), of: visit.person())
        guard !attempt.state.isClosed else { return .goTo("/sitting/\(attempt.name)/result") }
        if attempt.isTimeOver || attempt.state.isHeld || attempt.state.isResting {
            return try standstill(attempt, visit, error)
        }
        // Who may not go back, or gets the next item by the answer to this one, sees one at a time, and nothing of what
        // comes.
        let isForward = attempt.state.navigation == .forward || attempt.form.adaptive != nil
        let positions = isForward ? [attempt.state.current] : Array(attempt.items.indices)
        let answered = attempt.state.answers.filter { !$0.value.isEmpty }.count
        let messages = try desk.messages(to: attempt.name, after: 0, for: visit.person()).messages
        var values: [String: PageValue] = [
            "messages": .list(messages.map { .text($0.text) }), "hasMessages": .flag(!messages.isEmpty),
            "lastMessage": .text("\(messages.last?.number ?? 0)"),
            "path": .text("/sitting/\(attempt.name)"), "attempt": .text(attempt.name),
            "left": .text("\(attempt.left)"), "grace": .text("\(attempt.state.grace)"),
            "minutesLeft": .text("\(attempt.left / 60_000)"),
            "count": .text("\(attempt.items.count)"), "answered": .text("\(answered)"),
            "isForward": .flag(isForward), "current": .text("\(attempt.state.current + 1)"),
            "items": .list(positions.map { item($0, of: attempt) }),
            "isLast": .flag(try attempt.isAtItsLast), "isAdaptive": .flag(attempt.form.adaptive != nil),
            "breakLeft": .optional(attempt.breakLeft > 0 ? minutes(attempt.breakLeft) : nil),
        ]
        if let error { values["problem"] = .text(Refusal(error).message) }
        return try pages.page(
            "sitting", attempt.form.title, for: visit, values, script: "exam.js", status: error == nil ? 200 : 422)
    }

    /// What is shown while nobody works: no item.
    private func standstill(_ attempt: OpenAttempt, _ visit: Visit, _ error: TeamError?) throws -> WebAnswer {
        let path = PageValue.text("/sitting/\(attempt.name)")
        if attempt.isTimeOver {
            let values = ["path": path, "seconds": .text("\((attempt.leftWithGrace + 999) / 1_000)")]
            guard let error else { return try pages.page("over", "The time is over", for: visit, values) }
            return try pages.again("over", "The time is over", for: visit, values, error)
        }
        guard attempt.state.isHeld else { return try pause(attempt, visit) }
        let reason = attempt.state.interventions.last { $0.deed == .hold }?.reason
        return try pages.page(
            "held", "The time stands still", for: visit,
            ["path": path, "reason": .optional(reason), "left": .text(minutes(attempt.left))], script: "held.js")
    }

    /// What is shown on a break: how long it may last.
    private func pause(_ attempt: OpenAttempt, _ visit: Visit) throws -> WebAnswer {
        try pages.page(
            "break", "A break", for: visit,
            [
                "path": .text("/sitting/\(attempt.name)"), "rest": .text("\(max(0, attempt.breakLeft))"),
                "breakLeft": .text(minutes(max(0, attempt.breakLeft))), "left": .text(minutes(attempt.left)),
                "isUsedUp": .flag(attempt.breakLeft <= 0),
            ], script: "break.js")
    }

    private func minutes(_ milliseconds: Int64) -> String {
        quantity(Int((milliseconds + 59_999) / 60_000), "minute")
    }

    private func item(_ position: Int, of attempt: OpenAttempt) -> PageValue {
        let kept = attempt.state.answers[position]
        let values: [String: PageValue] = [
            "number": .text("\(position + 1)"), "kept": .text(kept ?? ""), "isKept": .flag(kept?.isEmpty == false),
            "times": .text("\(attempt.state.timesAnswered[position] ?? 0)"),
            "isFlagged": .flag(attempt.state.flagged.contains(position)),
        ]
        return .group(values.merging(attempt.items[position].values(chosen: kept)) { $1 })
    }

    /// What was said to the candidate, for the page's script, with the time that is left.
    private func messages(_ visit: Visit) throws -> WebAnswer {
        let after = Int64(visit.request.query["after"]) ?? 0
        let news = try desk.messages(to: visit.part("attempt"), after: after, for: visit.person())
        return .json(
            JSONText.object([
                ("left", .number(news.seat.left)), ("closed", .flag(news.seat.state.isClosed)),
                ("held", .flag(news.seat.state.isHeld)),
                (
                    "messages",
                    .list(
                        news.messages.map { message in
                            .object([
                                ("number", .number(message.number)), ("text", .text(message.text)),
                                ("at", .number(message.at.milliseconds)),
                            ])
                        })
                ),
            ]).bytes)
    }

    private func position(_ visit: Visit) throws(TeamError) -> Int {
        guard let number = Int(visit.part("number")), (1...10_000).contains(number) else {
            throw TeamError(.notFound, "there is no such item")
        }
        return number - 1
    }

    private func answer(_ visit: Visit) throws -> WebAnswer {
        let position = try position(visit)
        guard let times = Int(visit.form["times"]), times >= 0 else {
            throw TeamError(.invalid, "this page is not whole", mend: "load it again")
        }
        let name = visit.part("attempt")
        do {
            let kept = try desk.answer(
                position, visit.form["text"], after: times, in: name, by: visit.person(),
                written: Int64(visit.form["written"]))
            if visit.form.has("next") { try desk.goOn(from: position, in: name, by: visit.person()) }
            return visit.request.wantsJSON ? .json(kept.json) : back(visit)
        } catch let outdated as OutdatedAnswer {
            if visit.request.wantsJSON { return .json(outdated.json, status: 409) }
            return try sheet(
                visit,
                TeamError(
                    .taken, "item \(position + 1) was answered “\(outdated.kept)” in another window, which is kept",
                    mend: "change it here where that is not what you mean"))
        }
    }

    /// That something was done which needs no words.
    private func done(_ visit: Visit) -> WebAnswer {
        visit.request.wantsJSON ? .json(JSONText.object([("ok", .flag(true))]).bytes) : back(visit)
    }

    private func back(_ visit: Visit) -> WebAnswer {
        .goTo("/sitting/\(visit.part("attempt"))#item-\(visit.part("number"))")
    }

    // MARK: After it

    private func result(_ visit: Visit) throws -> WebAnswer {
        let name = visit.part("attempt")
        guard try desk.attempt(name, of: visit.person()).state.isClosed else { return .goTo("/sitting/\(name)") }
        let outcome = try desk.outcome(of: name, for: visit.person())
        let attempt = outcome.attempt
        var values: [String: PageValue] = ["exam": .text(attempt.form.title), "isShown": .flag(false)]
        values["isOver"] = .flag(attempt.state.phase == .timedOut)
        values["voided"] = .optional(attempt.voiding?.reason)
        switch outcome.release {
        case .shown:
            let certificates = try desk.certificates(of: attempt.name, for: visit.person())
            values["certificates"] = .list(
                certificates.map { .text("/certificate/\($0.split(separator: ":").last ?? "")") })
            values["isShown"] = .flag(true)
            values["isPassed"] = .flag(attempt.result?.isPassed == true)
            values["mark"] = .text(attempt.fraction.map(mark) ?? "")
            values["passMark"] = .text("\(attempt.form.passMark)")
            values["sections"] = .list(
                attempt.profile.map { section in
                    [
                        "title": .text(section.title), "count": .text("\(section.count)"),
                        "mark": .text(mark(section.fraction)),
                    ]
                })
            values["study"] = .list(outcome.study.map { .text($0.title) })
            values["hasStudy"] = .flag(!outcome.study.isEmpty)
        case .held(let moment):
            values["notice"] = .text("Results are shown from \(desk.exams.time.zone.text(of: moment)) on.")
        case .never: values["notice"] = .text("Results of this exam are told by whoever gave it.")
        }
        return try pages.page("result", "Result", for: visit, values)
    }
}

extension OpenAttempt {
    /// Whether no item comes after the one that is shown; of an adaptive exam that is known once it is answered.
    fileprivate var isAtItsLast: Bool {
        get throws(ExamError) {
            if form.adaptive != nil, state.answers[state.current] == nil { return false }
            return try !hasItem(after: state.current)
        }
    }
}

extension AssignedExam {
    /// Whether an attempt may begin now, as far as the window is asked.
    fileprivate var isOpen: Bool { if case .open = admission { true } else { false } }
}

extension KeptAnswer {
    fileprivate var json: [UInt8] {
        JSONText.object([
            ("times", .number(Int64(times))), ("at", .number(at.milliseconds)), ("left", .number(left)),
            ("remark", remark.map(JSONText.text) ?? .none),
        ]).bytes
    }
}

extension OutdatedAnswer {
    fileprivate var json: [UInt8] {
        JSONText.object([("times", .number(Int64(times))), ("kept", .text(kept))]).bytes
    }
}
