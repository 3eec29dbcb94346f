/// One row of a file about a team: what it says, and where it stands.
package struct RosterRow: Sendable {
    /// Where it stands.
    package let position: RosterPosition
    /// What it says.
    package let statement: Statement
    /// Whether it takes away what it names.
    package let isGone: Bool

    /// What a row says, and where it stands.
    package init(_ statement: Statement, isGone: Bool, at position: RosterPosition) {
        self.statement = statement
        self.isGone = isGone
        self.position = position
    }

    /// What a row may say.
    package enum Statement: Sendable {
        case candidate(Candidate)
        case group(id: String, title: String)
        /// The organisations that a user belongs to, which are groups where a file or the roster knows them.
        case organizations(user: String, ids: [String])
        /// What a user is, as a table of roles says: `student` or another word of OneRoster.
        case role(user: String, String)
        case membership(user: String, group: String, isStudent: Bool)
    }

    /// What a row says of a candidate; nil where it says nothing of it, and what was known stays.
    package struct Candidate: Sendable {
        /// What attempts of the candidate are kept under.
        package var id: String
        /// Another word by which the candidate may be called.
        package var login: String?
        /// The name, as people write it.
        package var name: String?
        /// The candidate's mail address.
        package var email: String?
        /// By which other systems know the candidate; nil where the row says nothing of them.
        package var identifiers: [String]?
        /// What the row's own column says that the person is, where it is no student: `teacher`.
        package var otherRole: String?
        /// The inner nil takes extra time away.
        package var accommodation: Accommodation??
        /// All groups are in the rows of the same files, whatever groups there were.
        package var groups: Groups = .elsewhere

        package init(id: String) { self.id = id }
    }

    /// Where the groups of a candidate are said.
    package enum Groups: Sendable, Equatable {
        case elsewhere
        /// In this row, and in others about the same candidate; nil for none.
        case here(String?)
    }
}

/// A cell of a file.
package struct RosterPosition: Sendable, Equatable {
    /// The name of the file, for people to find it.
    package let file: String
    /// Counted from 1.
    package let row: Int

    package init(file: String, row: Int) {
        self.file = file
        self.row = row
    }
}

/// Why a file about a team cannot be taken in.
package struct RosterProblem: Sendable, Equatable, CustomStringConvertible {
    /// Where it is.
    package let position: RosterPosition
    /// The name of the column; nil where it is about the whole row.
    package let column: String?
    /// What is wrong, in a clause.
    package let message: String
    /// How to put it right, in a clause.
    package let mend: String

    /// What is wrong with a cell, or with a row where no column is named.
    package init(_ message: String, in column: String? = nil, at position: RosterPosition, mend: String) {
        self.message = message
        self.column = column
        self.position = position
        self.mend = mend
    }

    /// `users.csv:3: column role: what is wrong; how to mend it`
    package var description: String {
        "\(position.file):\(position.row): " + (column.map { "column \($0): " } ?? "") + "\(message); \(mend)"
    }
}
