extension Source: PackedParts {
    package static let parts = Parts(Source.init) { ($0.id, $0.title, $0.note) }
}

extension Label: PackedParts {
    package static var parts: Parts<Self> { Parts(Self.init) { ($0.subject, $0.label, $0.sources) } }
}

extension Scenario: PackedParts {
    package static let parts = Parts(Scenario.init) {
        ($0.id, $0.title, $0.stem, $0.encounter, $0.policies, $0.sources)
    }
}

extension Term: PackedParts {
    package static let parts = Parts(Term.init) { ($0.id, $0.term, $0.accept, $0.definition, $0.sources) }
}

extension Fact.Topic: Packed {}

extension Fact: PackedParts {
    package static let parts = Parts(Fact.init) {
        ($0.id, $0.topic, $0.question, $0.answer, $0.accept, $0.wrong, $0.explanation, $0.sources)
    }
}

extension Abbreviation: PackedParts {
    package static let parts = Parts(Abbreviation.init) { ($0.short, $0.long) }
}

extension Circumstance: PackedParts {
    package static let parts = Parts(Circumstance.init) { ($0.id, $0.test, $0.question, $0.met, $0.unmet, $0.sources) }
}

extension ItemKind: Packed {}
extension Skill: Packed {}
extension Register: Packed {}
extension Blueprint.Navigation: Packed {}
extension Blueprint.Results: Packed {}
extension Blueprint.Difficulty: Packed {}

extension Blueprint.Section: PackedParts {
    package static let parts = Parts(Blueprint.Section.init) {
        ($0.id, $0.title, $0.count, $0.most, $0.kinds, $0.skills, $0.policies, $0.tellings, $0.difficulties)
    }
}

extension Blueprint.PassMark: PackedParts {
    package static let parts = Parts(Blueprint.PassMark.init) { ($0.percent, $0.justification, $0.isProvisional) }
}

extension Blueprint.Evidence: PackedParts {
    package static let parts = Parts(Blueprint.Evidence.init) { ($0.reliability, $0.candidates) }
}

extension Blueprint.Adaptive: PackedParts {
    package static let parts = Parts(Blueprint.Adaptive.init) { ($0.length, $0.error, $0.indifference, $0.exposure) }
}

extension FamilyDifficulty: PackedParts {
    package static let parts = Parts(FamilyDifficulty.init) { ($0.subject, $0.kind, $0.difficulty, $0.discrimination) }
}

extension FamilyDifficulty.Subject: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .scenario(try input.next())
            case 1: .template(try input.next())
            case 2: .entry(try input.text())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .scenario(let id): output.put(case: 0, id)
        case .template(let id): output.put(case: 1, id)
        case .entry(let id): output.put(case: 2, id)
        }
    }
}

extension Blueprint: PackedParts {
    package static let parts = Parts(Blueprint.init) {
        (
            $0.id, $0.title, $0.summary, $0.sections, $0.minutes, $0.attempts, $0.waitingHours, $0.passMark,
            $0.navigation, $0.results, $0.evidence, $0.adaptive, $0.grace
        )
    }
}

extension Pack: PackedParts {
    package static let parts = Parts(Pack.init) {
        (
            $0.id, $0.title, $0.edition, $0.effective, $0.summary, $0.licence, $0.notice, $0.defaultPolicy,
            $0.usualPlace, $0.sources, $0.codes, $0.modifiers, $0.serviceKinds, $0.performers, $0.policies,
            $0.scenarios, $0.templates, $0.examScenarios, $0.examTemplates, $0.wordLists, $0.terms, $0.facts,
            $0.abbreviations, $0.circumstances,
            $0.misconceptions, $0.blueprints, $0.calibration, $0.prerequisites, $0.lessons
        )
    }
}
