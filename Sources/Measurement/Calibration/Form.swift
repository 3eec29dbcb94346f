/// People who answered the same items: what the model says of their form is worked out once for all of them.
struct Form: Sendable {
    /// Ascending.
    let items: [Int]
    /// The indices among `items` of those that each person had right.
    private(set) var right: [[Int]] = []
    /// The numbers of these people among all.
    private(set) var people: [Int] = []

    /// The forms of people's responses, in the order in which they first occur; items that are left out belong to none.
    static func forms(of responses: ItemResponses, leavingOut isLeftOut: [Bool]) -> [Form] {
        var known: [[Int]: Int] = [:]
        var forms: [Form] = []
        for (person, row) in responses.people.enumerated() {
            let kept = row.filter { !isLeftOut[$0.item] }
            let items = kept.map(\.item)
            guard !items.isEmpty else { continue }
            let index = known[items] ?? forms.count
            if index == forms.count {
                known[items] = index
                forms.append(Form(items: items))
            }
            forms[index].people.append(person)
            forms[index].right.append(kept.indices.filter { kept[$0].isRight })
        }
        return forms
    }

    private init(items: [Int]) { self.items = items }
}
