/// Ids in one column: the words of a list apart by spaces, those that belong together joined by a plus, such as
/// `counts-travel+always-rounds-up ignores-add-on`.
enum IDList {
    static func text(_ ids: [String]) -> String { ids.joined(separator: " ") }

    static func text(joined lists: [[String]]) -> String {
        text(lists.map { $0.joined(separator: "+") })
    }

    static func ids(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    static func joined(_ text: String) -> [[String]] {
        ids(text).map { $0.split(separator: "+").map(String.init) }
    }
}
