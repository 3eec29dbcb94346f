import Content
import Scoring

extension PackReader {
    /// Reads blueprints.yaml: what the exams of the pack must contain.
    func readBlueprints(into pack: inout Pack) {
        var section = files.section("blueprints", log: log)
        var positions: [(ID<Blueprint>, FilePosition)] = []
        pack.blueprints = section.elements("blueprints").compactMap { value in
            guard var fields = value.fields(of: .blueprint) else { return nil }
            let blueprint = readBlueprint(&fields)
            fields.finish()
            guard let blueprint else { return nil }
            positions.append((blueprint.id, value.position))
            return blueprint
        }
        pack.calibration = section.elements("calibration").compactMap { value in
            guard var fields = value.fields(of: .familyDifficulty) else { return nil }
            let family = readFamilyDifficulty(&fields)
            fields.finish()
            return family
        }
        section.finish()
        unique(positions, what: "blueprint")
    }

    private func readFamilyDifficulty(_ fields: inout Fields) -> FamilyDifficulty? {
        let (scenario, template, term) = (fields.value("scenario"), fields.value("template"), fields.value("term"))
        let kind = fields.value("kind")?.choice(ItemKind.self)
        let difficulty = fields.integer("difficulty")
        let discrimination = fields.integer("discrimination") ?? 1_000
        let subject: FamilyDifficulty.Subject? =
            scenario.flatMap { $0.id().map { .scenario($0) } } ?? template.flatMap { $0.id().map { .template($0) } }
            ?? term.flatMap { value in (value.id() as ID<Term>?).map { .entry($0.text) } }
        guard let subject, let kind, let difficulty else { return nil }
        return FamilyDifficulty(subject: subject, kind: kind, difficulty: difficulty, discrimination: discrimination)
    }

    private func readBlueprint(_ fields: inout Fields) -> Blueprint? {
        let id: ID<Blueprint>? = fields.value("id")?.id()
        let title = fields.text("title")
        let summary = fields.text("summary")
        let minutes = fields.integer("minutes")
        let attempts = fields.integer("attempts")
        let waitingHours = readWait(&fields)
        let passMark = readPassMark(&fields)
        let evidence = readEvidence(&fields)
        let adaptive = readAdaptive(&fields)
        let navigation = fields.value("navigation")?.choice(Blueprint.Navigation.self)
        let results = fields.value("results")?.choice(Blueprint.Results.self)
        let grace = fields.integer("grace")
        let values = fields.value("sections")
        var positions: [(ID<Blueprint.Section>, FilePosition)] = []
        let sections = values?.list(ofAtLeastOne: "section") { value -> Blueprint.Section? in
            guard var fields = value.fields(of: .section) else { return nil }
            let section = readSection(&fields)
            fields.finish()
            if let section { positions.append((section.id, value.position)) }
            return section
        }
        unique(positions, what: "section")
        guard let id, let minutes, let passMark, let sections else { return nil }
        self.positions.sections[id] = positions.map(\.1)
        return Blueprint(
            id: id, title: title ?? "", summary: summary ?? "", sections: sections, minutes: minutes,
            attempts: attempts ?? 1, waitingHours: waitingHours, passMark: passMark, navigation: navigation ?? .free,
            results: results ?? .atOnce, evidence: evidence, adaptive: adaptive,
            grace: grace ?? 0)
    }

    private func readWait(_ fields: inout Fields) -> Int {
        guard let value = fields.value("wait"), var wait = value.fields(of: .wait) else { return 0 }
        let days = wait.integer("days")
        let hours = wait.integer("hours")
        wait.finish()
        if days == nil, hours == nil { value.fail("a waiting time has days: or hours:", mend: "give one") }
        return (days ?? 0) * 24 + (hours ?? 0)
    }

    private func readPassMark(_ fields: inout Fields) -> Blueprint.PassMark? {
        guard let value = fields.value("pass-mark"), var mark = value.fields(of: .passMark) else { return nil }
        let percent = mark.integer("percent")
        let justification = mark.text("justification")
        let isProvisional = mark.value("provisional")?.flag() ?? false
        mark.finish()
        guard let percent, let justification else { return nil }
        return Blueprint.PassMark(percent: percent, justification: justification, isProvisional: isProvisional)
    }

    private func readEvidence(_ fields: inout Fields) -> Blueprint.Evidence? {
        guard let value = fields.value("evidence"), var evidence = value.fields(of: .evidence) else { return nil }
        let reliability = evidence.integer("reliability")
        let candidates = evidence.integer("candidates")
        evidence.finish()
        guard let reliability, let candidates else { return nil }
        return Blueprint.Evidence(reliability: reliability, candidates: candidates)
    }

    private func readAdaptive(_ fields: inout Fields) -> Blueprint.Adaptive? {
        guard let value = fields.value("adaptive"), var adaptive = value.fields(of: .adaptive) else { return nil }
        let length = adaptive.numbers("length")
        let error = adaptive.integer("error")
        let indifference = adaptive.integer("indifference")
        let exposure = adaptive.integer("exposure")
        adaptive.finish()
        guard let length else { return nil }
        return Blueprint.Adaptive(
            length: length.lowerBound...min(length.upperBound, 200), error: error, indifference: indifference,
            exposure: exposure ?? 25)
    }

    private func readSection(_ fields: inout Fields) -> Blueprint.Section? {
        let id: ID<Blueprint.Section>? = fields.value("id")?.id()
        let title = fields.text("title")
        let count = fields.integer("count")
        let most = fields.integer("at-most")
        let kinds = fields.value("kinds")?.list(ofAtLeastOne: "kind") { $0.choice(ItemKind.self) }
        let skills = fields.value("skills")?.list { $0.choice(Skill.self) } ?? []
        let policies =
            fields.value("policies")?.list { known($0, among: names.policies, what: "policy", in: "policies.yaml") }
            ?? []
        let tellings = fields.value("tellings")?.list { $0.choice(Register.self) } ?? []
        let difficulties = fields.value("difficulty")?.list { $0.choice(Blueprint.Difficulty.self) } ?? []
        guard let id, let count, let kinds else { return nil }
        return Blueprint.Section(
            id: id, title: title ?? "", count: count, most: most, kinds: kinds, skills: skills, policies: policies,
            tellings: tellings, difficulties: difficulties)
    }
}
