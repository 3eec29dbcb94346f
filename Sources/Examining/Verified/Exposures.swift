import Audit
import Content
import Measurement
import Quiz
import Scoring

/// How often items of each family stand in the forms of an exam, with the attempts that were counted.
struct Exposures: Sendable, Equatable {
    /// The names of the attempts that were counted, at whatever exam.
    private(set) var attempts: Set<String> = []
    /// By exam, and by family.
    private(set) var counts: [String: [String: Int]] = [:]
    /// For how many candidates of an adaptive exam each family was eligible; by exam.
    private var eligible: [String: [String: Int]] = [:]
    /// How many candidates an adaptive exam had.
    private var candidates: [String: Int] = [:]

    /// Counts a form in; nil where nobody can tell what it asked.
    mutating func note(_ attempt: String, _ form: FormRecord?) {
        guard attempts.insert(attempt).inserted, let form else { return }
        if let families = form.eligible {
            let exam = Self.exam(form.blueprint, of: form.pack)
            candidates[exam, default: 0] += 1
            for family in families { eligible[exam, default: [:]][family, default: 0] += 1 }
        }
        for item in form.items.compactMap({ ItemID($0) }) {
            counts[Self.exam(form.blueprint, of: form.pack), default: [:]][item.family.description, default: 0] += 1
        }
    }

    /// How often items of each family were in forms of an exam.
    func table(of blueprint: Blueprint, in pack: Pack) -> ExposureTable {
        var table = ExposureTable()
        for (family, count) in counts[Self.exam(blueprint.id.text, of: pack.id.text)] ?? [:] {
            if let family = ItemFamily(family) { table.note(count, of: family) }
        }
        return table
    }

    /// How exposure stands in an adaptive exam.
    func control(of bank: AdaptiveBank) -> ExposureControl {
        let exam = Self.exam(bank.forms.blueprint.id.text, of: bank.forms.pack.id.text)
        func counts(_ table: [String: [String: Int]]) -> [Int] {
            bank.families.map { table[exam]?[$0.description] ?? 0 }
        }
        return ExposureControl(
            limit: bank.rules.exposure, candidates: candidates[exam] ?? 0, used: counts(self.counts),
            eligible: counts(eligible))
    }

    private static func exam(_ blueprint: String, of pack: String) -> String { "\(pack) \(blueprint)" }
}

extension Exposures: Packed {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        attempts = try Set<String>(unpacking: &input)
        counts = try [String: [String: Int]](unpacking: &input)
        eligible = try [String: [String: Int]](unpacking: &input)
        candidates = try [String: Int](unpacking: &input)
    }

    func pack(into output: inout PackedOutput) { output.put(attempts, counts, eligible, candidates) }
}

extension Exams {
    /// What forms of all attempts, open ones too, were made of. Their logs are not verified for it: who was asked what
    /// only decides among items that are equally good.
    ///
    /// - Throws: `ExamError` where logs cannot be read.
    func exposures() throws(ExamError) -> Exposures {
        let key = try keyOfOwn()
        var known = key.flatMap { verified.read("exposures", as: Exposures.self, by: $0) } ?? Exposures()
        let before = known.attempts.count
        // Of adaptive attempts that are open more is to come.
        var open: [(name: String, form: FormRecord?)] = []
        let names = try keeping { () throws(LogError) in try logs.attempts() }
        for name in names where !known.attempts.contains(name) {
            guard let form = try formOnFirstLine(of: name) else { continue }
            guard form.adaptive == nil else {
                guard let attempt = try read(name, isWhole: false)?.attempt else { continue }
                let form = try? disclosing(attempt.form, attempt.boxes)
                if attempt.head == nil { open.append((name, form)) } else { known.note(name, form) }
                continue
            }
            // A form that was closed for a key which is gone cannot be read. Few have seen it, and it is not counted.
            known.note(name, try? disclosing(form))
        }
        if let key, known.attempts.count - before >= verified.fewest { verified.keep(known, as: "exposures", by: key) }
        for (name, form) in open { known.note(name, form) }
        return known
    }

    /// The form with which a log begins; nil where it begins with none.
    private func formOnFirstLine(of name: String) throws(ExamError) -> FormRecord? {
        let bytes = try keeping { () throws(LogError) in try logs.read(.attempt(name)) } ?? []
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") } + [UInt8(ascii: "\n")]
        guard case .form(let form)? = ChainedLog<ExamEntry>(Array(line)).entries.first?.event else { return nil }
        return form
    }
}
