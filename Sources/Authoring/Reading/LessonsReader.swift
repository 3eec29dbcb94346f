import Content
import Scoring

extension PackReader {
    /// Reads lessons.yaml: the course of the pack. Everything that it names stands in other files.
    func readLessons(into pack: inout Pack) {
        let named = LessonNames(of: pack, isWhole: !log.hasErrors && files.unread.isEmpty)
        var section = files.section("lessons", log: log)
        pack.prerequisites = readPrerequisites(in: &section)
        var earlier: [ID<Lesson>] = []
        var positions: [(ID<Lesson>, FilePosition)] = []
        pack.lessons = section.elements("lessons").compactMap { value in
            guard var fields = value.fields(of: .lesson) else { return nil }
            let lesson = readLesson(&fields, after: Known(earlier), among: named)
            fields.finish()
            guard let lesson else { return nil }
            positions.append((lesson.id, value.position))
            earlier.append(lesson.id)
            return lesson
        }
        section.finish()
        unique(positions, what: "lesson")
    }

    /// What skills rest on, none of them on itself by way of others.
    private func readPrerequisites(in section: inout Section) -> [Prerequisite] {
        var found: [Skill: Set<Skill>] = [:]
        return section.elements("prerequisites").compactMap { value in
            guard var fields = value.fields(of: .prerequisite) else { return nil }
            let skill = fields.value("skill")?.choice(Skill.self)
            let needs = fields.value("needs")?.list(ofAtLeastOne: "skill") { $0.choice(Skill.self) } ?? []
            fields.finish()
            guard let skill else { return nil }
            let below = needs.reduce(into: Set(needs)) { $0.formUnion(found[$1] ?? []) }
            if found[skill] != nil {
                value.fail("what \(skill.rawValue) rests on is said already", mend: "say all of it once")
            } else if below.contains(skill) {
                value.fail("\(skill.rawValue) rests on itself", mend: "leave one of them out")
            }
            // Whatever rests on this skill rests on what is below it too.
            for other in found.keys where found[other]?.contains(skill) == true { found[other]?.formUnion(below) }
            found[skill] = below
            return Prerequisite(skill: skill, needs: needs)
        }
    }

    private func readLesson(_ fields: inout Fields, after earlier: Known<ID<Lesson>>, among named: LessonNames)
        -> Lesson?
    {
        let id: ID<Lesson>? = fields.value("id")?.id()
        let title = fields.text("title")
        let needs = fields.value("needs")?.list { readNeed($0, among: earlier) } ?? []
        let teaches = fields.value("teaches")?.list { $0.choice(Skill.self) } ?? []
        let beliefs = known("beliefs", of: &fields, among: named.misconceptions, what: "misconception")
        var positions: [FilePosition] = []
        let steps = fields.value("steps")?.list(ofAtLeastOne: "step") { value -> Lesson.Step? in
            guard var fields = value.fields(of: .lessonStep) else { return nil }
            let step = readStep(&fields, among: named)
            fields.finish()
            if step != nil { positions.append(value.position) }
            return step
        }
        guard let id, let steps else { return nil }
        self.positions.lessons[id] = LessonPositions(whole: fields.owner.position, steps: positions)
        return Lesson(id: id, title: title ?? "", needs: needs, teaches: teaches, beliefs: beliefs, steps: steps)
    }

    private func readNeed(_ value: Value, among earlier: Known<ID<Lesson>>) -> ID<Lesson>? {
        guard let id: ID<Lesson> = value.id() else { return nil }
        if !earlier.contains(id) {
            value.fail("no lesson \(id) stands before this one", mend: earlier.mend(id))
        }
        return id
    }

    // MARK: Steps

    private func readStep(_ fields: inout Fields, among named: LessonNames) -> Lesson.Step? {
        let page = fields.texts("page")
        let sources = readPageSources(&fields, isPage: !page.isEmpty)
        let visits = ["example", "faded"].compactMap { name in
            fields.value(name).map { (name, readVisit($0, among: named)) }
        }
        let practice = fields.value("practice").map { readPractice($0, among: named) }
        let count = (page.isEmpty ? 0 : 1) + visits.count + (practice == nil ? 0 : 1)
        guard count == 1 else {
            fields.owner.fail(
                count == 0 ? "the step is none of page:, example:, faded: and practice:" : "the step is several things",
                mend: count == 0 ? "add one of them" : "make a step of each")
            return nil
        }
        if let practice { return practice.map(Lesson.Step.practice) }
        guard let (name, visit) = visits.first else { return .page(page, sources: sources) }
        return visit.map { name == "example" ? .example($0) : .faded($0) }
    }

    /// A page states rules, so it cites; what is derived cites what its visit and its policy do.
    private func readPageSources(_ fields: inout Fields, isPage: Bool) -> [String] {
        guard let value = fields.value("source") else {
            if isPage { fields.owner.fail("a page needs the key source", mend: "add it") }
            return []
        }
        let sources = readSources(value)
        citations.note(sources, by: fields.owner)
        return sources
    }

    private func readVisit(_ value: Value, among named: LessonNames) -> Lesson.Visit? {
        guard var fields = value.fields(of: .lessonVisit) else { return nil }
        let scenarios = known("scenario", of: &fields, among: named.scenarios, what: "scenario")
        let template = known("template", of: &fields, among: named.templates, what: "template").first
        let seed = fields.integer("seed") ?? 0
        let policy = fields.value("policy").map(knownPolicies)?.first
        fields.finish()
        guard let policy else { return nil }
        switch (scenarios.isEmpty, template) {
        case (false, nil): return Lesson.Visit(.scenarios(scenarios), under: policy)
        case (true, let template?): return Lesson.Visit(.template(template, seed: UInt64(seed)), under: policy)
        default:
            value.fail("a visit is a scenario or a template's", mend: "give scenario: or template:, and not both")
            return nil
        }
    }

    private func readPractice(_ value: Value, among named: LessonNames) -> Lesson.Practice? {
        guard var fields = value.fields(of: .practice) else { return nil }
        let count = fields.integer("count")
        let kinds = fields.value("kinds")?.list(ofAtLeastOne: "kind") { $0.choice(ItemKind.self) }
        let policies = fields.value("policies").map(knownPolicies) ?? []
        let scenarios = known("scenarios", of: &fields, among: named.scenarios, what: "scenario")
        let templates = known("templates", of: &fields, among: named.templates, what: "template")
        let tellings = fields.value("tellings")?.list { $0.choice(Register.self) } ?? [.plain]
        fields.finish()
        if kinds?.contains(.term) == true {
            value.fail("a practice is about visits, and terms are about none", mend: "leave term out")
        }
        guard !scenarios.isEmpty || !templates.isEmpty else {
            value.fail("a practice has scenarios: or templates:", mend: "give one")
            return nil
        }
        guard let count, let kinds, !policies.isEmpty else { return nil }
        return Lesson.Practice(
            count: count, kinds: kinds, policies: policies, scenarios: scenarios, templates: templates,
            tellings: tellings)
    }

    private func knownPolicies(_ value: Value) -> [ID<Policy>] {
        value.list(ofAtLeastOne: "policy") { known($0, among: names.policies, what: "policy", in: "policies.yaml") }
    }

    /// One id or several that another file of the pack gives, the file being named for what it holds.
    private func known<Owner>(
        _ name: String, of fields: inout Fields, among names: Known<ID<Owner>>, what: String
    ) -> [ID<Owner>] {
        fields.value(name)?.list { known($0, among: names, what: what, in: "\(what)s.yaml") } ?? []
    }
}

/// What lessons may name of the other files.
private struct LessonNames {
    let misconceptions: Known<ID<Misconception>>
    let scenarios: Known<ID<Scenario>>
    let templates: Known<ID<Template>>

    /// Nothing can be called unknown where the pack was not read whole.
    init(of pack: Pack, isWhole: Bool) {
        misconceptions = Known(pack.misconceptions.map(\.id), isWhole: isWhole)
        scenarios = Known(pack.scenarios.map(\.id), isWhole: isWhole)
        templates = Known(pack.templates.map(\.id), isWhole: isWhole)
    }
}

/// Where a lesson stands, and each of its steps.
package struct LessonPositions: Sendable {
    /// The lesson as a whole.
    package let whole: FilePosition
    /// Its steps, in order.
    package let steps: [FilePosition]
}
