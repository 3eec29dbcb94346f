import Machine
import Quiz

/// What an attempt came to when it was closed.
package struct ResultRecord: Codable, Sendable, Equatable {
    /// The fraction of each item in millionths, in the order of the form.
    package let fractions: [Int]
    package private(set) var isPassed: Bool
    /// The program that judged.
    package let program: String
}

extension ResultRecord {
    /// The mean of all items, 0 to 1; nil of none.
    package var fraction: Double? {
        fractions.isEmpty ? nil : Double(fractions.reduce(0, +)) / 1_000_000 / Double(fractions.count)
    }

    /// What fractions in millionths come to. Each may be half a millionth too small, which fails nobody: three thirds
    /// are one.
    ///
    /// - Parameters:
    ///   - fractions: Of each item, in the order of the form.
    ///   - passMark: The least result that passes, in percent.
    ///   - program: The one that judged.
    package init(_ fractions: [Int], passMark: Int, program: String) {
        self.init(fractions: fractions, isPassed: false, program: program)
        isPassed = (fraction ?? 0) + 1e-6 >= Double(passMark) / 100
    }

    /// What this program judged.
    init(_ result: ExamResult) {
        self.init(
            fractions: result.fractions.map { Int(($0 * 1_000_000).rounded()) }, isPassed: result.isPassed,
            program: programVersion)
    }
}
