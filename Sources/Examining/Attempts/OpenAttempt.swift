import Audit
import Content
import Machine
package import Quiz
import Scoring
import Signatures

/// An attempt that is being sat: what happens is kept before anything follows from it.
package struct OpenAttempt: Sendable {
    /// What it is called.
    package let name: String
    /// What is asked.
    package private(set) var form: FormRecord
    /// The items, in the order of the form.
    package private(set) var items: [Item]
    /// What its events lead to.
    package private(set) var state: ExamAttempt
    /// The candidate's time where it is not the form's; nil before the time began, too.
    package private(set) var allotted: AllottedTime?
    /// What it came to; nil before it is closed.
    package private(set) var result: ResultRecord?
    private var end = LogEnd.beginning()
    /// The hash of the first entry; empty before there is one.
    private(set) var id = ""
    /// Where the log ended when the time began; nil before.
    private var begun: LogEnd?
    /// Where the log ended when it was handed in; nil before.
    private var handedIn: LogEnd?
    /// Whether the log tells what was asked.
    private var isTold = false
    private let exams: Exams
    /// What further items are chosen from; nil where the form is fixed.
    private let bank: AdaptiveBank?

    /// An attempt that waits for its candidate to begin. Nothing of it is kept yet.
    ///
    /// - Throws: `ExamError` where the form has no rules.
    init(_ form: FormRecord, items: [Item], from bank: AdaptiveBank? = nil, in exams: Exams) throws(ExamError) {
        guard let state = ExamAttempt(form, nil) else { throw ExamError(.defect, "the form has no rules") }
        name = form.attemptName
        self.form = form
        self.items = items
        self.state = state
        self.exams = exams
        self.bank = bank
    }

    /// Goes on with an attempt whose log is open; one whose time is over, or which was handed in, is closed at once.
    ///
    /// - Parameters:
    ///   - stored: As it is kept.
    ///   - pack: The one that it is of.
    ///   - exams: Where it is kept.
    ///   - isReturn: Whether the candidate comes back to it, which is noted.
    /// - Throws: `ExamError` where the pack no longer makes its items, the register knows another log of it, or it
    ///   cannot be kept.
    init(_ stored: StoredAttempt, from pack: Pack, in exams: Exams, isReturn: Bool = true) throws(ExamError) {
        name = stored.name
        form = try exams.disclosing(stored.form, stored.boxes)
        state = stored.state
        allotted = stored.allotted
        result = stored.sealed
        end = stored.end
        id = stored.id
        (begun, handedIn) = (stored.begun, stored.handedIn)
        isTold = stored.form.contents != nil
        self.exams = exams
        items = try form.items(from: pack)
        if form.adaptive != nil, let blueprint = pack.blueprint(ID(stored.form.blueprint)) {
            bank = try exams.banks.bank(of: blueprint, in: pack)
        } else {
            bank = nil
        }
        guard stored.head == nil else { return }
        if isReturn || stored.isOver(at: exams.reading) {
            try exams.checkRegister(of: stored)
            try register()
        }
        if isDue { try note([.timeout]) } else if isReturn, state.phase == .open { try note([.resume]) }
        if state.isClosed { try finish() }
    }

    /// Milliseconds that are left now.
    package var left: Int64 { state.left(at: exams.reading) }

    /// Whether the time is over, and the attempt not closed yet.
    package var isTimeOver: Bool { state.isTimeOver(at: exams.reading) }

    /// Whether the time is over, and the grace after it: then it can only be closed.
    package var isDue: Bool { state.isDue(at: exams.reading) }

    /// Milliseconds until nothing more is taken in at all, as far as is known now.
    package var leftWithGrace: Int64 { state.leftWithGrace(at: exams.reading) }

    /// Milliseconds since it began.
    package var elapsed: Int64 { state.elapsed(at: exams.reading) }

    /// Begins the candidate's time. The log has it before the register, and both before the first item is shown: whoever
    /// keeps it out of one of them has seen nothing.
    ///
    /// - Parameter allotted: How much of it there is, where it is not the form's.
    /// - Throws: `ExamError` where it could not be kept, or somebody else began the same attempt.
    package mutating func begin(_ allotted: AllottedTime?) throws(ExamError) {
        guard var next = ExamAttempt(form, allotted) else { throw ExamError(.defect, "the form has no rules") }
        guard state.phase == .waiting else { throw ExamError(ExamRefusal.outOfOrder) }
        let reading = exams.reading
        try checkFree()
        let first = try nextItem()
        var entries = [ExamEntry(.start(allotted), at: reading)]
        do {
            try next.take(ExamEvent(.start, at: reading))
            if first != nil { try next.take(ExamEvent(.give, at: reading)) }
        } catch { throw ExamError(error) }
        if let first { entries.append(ExamEntry(.give(try exams.closed(first.given)), at: reading)) }
        if id.isEmpty, let contents = form.contents {
            let closed = try form.closed(for: exams.signingKey().publicKey)
            entries.insert(ExamEntry(.form(closed), at: reading), at: 0)
            form = closed.telling(contents)
        }
        let (id, end) = try exams.append(entries, to: name, after: end)
        if self.id.isEmpty { self.id = id }
        self.end = end
        begun = end
        try register()
        state = next
        if let first { give(first) }
        self.allotted = allotted
    }

    // MARK: What comes next

    /// Whether there is an item after a position, given already or to be chosen.
    ///
    /// - Throws: `ExamError` where the pack no longer makes the exam.
    package func hasItem(after position: Int) throws(ExamError) -> Bool {
        position + 1 < items.count ? true : try nextItem() != nil
    }

    /// Whether further items are to be chosen by the answers.
    ///
    /// - Throws: `ExamError` where the pack no longer makes the exam.
    package var isGrowing: Bool {
        get throws(ExamError) { bank == nil ? false : try nextItem() != nil }
    }

    /// The item that the answers so far lead to; nil where the form is fixed, or the exam over by its rules. An item
    /// without an answer counts as one that was not known.
    ///
    /// - Parameter answer: One more answer, with its item's position.
    /// - Returns: The item, as it is kept and as it is asked.
    /// - Throws: `ExamError` where the pack no longer makes the exam.
    private func nextItem(answering answer: (position: Int, text: String)? = nil) throws(ExamError) -> AdaptiveBank
        .Next?
    {
        guard let bank, let eligible = form.eligible, let seed = form.seed else { return nil }
        var answers = state.answers
        if let answer { answers[answer.position] = answer.text }
        let isRight = items.enumerated().map { position, item in
            answers[position].flatMap { try? item.judge($0).fraction } ?? 0 >= 1
        }
        let sitting = try bank.sitting(eligible, after: form.given ?? [], isRight)
        return bank.next(after: sitting, items, seed: seed, salt: randomName())
    }

    private mutating func give(_ next: AdaptiveBank.Next) {
        form = form.giving(next.given)
        items.append(next.item)
    }

    // MARK: What happens

    /// Enters in the register that the time began, where that is not entered yet.
    private func register() throws(ExamError) {
        guard let begun else { return }
        try exams.enter(.started(try sitting), of: id, begun)
    }

    /// - Throws: `ExamError` where the same attempt was begun already: in another window, or with a log that is gone.
    private func checkFree() throws(ExamError) {
        do { try exams.soundRegister().checkFree(try sitting, for: id) } catch {
            guard try exams.read(name, isWhole: false) == nil else { throw ExamError(LogError.changed) }
            throw error
        }
    }

    /// What the register calls it.
    private var sitting: RegisterEntry.Sitting {
        get throws(ExamError) {
            RegisterEntry.Sitting(
                person: try exams.person(form.candidate), pack: form.pack, blueprint: form.blueprint,
                number: form.attempt)
        }
    }

    /// Answers an item, by its place from 0: for the first time, or in place of an earlier answer.
    ///
    /// - Parameters:
    ///   - position: The item's.
    ///   - text: The answer, which is kept as it is.
    ///   - next: The position of the item that is shown then, which is kept together with the answer; nil for no other. In
    ///     an adaptive exam it may be the one that the answers lead to, where there is one.
    /// - Throws: `ExamError` where it is refused or could not be kept: then nothing has changed.
    package mutating func answer(_ position: Int, _ text: String, thenShowing next: Int? = nil) throws(ExamError) {
        let action = state.answers[position] != nil ? ExamEvent.Action.change(position, text) : .answer(position, text)
        guard let next else { return try note([action]) }
        guard bank != nil, next == items.count else { return try note([action, .show(next)]) }
        let more = try nextItem(answering: (position, text))
        try note(more == nil ? [action] : [action, .give, .show(next)], giving: more)
    }

    /// Shows another item, by its position from 0; in an adaptive exam the one after the last is chosen then.
    ///
    /// - Throws: `ExamError` where it is refused or could not be kept: then nothing has changed.
    package mutating func move(to position: Int) throws(ExamError) {
        guard position == items.count, let more = try nextItem() else { return try note([.show(position)]) }
        try note([.give, .show(position)], giving: more)
    }

    /// Marks an item, by its position from 0, to be looked at again, or no longer.
    ///
    /// - Throws: `ExamError` where it is refused or could not be kept: then nothing has changed.
    package mutating func setFlag(_ isFlagged: Bool, at position: Int) throws(ExamError) {
        try note([isFlagged ? .flag(position) : .unflag(position)])
    }

    /// Notes that the candidate leaves; the time runs on.
    ///
    /// - Throws: `ExamError` where it could not be kept: then nothing has changed.
    package mutating func pause() throws(ExamError) { try note([.pause]) }

    /// Begins a break, during which the time stands still as long as breaks are left.
    ///
    /// - Throws: `ExamError` where none is left, or it could not be kept: then nothing has changed.
    package mutating func rest() throws(ExamError) { try note([.rest]) }

    /// Comes back from a break.
    ///
    /// - Throws: `ExamError` where it could not be kept: then nothing has changed.
    package mutating func goOn() throws(ExamError) { try note([.resume]) }

    /// Milliseconds of breaks that are left now.
    package var breakLeft: Int64 { state.breakLeft(at: exams.reading) }

    /// Hands in what is there, by the candidate's wish or because the time is over, and signs the log.
    ///
    /// - Throws: `ExamError`; what is over is closed when it is looked at next.
    package mutating func handIn() throws(ExamError) {
        if !state.isClosed { try note([isTimeOver ? .timeout : .submit]) }
        try finish()
    }

    /// Takes in what happened, and what it leads to at once. A clock that was set is noted first.
    ///
    /// - Parameters:
    ///   - actions: In their order.
    ///   - more: The item that one of them hands out.
    /// - Throws: `ExamError` where one is refused or could not be kept: then nothing has changed.
    mutating func note(
        _ actions: [ExamEvent.Action], giving more: AdaptiveBank.Next? = nil
    ) throws(ExamError) {
        let now = exams.reading
        let jump = state.jump(at: now).map { ExamEvent.Action.clock($0) }
        let events = ([jump].compactMap(\.self) + actions).map { ExamEvent($0, at: now) }
        var next = state
        for event in events {
            do { try next.take(event) } catch { throw ExamError(error) }
        }
        let box = try more.map { more throws(ExamError) in try exams.closed(more.given) }
        let entries = events.map { event in
            if let box, event.action == .give { ExamEntry(.give(box), at: now) } else { ExamEntry(event) }
        }
        end = try exams.append(entries, to: name, after: end).end
        state = next
        if state.isClosed, handedIn == nil { handedIn = end }
        if let more { give(more) }
    }

    /// What the answers come to.
    private var judged: ResultRecord {
        let result = ResultRecord(form.result(of: state.answers, to: items))
        guard bank != nil else { return result }
        // The rules have come to their end where they lead to no further item.
        let isWhole: Bool
        do { isWhole = try nextItem() == nil } catch { isWhole = false }
        return ResultRecord(result.fractions, of: form, isWhole: isWhole, program: result.program)
    }

    /// Keeps the result, and signs. The register has that it was handed in before the log tells what was asked and what
    /// it came to, so that nobody reads that and goes on with an earlier copy; and it has the log's end before the log
    /// has, so that an end that is missing was cut off.
    private mutating func finish() throws(ExamError) {
        let judged = judged
        if let result {
            guard result.says(judged) else {
                throw ExamError(
                    .checkFailed, "\(name) has a result that its answers do not come to: it was edited", mend: putBack)
            }
        } else {
            if let handedIn { try exams.enter(.handedIn, of: id, handedIn) }
            var entries = [ExamEntry(.result(judged), at: exams.reading)]
            if form.sealed != nil, !isTold, let contents = form.contents {
                entries.insert(ExamEntry(.contents(contents), at: exams.reading), at: 0)
            }
            end = try exams.append(entries, to: name, after: end).end
            result = judged
        }
        try exams.enter(.closed, of: id, end)
        try exams.seal(name, after: end)
    }
}
