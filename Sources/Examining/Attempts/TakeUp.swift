package import Content
import Machine
import Measurement
import Quiz
import Scoring
import Signatures

extension Exams {
    /// Goes on with the attempt that a candidate has open, or makes the next one ready where that is allowed now.
    ///
    /// - Parameters:
    ///   - blueprint: What is sat.
    ///   - revision: The pack that it is of.
    ///   - examinee: Who sits it.
    ///   - generator: Draws the form, of items that few have had.
    /// - Returns: The attempt, whose time may be over, or which waits to be begun and is not kept before.
    /// - Throws: `ExamError` where none may begin, and when that will be otherwise; where the register tells of other
    ///   logs than there are; or where it cannot be kept.
    package func takeUp(
        _ blueprint: Blueprint, of revision: PackRevision, by examinee: Examinee,
        using generator: inout some RandomNumberGenerator
    ) throws(ExamError) -> OpenAttempt {
        let pack = revision.pack
        let own = try ownAttempts(of: examinee.id, at: blueprint.id.text, in: pack.id.text)
        if let last = own.last, let open = try open(last) { return try OpenAttempt(open, from: pack, in: self) }
        _ = try assignment(of: blueprint, in: pack, to: examinee)
        try checkLimits(of: blueprint, in: pack, for: examinee, after: own)
        let bank = try banks.bank(of: blueprint, in: pack) { () throws(ExamError) in
            try formBank(for: blueprint, of: revision)
        }
        if let bank {
            let record = try adaptiveForm(
                of: bank, in: revision, for: examinee, attempt: own.count + 1, using: &generator)
            return try OpenAttempt(record, items: [], from: bank, in: self)
        }
        let form = try form(of: blueprint, in: revision, using: &generator)
        let record = FormRecord(
            form, salt: randomName(), of: blueprint, in: revision, for: examinee, attempt: own.count + 1, user: user)
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

    /// - Throws: `ExamError` where the blueprint's limits, or what is granted to the person, leave no other attempt now.
    private func checkLimits(
        of blueprint: Blueprint, in pack: Pack, for examinee: Examinee, after own: [OwnAttempt]
    ) throws(ExamError) {
        let now = reading
        var blueprint = blueprint
        let granted = examinee.onRoster?.retakes?.first {
            $0.blueprint == blueprint.id.text && $0.pack == pack.id.text
        }
        if let granted { (blueprint.attempts, blueprint.waitingHours) = (granted.attempts, granted.waitingHours) }
        switch blueprint.nextAttempt(after: own.filter { !$0.isVoided }.map(\.ended), at: now) {
        case .open: return
        case .usedUp:
            throw ExamError(
                .forbidden, "\(examinee.word) has had all \(blueprint.attempts) attempts at \(blueprint.id)")
        case .waiting(let milliseconds):
            let hours = (milliseconds + 3_599_999) / 3_600_000
            throw ExamError(
                .early(until: now.moment.adding(milliseconds: milliseconds)),
                "the next attempt at \(blueprint.id) is open in \(quantity(Int(hours), "hour")), and not before")
        }
    }

    /// A form whose items are chosen by the answers, of families that few have had.
    private func adaptiveForm(
        of bank: AdaptiveBank, in revision: PackRevision, for examinee: Examinee, attempt: Int,
        using generator: inout some RandomNumberGenerator
    ) throws(ExamError) -> FormRecord {
        let control = try exposures().control(of: bank)
        let spare = bank.families.indices.sorted { (control.used[$0], $0) < (control.used[$1], $1) }
        let sitting: AdaptiveSitting
        do {
            sitting = try AdaptiveSitting(
                bank.rules, from: bank.pool, eligible: control.draw(using: &generator), spare: spare)
        } catch { throw ExamError(.unreadable, "\(bank.forms.blueprint.id) cannot be sat now: \(error)") }
        let eligible = zip(bank.families, sitting.eligible).filter(\.1).map(\.0.description)
        return FormRecord(
            adaptive: bank, eligible, seed: .random(in: .min ... .max, using: &generator), salt: randomName(),
            in: revision, for: examinee, attempt: attempt, user: user)
    }

    /// A form of items that few have had: one that was made ahead, where there is one.
    private func form(
        of blueprint: Blueprint, in revision: PackRevision, using generator: inout some RandomNumberGenerator
    ) throws(ExamError) -> ExamForm {
        let shelf = try shelf(of: blueprint, in: revision)
        if let form = shelf.takeReady() { return form }
        if !shelf.isCounted { try shelf.count(exposures().table(of: blueprint, in: revision.pack)) }
        return try shelf.newForm(using: &generator)
    }
}
