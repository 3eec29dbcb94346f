import Content
import Machine

extension PackReader {
    /// Reads the named lists of all files of templates.
    func readLists(_ entries: [(key: Value, value: Value)]) -> ReadLists {
        let lists = ReadLists()
        var positions: [(String, FilePosition)] = []
        for (key, value) in entries {
            guard let name = key.slotName(of: "a list") else { continue }
            positions.append((name, key.position))
            lists.add(readList(value), as: name, at: key)
        }
        unique(positions, what: "list")
        return lists
    }

    /// Words, or rows of words that fit each other.
    func readList(_ value: Value) -> WordList? {
        let elements = value.elements
        guard let first = elements.first else {
            value.fail("the list is empty", mend: "give it words, or rows of words that fit each other")
            return nil
        }
        guard let columns = first.isMapping ? readColumns(of: first) : [] else { return nil }
        var rows: [[String]] = []
        for element in elements {
            guard let row = first.isMapping ? readRow(element, columns) : readWord(element) else { continue }
            if rows.contains(row) {
                log.warning(
                    "the list has this already, so it comes twice as often", at: element.position, mend: "drop it")
            }
            rows.append(row)
        }
        return rows.isEmpty ? nil : WordList(columns: columns, rows: rows)
    }

    /// Nil where the first row gives no names for columns.
    private func readColumns(of value: Value) -> [String]? {
        let keys = value.entries(of: "a row").map(\.key)
        if keys.isEmpty { value.fail("the row is empty", mend: "give it columns") }
        let columns = keys.compactMap { $0.slotName(of: "a column") }
        return keys.isEmpty || columns.count < keys.count ? nil : columns
    }

    private func readRow(_ value: Value, _ columns: [String]) -> [String]? {
        guard value.isMapping, var fields = value.fields(of: .row(columns)) else {
            value.fail("words stand among rows", mend: "give them the columns \(columns.joined(separator: ", "))")
            return nil
        }
        let texts = columns.map { fields.value($0).flatMap(readText) }
        fields.finish()
        let row = texts.compactMap(\.self)
        return row.count == columns.count ? row : nil
    }

    private func readWord(_ value: Value) -> [String]? {
        guard !value.isMapping else {
            value.fail("a row stands among words", mend: "a list holds words, or rows that all have the same columns")
            return nil
        }
        return readText(value).map { [$0] }
    }

    private func readText(_ value: Value) -> String? {
        guard let text = value.text(limit: 300) else { return nil }
        guard !text.contains(where: { "{}".contains($0) }) else {
            value.fail("the words of a list cannot hold slots", mend: "put the slot into the stem")
            return nil
        }
        return text
    }
}

/// The word lists read so far: first those with a name, then those that slots bring along.
final class ReadLists {
    private(set) var all: [WordList] = []
    private var named: [String: (list: Int?, key: Value)] = [:]
    private var order: [String] = []
    private var used: Set<String> = []

    /// Nil for a list that has an error: it is known, so that nobody is told that it is missing.
    func add(_ list: WordList?, as name: String, at key: Value) {
        guard named[name] == nil else { return }
        named[name] = (list.map(add), key)
        order.append(name)
    }

    func add(_ list: WordList) -> Int {
        all.append(list)
        return all.count - 1
    }

    /// The position of a list; logs its absence with the nearest names.
    func position(of name: String, at value: Value) -> Int? {
        guard let found = named[name] else {
            value.fail("no list \(name)", mend: suggestion(for: name, among: order) ?? "add it to lists:")
            return nil
        }
        used.insert(name)
        return found.list
    }

    func reportUnused() {
        for name in order where !used.contains(name) {
            guard let key = named[name]?.key else { continue }
            key.log.warning("no slot takes its words from \(name)", at: key.position, mend: "delete the list")
        }
    }
}

extension Value {
    /// A name that may stand in braces; logs what is wrong with it.
    func slotName(of what: String) -> String? {
        guard let text = text(limit: 40) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isName =
            text.utf8.first.map { (0x61...0x7A).contains($0) } == true
            && parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
            }
        if isName { return text }
        fail("the name of \(what) is lower-case words joined by hyphens", mend: "such as drug or first-drug")
        return nil
    }
}
