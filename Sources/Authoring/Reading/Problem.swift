import Content
import Machine

/// Something wrong with a pack: where, what, and how to mend it. Its words are safe to show on a terminal.
package struct Problem: Error, Sendable, Equatable {
    /// An error keeps the pack from being used; a warning does not.
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// Whether the pack can be used all the same.
    package let severity: Severity
    /// Where it is.
    package let position: FilePosition
    /// What is wrong, as a clause.
    package let message: String
    /// How to mend it; nil where the message says so already.
    package let mend: String?

    package init(severity: Severity, position: FilePosition, message: String, mend: String? = nil) {
        self.severity = severity
        self.position = position
        self.message = message.shown()
        self.mend = mend?.shown()
    }
}

/// A spot in a file of a pack.
package struct FilePosition: Sendable, Hashable {
    /// The file's path within the pack.
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// In Unicode scalars, counted from 1.
    package let column: Int

    package init(_ file: String, line: Int = 1, column: Int = 1) {
        self.file = file.shown()
        self.line = line
        self.column = column
    }
}

extension FilePosition: Comparable {
    package static func < (left: FilePosition, right: FilePosition) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}

extension Problem: CustomStringConvertible {
    /// `codes.yaml:12:5: error: what is wrong; how to mend it`
    package var description: String {
        let mending = mend.map { "; \($0)" } ?? ""
        return "\(position.file):\(position.line):\(position.column): \(severity.rawValue): \(message)\(mending)"
    }
}

/// Collects every problem of a pack, so that an author hears of all of them at once.
final class ProblemLog {
    /// Nobody reads on beyond so many of a kind, and a hostile file could make millions.
    static let limit = 200

    private var problems: [Problem] = []
    private var counts: [Problem.Severity: Int] = [:]

    /// The words are worked out only where the problem is kept: a near miss takes time to find.
    func error(
        _ message: @autoclosure () -> String, at position: @autoclosure () -> FilePosition,
        mend: @autoclosure () -> String? = nil
    ) {
        add(.error, message, position, mend)
    }

    /// A file of the pack that cannot be used.
    func error(_ failure: FileError, at position: FilePosition) {
        error(failure.reason, at: position, mend: failure.packMend)
    }

    func warning(
        _ message: @autoclosure () -> String, at position: @autoclosure () -> FilePosition,
        mend: @autoclosure () -> String? = nil
    ) {
        add(.warning, message, position, mend)
    }

    /// The keys that were asked for, by the mapping's shape; nil where nobody wants to know.
    var keys: [String: Set<String>]?

    func noteKeys(_ asked: [String], of shape: Shape) {
        if keys != nil { keys?[shape.name, default: []].formUnion(asked) }
    }

    var errorCount: Int { counts[.error, default: 0] }
    var hasErrors: Bool { errorCount > 0 }
    /// Whether further errors are only counted.
    var isFull: Bool { errorCount >= Self.limit }

    /// Every problem in the order of the files; where some were not kept, a last one says how many.
    var sorted: [Problem] {
        // A warning often follows from an error.
        let sorted = problems.sorted {
            ($0.severity == .error ? 0 : 1, $0.position) < ($1.severity == .error ? 0 : 1, $1.position)
        }
        let dropped = counts.values.reduce(0, +) - problems.count
        guard dropped > 0, let last = sorted.last else { return sorted }
        let more = Problem(
            severity: hasErrors ? .error : .warning, position: last.position,
            message: "there are \(dropped) more problems", mend: "mend these first")
        return sorted + [more]
    }

    private func add(
        _ severity: Problem.Severity, _ message: () -> String, _ position: () -> FilePosition, _ mend: () -> String?
    ) {
        counts[severity, default: 0] += 1
        guard counts[severity, default: 0] <= Self.limit else { return }
        problems.append(Problem(severity: severity, position: position(), message: message(), mend: mend()))
    }
}
