import Content
import Learning
package import Quiz
import Reports
import Scoring
import Terminal

extension Trainer {
    /// Does what a learner asked for in place of an answer.
    func obey(_ command: TrainerCommand) {
        switch command {
        case .help: showHelp()
        case .hint: hint()
        case .why: why()
        case .whyThis: whyThis()
        case .skip: if isReviewing { goOn() } else { skip() }
        case .next: next()
        case .undo: undo()
        case .progress: showProgress()
        case .learn: learn()
        case .flag(let note): flag(note)
        case .stuck: stuck()
        case .quit: hasLeft = true
        case .lookup(let words): lookUp(words)
        case .policy(let id): showPolicy(id)
        case .chart(let number): showChart(number)
        }
    }

    private func hint() {
        if isReviewing { return console.paragraph("The key is shown already. Enter goes on.") }
        guard let hint = session.hint() else {
            return console.paragraph("There is no further hint. skip shows the key.")
        }
        console.paragraph("Hint: \(hint)")
    }

    private func stuck() {
        if isReviewing { return console.paragraph("Enter goes on. why explains the key once more.") }
        let hasHint = session.atHand?.item.hints.isEmpty == false
        let hint = hasHint ? "hint says a little more. " : ""
        console.paragraph("\(hint)lookup and a word explains it. skip shows the key and why, and goes on.")
    }

    private func why() {
        guard let outcome = session.outcomes.last else {
            return console.paragraph("Answer first, or skip to see the key and why.")
        }
        console.paragraph("\(outcome.item.heading): the key is \(outcome.item.keyInWords).")
        console.explain(outcome.item)
        for belief in outcome.feedback?.beliefs ?? [] { console.entry("Instead", belief.correction) }
    }

    private func whyThis() {
        console.paragraph(session.atHand?.reason ?? "It is next in the order of the session.")
    }

    private func next() {
        if isReviewing { return goOn() }
        // Down a pipe the next item is shown without being asked for.
        if isInteractive { console.paragraph("Answer first, or skip to see the key.") }
    }

    private func flag(_ note: String) {
        guard !note.isEmpty else {
            return console.paragraph("Say what is wrong with the item: flag the stop time is missing")
        }
        do {
            let isKept = try session.flag(note)
            console.paragraph(isKept ? "Flagged for the educator." : "Nothing is kept in this session, flags neither.")
        } catch {
            tell(error)
        }
    }

    private func lookUp(_ words: String) {
        let (found, isCounted) = session.lookUp(words)
        if found.isEmpty { return console.paragraph(pack.nothing(for: words).sentence) }
        console.show(found)
        if isCounted { tellOfCost() }
    }

    private func tellOfCost() {
        console.paragraph("To look up a rule here counts as a hint: which rule was broken is what is asked.")
    }

    private func showPolicy(_ id: String?) {
        let names = pack.policies.map(\.id.text)
        do {
            let (policy, key, isCounted) = try session.policy(id)
            guard let key else {
                console.show(policy)
                return isCounted ? tellOfCost() : ()
            }
            console.paragraph(policy.statement)
            console.show(key, of: pack, under: policy, indent: 2)
        } catch .unknownPolicy(let id) {
            console.paragraph(pack.missingName("policy", id, among: names).sentence)
        } catch {
            console.paragraph("No policy matters here. The pack has \(names.joined(separator: ", ")).")
        }
    }

    /// Leaves the session for the lessons of the pack.
    private func learn() {
        guard !pack.lessons.isEmpty else { return console.paragraph("This pack has no lessons.") }
        wantsLessons = true
        hasLeft = true
    }

    private func showHelp() {
        let answers = session.atHand?.item.answers(like: pack.example) ?? []
        console.table(
            answers + [
                ["... sure", "behind an answer: you are sure; or unsure. Sure and wrong comes back soonest"],
                ["hint", "says a little more; each hint costs a part of the item"],
                ["why", "explains the last item once more; why this: why it was chosen"],
                ["policy [id]", "how the payer counts, or after a wrong answer another payer"],
                ["chart [number]", "the papers of the item once more, or one of its sheets"],
                ["lookup words", "a code, term, policy, edit or reason code"],
                ["skip", "shows the key and goes on"],
                ["undo", "takes a slip back, just after it"],
                ["flag words", "tells the educator that something is wrong with the item"],
                ["progress", "how you stand"],
                ["quit", "ends the session (so do Ctrl-D, and Ctrl-C twice)"],
            ])
        guard !pack.lessons.isEmpty else { return }
        console.table([["learn", "leaves for the lessons, from the first or where you were"]])
    }

    private func showProgress() {
        do {
            console.show(try session.progressReport())
        } catch {
            console.paragraph(error.message)
        }
    }
}

extension Console {
    /// Shows why an answer cannot be read, with a caret under the spot.
    package func show(_ error: UnreadableAnswer, in answer: String) {
        if let position = error.position {
            for text in caretLines(under: answer, at: position, width: width) { line(text) }
        }
        paragraph(error.message.sentence)
    }

    /// Shows a policy.
    func show(_ policy: Policy) {
        line("  \(style.bold(policy.title))  (\(policy.id))")
        paragraph(policy.statement)
        for text in policy.summary { paragraph(text, indent: 4) }
    }
}

extension Item {
    /// How it is answered, with an example each and what it says.
    fileprivate func answers(like claim: String) -> [[String]] {
        if kind == .term, !options.isEmpty { return [["2", "answers: the number of what is right, or its words"]] }
        return kind.answers(like: claim) + datedAnswers
    }

    /// How the days of a line are written, where the key of the claim to write has several.
    fileprivate var datedAnswers: [[String]] {
        guard [.claim, .audit, .denial].contains(kind),
            let line = situation?.key.claim.lines.first(where: { $0.dates != nil })
        else { return [] }
        return [["\(line.code) x1 2026-03-02", "a line may name its day, or leave it out"]]
    }
}

extension ItemKind {
    /// How an item of this kind is answered, with an example each and what it says.
    fileprivate func answers(like claim: String) -> [[String]] {
        switch self {
        case .claim: [[claim, "answers: codes and units; none where nothing is billed"]]
        case .choice: [["2", "answers: the number of the claim that is right"]]
        case .audit:
            [
                ["pay", "answers: the claim is right as it was billed"],
                ["2, \(claim)", "or the number of what fails, then what to bill instead"],
            ]
        case .clock: [["150 or 2:30", "answers: the minutes that count, before any limit"]]
        case .circumstance:
            [["yes", "answers: it is reportable"], ["no 2", "or it is not, and the number of the first that fails"]]
        case .denial: [["2, \(claim)", "answers: the number of what went wrong, then what to bill instead"]]
        case .term: [["a word or two", "answers: what is asked for; a slip of spelling is forgiven"]]
        }
    }
}
