package import Content
import Scoring

extension Pack {
    /// What is different in another version of the pack, in the order of its files, keys last.
    package func changes(to new: Pack) -> [PackChange] {
        aboutChanges(to: new) + codeChanges(to: new) + visitChanges(to: new) + knowledgeChanges(to: new)
            + keyChanges(to: new) + fillingChanges(to: new)
    }

    private func aboutChanges(to new: Pack) -> [PackChange] {
        let parts: [Part<Pack>] = [
            Part("id", \.id), Part("title", \.title), Part("edition", \.edition), Part("effective", \.effective),
            Part("summary", \.summary), Part("licence", \.licence), Part("notice", \.notice),
            Part("default policy", \.defaultPolicy), Part("usual place", \.usualPlace),
            Part("family", \.codes.mainFamily),
        ]
        let changed = parts.filter { !$0.isSame(self, new) }.map(\.name)
        let pack =
            changed.isEmpty ? [] : [PackChange(.changed, "pack", id.text, changed.joined(separator: ", "))]
        return pack
            + Authoring.changes(
                "source", from: sources, to: new.sources, id: \.id,
                parts: [Part("title", \.title), Part("note", \.note)])
    }

    private func codeChanges(to new: Pack) -> [PackChange] {
        Authoring.changes(
            "code", from: codes.definitions, to: new.codes.definitions, id: \.code.description,
            parts: [
                Part("label", \.label), Part("system", \.system), Part("primaries", \.addOnTo),
                Part("effective", \.effective), Part("modifiers", \.modifiers), Part("most a day", \.mostADay),
                Part("in tenths", \.inTenths),
                Part("sources", \.sources),
            ])
            + Authoring.changes(
                "family", from: codes.families, to: new.codes.families, id: \.id.text,
                parts: [
                    Part("title", \.title), Part("services", \.services), Part("first codes", \.first),
                    Part("further codes", \.further),
                ])
            + Authoring.changes(
                "exclusion", from: codes.exclusions, to: new.codes.exclusions,
                id: { "\($0.pays) over \($0.denies.map(\.description).joined(separator: ", "))" },
                parts: [Part("modifier", \.modifierMayUnbundle), Part("ncci", \.isNCCI), Part("sources", \.sources)])
            + labelChanges("modifier", from: modifiers, to: new.modifiers)
            + labelChanges("service", from: serviceKinds, to: new.serviceKinds)
            + labelChanges("performer", from: performers, to: new.performers)
            + Authoring.changes(
                "policy", from: policies, to: new.policies, id: \.id.text,
                parts: [
                    Part("title", \.title), Part("statement", \.statement), Part("credit", \.credit),
                    Part("credit by code", \.creditByCode), Part("counts", \.counts), Part("same day", \.sameDay),
                    Part("midnight", \.midnight), Part("places", \.places), Part("performers", \.performers),
                    Part("requires", \.requires), Part("undocumented", \.undocumented), Part("caps", \.caps),
                    Part("effective", \.effective), Part("sources", \.sources),
                ])
    }

    private func labelChanges<Subject: CustomStringConvertible>(
        _ what: String, from old: [Label<Subject>], to new: [Label<Subject>]
    ) -> [PackChange] {
        Authoring.changes(
            what, from: old, to: new, id: \.subject.description,
            parts: [Part("label", \.label), Part("sources", \.sources)])
    }

    private func visitChanges(to new: Pack) -> [PackChange] {
        Authoring.changes(
            "scenario", from: scenarios, to: new.scenarios, id: \.id.text,
            parts: [
                Part("title", \.title), Part("words", \.stem), Part("facts", \.encounter), Part("policies", \.policies),
                Part("sources", \.sources),
            ])
            + Authoring.changes(
                "template", from: templates, to: new.templates, id: \.id.text,
                parts: [
                    Part("title", \.title), Part("slots", \.slots), Part("constraints", \.constraints),
                    Part("facts", \.encounter), Part("words", \.stem), Part("note", \.note),
                    Part("policies", \.policies), Part("sources", \.sources),
                ])
    }

    private func knowledgeChanges(to new: Pack) -> [PackChange] {
        Authoring.changes(
            "term", from: terms, to: new.terms, id: \.id.text,
            parts: [
                Part("term", \.term), Part("other answers", \.accept), Part("definition", \.definition),
                Part("sources", \.sources),
            ])
            + Authoring.changes(
                "fact", from: facts, to: new.facts, id: \.id.text,
                parts: [
                    Part("topic", \.topic), Part("question", \.question), Part("answer", \.answer),
                    Part("other answers", \.accept), Part("wrong answers", \.wrong), Part("explanation", \.explanation),
                    Part("sources", \.sources),
                ])
            + Authoring.changes(
                "abbreviation", from: abbreviations, to: new.abbreviations, id: \.short, parts: [Part("long", \.long)])
            + Authoring.changes(
                "circumstance", from: circumstances, to: new.circumstances, id: \.id.text,
                parts: [
                    Part("test", \.test), Part("question", \.question), Part("met", \.met), Part("unmet", \.unmet),
                    Part("sources", \.sources),
                ])
            + Authoring.changes(
                "misconception", from: misconceptions, to: new.misconceptions, id: \.id.text,
                parts: [
                    Part("belief", \.belief), Part("correction", \.correction), Part("change", \.changes),
                    Part("sources", \.sources),
                ])
    }
}

// MARK: Keys

extension Pack {
    /// The keys of scenarios that both versions have, under policies that both have.
    private func keyChanges(to new: Pack) -> [PackChange] {
        scenarios.flatMap { scenario -> [PackChange] in
            guard let newer = new.scenario(scenario.id) else { return [] }
            return policies.compactMap { policy in
                guard let newPolicy = new.policy(policy.id), scenario.isAsked(under: policy),
                    newer.isAsked(under: newPolicy)
                else { return nil }
                let before = derive(scenario.encounter, under: rules(under: policy)).claim
                let after = derive(newer.encounter, under: new.rules(under: newPolicy)).claim
                guard !before.billsTheSame(as: after) else { return nil }
                return PackChange(
                    .changed, "key", scenario.id.text, "under \(policy.id), from \(before) to \(after)")
            }
        }
    }

    /// Seeds of each template that are filled to see what becomes of its visits.
    private static let fillings: UInt64 = 100

    /// Of templates that both versions have, how many visits are told otherwise, and how many bill otherwise.
    private func fillingChanges(to new: Pack) -> [PackChange] {
        let shared = policies.map(\.id).filter { new.policy($0) != nil }
        return templates.compactMap { template in
            guard let newer = new.template(template.id) else { return nil }
            var (words, keys) = (0, 0)
            for seed in 0..<Self.fillings {
                let (before, after) = (
                    template.fill(from: wordLists, seed: seed), newer.fill(from: new.wordLists, seed: seed)
                )
                if before?.telling != after?.telling { words += 1 }
                if claims(of: before, under: shared) != new.claims(of: after, under: shared) { keys += 1 }
            }
            guard words + keys > 0 else { return nil }
            return PackChange(
                .changed, "visits", template.id.text,
                "of \(Self.fillings) seeds, \(words) are told otherwise and \(keys) bill otherwise")
        }
    }

    private func claims(of filling: Filling?, under policies: [ID<Policy>]) -> [Claim] {
        guard let filling else { return [] }
        return policies.compactMap { policy($0) }.map { derive(filling.encounter, under: rules(under: $0)).claim }
    }
}
