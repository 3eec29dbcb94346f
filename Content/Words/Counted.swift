/// A number of things: `1 item`, `2 items`.
package func counted(_ count: Int, _ what: String) -> String { count == 1 ? "1 \(what)" : "\(count) \(what)s" }
