import Content
import PseudoTerminal
import Quiz
import Scoring
import Testing

@Suite struct `Forms of the certification blueprint` {
    private static let candidates = Thoroughness.tries(40, full: 1_000)

    /// Forms for so many candidates, each with what the ones before it got.
    private func forms(_ bank: FormBank, count: Int = candidates) throws -> (forms: [ExamForm], exposure: ExposureTable)
    {
        var exposure = ExposureTable()
        let forms = try (0..<count).map { number in
            let form = try bank.form(seed: UInt64(number), exposure: exposure)
            exposure.note(form.items.map(\.item.id))
            return form
        }
        return (forms, exposure)
    }

    @Test func `meet every constraint, and none is another`() throws {
        let bank = try bundledBank()
        let (forms, exposure) = try forms(bank)
        for form in forms {
            for (place, section) in bank.blueprint.sections.enumerated() {
                let entries = form.items.filter { $0.section == place }
                #expect(entries.count == section.count)
                #expect(entries.allSatisfy { section.allows($0.item, $0.difficulty) })
            }
            let items = form.items.map(\.item)
            for (place, item) in items.enumerated() {
                #expect(!items[..<place].contains { item.givesAway($0) }, "\(form.seed): \(item.id)")
            }
        }
        #expect(Set(forms.map { form in form.items.map(\.item.id) }).count == Self.candidates)
        #expect(Set(forms.map { form in Set(form.items.map(\.item.id)) }).count == Self.candidates)

        // Families that serve the same sections stand in about as many forms as each other.
        let length = try bundledBank().blueprint.sections.reduce(0) { $0 + $1.count }
        let terms = exposure.counts.filter { if case .entry = $0.key { true } else { false } }.values
        let visits = exposure.counts.filter { if case .entry = $0.key { false } else { true } }.values
        #expect(terms.reduce(0, +) == 8 * Self.candidates && visits.reduce(0, +) == (length - 8) * Self.candidates)
        #expect(try #require(terms.max()) - (try #require(terms.min())) <= 3)
        #expect(try #require(visits.max()) < Self.candidates, "no visit is in every form")
        let difficulties = forms.map(\.difficulty)
        let spread = try #require(difficulties.max()) - (try #require(difficulties.min()))
        print(
            "exposure: terms \(terms.min() ?? 0)...\(terms.max() ?? 0), visits \(visits.min() ?? 0)...\(visits.max() ?? 0);",
            "difficulty \(difficulties.min() ?? 0)...\(difficulties.max() ?? 0)")
        #expect(spread < 0.06)
    }

    @Test func `follow from their seed and what others got`() throws {
        let (first, exposure) = try forms(try bundledBank(), count: 5)
        let (again, same) = try forms(try bundledBank(), count: 5)
        #expect(first.map { $0.items.map(\.item.id) } == again.map { $0.items.map(\.item.id) })
        #expect(exposure == same)
        let bank = try bundledBank()
        #expect(try bank.form(seed: 7).items.map(\.item.id) != bank.form(seed: 8).items.map(\.item.id))
    }

    @Test func `are judged by keys, and a key is right`() throws {
        let bank = try bundledBank()
        for seed in 0..<3 as Range<UInt64> {
            let items = try bank.form(seed: seed).items.map(\.item)
            let keys = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($0.offset, $0.element.key) })
            let sections = bank.blueprint.sections.map { (id: $0.id.text, title: $0.title, count: $0.count) }
            let result = ExamResult(keys, to: items, sections: sections, passMark: 0.75)
            #expect(result.fraction == 1 && result.isPassed)
            let half = ExamResult(
                keys.filter { $0.key % 2 == 0 }, to: items, sections: sections, passMark: 0.75)
            #expect(half.fraction == Double((items.count + 1) / 2) / Double(items.count) && !half.isPassed)
            #expect(half.profile.map(\.count) == bank.blueprint.sections.map(\.count))
        }
    }

    @Test func `draw on all that a section allows, whatever the other sections ask`() throws {
        let bank = try bundledBank("quiz")
        var wide = bank.blueprint
        wide.sections.append(
            Blueprint.Section(
                id: "all", title: "All", count: 1, kinds: ItemKind.allCases, skills: [], policies: [],
                tellings: Register.allCases, difficulties: []))
        let sources = FormBank(for: wide, of: bank.pack).sources
        #expect(sources.filter { $0.section < bank.blueprint.sections.count } == bank.sources)
        #expect(sources.count > bank.sources.count)
    }

    @Test func `cannot be made where the pack has too little`() throws {
        var blueprint = try bundledBank().blueprint
        blueprint.sections[1].count = 90
        let bank = FormBank(for: blueprint, of: try bundledBank().pack)
        #expect(throws: FormError.self) { try bank.form(seed: 1) }
        let check = BlueprintCheck(of: bank)
        #expect(check.failures.map(\.section) == [1])
        #expect(check.formsPowerOfTen == nil)
    }

    @Test(arguments: ["certification", "quiz"] as [ID<Blueprint>])
    func `are more than anybody can learn by heart`(blueprint: ID<Blueprint>) throws {
        let check = BlueprintCheck(of: try bundledBank(blueprint))
        #expect(check.failures.isEmpty)
        #expect(try #require(check.formsPowerOfTen) > 9)
    }
}
