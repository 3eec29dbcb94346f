package import Content
import Quiz
import Scoring
import System

extension Exams {
    /// Goes on with the attempt that a candidate has open, or begins the next one where that is allowed now.
    ///
    /// - Parameters:
    ///   - blueprint: What is sat.
    ///   - revision: The pack that it is of.
    ///   - examinee: Who sits it.
    ///   - known: The attempts that are there.
    ///   - seed: That of the form; nil for one that few have had.
    ///   - chance: Draws the seed where none is told.
    /// - Returns: The attempt, whose time may be over.
    /// - Throws: `ExamError` where none may begin, and when that will be otherwise, or it cannot be kept.
    package func takeUp(
        _ blueprint: Blueprint, of revision: PackRevision, by examinee: Examinee, among known: [StoredAttempt],
        seed: UInt64?, using chance: inout some RandomNumberGenerator
    ) throws(ExamError) -> OpenAttempt {
        let sat = known.filter {
            $0.form.blueprint == blueprint.id.text && $0.form.pack == revision.pack.id.text
        }
        let own = sat.filter { $0.form.candidate == examinee.id }
        if let last = own.last, last.head == nil { return try OpenAttempt(last, from: revision.pack, in: self) }
        _ = try assignment(of: blueprint, in: revision.pack, to: examinee)
        let number = try nextNumber(of: blueprint, for: examinee, after: own)
        let form = try form(of: blueprint, in: revision.pack, seed: seed, others: sat, using: &chance)
        let record = FormRecord(form, of: blueprint, in: revision, for: examinee, attempt: number, user: user)
        return try OpenAttempt(record, items: form.items.map(\.item), in: self)
    }

    /// The time of an attempt that begins now, where it is not the form's.
    ///
    /// - Throws: `ExamError` where none may begin now.
    package func allottedTime(
        for form: FormRecord, of blueprint: Blueprint, in pack: Pack, to examinee: Examinee
    ) throws(ExamError) -> AllottedTime? {
        let assignment = try assignment(of: blueprint, in: pack, to: examinee)
        return AllottedTime(of: examinee, for: form, under: assignment, from: time.now)
    }

    /// The assignment under which somebody may begin an attempt now; nil where the exam is open to everyone.
    private func assignment(
        of blueprint: Blueprint, in pack: Pack, to examinee: Examinee
    ) throws(ExamError) -> Assignment? {
        let roster = try roster.read()
        switch roster.admission(of: examinee.id, to: blueprint, in: pack, at: time.now) {
        case .free: return nil
        case .open(let assignment): return assignment
        case .early(let moment):
            throw ExamError(
                .early(until: moment), "\(blueprint.id) opens at \(time.zone.text(of: moment)), and not before")
        case .late(let moment):
            throw ExamError(
                .forbidden, "\(blueprint.id) closed at \(time.zone.text(of: moment))",
                mend: "ask whoever assigned it for more time")
        case .notAssigned:
            let near = examinee.onRoster == nil ? roster.candidateNear(examinee.id) : nil
            throw ExamError(
                .forbidden, "\(blueprint.id) is assigned, and not to \(examinee.name.prefix(64))",
                mend: near ?? "exam assign adds candidates and groups")
        }
    }

    private func nextNumber(
        of blueprint: Blueprint, for examinee: Examinee, after own: [StoredAttempt]
    ) throws(ExamError) -> Int {
        let now = time.now
        switch blueprint.nextAttempt(after: own.map(\.ended), at: now) {
        case .open(let number): return number
        case .usedUp:
            throw ExamError(
                .forbidden, "\(examinee.word) has had all \(blueprint.attempts) attempts at \(blueprint.id)")
        case .waiting(let next):
            let hours = (next.milliseconds(since: now) + 3_599_999) / 3_600_000
            throw ExamError(
                .early(until: next), "the next attempt at \(blueprint.id) is open in \(hours) hours, and not before")
        }
    }

    /// The form of a seed; where none is told, one of the items that few have had.
    private func form(
        of blueprint: Blueprint, in pack: Pack, seed: UInt64?, others: [StoredAttempt],
        using chance: inout some RandomNumberGenerator
    ) throws(ExamError) -> ExamForm {
        var exposure = ExposureTable()
        if seed == nil {
            for other in others { exposure.note(other.form.items.compactMap { ItemID($0) }) }
        }
        do {
            return try FormBank(for: blueprint, of: pack).form(
                seed: seed ?? .random(in: .min ... .max, using: &chance), exposure: exposure)
        } catch {
            throw ExamError(.unreadable, error.message)
        }
    }
}
