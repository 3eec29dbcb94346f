/// Sittings by numbers instead of names.
struct NamedResponses {
    /// The families' names, in alphabetical order.
    let familyNames: [String]
    let itemNames: [String]
    let families: Families
    /// Answers to items.
    let items: ItemResponses
    /// The same as answers to families.
    let ofFamilies: ItemResponses
    /// What answers to each family that were not wholly right earned on average; 0 where there are none.
    let partial: [Double]

    init(_ sittings: [PersonResponses]) {
        var familyOfItem: [String: String] = [:]
        for answer in sittings.lazy.flatMap(\.answers) { familyOfItem[answer.item] = answer.family }
        familyNames = Set(familyOfItem.values).sorted()
        itemNames = familyOfItem.keys.sorted()
        let familyIndices = Dictionary(uniqueKeysWithValues: familyNames.enumerated().map { ($1, $0) })
        let itemIndices = Dictionary(uniqueKeysWithValues: itemNames.enumerated().map { ($1, $0) })
        let ofItem = itemNames.map { familyOfItem[$0].flatMap { familyIndices[$0] } ?? 0 }
        families = Families(familyNames.count, ofItem)
        var others = [(count: Int, credit: Double)](repeating: (0, 0), count: familyNames.count)
        let people = sittings.map { sitting -> [ItemResponse] in
            var seen: Set<Int> = []
            return sitting.answers.compactMap { answer in
                guard let item = itemIndices[answer.item], seen.insert(ofItem[item]).inserted else { return nil }
                if !answer.isRight {
                    others[ofItem[item]].count += 1
                    others[ofItem[item]].credit += answer.credit
                }
                return ItemResponse(item: item, isRight: answer.isRight)
            }.sorted { $0.item < $1.item }
        }
        partial = others.map { $0.count > 0 ? $0.credit / Double($0.count) : 0 }
        items = ItemResponses(itemCount: itemNames.count, sorted: people)
        let merged = people.map { row in
            row.map { ItemResponse(item: ofItem[$0.item], isRight: $0.isRight) }.sorted { $0.item < $1.item }
        }
        ofFamilies = ItemResponses(itemCount: familyNames.count, sorted: merged)
    }
}
