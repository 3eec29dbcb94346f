import Content
import Scoring

extension PackReader {
    /// Reads policies.yaml: how each payer counts.
    func readPolicies(into pack: inout Pack) {
        var section = files.section("policies", log: log)
        var positions: [(ID<Policy>, FilePosition)] = []
        let values = section.elements("policies")
        pack.policies = values.compactMap { value in
            guard let policy = readPolicy(value) else { return nil }
            checkModifiers(of: policy, beside: pack.codes, at: value)
            positions.append((policy.id, value.position))
            return policy
        }
        section.finish()
        for shared in names.shared where pack.policies.contains(where: shared.isPaidTwice) {
            log.error(
                SharedKind.problem(shared.kind, shared.families.first.text), at: shared.position, mend: SharedKind.mend)
        }
        self.positions.policies = unique(positions, what: "policy")
        names.policies = Known(pack.policies.map(\.id), isWhole: section.isWhole)
        if values.isEmpty, section.isWhole {
            log.error(
                "the pack has no policy", at: FilePosition("policies.yaml"), mend: "a key needs one to be derived")
        } else if let defaultPolicy,
            let id = known(defaultPolicy, among: names.policies, what: "policy", in: "policies.yaml")
        {
            pack.defaultPolicy = id
        }
    }

    private func readPolicy(_ value: Value) -> Policy? {
        guard var fields = value.fields(of: .policy) else { return nil }
        let id: ID<Policy>? = fields.value("id")?.id()
        let title = fields.text("title")
        let statement = fields.text("statement")
        let credit = fields.value("credit")?.credit(ofBlock: names.blocks.values.max())
        var policy = Policy(
            id: id ?? "", title: title ?? "", statement: statement ?? "", credit: credit ?? .started)
        policy.creditByCode = byCode(&fields, "credit-by-code") {
            $1.credit(ofBlock: names.blocks[$0], of: names.blockMeasures[$0] ?? .minutes)
        }
        if let counts = fields.value("counts") {
            policy.counts = Set(counts.list(ofAtLeastOne: "activity") { $0.choice(Activity.self) })
        }
        policy.sameDay = fields.value("same-day")?.choice(Policy.SameDay.self) ?? policy.sameDay
        policy.midnight = fields.value("midnight")?.choice(Policy.Midnight.self) ?? policy.midnight
        policy.places = fields.value("places")?.list { $0.placeOfService() } ?? []
        policy.services = Set(fields.few("services", "service", paidKind) ?? [])
        policy.families = Set(fields.few("families", "family", paidFamily) ?? [])
        policy.performers =
            fields.value("performers")?.list { element in
                known(element, among: names.performers, what: "performer")
            } ?? []
        policy.requires = fields.value("requires")?.list { $0.choice(RecordItem.self) } ?? []
        policy.undocumented =
            fields.value("undocumented")?.choice(Policy.Undocumented.self) ?? policy.undocumented
        policy.caps = readCaps(&fields)
        readDays(&fields, into: &policy)
        readClaimRules(&fields, into: &policy)
        policy.effective = fields.effective().dates
        policy.sources = sources(of: &fields)
        fields.finish()
        return id == nil ? nil : policy
    }

    /// Rules that wait for what is billed beside a line are remembered on the line, as many as fit.
    private func checkModifiers(of policy: Policy, beside codes: CodeSet, at value: Value) {
        let count = (codes.modifierRules + policy.modifierRules).count { $0.when.waitsForClaim }
        guard count > ModifierRule.besideLimit else { return }
        value.fail(
            "\(count) modifiers of codes.yaml and of this policy ask what else is billed, the most is \(ModifierRule.besideLimit)",
            mend: "say with due-on: of one modifier what several say")
    }

    /// A kind of service of a family, which alone a payer can pay for or not.
    private func paidKind(_ value: Value) -> ID<ServiceKind>? {
        guard let kind = known(value, among: names.serviceKinds, what: "service") else { return nil }
        if names.serviceKinds.contains(kind), names.measures[kind] == nil {
            value.fail("no family pays for \(kind)", mend: "add it to the services of a family, or leave it out here")
        }
        return kind
    }

    private func paidFamily(_ value: Value) -> ID<Family>? {
        known(value, among: names.families, what: "family")
    }

    private func readCaps(_ fields: inout Fields) -> Policy.Caps {
        guard let value = fields.value("caps"), var caps = value.fields(of: .caps) else { return Policy.Caps() }
        let day = caps.integer("minutes-a-day")
        let week = caps.integer("minutes-a-week")
        let units = ["units-a-day", "units-a-week", "units-a-month", "units-a-year", "units-a-span"].map { key in
            readUnits(key, of: &caps)
        }
        caps.finish()
        if let day, let week, week < day {
            value.fail("a week's \(week) minutes are fewer than a day's \(day)", mend: "swap them, or mend one")
        }
        return Policy.Caps(
            minutesADay: day, minutesAWeek: week, unitsADay: units[0], unitsAWeek: units[1], unitsAMonth: units[2],
            unitsAYear: units[3], unitsASpan: units[4])
    }

    /// Reads a mapping from codes of the pack to units of them.
    func readUnits(_ key: String, of fields: inout Fields) -> [Code: Int] {
        byCode(&fields, key) { code, value in
            if names.inTenths.contains(code) {
                value.fail("a limit in units is for a code in whole units", mend: "drop \(code) here")
            }
            return value.integer(in: 0...9_999, unit: "units")
        }
    }

    /// Reads a mapping whose keys are codes of the pack.
    func byCode<Amount>(
        _ fields: inout Fields, _ key: String, read: (Code, Value) -> Amount?
    ) -> [Code: Amount] {
        var amounts: [Code: Amount] = [:]
        for (key, value) in fields.value(key)?.entries(of: "a mapping of codes") ?? [] {
            if let code = knownCode(key), let amount = read(code, value) { amounts[code] = amount }
        }
        return amounts
    }
}
