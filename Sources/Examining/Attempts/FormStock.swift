import Content
import Quiz
import Scoring
import Synchronization

/// What forms are made from, exam by exam: worked out once in a process.
final class FormStock: Sendable {
    private struct Key: Hashable {
        let sha256: String
        let blueprint: String
    }

    private let shelves = Mutex<[Key: FormShelf]>([:])

    /// The shelf of an exam, made of its bank where there is none yet.
    func shelf(
        of blueprint: Blueprint, in revision: PackRevision, made bank: () throws(ExamError) -> FormBank
    ) throws(ExamError) -> FormShelf {
        let key = Key(sha256: revision.sha256, blueprint: blueprint.id.text)
        if let known = shelves.withLock({ $0[key] }), known.bank.blueprint == blueprint { return known }
        let made = FormShelf(try bank())
        return shelves.withLock { shelves in
            // Another thread may have been quicker; then its forms are the ones that count.
            let first = shelves[key].flatMap { $0.bank.blueprint == blueprint ? $0 : nil } ?? made
            shelves[key] = first
            return first
        }
    }
}

/// The bank of one exam's forms, with what candidates got of it so far, and forms that wait for theirs.
final class FormShelf: Sendable {
    private struct Contents {
        /// What is in forms that candidates got, and in those that wait; nil before it was counted.
        var exposure: ExposureTable?
        var ready: [PreparedForm] = []
    }

    let bank: FormBank
    private let contents = Mutex(Contents())

    init(_ bank: FormBank) { self.bank = bank }

    var readyCount: Int { contents.withLock { $0.ready.count } }

    var isCounted: Bool { contents.withLock { $0.exposure != nil } }

    /// A form that was made ahead; nil where there is none.
    func takeReady() -> ExamForm? { contents.withLock { $0.ready.popLast() }.flatMap(bank.form) }

    /// Takes in what is in the forms that candidates got, as all logs tell it, here and at other nodes.
    func count(_ exposure: ExposureTable) {
        contents.withLock { contents in
            var exposure = exposure
            for form in contents.ready { exposure.note(form.items) }
            contents.exposure = exposure
        }
    }

    /// A new form of items that few have had, which counts from now on.
    ///
    /// - Throws: `ExamError` where none can be made.
    func newForm(using generator: inout some RandomNumberGenerator) throws(ExamError) -> ExamForm {
        let exposure = contents.withLock(\.exposure) ?? ExposureTable()
        do {
            let form = try bank.form(seed: .random(in: .min ... .max, using: &generator), exposure: exposure)
            contents.withLock { $0.exposure?.note(form.items.map(\.item.id)) }
            return form
        } catch {
            throw ExamError(.unreadable, error.message)
        }
    }

    /// Makes a form ahead, which counts from now on.
    ///
    /// - Throws: `ExamError` where none can be made.
    func makeReady(using generator: inout some RandomNumberGenerator) throws(ExamError) {
        let form = PreparedForm(try newForm(using: &generator))
        contents.withLock { $0.ready.append(form) }
    }
}
