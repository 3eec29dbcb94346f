package import Scoring

/// A word that a coder needs.
package struct Term: Sendable, Equatable {
    /// The name by which items keep it.
    package var id: ID<Term>
    /// The right answer, as it is shown.
    package var term: String
    /// Other right answers.
    package var accept: [String]
    /// What it means, without the word itself.
    package var definition: String
    /// Ids of the pack's sources.
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

    /// The name by which items keep it.
    package var id: ID<Fact>
    /// What the item is headed by.
    package var topic: Topic
    /// What is asked.
    package var question: String
    /// The right answer, as it is shown.
    package var answer: String
    /// Other right answers.
    package var accept: [String]
    /// Wrong answers, among which the right one is chosen; none where it is typed.
    package var wrong: [String]
    /// Why the answer is that, in a sentence.
    package var explanation: String
    /// Ids of the pack's sources.
    package var sources: [String]

    package init(
        id: ID<Fact>, topic: Topic, question: String, answer: String, accept: [String], wrong: [String] = [],
        explanation: String, sources: [String]
    ) {
        self.id = id
        self.topic = topic
        self.question = question
        self.answer = answer
        self.accept = accept
        self.wrong = wrong
        self.explanation = explanation
        self.sources = sources
    }
}

/// A short form that nurses' notes use.
package struct Abbreviation: Sendable, Equatable {
    /// The short form, as it is charted.
    package var short: String
    /// What it stands for.
    package var long: String

    package init(short: String, long: String) {
        self.short = short
        self.long = long
    }
}

/// Something that must hold before an add-on is reportable, in words; the core decides whether it does.
package struct Circumstance: Sendable, Equatable {
    /// The name by which an answer may give it.
    package var id: ID<Circumstance>
    /// What the core decides.
    package var test: Circumstances.Test
    /// What a learner asks of the visit; yes where it holds.
    package var question: String
    /// What is said where it holds.
    package var met: String
    /// What is said where it does not: that the add-on is not reportable then.
    package var unmet: String
    /// Ids of the pack's sources.
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
