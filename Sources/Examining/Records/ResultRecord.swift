import Machine
import Quiz

/// What an attempt came to when it was closed.
package struct ResultRecord: Codable, Sendable, Equatable {
    /// The fraction of each item in millionths, in the order of the form.
    package let fractions: [Int]
    /// Whether it reached the pass mark.
    package private(set) var isPassed: Bool
    /// The program that judged.
    package let program: String
    /// What an adaptive attempt measured; nil of a fixed form.
    package internal(set) var measured: MeasuredAbility?
}

extension ResultRecord {
    /// Whether another one says the same, whichever program judged.
    func says(_ other: ResultRecord) -> Bool {
        fractions == other.fractions && isPassed == other.isPassed && measured == other.measured
    }

    /// What an item can come to, in millionths.
    static let fraction = 0...1_000_000

    /// Reads what a log tells.
    ///
    /// - Throws: `DecodingError` of what no item comes to.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        fractions = try members.decodeAll(.fractions, in: Self.fraction)
        isPassed = try members.decode(Bool.self, forKey: .isPassed)
        program = try members.decode(String.self, forKey: .program)
        measured = try members.decodeIfPresent(MeasuredAbility.self, forKey: .measured)
    }

    /// The mean of all items, 0 to 1; of an adaptive attempt the share that is expected of all that may be asked. Nil of
    /// no item.
    package var fraction: Double? {
        if let measured { return Double(measured.share) / 1_000_000 }
        return fractions.isEmpty ? nil : Double(fractions.reduce(0, +)) / 1_000_000 / Double(fractions.count)
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

    /// What fractions in millionths come to under a form.
    ///
    /// - Parameters:
    ///   - fractions: Of each item, in the order of the form.
    ///   - form: What was sat.
    ///   - isWhole: Whether an adaptive attempt came to its end; nil for as many items as there must be.
    ///   - program: The one that judged.
    init(_ fractions: [Int], of form: FormRecord, isWhole: Bool? = nil, program: String) {
        guard let record = form.adaptive, let given = form.given else {
            self.init(fractions, passMark: form.passMark, program: program)
            return
        }
        let (measured, isPassed) = MeasuredAbility.judge(
            fractions, to: given, by: record, isWhole: isWhole ?? (given.count >= record.least))
        self.init(fractions: fractions, isPassed: isPassed, program: program)
        self.measured = measured
    }

    /// What this program judged.
    init(_ result: ExamResult) {
        self.init(
            fractions: result.fractions.map { Int(($0 * 1_000_000).rounded()) }, isPassed: result.isPassed,
            program: programVersion)
    }
}
