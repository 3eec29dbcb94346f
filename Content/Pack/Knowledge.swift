package import Scoring

/// A word that a coder needs.
package struct Term: Sendable, Equatable {
    package var id: ID<Term>
    package var term: String
    /// Other right answers.
    package var accept: [String]
    /// What it means, without the word itself.
    package var definition: String
    package var sources: [String]

    package init(id: ID<Term>, term: String, accept: [String], definition: String, sources: [String]) {
        self.id = id
        self.term = term
        self.accept = accept
        self.definition = definition
        self.sources = sources
    }
}

/// Something a coder needs to know round a visit, with a short answer.
package struct Fact: Sendable, Equatable {
    /// What part of a visit's business the fact belongs to.
    package enum Topic: String, Sendable, CaseIterable {
        case documentation, responsibility, challenge, before, after
    }

    package var id: ID<Fact>
    package var topic: Topic
    package var question: String
    package var answer: String
    package var accept: [String]
    package var explanation: String
    package var sources: [String]

    package init(
        id: ID<Fact>, topic: Topic, question: String, answer: String, accept: [String], explanation: String,
        sources: [String]
    ) {
        self.id = id
        self.topic = topic
        self.question = question
        self.answer = answer
        self.accept = accept
        self.explanation = explanation
        self.sources = sources
    }
}

/// A short form that nurses' notes use.
package struct Abbreviation: Sendable, Equatable {
    package var short: String
    package var long: String

    package init(short: String, long: String) {
        self.short = short
        self.long = long
    }
}

/// Something that must hold before an add-on is reportable, in words; the core decides whether it does.
package struct Circumstance: Sendable, Equatable {
    package var id: ID<Circumstance>
    package var test: Circumstances.Test
    package var question: String
    package var met: String
    package var unmet: String
    package var sources: [String]

    package init(
        id: ID<Circumstance>, test: Circumstances.Test, question: String, met: String, unmet: String, sources: [String]
    ) {
        self.id = id
        self.test = test
        self.question = question
        self.met = met
        self.unmet = unmet
        self.sources = sources
    }
}
