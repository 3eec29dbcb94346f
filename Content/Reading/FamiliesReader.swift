import Scoring

extension PackReader {
    func readFamilies(_ values: [Value], of definitions: [CodeSet.Definition]) -> [Family] {
        var places: [(ID<Family>, Place)] = []
        let families = values.compactMap { value -> Family? in
            guard var fields = value.fields(of: "a family") else { return nil }
            let id: ID<Family>? = fields.required("id")?.id()
            let title = fields.text("title", limit: 120)
            let services = fields.required("services")?.list { element in
                known(element, among: names.serviceKinds, what: "service in codes.yaml")
            }
            let first = fields.optional("first")?.elements.compactMap { element in
                readFirst(element, of: definitions).map { (value: $0, at: element) }
            }
            let further = fields.optional("further")?.elements.compactMap { element in
                readFurther(element).map { (value: $0, at: element) }
            }
            fields.finish()
            if first == nil, further == nil { value.fail("a family needs first or further, or both") }
            checkRanges(first ?? [])
            checkFurther(further ?? [], after: first?.map(\.value) ?? [], definitions)
            guard let id else { return nil }
            places.append((id, value.place))
            return Family(
                id: id, title: title ?? "", services: Set(services ?? []), first: first?.map(\.value) ?? [],
                further: further?.map(\.value) ?? [])
        }
        unique(places, what: "family")
        checkServices(families, at: places)
        return families
    }

    private func readFirst(_ value: Value, of definitions: [CodeSet.Definition]) -> Family.First? {
        guard var fields = value.fields(of: "a first code") else { return nil }
        let codeValue = fields.required("code")
        let code = codeValue.flatMap(knownCode)
        let from = fields.required("from")?.integer(in: 1...1_440, unit: "minutes")
        let through = fields.optional("to")?.integer(in: 1...1_440, unit: "minutes")
        let covers = fields.optional("covers")?.integer(in: 1...1_440, unit: "minutes")
        fields.finish()
        if let code, definitions.contains(where: { $0.code == code && $0.isAddOn }) {
            codeValue?.fail("\(code) is an add-on and cannot be a family's first code", mend: "list it under further:")
        }
        if let from, let through, through < from {
            value.fail("the range ends at minute \(through), before it begins at \(from)")
        }
        guard let code, let from else { return nil }
        return Family.First(code: code, from: from, through: through, covers: covers)
    }

    private func readFurther(_ value: Value) -> Family.Further? {
        guard var fields = value.fields(of: "a further code") else { return nil }
        let code = fields.required("code").flatMap(knownCode)
        let each = fields.required("each")?.integer(in: 1...1_440, unit: "minutes")
        let after = fields.required("after")?.integer(in: 0...1_440, unit: "minutes")
        let creditValue = fields.optional("credit")
        let credit = creditValue?.credit()
        fields.finish()
        if case .atLeast(let least) = credit, let each, least > each {
            creditValue?.fail("a part of \(each) minutes can never be at least \(least)")
        }
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
                    mend: "give \(earlier.value.code) to: \(later.value.from - 1)")
            } else if end + 1 < later.value.from {
                log.warning(
                    "no code is due from minute \(end + 1) to \(later.value.from - 1)", at: later.at.place,
                    mend: "close the gap if none is meant")
            }
        }
    }

    private func checkFurther(
        _ further: [(value: Family.Further, at: Value)], after first: [Family.First],
        _ definitions: [CodeSet.Definition]
    ) {
        for (further, value) in further {
            guard let definition = definitions.first(where: { $0.code == further.code }) else { continue }
            let primaries = first.filter { definition.addOnTo.contains($0.code) }
            if definition.isAddOn, primaries.isEmpty {
                value.fail(
                    "\(further.code) is an add-on to \(definition.addOnTo.map(\.description).joined(separator: ", ")), which this family never bills",
                    mend: "add its primary under first:")
            }
            for primary in primaries {
                guard let covers = primary.covers, covers != further.after else { continue }
                log.warning(
                    "\(primary.code) covers \(covers) minutes and \(further.code) begins after \(further.after)",
                    at: value.place, mend: "make them agree, unless the gap is meant")
            }
        }
    }

    private func checkServices(_ families: [Family], at places: [(ID<Family>, Place)]) {
        for (number, family) in families.enumerated() {
            for earlier in families[..<number] {
                guard let shared = family.services.intersection(earlier.services).min() else { continue }
                log.error(
                    "\(shared) belongs to \(earlier.id) already, so its minutes would be billed twice",
                    at: places[number].1, mend: "a kind of service belongs to one family")
            }
        }
    }
}
