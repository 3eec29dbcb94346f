import Content
import Interchange
import Quiz
import Scoring

/// What the core says of the keys of questions that came from elsewhere.
struct KeyReport {
    /// The questions whose keys are not contradicted, with where they begin.
    private(set) var sound: [(question: Question, position: ImportPosition, check: KeyCheck)] = []
    /// What there is to report, each where its question begins.
    private(set) var findings: [ImportNote] = []
    private(set) var disagreements = 0
    private var agreeing = 0
    private var withoutFacts = 0
    private let count: Int

    init(of read: Import, in pack: Pack) {
        let checker = KeyChecker(under: Payers(of: pack))
        count = read.bank.questions.count
        for (question, position) in zip(read.bank.questions, read.positions) {
            let check = checker.check(question)
            switch check {
            case .agrees: agreeing += 1
            case .disagrees(let theirs, let ours, let policy):
                disagreements += 1
                find("the key says \(theirs); under \(policy) the facts call for \(ours)", at: position)
                continue
            case .noFacts:
                withoutFacts += 1
                find("no visit of \(pack.id) is known by this question, so nobody can check its key", at: position)
            case .notDerived, .own: break
            }
            sound.append((question, position, check))
        }
    }

    private mutating func find(_ message: String, at position: ImportPosition) {
        findings.append(ImportNote(message, at: position))
    }

    var summary: String {
        let rest = count - agreeing - disagreements - withoutFacts
        return "\(quantity(count, "question")); keys: \(agreeing) right, \(disagreements) wrong, "
            + "\(withoutFacts) without facts, \(rest) not for the core to derive"
    }
}
