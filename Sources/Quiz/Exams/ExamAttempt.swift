package import Content

/// One candidate's attempt: what follows from its events, one after the other. The same events always lead to the same
/// attempt; time is what they say it is.
package struct ExamAttempt: Sendable {
    /// How many items there are; in an adaptive exam, so far.
    package private(set) var count: Int
    /// The candidate's time in milliseconds, with accommodations and what was given since.
    package private(set) var limit: Int64
    /// Milliseconds after the end of the time in which answers are taken in that were written before it.
    package let grace: Int64
    /// How the candidate may move.
    package let navigation: Blueprint.Navigation
    /// Answers by the items' positions.
    package private(set) var answers: [Int: String] = [:]
    /// How often each item was answered, by the items' positions: who answers it once more says how often that was before,
    /// so that what was said twice counts once, and nobody writes over what he has not seen.
    package private(set) var timesAnswered: [Int: Int] = [:]
    /// Places of the items that the candidate wants to come back to.
    package private(set) var flagged: Set<Int> = []
    /// The position of the item that is shown.
    package private(set) var current = 0
    /// Where the attempt is between its beginning and its end.
    package private(set) var phase = Phase.waiting
    /// How often the wall clock was set.
    package private(set) var jumps = 0
    /// The time for which each item was shown, in milliseconds.
    package private(set) var timeSpent: [Int: Int64] = [:]
    /// Milliseconds of breaks that were left when something happened last.
    package private(set) var breakLeft: Int64
    /// Whether the candidate is on a break.
    package private(set) var isResting = false
    /// Whether whoever watches the exam made the time stand still.
    package private(set) var isHeld = false
    /// What whoever watches the exam did about the time, in order.
    package private(set) var interventions: [Intervention] = []
    /// How many milliseconds after the end of the time answers came in that were written before it, by the items'
    /// positions.
    package private(set) var late: [Int: Int64] = [:]
    private var clock: ExamClock?
    /// Milliseconds for which the time stood still so far.
    private var rested: Int64 = 0
    private var isShown = false

    /// Where an attempt can be.
    package enum Phase: Sendable, Equatable {
        case waiting, open, submitted, timedOut
    }

    /// An attempt that has not begun.
    ///
    /// - Parameters:
    ///   - count: How many items the form has.
    ///   - minutes: How long the candidate has.
    ///   - navigation: How the candidate may move.
    ///   - breaks: Milliseconds of breaks that are granted.
    ///   - grace: Milliseconds after the end of the time in which answers are taken in that were written before it.
    package init(
        count: Int, minutes: Double, navigation: Blueprint.Navigation, breaks: Int64 = 0, grace: Int64 = 0
    ) {
        self.count = count
        self.grace = grace
        breakLeft = breaks
        limit = Int64(minutes * 60_000)
        self.navigation = navigation
    }

    /// Whether it is over, by the candidate or by the clock.
    package var isClosed: Bool { phase == .submitted || phase == .timedOut }

    /// Milliseconds that are left at a moment; never less than 0.
    package func left(at moment: ClockReading) -> Int64 { max(0, limit - used(at: moment)) }

    /// Milliseconds until nothing more is taken in at all, as far as is known at a moment; never less than 0.
    package func leftWithGrace(at moment: ClockReading) -> Int64 { max(0, limit + grace - used(at: moment)) }

    /// Milliseconds since it began, whether the time ran or stood still.
    package func elapsed(at moment: ClockReading) -> Int64 { clock?.elapsed(at: moment) ?? 0 }

    /// Milliseconds that have passed of the candidate's time, and after it.
    private func used(at moment: ClockReading) -> Int64 {
        guard let clock else { return 0 }
        return clock.elapsed(at: moment) - rested - stoodStill(at: moment)
    }

    /// Milliseconds of breaks that are left at a moment.
    package func breakLeft(at moment: ClockReading) -> Int64 { breakLeft - (isHeld ? 0 : stoodStill(at: moment)) }

    /// Milliseconds since the last event for which the time stands still.
    private func stoodStill(at moment: ClockReading) -> Int64 {
        guard isHeld || isResting, let clock else { return 0 }
        let passed = max(0, clock.elapsed(at: moment) - clock.elapsed)
        return isHeld ? passed : min(breakLeft, passed)
    }

    /// Milliseconds of the candidate's time that have passed.
    private var passed: Int64 { min((clock?.elapsed ?? 0) - rested, limit) }

    /// Milliseconds by which the wall clock was set since the last event; nil where it was not.
    package func jump(at moment: ClockReading) -> Int64? { clock?.jump(at: moment) }

    /// The positions of items without an answer.
    package var unanswered: [Int] { (0..<count).filter { answers[$0] == nil } }

    /// Takes in an event.
    ///
    /// - Throws: `ExamRefusal` where it cannot be; then nothing has changed.
    package mutating func take(_ event: ExamEvent) throws(ExamRefusal) {
        try check(event)
        if clock == nil { clock = ExamClock(at: event.at) }
        let (before, stood) = (passed, stoodStill(at: event.at))
        clock?.move(to: event.at)
        rested += stood
        if !isHeld { breakLeft -= stood }
        // Until an attempt is resumed its item is on no screen.
        if isShown, event.action != .resume {
            timeSpent[current, default: 0] += passed - before
        }
        follow(event.action)
    }

    private func check(_ event: ExamEvent) throws(ExamRefusal) {
        guard !isClosed else { throw .closed }
        guard (event.action == .start) == (phase == .waiting) else { throw .outOfOrder }
        let isOver = left(at: event.at) == 0 && phase == .open
        if isHeld || isResting { try checkStandstill(event.action) }
        switch event.action {
        case .rest:
            if isOver { throw .timeIsOver }
            guard breakLeft > 0 else { throw .noBreak }
        case .start, .pause, .resume, .clock: return
        case .give, .submit: if isOver { throw .timeIsOver }
        case .timeout: if !isOver { throw .outOfOrder }
        case .show(let position), .flag(let position), .unflag(let position):
            try checkPosition(position, isOver: isOver)
        case .answer(let position, _), .change(let position, _):
            try checkPosition(position, isOver: isOver)
            var isChange = false
            if case .change = event.action { isChange = true }
            if isChange != (answers[position] != nil) { throw .outOfOrder }
            if navigation == .forward, position != current { throw .forwardOnly }
        case .late(let position, _, let written):
            guard isOver else { throw .outOfOrder }
            let late = used(at: event.at) - limit
            guard late <= grace, written > late else { throw .timeIsOver }
            try checkPosition(position, isOver: false)
            if navigation == .forward, position != current { throw .forwardOnly }
        case .intervene(let intervention):
            if isOver { throw .timeIsOver }
            try check(intervention.deed)
        }
    }

    private func check(_ deed: Intervention.Deed) throws(ExamRefusal) {
        switch deed {
        case .extend(let time): guard (1...Intervention.most).contains(time) else { throw .outOfOrder }
        case .hold: if isHeld { throw .held }
        case .release: guard isHeld else { throw .notHeld }
        }
    }

    /// While the time stands still nobody works.
    private func checkStandstill(_ action: ExamEvent.Action) throws(ExamRefusal) {
        switch action {
        case .resume, .pause, .clock, .submit, .timeout, .late, .intervene: return
        case .start, .give, .show, .answer, .change, .flag, .unflag, .rest: throw isHeld ? .held : .onBreak
        }
    }

    private func checkPosition(_ position: Int, isOver: Bool) throws(ExamRefusal) {
        if isOver { throw .timeIsOver }
        guard (0..<count).contains(position) else { throw .noSuchItem }
        if navigation == .forward, position < current { throw .forwardOnly }
    }

    private mutating func follow(_ action: ExamEvent.Action) {
        switch action {
        case .start:
            phase = .open
            isShown = true
        case .give: count += 1
        case .show(let position): current = position
        case .answer(let position, let text), .change(let position, let text):
            answers[position] = text
            timesAnswered[position, default: 0] += 1
        case .flag(let position): flagged.insert(position)
        case .unflag(let position): flagged.remove(position)
        case .pause: isShown = false
        case .resume:
            isShown = true
            isResting = false
        case .rest:
            isShown = false
            isResting = true
        case .clock: jumps += 1
        case .late(let position, let text, _):
            answers[position] = text
            timesAnswered[position, default: 0] += 1
            late[position] = (clock?.elapsed ?? 0) - rested - limit
        case .intervene(let intervention):
            interventions.append(intervention)
            switch intervention.deed {
            case .extend(let time): limit += time
            case .hold: isHeld = true
            case .release: isHeld = false
            }
        case .submit: phase = .submitted
        case .timeout: phase = .timedOut
        }
    }
}

/// An attempt that is over, as bytes; while it goes on, only its events tell where its clock is.
extension ExamAttempt {
    /// Reads what `pack` wrote, with its texts in the same table.
    ///
    /// - Throws: `NotPacked` for bytes that no attempt was written as.
    package init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        count = try input.number()
        guard count >= 0 else { throw input.broken }
        limit = Int64(try input.number())
        navigation = try Blueprint.Navigation(unpacking: &input)
        current = try input.number()
        phase = try input.byte() == 0 ? .submitted : .timedOut
        jumps = try input.number()
        (breakLeft, grace) = (0, 0)
        flagged = Set(try [Int](unpacking: &input))
        let answered = try [Int](unpacking: &input)
        answers.reserveCapacity(answered.count)
        timesAnswered.reserveCapacity(answered.count)
        for position in answered {
            answers[position] = try table.next(in: &input)
            timesAnswered[position] = try input.number()
        }
        let shown = try [Int](unpacking: &input)
        timeSpent.reserveCapacity(shown.count)
        for position in shown { timeSpent[position] = Int64(try input.number()) }
        interventions = try [Intervention](unpacking: &input)
        for position in try [Int](unpacking: &input) { late[position] = Int64(try input.number()) }
    }

    /// Writes it so that it can be read back, with its texts in a table.
    package func pack(into output: inout PackedOutput, _ table: inout TextTable) {
        output.put(number: count)
        output.put(number: Int(limit))
        navigation.pack(into: &output)
        output.put(number: current)
        output.put(case: phase == .submitted ? 0 : 1)
        output.put(number: jumps)
        output.put(flagged.sorted())
        output.put(answers.keys.sorted())
        for (position, answer) in answers.sorted(by: { $0.key < $1.key }) {
            output.put(answer, in: &table)
            output.put(number: timesAnswered[position] ?? 0)
        }
        output.put(timeSpent.keys.sorted())
        for (_, time) in timeSpent.sorted(by: { $0.key < $1.key }) { output.put(number: Int(time)) }
        output.put(interventions)
        output.put(late.keys.sorted())
        for (_, time) in late.sorted(by: { $0.key < $1.key }) { output.put(number: Int(time)) }
    }
}

/// Why an event cannot be.
package enum ExamRefusal: Error, Sendable, Equatable {
    case closed, outOfOrder, timeIsOver, noSuchItem, forwardOnly, noBreak, onBreak, held, notHeld
}
