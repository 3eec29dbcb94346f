import Content
import Quiz

/// The cells of one row by the names of their columns, and what is wrong with them.
struct RosterCells {
    private(set) var problems: [RosterProblem] = []
    private let cells: [String]
    private let positions: [String: Int]
    private let position: RosterPosition

    /// - Parameters:
    ///   - cells: From the first column on.
    ///   - positions: Which of them each column is, as the table calls it.
    ///   - position: Where the row stands.
    init(_ cells: [String], positions: [String: Int], position: RosterPosition) {
        self.cells = cells
        self.positions = positions
        self.position = position
    }

    func has(_ column: String) -> Bool { positions[column] != nil }

    /// What stands in a column; nil for nothing.
    subscript(_ column: String) -> String? {
        guard let number = positions[column], number < cells.count, !cells[number].isEmpty else {
            return nil
        }
        return cells[number]
    }

    /// A name that must be there and be one; nil, and a problem, where it is not.
    mutating func name(_ column: String) -> String? { checked(self[column] ?? "", in: column) }

    /// A name that need not be there.
    mutating func optionalName(_ column: String) -> String? { self[column].flatMap { checked($0, in: column) } }

    mutating func checked(_ name: String, in column: String) -> String? {
        guard let problem = nameProblem(name) else { return name }
        fail("\(name.prefix(40)) can be no name: \(problem)", column, "write 1 to 100 letters, digits and spaces")
        return nil
    }

    /// One of some words, however it is written; nil, and a problem, for another and for a cell that must not be empty.
    mutating func choice(_ column: String, of words: [String], or absent: String?) -> String? {
        guard let word = self[column] else {
            if absent == nil { fail("the cell is empty", column, "write one of \(words.joined(separator: ", "))") }
            return absent
        }
        if let known = words.first(where: { $0.lowercased() == word.lowercased() }) { return known }
        fail(
            "no \(column) is \(word.prefix(40))", column,
            suggestion(for: word, among: words) ?? "write one of \(words.joined(separator: ", "))")
        return nil
    }

    /// A mail address, where the cell holds one.
    var email: String? {
        mutating get {
            guard let text = self["email"] else { return nil }
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(" "), text.count <= 254 else {
                fail("\(text.prefix(40)) is no mail address", "email", "write it as name@example.org, or leave it out")
                return nil
            }
            return text
        }
    }

    /// What other systems call a user of OneRoster: its `identifier`, and the ids of `userIds`, which are written
    /// `{LDAP:ann},{SIS:17}`. Nil where the table has neither column.
    var identifiers: [String]? {
        guard has("identifier") || has("userIds") else { return nil }
        let pairs = (self["userIds"] ?? "").split { "{},".contains($0) }
        let ids = pairs.map { plainLine(String($0.split(separator: ":", maxSplits: 1).last ?? "")) }
        return ([self["identifier"] ?? ""] + ids).filter { !$0.isEmpty }
    }

    /// The organisations of a user, in the words of 1.1 or of 1.2.
    var organizations: [String] {
        [self["orgSourcedIds"], self["primaryOrgSourcedId"]].compactMap(\.self)
            .flatMap { $0.split(separator: ",").map { plainLine(String($0)) } }.filter { !$0.isEmpty }
    }

    /// Extra time with its reason; the inner nil for `none`.
    var accommodation: Accommodation?? {
        mutating get {
            guard let text = self["extraTime"] else { return nil }
            if text.lowercased() == "none" || text == "0" { return .some(nil) }
            guard let time = ExtraTime(text) else {
                fail("\(text.prefix(40)) is no extra time", "extraTime", ExtraTime.mend + ", or none")
                return nil
            }
            return Accommodation(time, reason: self["reason"])
        }
    }

    private mutating func fail(_ message: String, _ column: String, _ mend: String) {
        problems.append(RosterProblem(message, in: column, at: position, mend: mend))
    }
}
