/// What a package of QTI 1.2 has had so far, of which documents may tell twice or refer to another.
struct QTI12Known {
    /// Where each question stands in the bank, by its identity and words.
    private var questions: [[String]: Int] = [:]
    private var banks: Set<String> = []
    /// The banks that groups draw on.
    private var draws: [(bank: String, position: ImportPosition)] = []

    /// Takes in a question, unless the package has had it: Canvas writes each twice, for itself and for those who read no
    /// more than a cartridge may hold. Of two that say different things the fuller is kept, and that is told.
    mutating func take(_ question: Question, remarks: [String], at position: ImportPosition, into result: inout Import)
    {
        let name = [question.id] + question.stem
        guard !question.id.isEmpty, let index = questions[name] else {
            questions[name] = result.bank.questions.count
            for remark in remarks { result.note(remark, at: position) }
            return result.add(question, at: position)
        }
        let other = result.bank.questions[index]
        let isFuller = question.words > other.words
        if isFuller {
            result.bank.questions[index] = question
            result.positions[index] = position
            for remark in remarks { result.note(remark, at: position) }
        }
        if !(isFuller ? question : other).says(all: isFuller ? other : question) {
            result.note("of two copies of a question the one that says more is kept", at: position)
        }
    }

    /// Takes note of a bank, and of what groups draw on.
    mutating func take(_ root: Element, in document: String?) {
        for bank in root.everywhere({ $0 == "objectbank" }) { if let name = bank["ident"] { banks.insert(name) } }
        for draw in root.everywhere({ $0 == "sourcebank_ref" }) {
            draws.append((plainLine(draw.text), draw.position.within(document)))
        }
    }

    /// What groups draw on that is not in the package.
    var missing: [ImportProblem] {
        draws.filter { !banks.contains($0.bank) }.map { bank, position in
            ImportProblem(
                "a group draws its questions from the bank \(bank), which is not here", at: position,
                mend: "export the question bank, and give it as well")
        }
    }
}

extension Question {
    /// Everything that is said in it but what it asks.
    private var said: [String] {
        replies.flatMap { [$0.text, $0.feedback] }.filter { !$0.isEmpty } + explanation + sources
    }

    fileprivate var words: Int { said.count }

    /// Whether it says and grades all that another does.
    fileprivate func says(all other: Question) -> Bool {
        Set(other.said).isSubset(of: said)
            && other.replies.allSatisfy { reply in
                replies.contains { $0.text == reply.text && $0.credit == reply.credit }
            }
    }
}
