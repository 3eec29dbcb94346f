import Content
import Scoring

extension PackReader {
    /// Reads terms.yaml and circumstances.yaml.
    func readKnowledge(into pack: inout Pack) {
        var terms = files.section("terms", log: log)
        pack.terms = entries(terms.elements("terms"), of: .term, at: &positions.terms, read: readTerm)
        pack.facts = entries(terms.elements("facts"), of: .fact, at: &positions.facts, read: readFact)
        readAbbreviations(terms.elements("abbreviations"), into: &pack)
        terms.finish()
        var circumstances = files.section("circumstances", log: log)
        pack.circumstances = entries(
            circumstances.elements("circumstances"), of: .circumstance, at: &positions.circumstances,
            read: readCircumstance)
        circumstances.finish()
    }

    private func entries<Entry, Owner>(
        _ values: [Value], of shape: Shape, at found: inout [ID<Owner>: FilePosition],
        read: (ID<Owner>, inout Fields) -> Entry?
    ) -> [Entry] {
        var positions: [(ID<Owner>, FilePosition)] = []
        let entries = values.compactMap { value -> Entry? in
            guard var fields = value.fields(of: shape) else { return nil }
            let id: ID<Owner>? = fields.value("id")?.id()
            let entry = read(id ?? "", &fields)
            fields.finish()
            if let id { positions.append((id, value.position)) }
            return entry
        }
        found = unique(positions, what: shape.name)
        return entries
    }

    private func readAbbreviations(_ values: [Value], into pack: inout Pack) {
        var positions: [(String, FilePosition)] = []
        pack.abbreviations = values.compactMap { value in
            guard var fields = value.fields(of: .abbreviation) else { return nil }
            let short = fields.text("short")
            let long = fields.text("long")
            fields.finish()
            guard let short, let long else { return nil }
            positions.append((short, value.position))
            return Abbreviation(short: short, long: long)
        }
        unique(positions, what: "abbreviation")
        for abbreviation in pack.abbreviations { names.abbreviations.add(abbreviation.short) }
        for word in pack.terms.flatMap({ [$0.term] + $0.accept }) { names.abbreviations.add(word) }
    }

    private func readTerm(_ id: ID<Term>, _ fields: inout Fields) -> Term? {
        let term = fields.text("term")
        let accept = fields.texts("accept")
        let definition = fields.text("definition")
        let sources = sources(of: &fields)
        guard let term, let definition else { return nil }
        if definition.says(term) {
            fields.owner.warn("the definition gives \(term.quoted) away", mend: "say it without the word")
        }
        return Term(id: id, term: term, accept: accept, definition: definition, sources: sources)
    }

    private func readFact(_ id: ID<Fact>, _ fields: inout Fields) -> Fact? {
        let topic = fields.value("topic")?.choice(Fact.Topic.self)
        let question = fields.text("question")
        let answer = fields.text("answer")
        let accept = fields.texts("accept")
        let wrong = fields.texts("wrong")
        let explanation = fields.text("explanation")
        let sources = sources(of: &fields)
        guard let topic, let question, let answer, let explanation else { return nil }
        if question.says(answer) {
            fields.owner.warn("the question gives \(answer.quoted) away", mend: "ask without the word")
        }
        return Fact(
            id: id, topic: topic, question: question, answer: answer, accept: accept, wrong: wrong,
            explanation: explanation, sources: sources)
    }

    private func readCircumstance(_ id: ID<Circumstance>, _ fields: inout Fields) -> Circumstance? {
        let test = fields.value("test")?.choice(Circumstances.Test.self)
        let question = fields.text("question")
        let met = fields.text("met")
        let unmet = fields.text("unmet")
        let sources = sources(of: &fields)
        guard let test, let question, let met, let unmet else { return nil }
        return Circumstance(id: id, test: test, question: question, met: met, unmet: unmet, sources: sources)
    }
}
