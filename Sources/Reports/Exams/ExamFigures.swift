import Examining
import Quiz

extension ExamReport.Part {
    /// What first attempts measured; empty where forms are fixed.
    var measured: [MeasuredAbility] { firsts.compactMap { $0.result?.measured } }

    /// The mean result of first attempts, 0 to 1; nil where there is none.
    package var mean: Double? {
        measured.isEmpty ? statistics.mean : measured.reduce(0) { $0 + Double($1.share) } / 1e6 / Double(measured.count)
    }

    /// How the figures of the exam as a whole come about.
    var figuresNote: String {
        measured.isEmpty
            ? "Candidates have forms of their own, drawn by one rule: place is held against place."
            : "Items followed from answers: what is measured is ability, by the difficulties that items were taken to have."
    }

    /// The figures of the exam as a whole: the name of each, its value, and what it is.
    package var figures: [(name: String, value: String, note: String)] {
        guard let mean, !measured.isEmpty else { return statistics.figures }
        let count = Double(measured.count)
        let items = firsts.reduce(0) { $0 + Double($1.state.count) } / count
        let error = measured.reduce(0) { $0 + Double($1.error) } / 1_000 / count
        return [
            ("candidates", "\(measured.count)", "first attempts that are handed in"),
            ("mean", mark(mean), "share of all that the exam may ask, as it is expected of them"),
            ("items", tenths(items), "that an attempt has, on average"),
            ("standard error", decimals(error), "of ability, on average, in standard deviations"),
            (
                "reliability", measured.reliability.map(decimals) ?? "-",
                "share of what abilities differ by that is no error; 0.80 is asked of a certification"
            ),
        ]
    }
}
