import Content
import Scoring

extension PackReader {
    /// Reads templates.yaml: word lists, and the patterns that make visits without end of them.
    func readTemplates(into pack: inout Pack) {
        var section = files.section("templates", log: log)
        let lists = readLists(section.entries("lists"))
        let values = section.elements("templates")
        section.finish()
        var positions: [(ID<Template>, FilePosition)] = []
        for value in values {
            guard var fields = value.fields(of: .template) else { continue }
            let errors = log.errorCount
            let reading = readTemplate(&fields, lists: lists, of: pack)
            let isForExams = fields.value("exams-only")?.flag() ?? false
            fields.finish()
            guard let reading else { continue }
            positions.append((reading.template.id, value.position))
            if isForExams {
                pack.examTemplates.append(reading.template)
            } else {
                pack.templates.append(reading.template)
            }
            if log.errorCount == errors { check(reading, with: lists.all) }
        }
        unique(positions, what: "template")
        lists.reportUnused()
        pack.wordLists = lists.all
    }

    private func readTemplate(_ fields: inout Fields, lists: ReadLists, of pack: Pack) -> TemplateReading? {
        let id: ID<Template>? = fields.value("id")?.id()
        let title = fields.text("title")
        let slots = fields.value("slots")
        let scope = SlotScope(lists: lists)
        readSlots(slots, into: scope)
        let conditions = fields.value("where")
        let constraints = conditions?.list { readConstraint($0, in: scope) } ?? []
        let facts = fields.value("encounter")
        let encounter = facts.flatMap { readPattern($0, in: scope, of: pack) }
        let stemText = fields.value("stem")
        let stem = stemText.flatMap { readPhrase($0, in: scope) }
        let noteText = fields.value("note")
        let note = noteText.flatMap { readPhrase($0, in: scope) }
        let policies = readPolicies(&fields, of: "template")
        let sources = sources(of: &fields)
        guard let id, let facts, let encounter, let stemText, let stem else { return nil }
        let template = Template(
            id: id, title: title ?? "", slots: scope.slots, constraints: constraints, encounter: encounter, stem: stem,
            note: note, policies: policies, sources: sources)
        return TemplateReading(
            template: template, scope: scope, facts: facts, conditions: conditions ?? slots ?? facts, stem: stemText,
            note: noteText)
    }

    /// Reads the policies under which a template or a scenario is asked; none for all.
    func readPolicies(_ fields: inout Fields, of what: String) -> [ID<Policy>] {
        guard let value = fields.value("policies") else { return [] }
        if value.elements.isEmpty {
            value.fail("the list is empty", mend: "leave policies: out where the \(what) makes sense under all")
        }
        return value.list { known($0, among: names.policies, what: "policy", in: "policies.yaml") }
    }

    private func readConstraint(_ value: Value, in scope: SlotScope) -> Template.Constraint? {
        guard let text = value.text(limit: 200) else { return nil }
        let words = text.split(separator: " ").map(String.init).joiningUnits
        guard let position = words.firstIndex(where: { Template.Constraint.Comparison(rawValue: $0) != nil }),
            let comparison = Template.Constraint.Comparison(rawValue: words[position])
        else {
            value.fail(
                "expected a comparison between slots, such as \"length > 120\"",
                mend: "put spaces round <, <=, >, >=, = or !=")
            return nil
        }
        guard let left = scope.sum(words[..<position], at: value),
            let right = scope.sum(words[(position + 1)...], at: value)
        else { return nil }
        guard left.times == right.times else {
            value.fail(
                "a time is held against a number of minutes",
                mend: "write times as HH:MM, and 24:00 for the midnight at the end of the day")
            return nil
        }
        guard left.isComparable(to: right) else {
            value.fail(
                "the two sides are not of one kind",
                mend: "hold dates against dates, and amounts against amounts in the same unit")
            return nil
        }
        return Template.Constraint(left: left.amounts, comparison: comparison, right: right.amounts)
    }
}

/// A template and where its parts stand, for what is found out only by filling it.
struct TemplateReading {
    let template: Template
    let scope: SlotScope
    let facts: Value
    /// What makes the template hard to fill.
    let conditions: Value
    let stem: Value
    let note: Value?
}

extension [String] {
    /// The words with a number and the unit after it made one: `100 mg`.
    fileprivate var joiningUnits: [String] {
        reduce(into: []) { words, word in
            if let last = words.last, Double(last) != nil, Amount("1 \(word)") != nil {
                words[words.count - 1] = "\(last) \(word)"
            } else {
                words.append(word)
            }
        }
    }
}
