/// Ids in one column: the words of a list apart by spaces, those that belong together joined by a plus, such as
/// `counts-travel+always-rounds-up ignores-add-on`.
enum IDList {
    /// - Throws: `RecordsError` where an id is empty or holds a space or a plus, and so could not be read back.
    static func text(_ ids: [String]) throws(RecordsError) -> String {
        for id in ids where id.isEmpty || id.utf8.contains(where: { $0 == space || $0 == plus }) {
            throw .defect(.answer, "“\(id)” is no id")
        }
        return ids.joined(separator: " ")
    }

    static func text(joined lists: [[String]]) throws(RecordsError) -> String {
        var words: [String] = []
        for list in lists {
            guard !list.isEmpty else { throw .defect(.answer, "an explanation names no misconception") }
            _ = try text(list)
            words.append(list.joined(separator: "+"))
        }
        return words.joined(separator: " ")
    }

    static func ids(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    static func joined(_ text: String) -> [[String]] {
        text.split(separator: " ").map { $0.split(separator: "+").map(String.init) }
    }

    private static let space = UInt8(ascii: " ")
    private static let plus = UInt8(ascii: "+")
}
