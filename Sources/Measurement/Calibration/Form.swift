/// People who answered the same items: what the model says of their form is worked out once for all of them.
struct Form: Sendable {
    /// Ascending.
    let items: [Int]
    /// The places among `items` of those that each person had right.
    private(set) var right: [[Int]] = []
    /// The numbers of these people among all.
    private(set) var people: [Int] = []

    /// The forms of people's responses, in the order in which they first occur; items that are left out belong to none.
    static func forms(of responses: ItemResponses, leavingOut isLeftOut: [Bool]) -> [Form] {
        var places: [[Int]: Int] = [:]
        var forms: [Form] = []
        for (person, row) in responses.people.enumerated() {
            let kept = row.filter { !isLeftOut[$0.item] }
            let items = kept.map(\.item)
            guard !items.isEmpty else { continue }
            let place = places[items] ?? forms.count
            if place == forms.count {
                places[items] = place
                forms.append(Form(items: items))
            }
            forms[place].people.append(person)
            forms[place].right.append(kept.indices.filter { kept[$0].isRight })
        }
        return forms
    }

    private init(items: [Int]) { self.items = items }
}
