import Content
import Scoring

extension PackReader {
    /// Reads the pools: families of one code each, whose blocks are the same, that share their minutes.
    func readPools(_ values: [Value], of families: [Family]) -> [Pool] {
        var positions: [(ID<Pool>, FilePosition)] = []
        var owners: [ID<Family>: ID<Pool>] = [:]
        let pools = values.compactMap { value -> Pool? in
            guard let pool = readPool(value, of: families, owners: &owners) else { return nil }
            positions.append((pool.id, value.position))
            return pool
        }
        unique(positions, what: "pool")
        return pools
    }

    private func readPool(_ value: Value, of families: [Family], owners: inout [ID<Family>: ID<Pool>]) -> Pool? {
        guard var fields = value.fields(of: .pool) else { return nil }
        let id: ID<Pool>? = fields.value("id")?.id()
        let title = fields.text("title")
        var members: [(family: Family, at: Value)] = []
        let list = fields.value("families", isRequired: false)
        _ = fields.few("families", "family") { element in
            let name = known(element, among: names.families, what: "family")
            if let family = families.first(where: { $0.id == name }) { members.append((family, element)) }
            return name
        }
        let each = block(of: members)
        let credit = fields.value("credit")?.credit(ofBlock: each, of: .minutes)
        fields.finish()
        if list?.elements.count == 1 { list?.fail("one family shares its minutes with nobody", mend: "name another") }
        for member in members {
            if let owner = owners[member.family.id] {
                member.at.fail(
                    "\(member.family.id) shares its minutes in \(owner) already", mend: "a family is in one pool")
            }
            owners[member.family.id] = id ?? ""
        }
        guard let id, let each, let credit else { return nil }
        return Pool(id: id, title: title ?? "", families: members.map(\.family.id), each: each, credit: credit)
    }

    /// The block that the families of a pool have in common; logs what keeps one of them from sharing.
    private func block(of members: [(family: Family, at: Value)]) -> Int? {
        var block: Int?
        for (family, value) in members {
            let further = family.further.first
            if family.measure != .minutes {
                value.fail("\(family.id) does not count minutes, which is all that a pool shares", mend: "drop it")
            } else if let first = family.first.first {
                value.fail(
                    "\(family.id) has the first code \(first.code), and a pool shares blocks alone",
                    mend: "bill \(first.code) under further:, or drop the family")
            } else if family.further.count > 1 || further?.after != 0 {
                value.fail(
                    "a family of a pool has one code, whose blocks begin after 0",
                    mend: "give each code a family of its own")
            } else if let each = further?.each, let block, each != block {
                value.fail(
                    "\(family.id) has blocks of \(each) minutes, and those before it of \(block)",
                    mend: "families of a pool have one length of block")
            } else {
                block = block ?? further?.each
            }
        }
        return block
    }
}
