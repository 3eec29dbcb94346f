package import Audit
package import Content
package import Quiz
import System
package import Terminal

/// An attempt as its log tells it.
package struct StoredAttempt {
    package let path: String
    package let form: FormRecord
    package let state: ExamAttempt
    /// What it came to when it was closed; nil while it is open.
    package let sealed: ResultRecord?
    package let entries: [ExamEntry]
    /// The signed end; nil while the log is open.
    package let head: Head?
    /// The hash of the first entry, which names the attempt whatever its file is called.
    package let id: String?
    /// What was added after the log was closed.
    package let addenda: [Addendum]

    /// Follows a log's entries; nil where they tell of no attempt.
    package init?(_ entries: [ExamEntry], head: Head?, path: String, id: String? = nil, addenda: [Addendum] = []) {
        guard let form = entries.first?.form, let state = ExamAttempt(form, entries) else { return nil }
        self.path = path
        self.form = form
        self.state = state
        self.entries = entries
        self.head = head
        self.id = id
        self.addenda = addenda
        sealed = entries.last?.result
    }

    /// What the file is called, without its ending.
    package var name: String { fileName(of: path) }

    /// What counts now: the sealed result, and what was added to it later; nil while it is open.
    package var result: ResultRecord? { result(after: addenda.count) }

    /// What counted after so many of the addenda; nil while it is open.
    package func result(after count: Int) -> ResultRecord? {
        guard let sealed, count > 0 else { return sealed }
        let fractions = Array(addenda.prefix(count)).fractions(from: sealed.fractions)
        return ResultRecord(fractions, passMark: form.passMark, program: sealed.program)
    }

    /// When the time began, in milliseconds since 1970; nil before the candidate agreed.
    package var started: Int64? { entries.first { $0.event == "start" }?.at.wall }

    /// When it was handed in, in milliseconds since 1970.
    package var ended: Int64? { entries.last { $0.event == "submit" || $0.event == "timeout" }?.at.wall }

    package var phaseName: String {
        switch state.phase {
        case .waiting: "waiting"
        case .open: "open"
        case .submitted: "submitted"
        case .timedOut: "timed-out"
        }
    }

    /// Whether it can only be closed: its time is over, or it was handed in and not signed yet.
    package var isOver: Bool { state.isClosed || state.phase == .open && state.left(at: .now) == 0 }

    /// 0 to 1; nil while it is open.
    package var fraction: Double? { result?.fraction }

    /// The sections with the fraction of each, 0 to 1.
    package var profile: [(title: String, count: Int, fraction: Double)] {
        var rest = (result?.fractions ?? [])[...]
        return form.sections.map { section in
            let part = rest.prefix(section.count)
            rest = rest.dropFirst(section.count)
            let sum = Double(part.reduce(0, +)) / 1_000_000
            return (section.title, section.count, part.isEmpty ? 0 : sum / Double(part.count))
        }
    }
}

extension ExamAttempt {
    /// The state to which entries lead; nil where they cannot follow from each other.
    ///
    /// - Parameters:
    ///   - form: What is sat.
    ///   - entries: What happened.
    ///   - sitting: The candidate's time, where no entry has it yet.
    package init?(_ form: FormRecord, _ entries: [ExamEntry], sitting: SittingRecord? = nil) {
        guard let navigation = Blueprint.Navigation(rawValue: form.navigation) else { return nil }
        let seconds = (sitting ?? entries.sitting)?.seconds ?? form.seconds
        self.init(count: form.items.count, minutes: Double(seconds) / 60, navigation: navigation)
        for entry in entries {
            guard let event = entry.asEvent else { continue }
            do { try take(event) } catch { return nil }
        }
    }
}

extension ResultRecord {
    /// The mean of all items, 0 to 1; nil of none.
    package var fraction: Double? {
        fractions.isEmpty ? nil : Double(fractions.reduce(0, +)) / 1_000_000 / Double(fractions.count)
    }

    /// What fractions in millionths come to. Each may be half a millionth too small, which fails nobody: three thirds
    /// are one.
    package init(_ fractions: [Int], passMark: Int, program: String) {
        self.fractions = fractions
        self.program = program
        isPassed = false
        isPassed = (fraction ?? 0) + 1e-6 >= Double(passMark) / 100
    }

    package init(_ result: ExamResult) {
        fractions = result.fractions.map { Int(($0 * 1_000_000).rounded()) }
        isPassed = result.isPassed
        program = programVersion
    }
}

extension FormRecord {
    /// The items of the form, made anew from their identities.
    ///
    /// - Throws: `Failure` with status 65 where the pack no longer makes one of them as it was.
    package func items(from pack: Pack) throws(Failure) -> [Item] {
        let payers = Payers(of: pack)
        let made = items.map { ItemID($0).flatMap(payers.item) }
        let found = made.compactMap(\.self)
        guard found.count == items.count else {
            throw Failure(
                .unreadable,
                "the pack \(packName) no longer makes \(items.count - found.count) of the form's items as they were; "
                    + "put its edition \(edition) (revision \(packRevision)) back, or keep it in a folder of its own")
        }
        return found
    }

    /// What answers to the form come to.
    package func result(of answers: [Int: String], to items: [Item]) -> ExamResult {
        ExamResult(
            answers, to: items, sections: sections.map { ($0.id, $0.title, $0.count) },
            passMark: Double(passMark) / 100)
    }
}

/// The last part of a path, without its ending.
func fileName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
}
