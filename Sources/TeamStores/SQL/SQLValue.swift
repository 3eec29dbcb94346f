/// What stands in a column, or is put in place of a number with a question mark before it.
enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    /// A text, or nothing.
    static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
}

/// A row of what a statement gives, by the positions of its columns.
struct SQLRow: Sendable, Equatable {
    let values: [SQLValue]

    /// The text of a column.
    ///
    /// - Throws: `DatabaseFault` where there is none.
    func text(_ position: Int) throws -> String {
        guard case .text(let text)? = value(position) else {
            throw DatabaseFault.defect("column \(position) has no text")
        }
        return text
    }

    /// The text of a column; nil where nothing stands in it.
    func optionalText(_ position: Int) throws -> String? {
        if case .null? = value(position) { nil } else { try text(position) }
    }

    /// The whole number of a column.
    ///
    /// - Throws: `DatabaseFault` where there is none.
    func integer(_ position: Int) throws -> Int64 {
        guard case .integer(let number)? = value(position) else {
            throw DatabaseFault.defect("column \(position) has no number")
        }
        return number
    }

    /// The whole number of a column; nil where nothing stands in it.
    func optionalInteger(_ position: Int) throws -> Int64? {
        if case .null? = value(position) { nil } else { try integer(position) }
    }

    /// The number of a column.
    ///
    /// - Throws: `DatabaseFault` where there is none.
    func real(_ position: Int) throws -> Double {
        switch value(position) {
        case .real(let number)?: number
        case .integer(let number)?: Double(number)
        default: throw DatabaseFault.defect("column \(position) has no number")
        }
    }

    private func value(_ position: Int) -> SQLValue? { values.indices.contains(position) ? values[position] : nil }
}
