import Content
package import Examining
package import Machine
import Quiz
import Reports
import Scoring
package import Terminal

/// Leads a candidate through an attempt: one item at a time, no verdict, no help.
package final class ExamSitting {
    /// The attempt, as it stands now.
    package private(set) var attempt: OpenAttempt
    private let console: Console
    private let source: any LineSource
    private let zone: any Zone
    /// The time of an attempt that begins now.
    private let allotting: (FormRecord) throws(ExamError) -> AllottedTime?
    /// Keeps other windows from an attempt once it has begun.
    private let holding: (OpenAttempt) throws(ExamError) -> Void
    /// Whether it is only tried out: it is kept for as long as it is sat, and ends when the candidate leaves.
    private let isMock: Bool
    private var isAskedToSubmit = false
    private var wasInterrupted = false
    /// What could not be kept down a pipe, whose further lines are answers to other items; nil while all could.
    private var failure: ExamError?
    /// Whether the candidate left, with time still running.
    private var hasLeft = false

    /// Prepares to sit an attempt.
    ///
    /// - Parameters:
    ///   - attempt: One that is not closed.
    ///   - console: Where it shows.
    ///   - source: Where answers come from.
    ///   - zone: How times are told where the candidate is.
    ///   - isMock: Whether it is only tried out.
    ///   - allotting: Gives the time of an attempt that begins now, where it is not the form's; throws where none may
    ///     begin.
    ///   - holding: Keeps other windows from an attempt once it has begun.
    package init(
        _ attempt: OpenAttempt, console: Console, source: any LineSource, zone: any Zone, isMock: Bool = false,
        allotting: @escaping (FormRecord) throws(ExamError) -> AllottedTime?,
        holding: @escaping (OpenAttempt) throws(ExamError) -> Void = { _ in }
    ) {
        self.attempt = attempt
        self.console = console
        self.source = source
        self.zone = zone
        self.allotting = allotting
        self.holding = holding
        self.isMock = isMock
    }

    private var form: FormRecord { attempt.form }
    private var state: ExamAttempt { attempt.state }

    /// Runs the attempt until it is handed in, its time is over, or the candidate leaves.
    ///
    /// - Throws: `ExamError` where nothing more can be kept; `OutputError`.
    package func run() throws {
        if state.phase == .waiting, !(try agree()) { return }
        if !state.isClosed, !state.isResting { showItem() }
        while !state.isClosed, !hasLeft {
            if attempt.isTimeOver { break }
            try console.output.flush()
            source.alarms = alarms
            let event = source.next(prompt: prompt)
            if event != .interrupted { wasInterrupted = false }
            try take(event)
            if let failure { throw failure }
        }
        if attempt.isTimeOver {
            console.line()
            console.paragraph("The time is over. What is there is handed in.")
            try attempt.handIn()
        }
    }

    // MARK: Before it begins

    private func agree() throws -> Bool {
        let kind = isMock ? "a mock exam" : "\(form.blueprint), attempt \(form.attempt)"
        console.line(console.style.bold(form.title) + "  (\(kind))")
        for text in form.instructions(try allotting(form), in: zone, isMock: isMock) { console.paragraph(text) }
        console.line()
        try console.output.flush()
        source.alarms = []
        guard case .line(let line) = source.next(prompt: "Type agree to begin> "),
            line.trimmingSpaces.lowercased() == "agree"
        else {
            console.paragraph(isMock ? "Not begun." : "Not begun; no attempt is used up.")
            return false
        }
        // The window may have closed, or the end come nearer, while the instructions were read.
        try attempt.begin(try allotting(form))
        try holding(attempt)
        return true
    }

    // MARK: The clock

    private var prompt: String {
        let seconds = (state.isResting ? max(attempt.breakLeft, 0) : attempt.left) / 1_000
        let rest = seconds % 60
        return console.style.prompt(
            "\(state.isResting ? "break" : progress) · \(seconds / 60):\(rest < 10 ? "0" : "")\(rest) left> ")
    }

    /// Where the candidate is.
    private var progress: String {
        form.adaptive == nil ? "\(state.current + 1)/\(form.count)" : "item \(state.current + 1)"
    }

    private var alarms: [Alarm] {
        let (left, minute) = (attempt.left, Int64(60_000))
        if state.isResting { return restAlarms }
        let end = Alarm.now + left
        let due: [Int64] = [10, 5, 1].filter { $0 * minute < left }
        let warnings = due.map { minutes -> Alarm in
            let notice = "\(quantity(Int(minutes), "minute")) \(minutes == 1 ? "is" : "are") left."
            return Alarm(at: end - minutes * minute, notice: notice)
        }
        return warnings + [Alarm(at: end, notice: nil)]
    }

    private var restAlarms: [Alarm] {
        let (pause, now) = (max(attempt.breakLeft, 0), Alarm.now)
        let end = Alarm(at: now + pause + attempt.left, notice: nil)
        return pause > 0 ? [Alarm(at: now + pause, notice: "The breaks are used up; the time runs on."), end] : [end]
    }

    // MARK: What is typed

    private func take(_ event: LineEvent) throws {
        switch event {
        case .expired: return
        case .ended: try leave()
        case .unreadable(let reason):
            console.paragraph("That line cannot be read: \(reason).")
            try passOver()
        case .interrupted:
            if wasInterrupted { return try leave() }
            wasInterrupted = true
            console.paragraph(
                isMock
                    ? "Ctrl-C once more, or quit, hands the mock exam in."
                    : "Nothing is lost. Ctrl-C once more, or quit, leaves the exam; its time runs on.")
        case .line(let line):
            let typed = line.trimmingSpaces
            if state.isResting { return comeBack() }
            if typed.isEmpty || attempt.isTimeOver { return }
            let word = ExamWord(typed)
            if word != .submit { isAskedToSubmit = false }
            try obey(word)
        }
    }

    private func obey(_ word: ExamWord) throws {
        switch word {
        case .answer(let text): try answer(text)
        case .next: try move(to: state.current + 1)
        case .back: try move(to: state.current - 1)
        case .go(let number): try move(to: number - 1)
        case .flag:
            let isFlagged = state.flagged.contains(state.current)
            let position = state.current
            if keep({ attempt throws(ExamError) in try attempt.setFlag(!isFlagged, at: position) }) {
                console.paragraph(isFlagged ? "No longer flagged." : "Flagged.")
            }
        case .review: review()
        case .submit: try submit()
        case .quit: try leave()
        case .rest: rest()
        case .help:
            console.paragraph(attempt.items[state.current].kind.howAnswersAreWritten)
            for text in form.instructions(attempt.allotted, in: zone, isMock: isMock)[1...2] { console.paragraph(text) }
        }
    }

    /// Goes on to the next item where lines come from a pipe: each was meant for an item of its own, and the one after a
    /// line that is no answer must not become the answer to its item.
    private func passOver() throws {
        guard !source.isInteractive, try attempt.hasItem(after: state.current) else { return }
        console.paragraph("Item \(state.current + 1) has no answer from this line; the next line is for the next item.")
        try move(to: state.current + 1)
    }

    private func answer(_ text: String) throws {
        let item = attempt.items[state.current]
        let reading: String?
        do {
            reading = try item.read(text)
        } catch {
            if item.kind == .term {
                console.paragraph("Expected a word or a few.")
            } else {
                console.show(error, in: text)
            }
            return try passOver()
        }
        let position = state.current
        // The answer and the item that it leads to go to the disk together, which is waited for once.
        let next = position + 1 < attempt.items.count || form.adaptive != nil ? position + 1 : nil
        let isKept = keep { attempt throws(ExamError) in try attempt.answer(position, text, thenShowing: next) }
        guard isKept else { return }
        let isLast = state.current == position
        console.paragraph("Kept: \(text)\(reading.map { $0 == text ? "" : ", read as \($0)" } ?? "")")
        if isLast { review() } else { showItem() }
    }

    private func move(to position: Int) throws {
        let isNext = try position == attempt.items.count && attempt.hasItem(after: position - 1)
        guard attempt.items.indices.contains(position) || isNext else {
            if form.adaptive != nil, position == attempt.items.count {
                return console.paragraph("There is no further item. submit hands the exam in.")
            }
            return console.paragraph("The items run from 1 to \(attempt.items.count).")
        }
        if keep({ attempt throws(ExamError) in try attempt.move(to: position) }) { showItem() }
    }

    /// Keeps what happened. What is refused, or cannot be kept, changes nothing, and the candidate is told at once.
    private func keep(_ change: (inout OpenAttempt) throws(ExamError) -> Void) -> Bool {
        do {
            try change(&attempt)
            return true
        } catch {
            if error.kind != .invalid {
                console.paragraph(
                    "This was not kept: \(error.message). All that was said to be kept before is. Try it again.")
                if !source.isInteractive { failure = error }
            } else if !attempt.isTimeOver {
                console.paragraph(error.message.sentence)
            }
            return false
        }
    }

    private func rest() {
        guard keep({ attempt throws(ExamError) in try attempt.rest() }) else { return }
        console.paragraph(
            "You are on a break, and your time stands still while breaks are left. Enter brings you back.")
    }

    private func comeBack() {
        guard keep({ attempt throws(ExamError) in try attempt.goOn() }) else { return }
        showItem()
    }

    private func submit() throws {
        guard isAskedToSubmit else {
            review()
            if form.adaptive != nil, try attempt.hasItem(after: attempt.items.count - 1) {
                console.paragraph("There are items to come. Who hands in before the last one does not pass.")
            }
            console.paragraph("Type submit once more to hand it in.")
            isAskedToSubmit = true
            return
        }
        try attempt.handIn()
    }

    private func leave() throws {
        hasLeft = true
        guard !isMock else { return try attempt.handIn() }
        _ = keep { attempt throws(ExamError) in try attempt.pause() }
        console.paragraph(
            "You have left; the time runs on. The same command brings you back to item \(state.current + 1).")
    }

    // MARK: Screens

    private func showItem() {
        let position = state.current
        console.show(question: attempt.items[position], lead: progress, isHeaded: false)
        if let answer = state.answers[position] { console.entry("Your answer", answer) }
        if state.flagged.contains(position) { console.paragraph("Flagged.") }
    }

    private func review() {
        console.line()
        let open = state.unanswered.map { String($0 + 1) }
        let soFar = form.adaptive == nil ? "" : " items so far"
        console.paragraph("\(state.answers.count) of \(attempt.items.count)\(soFar) answered.")
        if !open.isEmpty { console.entry("Not answered", open.joined(separator: ", ")) }
        let flagged = state.flagged.sorted().map { String($0 + 1) }
        if !flagged.isEmpty { console.entry("Flagged", flagged.joined(separator: ", ")) }
    }
}

extension String {
    fileprivate var trimmingSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
