extension Source: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(id: input.next(), title: input.next(), note: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(id, title, note) }
}

extension Label: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(subject: input.next(), label: input.next(), sources: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(subject, label, sources) }
}

extension Scenario: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), title: input.next(), stem: input.next(), encounter: input.next(),
            sources: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(id, title, stem, encounter, sources) }
}

extension Term: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), term: input.next(), accept: input.next(), definition: input.next(),
            sources: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(id, term, accept, definition, sources) }
}

extension Fact.Topic: Packed {}

extension Fact: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), topic: input.next(), question: input.next(), answer: input.next(),
            accept: input.next(), explanation: input.next(), sources: input.next())
    }

    package func pack(into output: inout PackedOutput) {
        output.put(id, topic, question, answer, accept, explanation, sources)
    }
}

extension Abbreviation: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(short: input.next(), long: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(short, long) }
}

extension Circumstance: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), test: input.next(), question: input.next(), met: input.next(), unmet: input.next(),
            sources: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(id, test, question, met, unmet, sources) }
}

extension ItemKind: Packed {}
extension Skill: Packed {}
extension Register: Packed {}
extension Blueprint.Navigation: Packed {}
extension Blueprint.Results: Packed {}
extension Blueprint.Difficulty: Packed {}

extension Blueprint.Section: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), title: input.next(), count: input.next(), kinds: input.next(), skills: input.next(),
            policies: input.next(), tellings: input.next(), difficulties: input.next())
    }

    package func pack(into output: inout PackedOutput) {
        output.put(id, title, count, kinds, skills, policies, tellings, difficulties)
    }
}

extension Blueprint.PassMark: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(percent: input.next(), justification: input.next())
    }

    package func pack(into output: inout PackedOutput) { output.put(percent, justification) }
}

extension Blueprint: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), title: input.next(), summary: input.next(), sections: input.next(),
            minutes: input.next(), attempts: input.next(), waitingHours: input.next(), passMark: input.next(),
            navigation: input.next(), results: input.next())
    }

    package func pack(into output: inout PackedOutput) {
        output.put(id, title, summary, sections, minutes, attempts, waitingHours, passMark, navigation, results)
    }
}

extension Pack: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        try self.init(
            id: input.next(), title: input.next(), edition: input.next(), effective: input.next(),
            summary: input.next(), licence: input.next(), notice: input.next(), defaultPolicy: input.next(),
            usualPlace: input.next(), sources: input.next(), codes: input.next(), modifiers: input.next(),
            serviceKinds: input.next(), performers: input.next(), policies: input.next(), scenarios: input.next(),
            templates: input.next(), wordLists: input.next(), terms: input.next(), facts: input.next(),
            abbreviations: input.next(), circumstances: input.next(), misconceptions: input.next(),
            blueprints: input.next())
    }

    package func pack(into output: inout PackedOutput) {
        output.put(id, title, edition, effective, summary, licence, notice, defaultPolicy, usualPlace, sources)
        output.put(codes, modifiers, serviceKinds, performers, policies, scenarios, templates, wordLists)
        output.put(terms, facts, abbreviations, circumstances, misconceptions, blueprints)
    }
}
