package import Content
package import Learning
import Markup
import Quiz
import Reports
import Scoring
package import Terminal

/// Leads a learner through lessons at a terminal: a page, an example, questions of which there are more each time,
/// practice.
package final class LessonTrainer {
    /// Where everything is shown.
    package let console: Console
    let session: CourseSession
    private let source: any LineSource
    var isInteractive: Bool { source.isInteractive }
    private var hasLeft = false
    /// Whether a wrong answer is being looked at, and the next item waits.
    private var isReviewing = false
    /// What explains the last answer once more.
    var lastWhy: String?

    /// A trainer for a course of which no lesson was begun.
    ///
    /// - Parameters:
    ///   - session: What is taught, judged and kept.
    ///   - console: Where it is shown.
    ///   - source: Where lines come from.
    package init(of session: CourseSession, console: Console, source: any LineSource) {
        self.session = session
        self.console = console
        self.source = source
    }

    var pack: Pack { session.pack }

    /// Runs lessons, from one on, until the learner leaves. Down a pipe there is one.
    ///
    /// - Parameters:
    ///   - first: The lesson to begin or to go on with.
    ///   - isAgain: Whether it is taken from its beginning.
    /// - Throws: `OutputError`.
    package func run(_ first: Lesson, again isAgain: Bool) throws {
        tell(session.begin(first, again: isAgain))
        welcome(first)
        showScreen()
        var wasInterrupted = false
        while !hasLeft, isWaiting {
            try console.output.flush()
            let event = source.next(prompt: console.style.prompt(prompt))
            let isInterrupt = event == .interrupted
            if isInterrupt, wasInterrupted { break }
            wasInterrupted = isInterrupt
            take(event)
        }
        do { try session.end() } catch { tell(error) }
        farewell()
        try console.output.flush()
    }

    /// Whether there is anything left to answer or to go on with.
    private var isWaiting: Bool {
        guard let lesson = session.lesson else { return false }
        return !lesson.isOver || isReviewing || isInteractive && session.next != nil
    }

    private var prompt: String {
        if isReviewing { return "next> " }
        switch session.lesson?.screen {
        case .page, .example, .ended, nil: return "go on> "
        case .faded(let faded): return faded.open?.prompt ?? "go on> "
        case .practice(_, let item): return item.prompt
        }
    }

    // MARK: What was typed

    private func take(_ event: LineEvent) {
        switch event {
        case .line(let line): take(line.trimmed)
        case .unreadable(let reason):
            console.paragraph("That line cannot be read: \(reason). The question is still open.")
        case .interrupted: console.paragraph("Ctrl-C once more, or quit, ends the lesson. You can go on later.")
        case .ended, .expired: hasLeft = true
        }
    }

    private func take(_ typed: String) {
        if let command = LessonCommand(typed) { return obey(command) }
        if isReviewing { return typed.isEmpty ? leaveReview() : console.paragraph("Enter goes on.") }
        switch session.lesson?.screen {
        case .page, .example, .ended, nil:
            typed.isEmpty ? goOn() : console.paragraph("There is nothing to answer here. Enter goes on.")
        case .faded: typed.isEmpty ? askForAnswer() : work(typed)
        case .practice: typed.isEmpty ? askForAnswer() : practise(typed)
        }
    }

    private func askForAnswer() {
        if isInteractive { console.paragraph("Type your answer, or skip. help shows what else there is.") }
    }

    private func obey(_ command: LessonCommand) {
        switch command {
        case .help: showHelp()
        case .next: isReviewing ? leaveReview() : advance()
        case .practice: goToPractice()
        case .hint: hint()
        case .skip: isReviewing ? leaveReview() : skip()
        case .why: console.paragraph(lastWhy ?? "Answer first, or skip.")
        case .lessons: console.show(session.course, session.progress)
        case .lookup(let words): lookUp(words)
        case .policy(let id): showPolicy(id)
        case .stuck: stuck()
        case .quit: hasLeft = true
        }
    }

    // MARK: Going on

    /// Passes a page or an example, or begins the next lesson.
    private func goOn() {
        if session.lesson?.isOver == true {
            guard let next = session.next else {
                hasLeft = true
                return
            }
            tell(session.begin(next))
            console.line()
            showTitle(of: next)
        } else {
            tell(session.goOn())
        }
        showScreen()
    }

    private func advance() {
        switch session.lesson?.screen {
        case .faded, .practice: console.paragraph("Answer first, or skip.")
        default: goOn()
        }
    }

    private func leaveReview() {
        isReviewing = false
        showScreen()
    }

    private func goToPractice() {
        let outcome = session.goToPractice()
        tell(outcome.notKept)
        guard outcome.isThere else { return console.paragraph("There is no practice ahead in this lesson.") }
        showScreen()
    }

    private func hint() {
        guard !isReviewing, case .practice = session.lesson?.screen else {
            return console.paragraph("There are hints in the practice. Here, look at the example once more.")
        }
        console.paragraph(session.hint().map { "Hint: \($0)" } ?? "There is no further hint. skip shows the key.")
    }

    private func stuck() {
        switch session.lesson?.screen {
        case .practice where !isReviewing:
            console.paragraph("hint says a little more. skip shows the key and why, and goes on.")
        case .faded: console.paragraph("skip goes on; the practice comes back to it. lessons lists what to read again.")
        default: console.paragraph("Enter goes on. lookup and a word explains it; lessons lists what to read again.")
        }
    }

    private func skip() {
        guard case .practice(_, let item) = session.lesson?.screen else { return goOn() }
        guard let taken = try? session.practise(nil) else { return }
        tell(taken.notKept)
        leavePrompt()
        lastWhy = item.why
        console.line("  Skipped. The key is \(console.style.bold(item.keyInWords)).")
        console.explain(item)
        showScreen()
    }

    // MARK: Answering

    private func work(_ typed: String) {
        do {
            guard let (reply, notKept) = try session.work(typed) else { return }
            tell(notKept)
            leavePrompt()
            show(reply)
            if reply.isDoneOver {
                console.paragraph("Once more, with another visit.")
                showScreen()
            } else if reply.event != nil {
                showScreen()
            } else {
                showQuestion()
            }
        } catch {
            console.show(error, in: typed)
        }
    }

    private func practise(_ typed: String) {
        do {
            guard let (reply, notKept) = try session.practise(typed), let feedback = reply.outcome.feedback else {
                return
            }
            tell(notKept)
            leavePrompt()
            show(reply, feedback)
            if isInteractive, !feedback.isRight {
                isReviewing = true
                console.paragraph("Enter goes on.")
            } else {
                showScreen()
            }
        } catch {
            console.show(error, in: typed)
        }
    }

    /// Tells the learner where something could not be kept.
    private func tell(_ error: RecordsError?) {
        if let error { console.paragraph("This could not be kept. \(error.message)") }
    }

    /// Parts what was typed from what comes of it; down a pipe nothing was typed on the screen.
    private func leavePrompt() {
        if isInteractive { console.line() }
    }
}
