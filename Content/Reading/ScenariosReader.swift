import Scoring

extension PackReader {
    /// Reads scenarios.yaml, and holds each `expect` against what the core derives.
    func readScenarios(into pack: inout Pack) {
        var section = files.section("scenarios", log: log)
        var places: [(ID<Scenario>, Place)] = []
        let values = section.elements("scenarios")
        section.finish()
        for value in values {
            guard var fields = value.fields(of: "a scenario") else { continue }
            let id: ID<Scenario>? = fields.required("id")?.id()
            let title = fields.text("title", limit: 120)
            let stem = fields.required("stem")
            let words = stem?.text(limit: 1_500)
            let encounter = fields.required("encounter").flatMap {
                readEncounter($0, defaults: EncounterDefaults(of: pack))
            }
            let expect = fields.optional("expect")
            let sources = sources(of: &fields)
            fields.finish()
            if let stem, let words { checkStem(words, at: stem, of: pack) }
            if let expect, let encounter { checkExpected(expect, of: encounter, in: pack) }
            guard let id else { continue }
            places.append((id, value.place))
            guard let encounter, let words else { continue }
            if !pack.effective.contains(encounter.date) {
                log.warning(
                    "the visit of \(encounter.date) lies outside the days of this edition", at: value.place,
                    mend: "move it, or widen effective: in pack.yaml")
            }
            pack.scenarios.append(
                Scenario(id: id, title: title ?? "", stem: words, encounter: encounter, sources: sources))
        }
        unique(places, what: "scenario")
    }

    private func checkStem(_ stem: String, at value: Value, of pack: Pack) {
        if let code = names.codes.first(where: { stem.contains($0.description) }) {
            log.warning(
                "the stem names \(code) and gives the answer away", at: value.place, mend: "tell only the facts")
        }
    }

    private func checkExpected(_ value: Value, of encounter: Encounter, in pack: Pack) {
        for (key, expected) in value.entries(of: "a claim for each policy") {
            guard let id = known(key, among: pack.policies.map(\.id), what: "policy in policies.yaml"),
                let text = expected.text(limit: 400), let policy = pack.policy(id)
            else { continue }
            do {
                let claim = try parseAnswer(text, known: names.codes)
                let key = derive(encounter, under: pack.rules(under: policy))
                guard !claim.billsTheSame(as: key.claim) else { continue }
                let why = key.steps.map(\.text).joined(separator: " ")
                expected.fail(
                    "under \(id) the facts bill \(key.claim), not \(claim)", mend: "the core counts so: \(why)")
            } catch {
                expected.fail("\"\(text)\" is no claim: \(error.message)")
            }
        }
    }
}
