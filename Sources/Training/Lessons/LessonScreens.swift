import Content
import Learning
import Quiz
import Reports
import Scoring
import Terminal

extension LessonTrainer {
    func welcome(_ lesson: Lesson) {
        let parts = [
            console.style.bold("Preceptor"), "\(pack.title) \(pack.edition)",
            quantity(session.course.lessons.count, "lesson"),
        ]
        console.line(parts.joined(separator: " · "))
        console.line("Enter goes on · practice, if you know this · help · quit, and go on another day")
        console.line()
        showTitle(of: lesson)
    }

    func showTitle(of lesson: Lesson) {
        let position = session.course.lessons.firstIndex { $0.id == lesson.id }.map { $0 + 1 } ?? 0
        console.line(console.style.bold("\(position)  \(lesson.title)"))
    }

    /// Shows the stage at hand. Down a pipe what is only read is passed at once.
    func showScreen() {
        while let lesson = session.lesson {
            switch lesson.screen {
            case .page(let paragraphs, let sources):
                console.line()
                console.showPage(paragraphs, sources: sources)
            case .example(let example):
                showStage("an example, worked out", of: lesson)
                console.show(example)
            case .faded(let faded):
                showStage(faded.title, of: lesson)
                console.showVisit(of: faded.example)
                for text in faded.opening { console.paragraph(text) }
                showQuestion()
            case .practice(let run, let item):
                console.show(question: item, lead: "\(run.right)/\(run.goal) right")
            case .ended(let isMastered):
                console.line()
                showEnd(of: lesson.lesson, isMastered: isMastered)
            }
            guard !isInteractive, lesson.isOnlyRead else { return }
            if let error = session.goOn() { console.paragraph("This could not be kept. \(error.message)") }
        }
    }

    private func showStage(_ title: String, of lesson: LessonSession) {
        console.line()
        console.entry("\(lesson.passed + 1)/\(lesson.stages.count)", title, indent: 1)
        console.line()
    }

    /// Shows what is asked of an example that fades.
    func showQuestion() {
        guard case .faded(let faded) = session.lesson?.screen, let value = faded.open else { return }
        console.line()
        console.paragraph(console.style.bold(value.question))
    }

    func show(_ reply: LessonSession.WorkedReply) {
        let verdict = reply.isRight ? console.style.good("Right.") : console.style.bad("Not right.")
        console.line("  \(verdict)\(reply.isRight ? "" : "  It is \(console.style.bold(reply.key)).")")
        for text in reply.told { console.paragraph(text) }
        lastWhy = reply.told.joined(separator: " ")
        if let belief = reply.belief { console.entry("You may be thinking", "\(belief.belief). \(belief.correction)") }
    }

    func show(_ reply: LessonSession.PracticeReply, _ feedback: Feedback) {
        let item = reply.outcome.item
        console.show(
            feedback, why: item.why, sources: item.sources, key: item.keyInWords, refutation: reply.refutation)
        lastWhy = item.why
    }

    private func showEnd(of lesson: Lesson, isMastered: Bool) {
        console.paragraph(
            isMastered
                ? "\(console.style.good("Done.")) \("\(lesson.title), mastered".sentence)"
                : "Done, and worth doing again another day: preceptor learn \(lesson.id) --again")
        guard let next = session.next else {
            return console.paragraph("That was the last lesson. preceptor train keeps in use what you learnt.")
        }
        console.paragraph("Next: \(next.title).\(isInteractive ? " Enter goes on, quit ends." : "")")
    }

    func farewell() {
        if session.lesson?.isOver == false {
            console.line()
            console.paragraph("Left where you are. preceptor learn goes on from here.")
        }
    }

    func lookUp(_ words: String) {
        let found = pack.lookUp(words)
        if found.isEmpty { return console.paragraph(pack.nothing(for: words).sentence) }
        console.show(found)
    }

    func showPolicy(_ id: String?) {
        guard let name = id ?? policyAtHand?.text else {
            let names = pack.policies.map(\.id.text).joined(separator: ", ")
            return console.paragraph("No policy matters here. The pack has \(names).")
        }
        guard let policy = pack.policy(ID(name.lowercased())) else {
            let message = pack.missingName("policy", name, among: pack.policies.map(\.id.text))
            return console.paragraph(message.sentence)
        }
        console.show(policy)
    }

    private var policyAtHand: ID<Policy>? {
        switch session.lesson?.screen {
        case .example(let example): example.situation.policy.id
        case .faded(let faded): faded.example.situation.policy.id
        case .practice(_, let item): item.id.policy
        case .page, .ended, nil: nil
        }
    }

    func showHelp() {
        console.table([
            ["Enter", "goes on, where there is nothing to answer"],
            ["150, 2:30, 0", "answers a question for minutes or units"],
            [pack.example, "answers a question for the claim; none where nothing is billed"],
            ["practice", "goes to the practice at once, if you know the matter"],
            ["hint", "says a little more, in the practice; each hint costs a part of the item"],
            ["skip", "shows the key and goes on"],
            ["why", "explains the last answer once more"],
            ["policy [id]", "how the payer counts"],
            ["lookup words", "a code, term, policy, edit or reason code"],
            ["lessons", "lists the lessons and how far you are"],
            ["quit", "ends; preceptor learn goes on from here (so do Ctrl-D, and Ctrl-C twice)"],
        ])
    }
}

extension LessonSession {
    /// Whether there is nothing to answer.
    fileprivate var isOnlyRead: Bool {
        switch screen {
        case .page, .example: true
        case .faded, .practice, .ended: false
        }
    }
}

extension WorkedExample.Value {
    var prompt: String {
        switch self {
        case .counted, .allowed, .left: "minutes> "
        case .units: "units> "
        case .claim: "code> "
        }
    }
}
