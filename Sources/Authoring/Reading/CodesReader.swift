import Content
import Scoring

extension PackReader {
    /// Reads codes.yaml: the codes, how minutes become units, and what may not be paid beside what.
    func readCodes(into pack: inout Pack) {
        var section = files.section("codes", log: log)
        let isWhole = section.isWhole
        pack.serviceKinds = labels(in: &section, "services", key: "id", of: .serviceKind) { $0.id() }
        pack.performers = labels(in: &section, "performers", key: "id", of: .performer) { $0.id() }
        pack.modifiers = labels(in: &section, "modifiers", key: "modifier", of: .modifierLabel) {
            $0.modifier()
        }
        names.serviceKinds = Known(pack.serviceKinds.map(\.subject), isWhole: isWhole)
        names.performers = Known(pack.performers.map(\.subject), isWhole: isWhole)
        names.modifiers = Known(pack.modifiers.map(\.subject), isWhole: isWhole)
        let definitions = readDefinitions(section.elements("codes"), isWhole: isWhole)
        names.inTenths = Set(definitions.lazy.filter(\.inTenths).map(\.code))
        names.addOns = Dictionary(
            definitions.lazy.filter(\.isAddOn).map { ($0.code, $0.addOnTo) }, uniquingKeysWith: { first, _ in first })
        let charges = readCharges(&section)
        let modifiers = readModifierRules(section.elements("modifiers"))
        let exclusionValues = section.elements("exclusions")
        positions.exclusions = exclusionValues.first?.position
        let exclusions = exclusionValues.compactMap(readExclusion)
        section.finish()
        if definitions.isEmpty, isWhole {
            log.error("the pack has no codes", at: FilePosition("codes.yaml"), mend: "list them under codes:")
        }
        let main = mainFamily.flatMap { known($0, among: names.families, what: "family") }
        if let measure = main.flatMap({ names.familyMeasures[$0] }) { names.mainMeasure = measure }
        pack.codes = CodeSet(
            definitions: definitions, families: charges.families.map(\.family), exclusions: exclusions,
            pools: charges.pools, hierarchies: charges.hierarchies.map(\.hierarchy), modifierRules: modifiers.rules,
            rivalModifiers: modifiers.rivals, mainFamily: main)
    }

    private func labels<Subject>(
        in section: inout Section, _ list: String, key: String, of shape: Shape,
        read: (Value) -> Subject?
    ) -> [Label<Subject>] where Subject: Hashable & Packed & Sendable {
        var positions: [(Subject, FilePosition)] = []
        let labels = section.elements(list).compactMap { value -> Label<Subject>? in
            guard var fields = value.fields(of: shape) else { return nil }
            let subject = fields.value(key).flatMap(read)
            let label = fields.text("label")
            let sources = shape.key("source") == nil ? [] : sources(of: &fields)
            fields.finish()
            guard let subject else { return nil }
            positions.append((subject, value.position))
            return Label(subject: subject, label: label ?? "", sources: sources)
        }
        unique(positions, what: String(shape.what.drop { $0 != " " }.dropFirst()))
        return labels
    }

    // MARK: Codes

    private func readDefinitions(_ values: [Value], isWhole: Bool) -> [CodeSet.Definition] {
        var primaries: [(code: Code, value: Value)] = []
        var positions: [(Code, FilePosition)] = []
        let definitions = values.compactMap { value -> CodeSet.Definition? in
            guard let definition = readDefinition(value, addingTo: &primaries) else { return nil }
            positions.append((definition.code, value.position))
            return definition
        }
        unique(positions, what: "code")
        names.codes = Known(definitions.map(\.code), isWhole: isWhole)
        // A primary may stand below its add-on, so they are held against the whole list.
        for primary in primaries { _ = known(primary.code, at: primary.value, among: names.codes, what: "code") }
        return definitions
    }

    private func readDefinition(
        _ value: Value, addingTo primaries: inout [(code: Code, value: Value)]
    ) -> CodeSet.Definition? {
        guard var fields = value.fields(of: .code) else { return nil }
        let code = fields.value("code")?.code()
        let label = fields.text("label")
        let system = fields.value("system")?.choice(CodeSet.System.self)
        let effective = fields.effective().dates
        let modifiers = fields.value("modifiers")?.list(labelledModifier) ?? []
        let cap = fields.value("most-a-day")
        let mostADay = fields.integer("most-a-day")
        let inTenths = fields.value("in-tenths")?.flag() ?? false
        let whole = fields.value("whole-from")
        let wholeFrom = fields.integer("whole-from")
        if let whole, !inTenths {
            whole.fail(
                "\(code.map(\.description) ?? "the code") is always billed in whole units",
                mend: "add in-tenths: true, or drop it")
        }
        if inTenths, let cap {
            cap.fail(
                "a limit in units is for a code in whole units", mend: "drop most-a-day:, or in-tenths:")
        }
        let addOnTo = fields.value("add-on-to")?.list(ofAtLeastOne: "primary code") { element in
            element.code().map { (code: $0, value: element) }
        }
        let sources = sources(of: &fields)
        fields.finish()
        guard let code else { return nil }
        for primary in addOnTo ?? [] where primary.code == code {
            primary.value.fail("\(code) cannot be an add-on to itself", mend: "name its primary code")
        }
        primaries += addOnTo ?? []
        return CodeSet.Definition(
            code: code, label: label ?? "", system: system ?? .cpt, addOnTo: addOnTo?.map(\.code) ?? [],
            effective: effective, modifiers: modifiers, mostADay: mostADay, inTenths: inTenths, wholeFrom: wholeFrom,
            sources: sources)
    }

    private func labelledModifier(_ value: Value) -> Modifier? {
        guard let modifier = value.modifier() else { return nil }
        if !names.modifiers.may(contain: modifier) {
            value.warn("nothing says what modifier \(modifier) means", mend: "list it under modifiers:")
        }
        return modifier
    }

    private func readExclusion(_ value: Value) -> CodeSet.Exclusion? {
        guard var fields = value.fields(of: .exclusion) else { return nil }
        let pays = fields.value("pays").flatMap(knownCode)
        let denies = fields.value("denies")?.list(ofAtLeastOne: "code") { element -> Code? in
            let code = knownCode(element)
            if let code, code == pays { element.fail("\(code) cannot exclude itself", mend: "name the other code") }
            return code
        }
        let modifier = fields.value("modifier")?.choice(Shape.Unbundling.self)
        let parting = fields.value("distinct")
        let distinct = parting.flatMap(knownModifier)
        if modifier == .never, let parting {
            parting.fail(
                "no modifier lets both be paid, and this one tells them apart",
                mend: "write modifier: allowed, or drop it")
        }
        let isNCCI = fields.value("ncci")?.flag() ?? false
        let sources = sources(of: &fields)
        fields.finish()
        guard let pays, let denies, let modifier else { return nil }
        return CodeSet.Exclusion(
            pays: pays, denies: denies, modifierMayUnbundle: modifier == .allowed, isNCCI: isNCCI,
            isPartedBySite: distinct != nil, distinct: distinct, sources: sources)
    }
}
