/// Something wrong with a pack: where, what, and how to mend it.
package struct Problem: Error, Sendable, Equatable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    package let severity: Severity
    /// Where it is.
    package let place: Place
    package let message: String
    /// How to mend it; nil where the message says so already.
    package let mend: String?
}

/// A spot in a file of a pack.
package struct Place: Sendable, Hashable {
    /// The file's path within the pack.
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// In characters, counted from 1.
    package let column: Int

    package init(_ file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Place: Comparable {
    package static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

extension Problem: CustomStringConvertible {
    /// `codes.yaml:12:5: error: what is wrong; how to mend it`
    package var description: String {
        let mending = mend.map { "; \($0)" } ?? ""
        return "\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(message)\(mending)"
    }
}

/// Collects every problem of a pack, so that an author hears of all of them at once.
final class ProblemLog {
    private(set) var problems: [Problem] = []
    /// Beyond so many nobody reads on, and a hostile file could make millions.
    private static let limit = 200

    func error(_ message: String, at place: Place, mend: String? = nil) {
        add(Problem(severity: .error, place: place, message: message, mend: mend))
    }

    func warning(_ message: String, at place: Place, mend: String? = nil) {
        add(Problem(severity: .warning, place: place, message: message, mend: mend))
    }

    var errorCount: Int { problems.count { $0.severity == .error } }
    var hasErrors: Bool { problems.contains { $0.severity == .error } }
    var sorted: [Problem] { problems.sorted { $0.place < $1.place } }

    private func add(_ problem: Problem) {
        if problems.count < Self.limit { problems.append(problem) }
    }
}
