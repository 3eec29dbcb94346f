package import Audit
package import Content
package import Quiz
package import Scoring

/// An attempt as its log tells it. It never changes, and is one object because thousands are sorted and sifted: as a
/// value of so many parts they would be copied each time.
package final class StoredAttempt: Sendable {
    /// What it is called.
    package let name: String
    /// Where people are told that its log is.
    package let location: String
    /// What was handed out.
    package let form: FormRecord
    /// What its events lead to.
    package let state: ExamAttempt
    /// The candidate's time where it is not the form's; nil before the time began, too.
    package let allotted: AllottedTime?
    /// What it came to when it was closed; nil while it is open.
    package let sealed: ResultRecord?
    /// When the time began, by both clocks; nil before the candidate agreed.
    package let startedAt: ClockReading?
    /// When it was handed in, by both clocks; nil before.
    package let endedAt: ClockReading?
    /// What the clocks of its entries show that whoever gives the exam should know of.
    let clockRemarks: [ClockRemark]
    /// What the clocks showed when something happened last.
    package let lastReading: ClockReading?
    /// Where its log ended when the time began; nil before.
    let begun: LogEnd?
    /// Where its log ended when it was handed in; nil before.
    let handedIn: LogEnd?
    /// The hashes of its entries while it is open; empty once it is closed.
    let hashes: [String]
    /// What was handed out in an adaptive attempt while it is open, closed for the owner of a key.
    let boxes: [SealedContents]
    /// Where its log ends, the signed line not counted.
    package let end: LogEnd
    /// The signed end; nil while the log is open.
    package let head: Head?
    /// The hash of the first entry, which names the attempt whatever it is called.
    package let id: String
    /// Of the log's bytes when it was verified; nil where it is not as it was written.
    let digest: [UInt8]?
    /// What was added after the log was closed.
    package let addenda: [Addendum]
    /// Where the log of addenda ends; nil where there are none.
    package let addendaEnd: LogEnd?
    /// The public key that signed each addendum, in hexadecimal digits.
    let addendaKeys: [String]

    /// Why it counts no longer; nil where it does.
    package let voiding: AttemptRegister.Voiding?
    /// What its answers are to statistics; nil where nobody asked.
    package let readAnswers: ReadAnswers?

    /// Follows a log's entries; nil where they tell of no attempt.
    init?(_ log: AttemptLog) {
        let entries = log.log.entries
        guard case .form(let handedOut)? = entries.first?.event, entries.areInOrder,
            let state = ExamAttempt(handedOut, entries),
            let id = log.log.hashes.first, let form = handedOut.disclosed(by: entries)
        else { return nil }
        name = log.name
        location = log.location
        self.form = form
        self.state = state
        self.id = id
        allotted = entries.allotted
        startedAt = entries.first { $0.asEvent?.action == .start }?.at
        endedAt = entries.last { [.submit, .timeout].contains($0.asEvent?.action) }?.at
        clockRemarks = ClockRemark.all(in: entries.map(\.at))
        lastReading = entries.last?.at
        begun = entries.firstIndex { $0.asEvent?.action == .start }.map { start in
            // The first item of an adaptive attempt is written, and registered, together with its start.
            let isGiven = entries.indices.contains(start + 1) && entries[start + 1].asEvent?.action == .give
            let last = isGiven ? start + 1 : start
            return LogEnd(count: last + 1, hash: log.log.hashes[last])
        }
        handedIn = entries.lastIndex { [.submit, .timeout].contains($0.asEvent?.action) }.map {
            LogEnd(count: $0 + 1, hash: log.log.hashes[$0])
        }
        hashes = log.log.head == nil ? log.log.hashes : []
        boxes = log.log.head == nil ? entries.boxes : []
        end = log.log.end
        head = log.log.head
        digest = log.log.isIntact ? log.log.digest : nil
        addenda = log.addenda.statements
        addendaEnd = log.addenda.statements.isEmpty ? nil : log.addenda.end
        addendaKeys = log.addenda.keys
        if case .result(let result)? = entries.last?.event { sealed = result } else { sealed = nil }
        (voiding, readAnswers) = (nil, nil)
    }

    /// Reads a closed attempt as `pack` wrote it. What only an open one needs is left out.
    init(unpacking input: inout PackedInput, _ table: TextTable) throws(NotPacked) {
        name = try input.text()
        location = try input.text()
        id = try input.text()
        form = try FormRecord(unpacking: &input, table)
        state = try ExamAttempt(unpacking: &input, table)
        allotted = try input.byte() == 0 ? nil : try AllottedTime(unpacking: &input, table)
        sealed = try input.byte() == 0 ? nil : try ResultRecord(unpacking: &input, table)
        startedAt = try ClockReading?(unpacking: &input, table)
        endedAt = try ClockReading?(unpacking: &input, table)
        lastReading = try ClockReading?(unpacking: &input, table)
        var remarks: [ClockRemark] = []
        for _ in 0..<(try input.count()) { remarks.append(try ClockRemark(unpacking: &input)) }
        clockRemarks = remarks
        begun = try LogEnd?(unpacking: &input)
        handedIn = try LogEnd?(unpacking: &input)
        (hashes, boxes) = ([], [])
        end = try LogEnd(unpacking: &input)
        head = Head(
            count: end.count, hash: end.hash, key: try table.next(in: &input), signature: try input.text())
        digest = try input.byteRun()
        addendaEnd = try LogEnd?(unpacking: &input)
        var (addenda, keys): ([Addendum], [String]) = ([], [])
        for _ in 0..<(try input.count()) {
            addenda.append(try Addendum(unpacking: &input, table))
            keys.append(try table.next(in: &input))
        }
        (self.addenda, addendaKeys) = (addenda, keys)
        readAnswers = try input.byte() == 0 ? nil : try ReadAnswers(unpacking: &input, table)
        voiding = nil
    }

    /// The same attempt with something that is no part of its log, or not yet.
    private init(
        _ other: StoredAttempt, addenda: [Addendum], voiding: AttemptRegister.Voiding?, readAnswers: ReadAnswers?
    ) {
        (name, location, id, form, state) = (other.name, other.location, other.id, other.form, other.state)
        (allotted, sealed, clockRemarks) = (other.allotted, other.sealed, other.clockRemarks)
        (startedAt, endedAt, lastReading) = (other.startedAt, other.endedAt, other.lastReading)
        (begun, handedIn, end, head) = (other.begun, other.handedIn, other.end, other.head)
        (addendaEnd, addendaKeys, digest) = (other.addendaEnd, other.addendaKeys, other.digest)
        (hashes, boxes) = (other.hashes, other.boxes)
        (self.addenda, self.voiding, self.readAnswers) = (addenda, voiding, readAnswers)
    }

    /// What its clocks show that whoever gives the exam should know of.
    ///
    /// - Parameter now: By which they are looked at.
    /// - Returns: Nothing where the clocks went as clocks go.
    package func clockRemarks(lookedAt now: Moment) -> [ClockRemark] {
        clockRemarks + (lastReading.flatMap { ClockRemark.future($0, lookedAt: now) }.map { [$0] } ?? [])
    }

    /// When the time began by the clock on the wall; nil before.
    package var started: Moment? { startedAt?.moment }
    /// When it was handed in by the clock on the wall; nil before.
    package var ended: Moment? { endedAt?.moment }

    /// The same attempt, with why it counts no longer.
    func voided(_ voiding: AttemptRegister.Voiding?) -> StoredAttempt {
        guard voiding != nil || self.voiding != nil else { return self }
        return StoredAttempt(self, addenda: addenda, voiding: voiding, readAnswers: readAnswers)
    }

    /// The same attempt with one addendum more, which is not kept yet.
    func adding(_ addendum: Addendum) -> StoredAttempt {
        StoredAttempt(self, addenda: addenda + [addendum], voiding: voiding, readAnswers: readAnswers)
    }

    /// The same attempt with what its answers are to statistics.
    func read(as answers: ReadAnswers) -> StoredAttempt {
        StoredAttempt(self, addenda: addenda, voiding: voiding, readAnswers: answers)
    }

    /// What counts now: the sealed result, and what was added to it later; nil while it is open.
    package var result: ResultRecord? { result(after: addenda.count) }

    /// What counted after so many of the addenda; nil while it is open.
    package func result(after count: Int) -> ResultRecord? {
        guard let sealed, count > 0 else { return sealed }
        let fractions = Array(addenda.prefix(count)).fractions(from: sealed.fractions)
        return ResultRecord(fractions, of: form, isWhole: sealed.measured?.isWhole, program: sealed.program)
    }

    /// Where it is between its beginning and its end, as files name it.
    package var phaseName: String {
        switch state.phase {
        case .waiting: "waiting"
        case .open: "open"
        case .submitted: "submitted"
        case .timedOut: "timed-out"
        }
    }

    /// Whether it can only be closed: its time and the grace are over, or it was handed in and not signed yet.
    func isOver(at reading: ClockReading) -> Bool {
        head == nil && (state.isClosed || state.isDue(at: reading))
    }

    /// What of it is signed by none of the keys that are good, a clause each.
    ///
    /// - Parameter good: The public keys, in hexadecimal digits.
    /// - Returns: Nothing where all is signed by one of them.
    func strangeKeys(_ good: Set<String>) -> [String] { signedByOthers(than: good, head?.key, addendaKeys) }

    /// 0 to 1; nil while it is open.
    package var fraction: Double? { result?.fraction }

    /// The sections with the fraction of each, 0 to 1.
    package var profile: [(title: String, count: Int, fraction: Double)] {
        if let given = form.given { return profile(of: given) }
        var rest = (result?.fractions ?? [])[...]
        return form.sections.map { section in
            let part = rest.prefix(section.count)
            rest = rest.dropFirst(section.count)
            let sum = Double(part.reduce(0, +)) / 1_000_000
            return (section.title, section.count, part.isEmpty ? 0 : sum / Double(part.count))
        }
    }

    private func profile(of given: [GivenItem]) -> [(title: String, count: Int, fraction: Double)] {
        form.sections.enumerated().map { position, section in
            let own = zip(given, result?.fractions ?? []).filter { $0.0.section == position }.map(\.1)
            let sum = Double(own.reduce(0, +)) / 1_000_000
            return (section.title, own.count, own.isEmpty ? 0 : sum / Double(own.count))
        }
    }

    /// The skills of the items that lost the most, at most three; empty where the pack no longer makes the items.
    package func skillsToStudy(in pack: Pack) -> [Skill] {
        guard let result, let items = try? form.items(from: pack) else { return [] }
        var lost: [Skill: Int] = [:]
        for (item, fraction) in zip(items, result.fractions) where fraction < 1_000_000 {
            for skill in item.skills { lost[skill, default: 0] += 1_000_000 - fraction }
        }
        return Skill.allCases.filter { lost[$0] != nil }.sorted { lost[$0] ?? 0 > lost[$1] ?? 0 }.prefix(3)
            .map(\.self)
    }
}

extension ExamAttempt {
    /// The attempt before anything happened; nil where the form has no rules, or such as no exam has.
    ///
    /// - Parameters:
    ///   - form: What is sat.
    ///   - allotted: The candidate's time where it is not the form's.
    init?(_ form: FormRecord, _ allotted: AllottedTime?) {
        guard let navigation = Blueprint.Navigation(rawValue: form.navigation), form.isWithinBounds,
            allotted?.isWithinBounds != false
        else { return nil }
        self.init(
            count: form.adaptive == nil ? form.count : 0, minutes: Double(allotted?.seconds ?? form.seconds) / 60,
            navigation: navigation,
            breaks: Int64(allotted?.breakSeconds ?? 0) * 1_000, grace: Int64(form.grace ?? 0) * 1_000)
    }

    /// The state to which entries lead; nil where they cannot follow from each other.
    fileprivate init?(_ form: FormRecord, _ entries: [ExamEntry]) {
        self.init(form, entries.allotted)
        for event in entries.compactMap(\.asEvent) {
            do { try take(event) } catch { return nil }
        }
    }

    /// Whether the time is over, and nobody has noted it yet.
    package func isTimeOver(at reading: ClockReading) -> Bool { phase == .open && left(at: reading) == 0 }

    /// Whether the time is over, and the grace after it.
    func isDue(at reading: ClockReading) -> Bool { phase == .open && leftWithGrace(at: reading) == 0 }
}

/// What is signed by none of the keys that are good, a clause each.
///
/// - Parameters:
///   - good: The public keys, in hexadecimal digits.
///   - head: The one that signed the end of a log; nil where nobody did.
///   - addenda: The one that signed each addendum.
/// - Returns: Nothing where all is signed by one of them.
func signedByOthers(than good: Set<String>, _ head: String?, _ addenda: [String]) -> [String] {
    var found = head.map { good.contains($0) ? [] : ["it was signed by another key, \($0)"] } ?? []
    for (position, key) in addenda.enumerated() where !good.contains(key) {
        found.append("addendum \(position + 1) was signed by another key, \(key)")
    }
    return found
}
