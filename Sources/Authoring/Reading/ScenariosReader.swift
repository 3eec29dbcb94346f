import Content
import Scoring

extension PackReader {
    /// Reads scenarios.yaml. Where keys are to be proved, each `expect` is held against what the core derives.
    func readScenarios(into pack: inout Pack, provingKeys: Bool) {
        let rules = provingKeys ? pack.policies.map { ($0.id, pack.rules(under: $0)) } : []
        let proof = Dictionary(rules, uniquingKeysWith: { first, _ in first })
        let defaults = EncounterDefaults(of: pack)
        names.wording = pack.wording
        names.vocabulary = Vocabulary(
            codes: names.codes.all, modifiers: names.modifiers.all,
            inTenths: names.inTenths)
        var section = files.section("scenarios", log: log)
        var positions: [(ID<Scenario>, FilePosition)] = []
        for value in section.elements("scenarios") {
            guard var fields = value.fields(of: .scenario) else { continue }
            let id: ID<Scenario>? = fields.value("id")?.id()
            let scenario = readScenario(id ?? "", &fields, proof, defaults: defaults)
            let isForExams = fields.value("exams-only")?.flag() ?? false
            fields.finish()
            if let id { positions.append((id, value.position)) }
            guard let scenario else { continue }
            if !pack.effective.contains(scenario.encounter.date) {
                value.warn(
                    "the visit of \(scenario.encounter.date) lies outside the days of this edition",
                    mend: "move it, or widen effective: in pack.yaml")
            }
            if isForExams { pack.examScenarios.append(scenario) } else { pack.scenarios.append(scenario) }
        }
        section.finish()
        unique(positions, what: "scenario")
    }

    private func readScenario(
        _ id: ID<Scenario>, _ fields: inout Fields, _ proof: [ID<Policy>: Rules], defaults: EncounterDefaults
    ) -> Scenario? {
        let title = fields.text("title")
        let words = fields.text("stem")
        let stem = fields.value("stem", isRequired: false)
        let encounterValue = fields.value("encounter")
        let errors = log.errorCount
        let encounter = encounterValue.flatMap { readEncounter($0, defaults: defaults) }
        let isSound = log.errorCount == errors
        let policies = readPolicies(&fields, of: "scenario")
        let expect = fields.value("expect")
        let sources = sources(of: &fields)
        if let stem, let words {
            checkStem(words, at: stem)
            positions.stems[id] = stem.position
        }
        let expected = expect.map { readExpected($0) } ?? [:]
        guard let encounter, let words else { return nil }
        let scenario = Scenario(
            id: id, title: title ?? "", stem: words, encounter: encounter, policies: policies, sources: sources)
        if isSound { prove(scenario, expected, at: fields.owner, in: proof) }
        return scenario
    }

    private func checkStem(_ stem: String, at value: Value) {
        let codes = stem.split { !$0.isLetter && !$0.isNumber }.lazy.compactMap { Code($0) }
        if let code = codes.first(where: names.codes.contains) {
            value.warn("the stem names \(code) and gives the answer away", mend: "tell only the facts")
        }
    }

    // MARK: Proof

    private func readExpected(_ value: Value) -> [ID<Policy>: (claim: Claim, at: Value)] {
        var expected: [ID<Policy>: (claim: Claim, at: Value)] = [:]
        for (key, value) in value.entries(of: "a claim for each policy") {
            let id = known(key, among: names.policies, what: "policy", in: "policies.yaml")
            if let claim = readClaim(value), let id { expected[id] = (claim, value) }
        }
        return expected
    }

    /// Holds what the author expects against what the core derives, under every policy that the scenario is asked under
    /// where proofs are kept.
    private func prove(
        _ scenario: Scenario, _ expected: [ID<Policy>: (claim: Claim, at: Value)], at value: Value,
        in rules: [ID<Policy>: Rules]
    ) {
        for policy in names.policies.all {
            guard keepsProofs || expected[policy] != nil, let rules = rules[policy] else { continue }
            guard scenario.isAsked(under: rules.policy) else {
                expected[policy]?.at.fail(
                    "the scenario is not asked under \(policy)", mend: "add it to policies:, or drop it here")
                continue
            }
            let due = derive(scenario.encounter, under: rules)
            if let line = due.claim.lines.first(where: \.isBeyondUnits) {
                value.fail(
                    "under \(policy) the facts bill \(line.unitsText) units of \(line.code), and no line names more than \(ClaimLine.mostUnits)",
                    mend: "let less be given, or let a unit be more of it")
                return
            }
            let proof = Proof(
                scenario: scenario.id, policy: policy, position: (expected[policy]?.at ?? value).position,
                expected: expected[policy]?.claim, derived: due.claim, steps: due.steps,
                wording: names.wording)
            if keepsProofs { proofs.append(proof) }
            guard let stated = expected[policy], proof.holds == false else { continue }
            stated.at.fail(
                "under \(policy) the facts bill \(proof.derivedWords), not \(stated.claim.datedDescription)",
                mend: "the core counts so: \(proof.why)")
        }
    }

    private func readClaim(_ value: Value) -> Claim? {
        guard let text = value.text(limit: 1_000) else { return nil }
        do {
            let claim = try parseAnswer(text, known: names.vocabulary)
            for line in claim.lines { _ = known(line.code, at: value, among: names.codes, what: "code") }
            return claim.lines.allSatisfy { names.codes.may(contain: $0.code) } ? claim : nil
        } catch {
            value.fail(
                "\(text.quoted) is no claim: \(error.message)", mend: "write it like \"99601 x1, 99602 x2\", or none")
            return nil
        }
    }
}
