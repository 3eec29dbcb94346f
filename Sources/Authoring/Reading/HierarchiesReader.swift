import Content
import Scoring

/// A hierarchy and where its tiers stand.
struct ReadHierarchy {
    let hierarchy: Hierarchy
    let tiers: [Value]
}

extension PackReader {
    /// Reads the hierarchies: services of which one a day and access is the initial one, which a family may bill.
    func readHierarchies(_ values: [Value], of families: [Family]) -> [ReadHierarchy] {
        var positions: [(ID<Hierarchy>, FilePosition)] = []
        let hierarchies = values.compactMap { value -> ReadHierarchy? in
            guard let read = readHierarchy(value, of: families) else { return nil }
            positions.append((read.hierarchy.id, value.position))
            return read
        }
        unique(positions, what: "hierarchy")
        return hierarchies
    }

    private func readHierarchy(_ value: Value, of families: [Family]) -> ReadHierarchy? {
        guard var fields = value.fields(of: .hierarchy) else { return nil }
        let id: ID<Hierarchy>? = fields.value("id")?.id()
        let title = fields.text("title")
        var tiers: [ReadTier] = []
        _ = fields.few("tiers", "tier") { element in
            if let tier = readTier(element, of: families) { tiers.append(tier) }
            return element
        }
        let site = fields.value("second-site").flatMap { value in
            value.modifier().map { known($0, at: value, among: names.modifiers, what: "modifier") }
        }
        fields.finish()
        checkTwins(tiers)
        checkShorter(tiers)
        guard let id else { return nil }
        return ReadHierarchy(
            hierarchy: Hierarchy(id: id, title: title ?? "", tiers: tiers.map(\.tier), furtherSite: site),
            tiers: tiers.map(\.at))
    }

    /// A tier, and where it stands and names a shorter one.
    private struct ReadTier {
        let tier: Hierarchy.Tier
        let at: Value
        let shorter: Value?
    }

    private func readTier(_ value: Value, of families: [Family]) -> ReadTier? {
        guard var fields = value.fields(of: .tier) else { return nil }
        let kind = fields.value("kind").flatMap { known($0, among: names.serviceKinds, what: "service") }
        let named = fields.value("family")
        let family = named.flatMap { known($0, among: names.families, what: "family") }
        let led = named.flatMap { value in family.flatMap { readLed($0, of: families, for: kind, at: value) } }
        let stated = fields.value("initial") ?? (named == nil ? fields.value("initial", isRequired: true) : nil)
        let initial = led?.initial ?? stated.flatMap(knownCode)
        let from = fields.integer("from") ?? led?.from ?? 0
        let shorter = fields.value("shorter")
        let shorterKind = shorter.flatMap { known($0, among: names.serviceKinds, what: "service") }
        let further =
            fields.value("further").flatMap { readFurther($0, MeasuredNumbers(measure: .minutes), hasFirst: true) }
            ?? led?.further
        if named != nil {
            for key in ["initial", "further"] {
                fields.value(key, isRequired: false)?.fail(
                    "\(key): beside family: says the same thing twice", mend: "keep one of them")
            }
        }
        let later = fields.value("later").flatMap(knownCode)
        let concurrent = fields.value("concurrent").flatMap(knownCode)
        let again = fields.value("again").flatMap(knownCode)
        let waits = fields.value("again-after")
        let againAfter = fields.integer("again-after") ?? 0
        let yields = fields.value("yields")?.flag() ?? false
        fields.finish()
        if from == 0, let shorter {
            shorter.fail("a kind without from: is never too short", mend: "add from:, or drop shorter:")
        }
        if let waits, again == nil {
            waits.fail("nothing is billed for the same drug again", mend: "add again:, or drop again-after:")
        }
        guard let kind, let initial else { return nil }
        let tier = Hierarchy.Tier(
            kind: kind, initial: initial, from: from, shorter: shorterKind, further: further, later: later,
            concurrent: concurrent, again: again, againAfter: againAfter, yields: yields,
            family: led == nil ? nil : family)
        return ReadTier(tier: tier, at: value, shorter: shorter)
    }

    /// What a tier takes from the family that it names: the code for its longest range, from when on, and further hours.
    private func readLed(
        _ family: ID<Family>, of families: [Family], for kind: ID<ServiceKind>?, at value: Value
    ) -> (initial: Code, from: Int, further: Family.Further?)? {
        guard let read = families.first(where: { $0.id == family }) else { return nil }
        guard read.measure == .minutes, let longest = read.first.max(by: { $0.from < $1.from }) else {
            value.fail("\(family) has no first code by minutes", mend: "name a family that has, or write initial:")
            return nil
        }
        if let kind, !read.services.contains(kind) {
            value.fail("\(family) does not pay for \(kind)", mend: "name the family that does, or write initial:")
            return nil
        }
        return (longest.code, longest.from, read.further.first)
    }

    private func checkTwins(_ tiers: [ReadTier]) {
        var first: [ID<ServiceKind>: Value] = [:]
        for read in tiers {
            if let earlier = first[read.tier.kind] {
                read.at.fail(
                    "\(read.tier.kind) is a tier already, in line \(earlier.position.line)",
                    mend: "a kind of service has one place in the hierarchy")
            } else {
                first[read.tier.kind] = read.at
            }
        }
    }

    /// What is too short is billed as another tier of the same hierarchy, and never in a circle as itself.
    private func checkShorter(_ tiers: [ReadTier]) {
        let shorter = Dictionary(tiers.map { ($0.tier.kind, $0.tier.shorter) }, uniquingKeysWith: { first, _ in first })
        var told: Set<ID<ServiceKind>> = []
        for read in tiers where !told.contains(read.tier.kind) {
            guard let next = read.tier.shorter, let value = read.shorter, names.serviceKinds.contains(next) else {
                continue
            }
            guard shorter[next] != nil else {
                let known = Known(tiers.map(\.tier.kind))
                value.fail("\(next) is no tier of this hierarchy", mend: known.mend(next))
                continue
            }
            var path = [read.tier.kind]
            while let last = path.last, let following = shorter[last] ?? nil, path.count <= tiers.count {
                path.append(following)
                if following == read.tier.kind { break }
            }
            if path.count > 1, path.last == read.tier.kind {
                told.formUnion(path)
                value.fail(
                    "what is too short goes in a circle: \(path.map(\.text).joined(separator: ", then "))",
                    mend: "let the last of them be billed as it is, or not at all")
            }
        }
    }
}
