import Scoring

extension PackReader {
    /// Reads policies.yaml: how each payer counts.
    func readPolicies(into pack: inout Pack) {
        var section = files.section("policies", log: log)
        var places: [(ID<Policy>, Place)] = []
        let values = section.elements("policies")
        pack.policies = values.compactMap { value in
            guard let policy = readPolicy(value) else { return nil }
            places.append((policy.id, value.place))
            return policy
        }
        section.finish()
        self.places.policies = unique(places, what: "policy")
        names.policies = Known(pack.policies.map(\.id), isWhole: section.isWhole)
        if values.isEmpty, section.isWhole {
            log.error("the pack has no policy", at: Place("policies.yaml"), mend: "a key needs one to be derived")
        } else if let defaultPolicy,
            let id = known(defaultPolicy, among: names.policies, what: "policy", in: "policies.yaml")
        {
            pack.defaultPolicy = id
        }
    }

    private func readPolicy(_ value: Value) -> Policy? {
        guard var fields = value.fields(of: "a policy") else { return nil }
        let id: ID<Policy>? = fields.required("id")?.id()
        let title = fields.text("title", limit: 120)
        let statement = fields.text("statement", limit: 600)
        let credit = fields.required("credit")?.credit(ofBlock: names.blocks.values.max())
        var policy = Policy(
            id: id ?? "", title: title ?? "", statement: statement ?? "", credit: credit ?? .started)
        policy.creditByCode = byCode(&fields, "credit-by-code") { $1.credit(ofBlock: names.blocks[$0]) }
        if let counts = fields.optional("counts") {
            policy.counts = Set(counts.list(ofAtLeastOne: "activity") { $0.choice(Activity.self) })
        }
        policy.sameDay = fields.optional("same-day")?.choice(Policy.SameDay.self) ?? policy.sameDay
        policy.midnight = fields.optional("midnight")?.choice(Policy.Midnight.self) ?? policy.midnight
        policy.places = fields.optional("places")?.list { $0.placeOfService() } ?? []
        policy.performers =
            fields.optional("performers")?.list { element in
                known(element, among: names.performers, what: "performer")
            } ?? []
        policy.requires = fields.optional("requires")?.list { $0.choice(RecordItem.self) } ?? []
        policy.undocumented =
            fields.optional("undocumented")?.choice(Policy.Undocumented.self) ?? policy.undocumented
        policy.caps = readCaps(&fields)
        policy.effective = fields.effective().dates
        policy.sources = sources(of: &fields)
        fields.finish()
        return id == nil ? nil : policy
    }

    private func readCaps(_ fields: inout Fields) -> Policy.Caps {
        guard let value = fields.optional("caps"), var caps = value.fields(of: "caps") else { return Policy.Caps() }
        let day = caps.optional("minutes-a-day")?.integer(in: 1...1_440, unit: "minutes")
        let week = caps.optional("minutes-a-week")?.integer(in: 1...10_080, unit: "minutes")
        let units = byCode(&caps, "units-a-day") { $1.integer(in: 0...9_999, unit: "units") }
        caps.finish()
        if let day, let week, week < day {
            value.fail("a week's \(week) minutes are fewer than a day's \(day)", mend: "swap them, or mend one")
        }
        return Policy.Caps(minutesADay: day, minutesAWeek: week, unitsADay: units)
    }

    private func byCode<Amount>(
        _ fields: inout Fields, _ key: String, read: (Code, Value) -> Amount?
    ) -> [Code: Amount] {
        var amounts: [Code: Amount] = [:]
        for (key, value) in fields.optional(key)?.entries(of: "a mapping of codes") ?? [] {
            if let code = knownCode(key), let amount = read(code, value) { amounts[code] = amount }
        }
        return amounts
    }
}
