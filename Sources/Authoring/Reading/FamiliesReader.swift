import Content
import Scoring

extension PackReader {
    func readFamilies(_ values: [Value], of definitions: [CodeSet.Definition]) -> [Family] {
        let addOns = Dictionary(
            definitions.lazy.filter(\.isAddOn).map { ($0.code, $0.addOnTo) }, uniquingKeysWith: { first, _ in first })
        var places: [(ID<Family>, Place)] = []
        let families = values.compactMap { value -> Family? in
            guard let family = readFamily(value, addOns) else { return nil }
            places.append((family.id, value.place))
            return family
        }
        unique(places, what: "family")
        checkServices(families, at: places.map(\.1))
        for further in families.flatMap(\.further) {
            names.blocks[further.code] = max(names.blocks[further.code] ?? 0, further.each)
        }
        return families
    }

    private func readFamily(_ value: Value, _ addOns: [Code: [Code]]) -> Family? {
        guard var fields = value.fields(of: .family) else { return nil }
        let errors = log.errorCount
        let id: ID<Family>? = fields.value("id")?.id()
        let title = fields.text("title")
        let services = fields.value("services")?.list(ofAtLeastOne: "kind of service") { element in
            known(element, among: names.serviceKinds, what: "service")
        }
        let first = fields.value("first")?.list { element in
            readFirst(element, addOns).map { (value: $0, at: element) }
        }
        let further = fields.value("further")?.list { element in
            readFurther(element).map { (value: $0, at: element) }
        }
        fields.finish()
        if first == nil, further == nil { value.fail("a family needs first: or further:, or both", mend: "add one") }
        if log.errorCount == errors {
            checkRanges(first ?? [])
            checkFurther(further ?? [], after: first?.map(\.value) ?? [], addOns)
        }
        return id.map { id in
            Family(
                id: id, title: title ?? "", services: Set(services ?? []), first: first?.map(\.value) ?? [],
                further: further?.map(\.value) ?? [])
        }
    }

    private func readFirst(_ value: Value, _ addOns: [Code: [Code]]) -> Family.First? {
        guard var fields = value.fields(of: .firstCode) else { return nil }
        let codeValue = fields.value("code")
        let code = codeValue.flatMap(knownCode)
        let from = fields.integer("from")
        let through = fields.integer("to")
        let covers = fields.integer("covers")
        fields.finish()
        if let code, addOns[code] != nil {
            codeValue?.fail("\(code) is an add-on and cannot be a family's first code", mend: "list it under further:")
        }
        if let from, let through, through < from {
            value.fail("the range ends at minute \(through), before it begins at \(from)", mend: "swap from: and to:")
        }
        guard let code, let from else { return nil }
        return Family.First(code: code, from: from, through: through, covers: covers)
    }

    private func readFurther(_ value: Value) -> Family.Further? {
        guard var fields = value.fields(of: .furtherCode) else { return nil }
        let code = fields.value("code").flatMap(knownCode)
        let each = fields.integer("each")
        let after = fields.integer("after")
        let credit = fields.value("credit")?.credit(ofBlock: each)
        fields.finish()
        guard let code, let each, let after else { return nil }
        return Family.Further(code: code, each: each, after: after, credit: credit)
    }

    /// No minute may call for two first codes, and a minute between two that calls for none is worth a word.
    private func checkRanges(_ first: [(value: Family.First, at: Value)]) {
        let sorted = first.sorted { $0.value.from < $1.value.from }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            let end = earlier.value.through ?? .max
            if end >= later.value.from {
                later.at.fail(
                    "minute \(later.value.from) calls for \(earlier.value.code) and for \(later.value.code)",
                    mend: later.value.from > earlier.value.from
                        ? "give \(earlier.value.code) to: \(later.value.from - 1)" : "let one begin later")
            } else if end + 1 < later.value.from {
                later.at.warn(
                    "no code is due from minute \(end + 1) to \(later.value.from - 1)",
                    mend: "close the gap if none is meant")
            }
        }
    }

    private func checkFurther(
        _ further: [(value: Family.Further, at: Value)], after first: [Family.First], _ addOns: [Code: [Code]]
    ) {
        for (further, value) in further {
            guard let primaries = addOns[further.code] else { continue }
            let billed = first.filter { primaries.contains($0.code) }
            if billed.isEmpty {
                value.fail(
                    "\(further.code) is an add-on to \(primaries.map(\.description).joined(separator: ", ")), which this family never bills",
                    mend: "add its primary under first:")
            }
            for primary in billed {
                guard let covers = primary.covers, covers != further.after else { continue }
                value.warn(
                    "\(primary.code) covers \(covers) minutes and \(further.code) begins after \(further.after)",
                    mend: "make them agree, unless the gap is meant")
            }
        }
    }

    private func checkServices(_ families: [Family], at places: [Place]) {
        var owners: [ID<ServiceKind>: ID<Family>] = [:]
        for (family, place) in zip(families, places) {
            for kind in family.services.sorted() {
                if let owner = owners[kind] {
                    log.error(
                        "\(kind) belongs to \(owner) already, so its minutes would be billed twice", at: place,
                        mend: "a kind of service belongs to one family")
                }
                owners[kind] = family.id
            }
        }
    }
}
