import Audit
import Content
import Quiz
import Scoring

/// How often items of each family stand in the forms of an exam, with the attempts that were counted.
struct Exposures: Sendable, Equatable {
    /// The names of the attempts that were counted, at whatever exam.
    private(set) var attempts: Set<String> = []
    /// By exam, and by family.
    private(set) var counts: [String: [String: Int]] = [:]

    /// Counts a form in; nil where nobody can tell what it asked.
    mutating func note(_ attempt: String, _ form: FormRecord?) {
        guard attempts.insert(attempt).inserted, let form else { return }
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

    private static func exam(_ blueprint: String, of pack: String) -> String { "\(pack) \(blueprint)" }
}

extension Exposures: Packed {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        attempts = try Set<String>(unpacking: &input)
        counts = try [String: [String: Int]](unpacking: &input)
    }

    func pack(into output: inout PackedOutput) { output.put(attempts, counts) }
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
        let names = try keeping { () throws(LogError) in try logs.attempts() }
        for name in names where !known.attempts.contains(name) {
            guard let form = try formOnFirstLine(of: name) else { continue }
            // A form that was closed for a key which is gone cannot be read. Few have seen it, and it is not counted.
            known.note(name, try? disclosing(form))
        }
        if let key, known.attempts.count - before >= verified.fewest { verified.keep(known, as: "exposures", by: key) }
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
