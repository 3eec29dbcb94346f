import Credentials
package import Examining
import Quiz
import Scoring

extension Addendum {
    /// What a program reads of it.
    package func json(isInForce: Bool) -> JSON {
        var (item, points, undoes): (Int?, Int?, Int?)
        var regrade: RegradeRecord?
        let event: String
        switch deed {
        case .regrade(let record): (event, regrade) = ("regrade", record)
        case .credit(let number, let millionths): (event, item, points) = ("credit", number, millionths)
        case .undo(let number): (event, undoes) = ("undo", number)
        }
        return .object([
            ("event", .string(event)), ("at", .optional(Timestamp(at)?.description)),
            ("by", .string(by)), ("reason", .string(reason)), ("inForce", .bool(isInForce)),
            ("item", item.map(JSON.integer) ?? .null),
            ("points", points.map { .fraction(Double($0) / 1_000_000) } ?? .null),
            ("undoes", undoes.map(JSON.integer) ?? .null),
            ("edition", .optional(regrade?.edition)), ("packRevision", .optional(regrade?.packRevision)),
            ("items", .array((regrade?.items ?? []).map(\.json))),
        ])
    }
}

extension RegradedItem {
    fileprivate var json: JSON {
        .object([
            ("item", .integer(item)), ("rule", .string(rule.rawValue)),
            ("before", .fraction(Double(before) / 1_000_000)), ("after", .fraction(Double(after) / 1_000_000)),
        ])
    }
}
