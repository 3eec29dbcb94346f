package import Scoring

/// A folder of content with an edition, as the program runs it: read, checked, and free of anything that was only
/// the author's.
package struct Pack: Sendable, Equatable {
    /// The name by which commands and items call it.
    package var id: ID<Pack>
    /// What it is about, for a heading.
    package var title: String
    /// The edition's name, such as `2026.1`.
    package var edition: String
    /// The days of service that the edition speaks for.
    package var effective: Effective
    /// What it teaches, in a sentence.
    package var summary: String
    /// The name of the licence under which others may use it.
    package var licence: String
    /// The copyright notice shown with the pack.
    package var notice: String
    /// The policy that holds where none is named; one of the pack's.
    package var defaultPolicy: ID<Policy>
    /// The place of service, in CMS's two digits, of a visit that states none.
    package var usualPlace: String
    /// Where its rules, terms and facts are written.
    package var sources: [Source]
    /// The codes, with families and exclusions.
    package var codes: CodeSet
    /// What each modifier says.
    package var modifiers: [Label<Modifier>]
    /// The kinds of service that visits have, by name.
    package var serviceKinds: [Label<ID<ServiceKind>>]
    /// Who may perform a service, by name.
    package var performers: [Label<ID<Performer>>]
    /// How payers count, in the order of the pack.
    package var policies: [Policy]
    /// Visits told one by one, in the order of the pack.
    package var scenarios: [Scenario]
    /// What makes visits without end, in the order of the pack.
    package var templates: [Template]
    /// Visits that only exams tell, in the order of the pack: whoever learns meets none of them.
    package var examScenarios: [Scenario]
    /// What makes visits that only exams tell, in the order of the pack.
    package var examTemplates: [Template]
    /// The words that templates choose from.
    package var wordLists: [WordList]
    /// Words that a coder needs, in the order of the pack.
    package var terms: [Term]
    /// What a coder needs to know round a visit, in the order of the pack.
    package var facts: [Fact]
    /// Short forms that charts use.
    package var abbreviations: [Abbreviation]
    /// What must hold before the main family's add-on is reportable, in the order in which it is asked.
    package var circumstances: [Circumstance]
    /// Wrong beliefs about the rules, in the order of the pack.
    package var misconceptions: [Misconception]
    /// The exams that it has.
    package var blueprints: [Blueprint]
    /// How hard items are, where it is known from what was sat.
    package var calibration: [FamilyDifficulty]
    /// What each skill rests on; a skill that is not named rests on none.
    package var prerequisites: [Prerequisite]
    /// The course for whoever begins, in the order in which it is taken.
    package var lessons: [Lesson]
}

/// Where a rule, a term or a fact is written.
package struct Source: Sendable, Equatable {
    /// The name by which the pack cites it.
    package var id: String
    /// Its title, as learners read it.
    package var title: String
    /// Where to find it.
    package var note: String?

    package init(id: String, title: String, note: String? = nil) {
        self.id = id
        self.title = title
        self.note = note
    }
}

/// A thing and its name in our own words.
package struct Label<Subject: Sendable & Packed & Equatable>: Sendable, Equatable {
    /// What is named.
    package var subject: Subject
    /// Its name.
    package var label: String
    /// Ids of the pack's sources.
    package var sources: [String]

    package init(subject: Subject, label: String, sources: [String]) {
        self.subject = subject
        self.label = label
        self.sources = sources
    }
}

extension Pack {
    /// A pack with nothing in it, to be filled.
    package static let empty = Pack(
        id: "unnamed", title: "", edition: "", effective: Effective(), summary: "", licence: "", notice: "",
        defaultPolicy: "", usualPlace: "12", sources: [], codes: CodeSet(definitions: [], families: []), modifiers: [],
        serviceKinds: [], performers: [], policies: [], scenarios: [], templates: [], examScenarios: [],
        examTemplates: [], wordLists: [],
        terms: [], facts: [], abbreviations: [], circumstances: [], misconceptions: [], blueprints: [],
        calibration: [],
        prerequisites: [],
        lessons: [])

    /// The policy of an id; nil where the pack has none.
    package func policy(_ id: ID<Policy>) -> Policy? { policies.first { $0.id == id } }
    /// The scenario of an id; nil where the pack has none.
    package func scenario(_ id: ID<Scenario>) -> Scenario? { scenarios.first { $0.id == id } }
    /// The template of an id; nil where the pack has none.
    package func template(_ id: ID<Template>) -> Template? { templates.first { $0.id == id } }
    /// The blueprint of an id; nil where the pack has none.
    package func blueprint(_ id: ID<Blueprint>) -> Blueprint? { blueprints.first { $0.id == id } }
    /// The lesson of an id; nil where the pack has none.
    package func lesson(_ id: ID<Lesson>) -> Lesson? { lessons.first { $0.id == id } }
    /// The misconception of an id; nil where the pack has none.
    package func misconception(_ id: ID<Misconception>) -> Misconception? { misconceptions.first { $0.id == id } }

    /// The pack's codes as a payer counts them.
    package func rules(under policy: Policy) -> Rules { Rules(codes: codes, policy: policy) }

    /// What sentences call its kinds of service and those who give care.
    package var wording: Wording {
        Wording(
            kinds: { [serviceKinds] kind in serviceKinds.first { $0.subject == kind }?.label },
            performers: { [performers] performer in performers.first { $0.subject == performer }?.label })
    }

    /// The steps to a key in words, one after the other.
    package func why(_ key: Key) -> String { key.steps.text(by: wording) }

    /// The policies that a template may be asked under, in the order of the pack.
    package func policies(for template: Template) -> [Policy] { policies.filter(template.isAsked) }

    /// The titles of sources, by their ids.
    package func titles(of sources: [String]) -> [String] {
        sources.map { id in self.sources.first { $0.id == id }?.title ?? id }
    }

    /// An encounter of so many minutes of patient care: one qualifying visit where they usually take place,
    /// everything documented.
    ///
    /// - Parameters:
    ///   - time: How long the visit took, in minutes or by the clock.
    ///   - primary: The first code of the family that is meant; nil for the pack's own.
    ///   - policy: The visit is one that its places and performers qualify.
    /// - Returns: Nil where no family of the pack bills `primary`.
    package func plainEncounter(_ time: Service.Time, primary: Code? = nil, under policy: Policy) -> Encounter? {
        let family =
            if let primary { codes.family(billing: primary) } else {
                codes.families.first { $0.id == codes.mainFamily }
            }
        guard let family, let kind = serviceKinds.map(\.subject).first(where: family.services.contains) else {
            return nil
        }
        let performer = policy.performers.first ?? performers.first?.subject ?? ID("anyone")
        let isPaid = policy.places.isEmpty || policy.places.contains(usualPlace)
        let place = isPaid ? usualPlace : policy.places.first ?? usualPlace
        return Encounter(
            date: plainDate(under: policy),
            visits: [Visit(services: [Service(kind, time: time)], place: place, performer: performer)])
    }

    /// A day on which both the edition and the policy are in force, so that nothing depends on today.
    private func plainDate(under policy: Policy) -> Day {
        [effective.from, policy.effective.from].compactMap(\.self).max() ?? Day.first
    }
}
