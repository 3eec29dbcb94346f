package import Content
import Markup
package import Quiz
import Records
package import Reports
import System
package import Terminal

/// Leads a learner through a training session: shows an item, reads a line, shows what came of it.
package final class Trainer {
    package let pack: Pack
    package let console: Console
    package let journal: Journal
    private let source: any LineSource
    let isInteractive: Bool
    package private(set) var session: TrainingSession
    private var planner: Planner
    /// Where the learner stood at the beginning.
    package let beginning: LearnerProgress
    /// Whether a wrong answer is being looked at, and the next item waits.
    private(set) var isReviewing = false
    /// The item that an undo put aside.
    private var shelved: TrainingSession.Asked?
    /// When the open item was shown.
    private var shown: Int64 = 0
    package var hasLeft = false

    package init(
        pack: Pack, request: PracticeRequest, seed: UInt64, console: Console, source: any LineSource, journal: Journal
    ) {
        self.pack = pack
        self.console = console
        self.source = source
        self.journal = journal
        isInteractive = source is ReadlineSource
        session = TrainingSession(goal: request.count)
        planner = Planner(of: pack, for: request, in: journal.progress.model.beliefs.space, seed: seed)
        beginning = journal.progress
    }

    /// Runs the session to its end, or until the learner leaves.
    ///
    /// - Throws: `OutputError`; `Failure` where there is nothing to ask.
    package func run() throws {
        plan()
        guard session.open != nil else { throw Failure(.notFound, "the pack has no item of that kind and skill") }
        welcome()
        showItem()
        var wasInterrupted = false
        while !hasLeft, session.open != nil || isReviewing {
            try console.output.flush()
            let event = source.next(prompt: prompt)
            let isInterrupt = event == .interrupted
            if isInterrupt, wasInterrupted { break }
            wasInterrupted = isInterrupt
            take(event)
        }
        // Told by the records, which are closed next.
        let pace = paceWords
        keeping { () throws(RecordsError) in try journal.end() }
        showSummary(pace: pace)
        try console.output.flush()
    }

    private var prompt: String {
        if isReviewing { return console.style.prompt("next> ") }
        return console.style.prompt(session.open?.item.kind.prompt ?? "")
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
        guard !isReviewing, let item = session.open?.item, item.kind == .term else { return false }
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
        do {
            guard let outcome = try session.answer(typed), let feedback = outcome.feedback else { return }
            keep(outcome)
            leavePrompt()
            let item = outcome.item
            console.show(feedback, why: item.why, sources: item.sources, key: item.key)
            if isInteractive, !feedback.isRight {
                isReviewing = true
                console.paragraph(reviewHint(after: feedback))
            } else {
                goOn()
            }
        } catch {
            console.show(error, in: typed)
            if let command = TrainerCommand.near(typed) { console.paragraph("Did you mean the command \(command)?") }
        }
    }

    private func reviewHint(after feedback: Feedback) -> String {
        guard let policy = feedback.rightUnder.first else { return "Enter goes on." }
        return "Enter goes on. Try first:  policy \(policy)"
    }

    /// A second try at the item that is being looked at: judged, and not counted.
    private func tryAgain(_ typed: String) {
        guard let item = session.outcomes.last?.item else { return }
        do {
            let feedback = try item.judge(typed)
            console.paragraph(feedback.isRight ? "That is it." : "Not yet. The key is \(item.key).")
        } catch {
            console.show(error, in: typed)
        }
    }

    // MARK: Going on

    /// Chooses the next item, unless the session has all it should.
    private func plan() {
        guard !session.isComplete else { return }
        if let item = shelved {
            shelved = nil
            return session.ask(item.item, because: item.reason)
        }
        let planned = planner.next(
            for: journal.progress.model, reviews: journal.reviews, at: LocalTime.now, seen: journal.seen)
        if let planned { session.ask(planned.item, because: planned.reason.description) }
    }

    func goOn() {
        isReviewing = false
        plan()
        showItem()
    }

    private func showItem() {
        guard let item = session.open?.item else { return }
        console.show(question: item, lead: "\(session.outcomes.count + 1)/\(session.goal)")
        shown = LocalTime.stopwatch
    }

    func nextHint() -> String? { session.hint() }

    func skip() {
        guard let outcome = session.skip() else { return }
        keep(outcome)
        leavePrompt()
        console.line("  Skipped. The key is \(console.style.bold(outcome.item.key)).")
        console.explain(outcome.item)
        goOn()
    }

    /// Takes the last answer back, for a slip of the keyboard.
    package func undo() {
        let open = session.open
        guard let outcome = session.undo() else { return console.paragraph("There is nothing to take back yet.") }
        if let open { shelved = open }
        isReviewing = false
        keeping { () throws(RecordsError) in try journal.undo() }
        console.paragraph("Taken back: \(printable(outcome.answer ?? "skip")). Answer again.")
        showItem()
    }

    // MARK: Keeping

    /// Keeps an answer before a word is said of it.
    private func keep(_ outcome: TrainingSession.Outcome) {
        let took = LocalTime.stopwatch - shown
        let place = session.outcomes.count - 1
        keeping { () throws(RecordsError) in try journal.note(outcome, place: place, took: took) }
    }

    /// Does what keeps something, and tells the learner where it could not be kept.
    func keeping(_ body: () throws(RecordsError) -> Void) {
        do {
            try body()
        } catch {
            console.paragraph("This could not be kept. \(error.message)")
        }
    }

    /// Parts what was typed from what comes of it; down a pipe nothing was typed on the screen.
    private func leavePrompt() {
        if isInteractive { console.line() }
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
