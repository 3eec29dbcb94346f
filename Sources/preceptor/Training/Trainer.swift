import Content
import Quiz
import Scoring
import Terminal

/// Leads a learner through a training session: shows an item, reads a line, shows what came of it.
final class Trainer {
    private let pack: Pack
    private let console: Console
    private let source: any LineSource
    private let isInteractive: Bool
    private var session: TrainingSession
    /// Whether a wrong answer is being looked at, and the next item waits.
    private var isReviewing = false
    private var hasLeft = false

    init(pack: Pack, items: [any Item], console: Console, source: any LineSource) {
        self.pack = pack
        self.console = console
        self.source = source
        isInteractive = source is ReadlineSource
        session = TrainingSession(items: items)
    }

    /// Runs the session to its end, or until the learner leaves.
    ///
    /// - Throws: `OutputError`.
    func run() throws {
        welcome()
        showItem()
        var wasInterrupted = false
        while !hasLeft, session.item != nil || isReviewing {
            try console.output.flush()
            switch source.next(prompt: prompt) {
            case .line(let line):
                wasInterrupted = false
                take(line)
            case .unreadable(let reason):
                wasInterrupted = false
                console.paragraph("That line cannot be read: \(reason). The item is still open.")
            case .interrupted where wasInterrupted: hasLeft = true
            case .interrupted:
                wasInterrupted = true
                console.paragraph("Ctrl-C once more, or quit, ends the session.")
            case .ended: hasLeft = true
            }
        }
        console.show(session.summary)
        try console.output.flush()
    }

    private var prompt: String {
        if isReviewing { return console.style.prompt("next> ") }
        return console.style.prompt(session.item?.kind.prompt ?? "")
    }

    // MARK: What was typed

    private func take(_ line: String) {
        let typed = line.trimmed
        if typed.isEmpty { return takeNothing() }
        if let command = TrainerCommand(typed), !isAnswer(typed) { return obey(command) }
        if isReviewing { return tryAgain(typed) }
        answer(typed)
    }

    /// A word that is a command and the right answer to a term is an answer.
    private func isAnswer(_ typed: String) -> Bool {
        guard !isReviewing, let item = session.item, item.kind == .term else { return false }
        return (try? item.judge(typed))?.isRight == true
    }

    private func takeNothing() {
        if isReviewing {
            goOn()
        } else if isInteractive {
            console.paragraph("Type your answer, or skip. help shows what else there is.")
        }
    }

    private func answer(_ typed: String) {
        guard let item = session.item else { return }
        do {
            guard let feedback = try session.answer(typed) else { return }
            leavePrompt()
            console.show(feedback, why: item.why, sources: item.sources, key: item.key)
            if isInteractive, !feedback.isRight {
                isReviewing = true
                console.paragraph(reviewHint(after: feedback))
            } else {
                goOn()
            }
        } catch {
            console.show(error, in: typed)
        }
    }

    private func reviewHint(after feedback: Feedback) -> String {
        guard let policy = feedback.rightUnder.first else { return "Enter goes on." }
        return "Enter goes on. Try first:  policy \(policy)"
    }

    /// A second try at the item that is being looked at: judged, and not counted.
    private func tryAgain(_ typed: String) {
        guard let item = session.previous else { return }
        do {
            let feedback = try item.judge(typed)
            console.paragraph(feedback.isRight ? "That is it." : "Not yet. The key is \(item.key).")
        } catch {
            console.show(error, in: typed)
        }
    }

    private func goOn() {
        isReviewing = false
        showItem()
    }

    // MARK: Commands

    private func obey(_ command: TrainerCommand) {
        switch command {
        case .help: showHelp()
        case .hint: hint()
        case .why: why()
        case .skip: skip()
        case .next: next()
        case .quit: hasLeft = true
        case .lookup(let words): lookUp(words)
        case .policy(let id): showPolicy(id)
        }
    }

    private func hint() {
        if isReviewing { return console.paragraph("The key is shown already. Enter goes on.") }
        console.paragraph(session.hint().map { "Hint: \($0)" } ?? "There is no further hint. skip shows the key.")
    }

    private func why() {
        guard let item = session.previous else {
            return console.paragraph("Answer first, or skip to see the key and why.")
        }
        console.paragraph("\(item.heading): the key is \(item.key).")
        console.entry("Why", item.why)
        for belief in session.outcomes.last?.feedback?.beliefs ?? [] { console.entry("Instead", belief.correction) }
        console.entry("Source", item.sources.joined(separator: "; "))
    }

    private func skip() {
        if isReviewing { return goOn() }
        guard let item = session.item else { return }
        session.skip()
        leavePrompt()
        console.line("  Skipped. The key is \(console.style.bold(item.key)).")
        console.entry("Why", item.why)
        console.entry("Source", item.sources.joined(separator: "; "))
        goOn()
    }

    private func next() {
        if isReviewing { return goOn() }
        // Down a pipe the next item is shown without being asked for.
        if isInteractive { console.paragraph("Answer first, or skip to see the key.") }
    }

    private func lookUp(_ words: String) {
        let found = pack.lookUp(words)
        if found.isEmpty { return console.paragraph(printable(pack.nothing(for: words)).sentence) }
        console.show(found)
    }

    private func showPolicy(_ id: String?) {
        let asked = isReviewing ? session.previous : session.item
        guard let id else {
            guard let policy = asked?.id.policy.flatMap(pack.policy) else {
                return console.paragraph(
                    "No policy matters here. The pack has \(pack.policies.map(\.id.text).joined(separator: ", ")).")
            }
            return console.show(policy)
        }
        guard let policy = pack.policy(ID(id.lowercased())) else {
            return console.paragraph(
                printable(pack.missing("policy", id, among: pack.policies.map(\.id.text)).message).sentence)
        }
        guard let claim = (isReviewing ? session.previous : nil) as? ClaimItem else { return console.show(policy) }
        console.paragraph(policy.statement)
        console.show(derive(claim.situation.encounter, under: pack.rules(under: policy)), under: policy, indent: 2)
    }
}

extension ItemKind {
    fileprivate var prompt: String {
        switch self {
        case .claim: "code> "
        case .choice: "option> "
        case .audit: "pay or number, claim> "
        case .clock: "minutes> "
        case .circumstance: "yes or no> "
        case .denial: "number, claim> "
        case .term: "word> "
        }
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}

// MARK: - What is shown

extension Trainer {
    private func welcome() {
        let style = console.style
        let items = session.items.count == 1 ? "1 item" : "\(session.items.count) items"
        console.line("\(style.bold("Preceptor")) · \(pack.title) \(pack.edition) · \(items)")
        console.line("An answer looks like \(style.accent("99601 x1, 99602 x2"))     help · hint · skip · quit")
    }

    private func showItem() {
        guard let item = session.item else { return }
        console.show(question: item, lead: "\(session.place + 1)/\(session.items.count)")
    }

    /// Parts what was typed from what comes of it; down a pipe nothing was typed on the screen.
    private func leavePrompt() {
        if isInteractive { console.line() }
    }

    private func showHelp() {
        console.table([
            ["99601 x1, 99602 x2", "answers: codes and units; none where nothing is billed"],
            ["hint", "says a little more; each hint counts"],
            ["why", "explains the last item once more"],
            ["policy [id]", "how the payer counts, or how another would"],
            ["lookup words", "a code, term, policy, edit or reason code"],
            ["skip", "shows the key and goes on"],
            ["quit", "ends the session (so do Ctrl-D, and Ctrl-C twice)"],
        ])
    }
}

extension Console {
    /// Shows why an answer cannot be read, with a caret under the spot.
    fileprivate func show(_ error: UnreadableAnswer, in answer: String) {
        guard let place = error.place else { return paragraph(error.message.sentence) }
        for text in caretLines(under: answer, at: place, width: width) { line(text) }
        paragraph(error.message)
    }

    /// Shows a policy.
    fileprivate func show(_ policy: Policy) {
        line("  \(style.bold(policy.title))  (\(policy.id))")
        paragraph(policy.statement)
        for text in policy.summary { paragraph(text, indent: 4) }
    }

    /// Shows what a session showed.
    fileprivate func show(_ summary: Summary) {
        guard summary.asked > 0 else { return line("Nothing answered this time.") }
        line()
        var counts = ["\(summary.asked) \(summary.asked == 1 ? "item" : "items")", "\(summary.right) right"]
        if summary.withHints > 0 { counts.append("\(summary.withHints) of them with hints") }
        if summary.skipped > 0 { counts.append("\(summary.skipped) skipped") }
        line("  " + counts.joined(separator: " · "))
        table(
            summary.skills.map { skill in
                let fraction = Double(skill.right) / Double(skill.asked)
                return [skill.skill.title, bar(fraction: fraction, width: 10), "\(skill.right) of \(skill.asked)"]
            })
        for suspicion in summary.suspected.prefix(2) { entry("Still suspected", suspicion.words) }
    }
}
