/// The responses of candidates of whom each got some of the items: a row has only what its candidate got, so that a
/// table of ten thousand candidates takes no more than their answers.
struct ResponseTable {
    /// The items.
    let columns: [ResponseMatrix.Column]
    /// Each candidate's responses, in the order of the columns.
    let rows: [[Cell]]

    /// A response, the position of its column, and where it stood in the form.
    struct Cell {
        let column: Int
        let place: Int
        let response: ScoredResponse
    }

    /// What a matrix has.
    init(_ matrix: ResponseMatrix) {
        columns = matrix.columns
        rows = matrix.rows.map { row in
            row.enumerated().compactMap { position, response in
                response.map { Cell(column: position, place: position, response: $0) }
            }
        }
    }

    /// A column for each item that anybody had, family by family.
    init(_ forms: [ScoredForm]) {
        var families: [String: String] = [:]
        for entry in forms.lazy.flatMap(\.responses) where families[entry.item] == nil {
            families[entry.item] = entry.family
        }
        columns = families.map { ResponseMatrix.Column(name: $0.key, family: $0.value) }
            .sorted { ($0.family, $0.name) < ($1.family, $1.name) }
        let positions = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
        rows = forms.map { form in
            let cells = form.responses.enumerated().compactMap { place, entry in
                positions[entry.item].map { Cell(column: $0, place: place, response: entry.response) }
            }
            return cells.sorted { ($0.column, $0.place) < ($1.column, $1.place) }
        }
    }

    /// The families in the order in which they first occur, and the family of each column, by its position among them.
    var families: (names: [String], ofColumns: [Int]) {
        var positions: [String: Int] = [:]
        var names: [String] = []
        let ofColumns = columns.map { column in
            if let known = positions[column.family] { return known }
            positions[column.family] = names.count
            names.append(column.family)
            return names.count - 1
        }
        return (names, ofColumns)
    }
}
