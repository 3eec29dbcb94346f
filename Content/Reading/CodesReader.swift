import Scoring

extension PackReader {
    /// Reads codes.yaml: the codes, how minutes become units, and what may not be paid beside what.
    func readCodes(into pack: inout Pack) {
        var section = files.section("codes", log: log)
        pack.serviceKinds = labels(in: &section, "services", key: "id", what: "a service") { $0.id() }
        pack.performers = labels(in: &section, "performers", key: "id", what: "a performer") { $0.id() }
        names.serviceKinds = pack.serviceKinds.map(\.subject)
        names.performers = pack.performers.map(\.subject)
        pack.modifiers = labels(in: &section, "modifiers", key: "modifier", what: "a modifier", cited: true) {
            $0.modifier()
        }
        let definitions = readDefinitions(section.elements("codes"))
        let families = readFamilies(section.elements("families"), of: definitions)
        let exclusions = section.elements("exclusions").compactMap(readExclusion)
        section.finish()
        names.families = families.map(\.id)
        let main = mainFamily.flatMap { known($0, among: names.families, what: "family") }
        pack.codes = CodeSet(
            definitions: definitions, families: families, exclusions: exclusions, mainFamily: main)
    }

    private func labels<Subject>(
        in section: inout Section, _ list: String, key: String, what: String, cited: Bool = false,
        read: (Value) -> Subject?
    ) -> [Label<Subject>] where Subject: Hashable & Codable & Sendable {
        var places: [(Subject, Place)] = []
        let labels = section.elements(list).compactMap { value -> Label<Subject>? in
            guard var fields = value.fields(of: what) else { return nil }
            let subject = fields.required(key).flatMap(read)
            let label = fields.text("label", limit: 200)
            let sources = cited ? sources(of: &fields) : fields.texts("source")
            fields.finish()
            guard let subject else { return nil }
            places.append((subject, value.place))
            return Label(subject: subject, label: label ?? "", sources: sources)
        }
        unique(places, what: String(what.drop { $0 != " " }.dropFirst()))
        return labels
    }

    // MARK: Codes

    private func readDefinitions(_ values: [Value]) -> [CodeSet.Definition] {
        var primaries: [(code: Code, value: Value)] = []
        var places: [(Code, Place)] = []
        let definitions = values.compactMap { value -> CodeSet.Definition? in
            guard var fields = value.fields(of: "a code") else { return nil }
            let code = fields.required("code")?.code()
            let label = fields.text("label", limit: 300)
            let system = fields.required("system")?.choice(CodeSet.System.self)
            let effective = fields.effective()
            let modifiers = fields.optional("modifiers")?.list { $0.modifier() } ?? []
            let mostADay = fields.optional("most-a-day")?.integer(in: 0...9_999, unit: "units")
            let addOnTo = fields.optional("add-on-to")
            let sources = sources(of: &fields)
            fields.finish()
            guard let code else { return nil }
            places.append((code, value.place))
            let listed = addOnTo?.elements.compactMap { element in
                element.code().map { (code: $0, value: element) }
            }
            for primary in listed ?? [] {
                if primary.code == code { primary.value.fail("\(code) cannot be an add-on to itself") }
            }
            primaries += listed ?? []
            return CodeSet.Definition(
                code: code, label: label ?? "", system: system ?? .cpt, addOnTo: listed?.map(\.code) ?? [],
                effective: effective, modifiers: modifiers, mostADay: mostADay, sources: sources)
        }
        unique(places, what: "code")
        names.codes = definitions.map(\.code)
        for primary in primaries where !names.codes.contains(primary.code) {
            primary.value.fail(
                "the primary code \(primary.code) is not in codes.yaml",
                mend: suggestion(for: primary.code.description, among: names.codes.map(\.description)) ?? "add it there"
            )
        }
        return definitions
    }

    private func readExclusion(_ value: Value) -> CodeSet.Exclusion? {
        guard var fields = value.fields(of: "an exclusion") else { return nil }
        let pays = fields.required("pays").flatMap(knownCode)
        let denies = fields.required("denies")?.list { element -> Code? in
            let code = knownCode(element)
            if let code, code == pays { element.fail("\(code) cannot exclude itself") }
            return code
        }
        let modifier = fields.required("modifier")?.choice(Unbundling.self)
        let sources = sources(of: &fields)
        fields.finish()
        guard let pays, let denies, let modifier else { return nil }
        return CodeSet.Exclusion(
            pays: pays, denies: denies, modifierMayUnbundle: modifier == .allowed, sources: sources)
    }

    private enum Unbundling: String, CaseIterable { case never, allowed }
}
