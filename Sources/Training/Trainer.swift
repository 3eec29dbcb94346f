import Content
package import Learning
import Markup
import Quiz
import Reports
package import Terminal

/// Leads a learner through a training session at a terminal: shows an item, reads a line, shows what came of it.
package final class Trainer {
    /// Where everything is shown.
    package let console: Console
    let session: LearningSession
    private let source: any LineSource
    var isInteractive: Bool { source.isInteractive }
    var hasLeft = false
    /// How many papers of the open item were shown.
    var sheetsShown = 0
    /// Whether the learner left for the lessons.
    package var wantsLessons = false

    /// A trainer for a session in which nothing was asked yet.
    ///
    /// - Parameters:
    ///   - session: What is asked, judged and kept.
    ///   - console: Where it is shown.
    ///   - source: Where lines come from.
    package init(of session: LearningSession, console: Console, source: any LineSource) {
        self.session = session
        self.console = console
        self.source = source
    }

    var pack: Pack { session.pack }

    /// Whether an item that was answered is being looked at, and the next one waits.
    var isReviewing: Bool { if case .reviewing = session.phase { true } else { false } }

    private var isOver: Bool { if case .over = session.phase { true } else { false } }

    /// Runs the session to its end, or until the learner leaves.
    ///
    /// - Throws: `OutputError`; `LearningError` where there is nothing to ask.
    package func run() throws {
        try session.begin()
        welcome()
        showItem()
        var wasInterrupted = false
        while !hasLeft, !isOver {
            try console.output.flush()
            let event = source.next(prompt: prompt)
            let isInterrupt = event == .interrupted
            if isInterrupt, wasInterrupted { break }
            wasInterrupted = isInterrupt
            take(event)
        }
        // Told by the store, which is let go of next.
        let report = session.report
        do { try session.end() } catch { tell(error) }
        show(report)
        try console.output.flush()
    }

    private var prompt: String {
        if isReviewing { return console.style.prompt("next> ") }
        return console.style.prompt(session.atHand?.item.prompt ?? "")
    }

    // MARK: What was typed

    private func take(_ event: LineEvent) {
        switch event {
        case .line(let line): take(line.trimmed)
        case .unreadable(let reason):
            console.paragraph("That line cannot be read: \(reason). The item is still open.")
        case .interrupted: console.paragraph("Ctrl-C once more, or quit, ends the session.")
        case .ended, .expired: hasLeft = true
        }
    }

    private func take(_ typed: String) {
        if typed.isEmpty { return takeNothing() }
        if let command = TrainerCommand(typed), !isAnswer(typed) { return obey(command) }
        if isReviewing { return tryAgain(typed) }
        answer(typed)
    }

    /// A word that is a command and the right answer to a term is an answer.
    private func isAnswer(_ typed: String) -> Bool {
        guard !isReviewing, let item = session.atHand?.item, item.kind == .term else { return false }
        return (try? item.judge(typed))?.isRight == true
    }

    private func takeNothing() {
        if isReviewing {
            goOn()
        } else if showNextSheet() {
            return
        } else if isInteractive {
            console.paragraph("Type your answer, or skip. help shows what else there is.")
        }
    }

    private func answer(_ typed: String) {
        do {
            guard let entry = try session.answer(typed), let feedback = entry.outcome.feedback else { return }
            tell(entry.notKept)
            leavePrompt()
            let item = entry.outcome.item
            console.show(
                feedback, why: item.why, sources: item.sources, key: item.keyInWords, refutation: entry.refutation,
                believing: "As if one thought")
            guard isInteractive, !feedback.isRight else { return goOn() }
            console.paragraph(reviewHint(after: entry))
        } catch {
            console.show(error, in: typed)
            if let command = TrainerCommand.near(typed) { console.paragraph("Did you mean the command \(command)?") }
        }
    }

    private func reviewHint(after entry: LearningSession.Entry) -> String {
        let beliefs = entry.outcome.feedback?.beliefs ?? []
        guard let policy = beliefs.first?.heldBy.first else { return "Enter goes on." }
        return "Enter goes on. Try first:  policy \(policy)"
    }

    /// A second try at the item that is being looked at: judged, and not counted.
    private func tryAgain(_ typed: String) {
        do {
            guard let feedback = try session.retry(typed), let item = session.atHand?.item else { return }
            console.paragraph(feedback.isRight ? "That is it." : "Not yet. The key is \(item.keyInWords).")
        } catch {
            console.show(error, in: typed)
        }
    }

    // MARK: Going on

    func goOn() {
        session.next()
        showItem()
    }

    private func showItem() {
        guard let item = session.atHand?.item else { return }
        // A sheet at a time, as one turns them over; down a pipe nobody turns.
        sheetsShown = isInteractive ? min(1, item.sheets.count) : item.sheets.count
        console.show(question: item, lead: "\(session.outcomes.count + 1)/\(session.goal)", sheets: sheetsShown)
        tellOfSheets()
    }

    /// Turns to the next of the papers; false where all were shown.
    private func showNextSheet() -> Bool {
        guard let item = session.atHand?.item, sheetsShown < item.sheets.count else { return false }
        console.line()
        console.show(sheet: sheetsShown, of: item)
        sheetsShown += 1
        tellOfSheets()
        return true
    }

    private func tellOfSheets() {
        guard isInteractive, let count = session.atHand?.item.sheets.count, count > 1 else { return }
        console.paragraph(
            sheetsShown < count
                ? "Enter turns to sheet \(sheetsShown + 1) of \(count); chart shows them all."
                : "That was the last sheet. chart shows them all once more.")
    }

    /// Shows the papers once more: all, or one by its number.
    func showChart(_ number: Int?) {
        guard let item = session.atHand?.item, !item.sheets.isEmpty else {
            return console.paragraph("This item has no chart: what there is to know stands above.")
        }
        guard let number else {
            for position in item.sheets.indices { console.show(sheet: position, of: item) }
            sheetsShown = item.sheets.count
            return
        }
        guard item.sheets.indices.contains(number - 1) else {
            return console.paragraph("The sheets run from 1 to \(item.sheets.count).")
        }
        console.show(sheet: number - 1, of: item)
    }

    func skip() {
        guard let entry = session.skip() else { return }
        tell(entry.notKept)
        leavePrompt()
        console.line("  Skipped. The key is \(console.style.bold(entry.outcome.item.keyInWords)).")
        console.explain(entry.outcome.item)
        goOn()
    }

    /// Takes the last answer back, for a slip of the keyboard.
    func undo() {
        do {
            guard let entry = try session.undo() else { return console.paragraph("There is nothing to take back yet.") }
            tell(entry.notKept)
            let answer = entry.outcome.answer ?? "skip"
            console.paragraph("Taken back: \(answer). Answer again; since the key was shown, it counts as with hints.")
            showItem()
        } catch {
            console.paragraph(
                "That was too long ago: undo is for a slip, just after it. The next item is another chance.")
        }
    }

    /// Tells the learner why something could not be kept.
    func tell(_ error: RecordsError?) {
        if let error { console.paragraph("This could not be kept. \(error.message)") }
    }

    /// Parts what was typed from what comes of it; down a pipe nothing was typed on the screen.
    private func leavePrompt() {
        if isInteractive { console.line() }
    }
}

extension Item {
    /// What is written before an answer is typed.
    var prompt: String { kind == .term && !options.isEmpty ? ItemKind.choice.prompt : kind.prompt }
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
