/// What stands in a column, or is put in place of a number with a question mark before it.
enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    /// A text, or nothing.
    static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
}

/// A row of what a statement gives, by the places of its columns.
struct SQLRow: Sendable, Equatable {
    let values: [SQLValue]

    /// The text of a column.
    ///
    /// - Throws: `DatabaseFault` where there is none.
    func text(_ place: Int) throws -> String {
        guard case .text(let text)? = value(place) else { throw DatabaseFault.defect("column \(place) has no text") }
        return text
    }

    /// The text of a column; nil where nothing stands in it.
    func optionalText(_ place: Int) throws -> String? {
        if case .null? = value(place) { nil } else { try text(place) }
    }

    /// The whole number of a column.
    ///
    /// - Throws: `DatabaseFault` where there is none.
    func integer(_ place: Int) throws -> Int64 {
        guard case .integer(let number)? = value(place) else {
            throw DatabaseFault.defect("column \(place) has no number")
        }
        return number
    }

    /// The whole number of a column; nil where nothing stands in it.
    func optionalInteger(_ place: Int) throws -> Int64? {
        if case .null? = value(place) { nil } else { try integer(place) }
    }

    /// The number of a column.
    ///
    /// - Throws: `DatabaseFault` where there is none.
    func real(_ place: Int) throws -> Double {
        switch value(place) {
        case .real(let number)?: number
        case .integer(let number)?: Double(number)
        default: throw DatabaseFault.defect("column \(place) has no number")
        }
    }

    private func value(_ place: Int) -> SQLValue? { values.indices.contains(place) ? values[place] : nil }
}
