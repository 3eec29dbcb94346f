import Content

extension PackReader {
    /// Warns of facts that no knowledge answers: where one wording of many is the right one, where one question refuses
    /// what another like it takes, and where a wrong answer is right.
    func checkFacts(of pack: Pack) {
        let typed = pack.facts.filter(\.wrong.isEmpty)
        let terms = Set(pack.terms.flatMap { [$0.term] + $0.accept }.map { $0.lowercased() })
        for fact in pack.facts {
            guard let position = positions.facts[fact.id] else { continue }
            if let both = fact.wrong.first(where: fact.takes) {
                log.warning("\(both.quoted) is both a right and a wrong answer", at: position, mend: "drop one of them")
            }
            guard fact.wrong.isEmpty else { continue }
            if !fact.hasOneWording, !fact.answers.contains(where: { terms.contains($0.lowercased()) }) {
                log.warning(
                    "to answer \(fact.answer.quoted) is to guess the word", at: position,
                    mend: "give wrong: answers, so that it is chosen; or ask for a figure, a code or a term")
            }
            let twin = typed.prefix { $0.id != fact.id }.first { $0.isAtOdds(with: fact) }
            guard let twin else { continue }
            log.warning(
                "of \(fact.id) and \(twin.id) one takes the other's answer, and is refused its own there", at: position,
                mend: "accept both in each, or ask so that only one can be meant")
        }
    }
}

extension Fact {
    fileprivate var answers: [String] { [answer] + accept }

    fileprivate func takes(_ other: String) -> Bool {
        answers.contains { $0.lowercased() == other.lowercased() }
    }

    /// Whether two facts of one source are asked so nearly alike that one takes the other's answer, and not the other way.
    fileprivate func isAtOdds(with other: Fact) -> Bool {
        !Set(sources).isDisjoint(with: other.sources) && takes(other.answer) != other.takes(answer)
    }

    /// Whether the answer is a figure, a code or a short form, of which there is one and no other.
    fileprivate var hasOneWording: Bool {
        answer.contains(where: \.isNumber)
            || answer.split(whereSeparator: { !$0.isLetter }).contains { word in
                Self.figures.contains(word.lowercased()) || word.count > 1 && word.allSatisfy(\.isUppercase)
            }
    }

    private static let figures: Set<String> = [
        "yes", "no", "nothing", "none", "half", "once", "twice", "one", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "eleven", "twelve",
    ]
}
