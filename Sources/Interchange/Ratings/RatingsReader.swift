import Content

/// Ratings that were read from sheets which raters filled in.
package struct Ratings: Sendable {
    /// The items' ids, in the order of the first sheet.
    package private(set) var items: [String] = []
    /// The raters' names, in their order.
    package private(set) var raters: [String] = []
    /// The ratings of each round that was held, from 0 to 100, a row for each item, a column for each rater; empty where
    /// there are problems.
    package private(set) var rounds: [[[Double]]] = []
    /// What is wrong, with file, row and column, all of it.
    package private(set) var problems: [String] = []

    private var cells: [Key: Cell] = [:]
    private var columns: Set<Column> = []
    /// Cells with something in them that is no rating.
    private var refused: Set<Key> = []
    /// Where each item stands first.
    private var rows: [String: (file: String, row: Int)] = [:]

    private struct Column: Hashable {
        let round: Int
        let rater: String

        var name: String { "round \(round) \(rater)" }

        /// Reads a column's name, such as `round 1 rater 2`; nil of another.
        init?(_ name: String) {
            let words = name.split(separator: " ", maxSplits: 2)
            guard words.count == 3, words[0] == "round", let round = Int(words[1]), (1...9).contains(round) else {
                return nil
            }
            self.init(round: round, rater: String(words[2]))
        }

        init(round: Int, rater: String) {
            self.round = round
            self.rater = rater
        }
    }

    private struct Key: Hashable {
        let item: String
        let column: Column
    }

    private struct Cell {
        let rating: Double
        let file: String
    }

    /// Reads sheets and puts them together: all raters may have filled in one, or each a copy.
    ///
    /// - Parameters:
    ///   - files: Cells parted by commas, semicolons or tabs, in UTF-8, with the names of the files.
    ///   - isKnown: Whether an item of this id is one of the pack as it is now.
    package init(_ files: [(name: String, bytes: [UInt8])], isKnown: (String) -> Bool) {
        for file in files { read(file.bytes, named: file.name, isKnown: isKnown) }
        if items.isEmpty, problems.isEmpty { problems.append("there are no items in the sheets") }
        gather()
        if !problems.isEmpty { rounds = [] }
    }

    private mutating func read(_ bytes: [UInt8], named file: String, isKnown: (String) -> Bool) {
        let table: CSVText
        do { table = try CSVText(bytes) } catch { return problems.append("\(file):\(error)") }
        let names = (table.rows.first?.cells ?? []).map { plainLine($0).lowercased() }
        guard let itemPosition = names.firstIndex(of: "item") else {
            return problems.append("\(file): row 1: no column is named item; is this a sheet of exam cut-score?")
        }
        let positions = names.enumerated().compactMap { position, name in Column(name).map { (position, $0) } }
        if positions.isEmpty { problems.append("\(file): row 1: no column is named as round 1 rater 1") }
        if Set(positions.map(\.1)).count < positions.count {
            problems.append("\(file): row 1: two columns have one name")
        }
        columns.formUnion(positions.map(\.1))
        var seen: Set<String> = []
        for (number, row) in table.rows.enumerated().dropFirst() where row.cells.contains(where: { !$0.isEmpty }) {
            let id = itemPosition < row.cells.count ? plainLine(row.cells[itemPosition]) : ""
            let lead = "\(file): row \(number + 1), column"
            guard isKnown(id) else {
                problems.append("\(lead) item: \(id.isEmpty ? "no item" : "unknown item \(id.prefix(80))")")
                continue
            }
            guard seen.insert(id).inserted else {
                problems.append("\(lead) item: \(id) is there twice")
                continue
            }
            if rows[id] == nil {
                rows[id] = (file, number + 1)
                items.append(id)
            }
            for (position, column) in positions {
                take(position < row.cells.count ? row.cells[position] : "", of: id, in: column, file: file, lead: lead)
            }
        }
    }

    private mutating func take(_ cell: String, of item: String, in column: Column, file: String, lead: String) {
        let text = plainLine(cell)
        guard !text.isEmpty else { return }
        let key = Key(item: item, column: column)
        guard let rating = Self.rating(text) else {
            refused.insert(key)
            return problems.append("\(lead) \(column.name): \(text.prefix(20)) is no number from 0 to 100")
        }
        if let other = cells[key], other.rating != rating {
            let both = "\(plainNumber(rating)) here, and \(plainNumber(other.rating)) in \(other.file)"
            return problems.append("\(lead) \(column.name): \(both)")
        }
        cells[key] = Cell(rating: rating, file: file)
    }

    /// A number from 0 to 100 in plain digits, with a point or a comma, and perhaps a sign of percent.
    private static func rating(_ text: String) -> Double? {
        let digits = text.hasSuffix("%") ? plainLine(String(text.dropLast())) : text
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }),
            let rating = decimal(digits.replacing(",", with: ".")), (0...100).contains(rating)
        else { return nil }
        return rating
    }

    /// Puts the ratings of every round that was held into tables, and tells of each that is missing.
    private mutating func gather() {
        raters = Set(columns.map(\.rater)).sorted { ($0.count, $0) < ($1.count, $1) }
        let held = Set(cells.keys.map(\.column.round)).union(refused.map(\.column.round))
        if held.isEmpty, problems.isEmpty { problems.append("nobody has rated anything yet") }
        for round in held.sorted() {
            let columns = raters.map { Column(round: round, rater: $0) }
            for column in columns { checkIsComplete(column) }
            rounds.append(items.map { item in columns.map { cells[Key(item: item, column: $0)]?.rating ?? 0 } })
        }
        if raters.count == 1 { problems.append("there is one rater; a cut score takes two at least") }
    }

    private mutating func checkIsComplete(_ column: Column) {
        let missing = items.filter { item in
            let key = Key(item: item, column: column)
            return cells[key] == nil && !refused.contains(key)
        }
        if missing.count == items.count, !items.isEmpty {
            problems.append("column \(column.name): no ratings; leave out every column of a rater who took no part")
        } else {
            for item in missing {
                guard let (file, row) = rows[item] else { continue }
                problems.append("\(file): row \(row), column \(column.name): no rating")
            }
        }
    }
}

private func plainNumber(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
}
