import Content
import Scoring

extension PackReader {
    /// Warns of words that teach badly: stems that are told alike, give the answer away or are hard to read, and terms
    /// that cannot be asked for.
    func checkWords(of pack: Pack) {
        for scenario in pack.scenarios + pack.examScenarios {
            guard let position = positions.stems[scenario.id] else { continue }
            checkReading(scenario.stem, of: "the stem", at: position)
            if let slip = slip(in: scenario.stem, isNote: false) {
                log.warning("the stem reads \(slip.quoted)", at: position, mend: "reword it")
            }
            if let telltale = telltale(in: scenario.stem) {
                log.warning(
                    "the stem says \(telltale.quoted) and gives the answer away", at: position,
                    mend: "tell only the facts"
                )
            }
        }
        for policy in pack.policies {
            if let position = positions.policies[policy.id] {
                checkReading(policy.statement, of: "the statement", at: position)
            }
        }
        checkLikeness(of: pack.scenarios + pack.examScenarios)
        checkTerms(of: pack)
        checkFacts(of: pack)
    }

    private func checkReading(_ text: String, of what: String, at position: FilePosition) {
        let grade = ReadingLevel(of: text).grade
        guard grade > ReadingLevel.limit else { return }
        log.warning(
            "\(what) reads at school grade \(Int(grade.rounded())), above \(Int(ReadingLevel.limit))", at: position,
            mend: "use shorter sentences and shorter words")
    }

    // MARK: Stems that are alike

    /// Scenarios above this number are not compared with each other: pairs grow with the square.
    private static let comparable = 400

    private func checkLikeness(of scenarios: [Scenario]) {
        guard scenarios.count <= Self.comparable else { return }
        let told = scenarios.map { Wording(of: $0.stem) }
        for (position, wording) in told.enumerated() {
            guard let twin = told[..<position].firstIndex(where: { $0.likeness(to: wording) >= Wording.limit }),
                let at = positions.stems[scenarios[position].id]
            else { continue }
            log.warning(
                "the stem is told almost as that of \(scenarios[twin].id)", at: at,
                mend: "tell it in other words, or drop one of them")
        }
    }

    // MARK: Terms

    /// A term that is another's right answer, or has another's definition, is asked for by no item of its own.
    private func checkTerms(of pack: Pack) {
        var owners: [String: ID<Term>] = [:]
        for term in pack.terms {
            let words = ([term.term] + term.accept).map { $0.lowercased() }
            let own = [term.term.lowercased(), term.definition.lowercased()]
            if let other = own.lazy.compactMap({ owners[$0] }).first, let position = positions.terms[term.id] {
                log.warning(
                    "no item asks for \(term.id) alone: its answer is right for \(other) too", at: position,
                    mend: "take it off the other's accept:, or define it otherwise")
            }
            for word in words + [own[1]] where owners[word] == nil { owners[word] = term.id }
        }
    }
}

/// The words of a stem two by two, its numbers all alike.
private struct Wording {
    /// The share of pairs of words in common from which two stems are taken for the same.
    static let limit = 0.75

    private let pairs: Set<String>

    init(of text: String) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
            .map { $0.contains(where: \.isNumber) ? "0" : String($0) }
        pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    }

    /// The pairs in both of the pairs in either, 0 to 1.
    func likeness(to other: Wording) -> Double {
        let common = pairs.intersection(other.pairs).count
        let all = pairs.count + other.pairs.count - common
        return all == 0 ? 0 : Double(common) / Double(all)
    }
}

/// Words of a stem that say what is asked: so many units, an add-on, or what to bill.
private func telltale(in text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    for (position, word) in words.enumerated().dropLast() {
        let next = words[position + 1]
        // Units of a drug or of blood are facts.
        let isAmount = words.indices.contains(position + 2) && words[position + 2] == "of"
        guard ["unit", "units"].contains(next), !isAmount else { continue }
        if Int(word) != nil || ["one", "two", "three", "four", "five", "six", "no"].contains(word) {
            return "\(word) \(next)"
        }
    }
    return words.first { ["add-on", "add-ons"].contains($0) }
}
