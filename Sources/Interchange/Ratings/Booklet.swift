import Markup

/// Items in the order of their difficulty, with a column for each rater, who puts one bookmark into it: at the first item
/// that somebody who is only just qualified would not be likely to answer rightly.
package struct Booklet: Sendable {
    /// From the easiest to the hardest.
    package let items: [RatingSheet.Item]
    /// How many there are.
    package let raters: Int

    package init(_ items: [RatingSheet.Item], raters: Int) {
        self.items = items
        self.raters = raters
    }

    /// What stands in place of an item on the last line, for who would put the bookmark after all items.
    static let end = "end"

    /// The table, with empty cells to put bookmarks into. No cell is taken for a formula by a spreadsheet.
    package var csv: String {
        let columns = (1...raters).map { "rater \($0)" }
        let empty = columns.map { _ in "" }
        let rows = items.enumerated().map { page, item in
            ["\(page + 1)"] + [item.id, item.section, item.text, item.key].map(plainLine) + empty
        }
        let last = ["\(items.count + 1)", Self.end, "", "all of them are likely to be answered rightly", ""] + empty
        return csvText([["page", "item", "section", "text", "key"] + columns] + rows + [last], ending: "\n")
    }
}

/// Bookmarks that were read from booklets.
package struct Bookmarks: Sendable {
    /// The items' ids, from the easiest to the hardest.
    package private(set) var items: [String] = []
    /// The raters' names, in their order.
    package private(set) var raters: [String] = []
    /// For each rater how many items lie before the bookmark; empty where there are problems.
    package private(set) var before: [Int] = []
    /// What is wrong, with file, row and column, all of it.
    package private(set) var problems: [String] = []
    private var marks: [String: (count: Int, file: String)] = [:]

    /// Reads booklets and puts them together: all raters may have filled in one, or each a copy.
    ///
    /// - Parameters:
    ///   - files: Cells parted by commas, semicolons or tabs, in UTF-8, with the names of the files.
    ///   - isKnown: Whether an item of this id is one whose difficulty is known.
    package init(_ files: [(name: String, bytes: [UInt8])], isKnown: (String) -> Bool) {
        for file in files { read(file.bytes, named: file.name, isKnown: isKnown) }
        raters.sort { ($0.count, $0) < ($1.count, $1) }
        if items.isEmpty, problems.isEmpty { problems.append("there are no items in the booklets") }
        for rater in raters where marks[rater] == nil {
            problems.append("column \(rater): no bookmark; leave out the column of a rater who took no part")
        }
        if raters.count == 1 { problems.append("there is one rater; a cut score takes two at least") }
        before = problems.isEmpty ? raters.compactMap { marks[$0]?.count } : []
    }

    private mutating func read(_ bytes: [UInt8], named file: String, isKnown: (String) -> Bool) {
        let table: CSVText
        do { table = try CSVText(bytes) } catch { return problems.append("\(file):\(error)") }
        let names = (table.rows.first?.cells ?? []).map { plainLine($0).lowercased() }
        guard let position = names.firstIndex(of: "item") else {
            return problems.append("\(file): row 1: no column is named item; is this a booklet of exam cut-score?")
        }
        let columns = names.enumerated().filter { $1.hasPrefix("rater ") }
        if columns.isEmpty { problems.append("\(file): row 1: no column is named as rater 1") }
        for (_, name) in columns where !raters.contains(name) { raters.append(name) }
        var own: [String] = []
        for (number, row) in table.rows.enumerated().dropFirst() where row.cells.contains(where: { !$0.isEmpty }) {
            let id = position < row.cells.count ? plainLine(row.cells[position]) : ""
            guard id == Booklet.end || isKnown(id) else {
                problems.append(
                    "\(file): row \(number + 1), column item: \(id.isEmpty ? "no item" : "unknown item \(id.prefix(80))")"
                )
                continue
            }
            for (column, name) in columns where column < row.cells.count && !plainLine(row.cells[column]).isEmpty {
                note(name, after: own.count, in: file, row: number + 1)
            }
            if id != Booklet.end { own.append(id) }
        }
        if items.isEmpty { items = own }
        if items != own {
            problems.append("\(file): its items are others than those of the first booklet, or in another order")
        }
    }

    private mutating func note(_ rater: String, after count: Int, in file: String, row: Int) {
        if let other = marks[rater], other.count != count {
            problems.append("\(file): row \(row), column \(rater): a second bookmark; another one is in \(other.file)")
        } else {
            marks[rater] = (count, file)
        }
    }
}
