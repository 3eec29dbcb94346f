import Content
import Scoring

/// What bills: families, the pools that they share, and hierarchies.
struct ReadCharges {
    var families: [ReadFamily] = []
    var hierarchies: [ReadHierarchy] = []
    var pools: [Pool] = []

    /// Every code that something bills.
    var codes: Set<Code> {
        Set(families.flatMap(\.family.codes) + hierarchies.flatMap { $0.hierarchy.tiers.flatMap(\.everyCode) })
    }
}

extension PackReader {
    /// Reads what turns facts into units, and what the parts of it have to do with each other.
    func readCharges(_ section: inout Section) -> ReadCharges {
        let errors = log.errorCount
        let families = section.elements("families")
        var charges = ReadCharges(families: readFamilies(families))
        let isWhole = section.isWhole && charges.families.count == families.count
        names.families = Known(charges.families.map(\.family.id), isWhole: isWhole)
        charges.pools = readPools(limited(section.elements("pools"), of: "pools"), of: charges.families.map(\.family))
        charges.hierarchies = readHierarchies(
            limited(section.elements("hierarchies"), of: "hierarchies"), of: charges.families.map(\.family))
        checkOwners(charges)
        if log.errorCount == errors { checkAddOns(charges) }
        noteCharges(charges)
        for read in charges.families {
            for (condition, value) in read.asked {
                checkMeasures(of: condition, of: Array(read.family.codes.prefix(1)), at: value)
            }
        }
        return charges
    }

    /// Notes for later sections what bills which kind, and in what blocks.
    private func noteCharges(_ charges: ReadCharges) {
        names.note(charges.families.map(\.family), charges.hierarchies.map(\.hierarchy))
        for further in charges.hierarchies.flatMap({ $0.hierarchy.tiers.compactMap(\.further) }) {
            names.blocks[further.code] = max(names.blocks[further.code] ?? 0, further.each)
        }
        for family in charges.families.map(\.family) {
            for further in family.further {
                names.blockMeasures[further.code] = family.measure
                guard family.measure == .minutes else { continue }
                names.blocks[further.code] = max(names.blocks[further.code] ?? 0, further.each)
            }
        }
        names.billed = charges.codes
    }

    /// The values of a list of a file, of which there are no more than its shape allows.
    private func limited(_ values: [Value], of key: String) -> [Value] {
        guard case .few(_, let limit) = Shape.codesFile.key(key)?.form else { return values }
        if values.count > limit {
            values[limit].fail("\(key): has at most \(limit) entries, and this is one more", mend: "drop some")
        }
        return Array(values.prefix(limit))
    }

    /// A kind of service is billed in one place, or it would be billed twice. Two families may share one that they count
    /// alike where no payer pays both, which is seen once the policies are read.
    private func checkOwners(_ charges: ReadCharges) {
        var owners: [ID<ServiceKind>: [Owner]] = [:]
        let led = charges.hierarchies.flatMap { $0.hierarchy.tiers.compactMap(\.family) }
        for read in charges.families where !led.contains(read.family.id) {
            for kind in read.family.services.sorted() {
                owners[kind, default: []].append(Owner(read.family.id.text, read.family, at: read.value.position))
            }
        }
        for read in charges.hierarchies {
            for (tier, value) in zip(read.hierarchy.tiers, read.tiers) {
                owners[tier.kind, default: []].append(Owner(read.hierarchy.id.text, at: value.position))
            }
        }
        for (kind, owners) in owners {
            for owner in owners.dropFirst() where owner.name != owners[0].name {
                if let first = owners[0].family, let other = owner.family, first.measure == other.measure {
                    names.shared.append(
                        SharedKind(kind: kind, families: (first.id, other.id), position: owner.position))
                } else {
                    log.error(SharedKind.problem(kind, owners[0].name), at: owner.position, mend: SharedKind.mend)
                }
            }
        }
    }

    /// What bills a kind of service: a family, or a hierarchy.
    private struct Owner {
        let name: String
        let family: Family?
        let position: FilePosition

        init(_ name: String, _ family: Family? = nil, at position: FilePosition) {
            self.name = name
            self.family = family
            self.position = position
        }
    }

    // MARK: Add-ons

    /// An add-on stands where a primary of it can stand beside it: after its own family's first code, or in a family of
    /// its own where another bills the primary. Each that does not is named once, with the way out.
    private func checkAddOns(_ charges: ReadCharges) {
        let billed = charges.codes
        for read in charges.families {
            var told: Set<Code> = []
            let own = Set(read.family.first.map(\.code))
            for (code, value) in read.first.map({ ($0.value.code, $0.at) }) {
                guard let primaries = names.addOns[code], told.insert(code).inserted else { continue }
                checkFirst(code, of: primaries, billed, own, at: value)
            }
            for (code, value) in read.further.map({ ($0.value.code, $0.at) }) {
                guard let primaries = names.addOns[code], told.insert(code).inserted else { continue }
                checkFurther(code, of: primaries, billed, own, at: value)
            }
        }
        for read in charges.hierarchies { checkInitial(read) }
    }

    private func checkFirst(_ code: Code, of primaries: [Code], _ billed: Set<Code>, _ own: Set<Code>, at value: Value)
    {
        if primaries.contains(where: own.contains) {
            value.fail("\(code) is an add-on and cannot be a family's first code", mend: "list it under further:")
        } else if !primaries.contains(where: billed.contains) {
            value.fail(
                "\(code) is an add-on to \(primaries.joined), which nothing in the pack bills",
                mend: "add the family of its primary, and list \(code) there under further:")
        }
    }

    private func checkFurther(
        _ code: Code, of primaries: [Code], _ billed: Set<Code>, _ own: Set<Code>, at value: Value
    ) {
        let isElsewhere = primaries.contains(where: billed.contains)
        if own.isEmpty ? isElsewhere : primaries.contains(where: own.contains) { return }
        value.fail(
            "\(code) is an add-on to \(primaries.joined), which \(own.isEmpty ? "nothing in the pack" : "this family never") bills",
            mend: "add its primary under first:"
                + (own.isEmpty || !isElsewhere ? "" : ", or give \(code) a family of its own"))
    }

    private func checkInitial(_ read: ReadHierarchy) {
        for (tier, value) in zip(read.hierarchy.tiers, read.tiers) {
            guard let primaries = names.addOns[tier.initial] else { continue }
            value.fail(
                "\(tier.initial) is an add-on to \(primaries.joined) and cannot be an initial service",
                mend: "name it under later: or further:")
        }
    }
}

extension Hierarchy.Tier {
    /// Every code that the tier may be billed by.
    fileprivate var everyCode: [Code] { [initial, further?.code, later, concurrent, again].compactMap(\.self) }
}

extension [Code] {
    /// As a sentence lists them.
    fileprivate var joined: String { map(\.description).joined(separator: ", ") }
}
