import Examining
import Quiz

extension ExamReport.Part {
    /// What first attempts measured; empty where forms are fixed.
    var measured: [MeasuredAbility] { firsts.compactMap { $0.result?.measured } }

    /// The mean result of first attempts, 0 to 1; nil where there is none.
    package var mean: Double? {
        measured.isEmpty ? statistics.mean : measured.reduce(0) { $0 + Double($1.share) } / 1e6 / Double(measured.count)
    }

    /// Whether items follow from answers.
    package var isAdaptive: Bool { !measured.isEmpty || attempts.contains { $0.form.adaptive != nil } }

    /// How the figures of the exam as a whole come about.
    var figuresNote: String {
        guard measured.isEmpty else {
            return
                "Items followed from answers: what is measured is ability, by the difficulties that items were taken to have."
        }
        return statistics.reliability?.isLowerBound == true
            ? "Candidates had different items, drawn by one rule: what all had is held against itself, the rest place "
                + "against place, so that reliability is at least what is told."
            : "Everybody had the same items: each is held against itself."
    }

    /// What each template, scenario and term did, its items taken together: the head, and a row for each. Where items
    /// follow from answers, who got one depends on their ability, and nothing is said of its difficulty.
    package var familyTable: (head: [String], rows: [[String]]) {
        let head = isAdaptive ? ["", "n", "median", ""] : ["", "n", "right", "discriminates", "median", ""]
        let rows = statistics.families.map { family in
            [family.analysis.name, "\(family.analysis.responses)"]
                + (isAdaptive ? [] : [family.difficultyWords, family.discriminationWords])
                + [family.analysis.time.map { clock($0.median) } ?? "", family.remarks.joined(separator: "; ")]
        }
        return (head, rows)
    }

    /// What the columns of that table are, and what is to be thought of them; of an exam whose items follow from answers
    /// how to find out more.
    package var familyNote: String {
        guard !isAdaptive else {
            return "How often each was asked, and the median time. How hard items are, exam calibrate tells: who gets "
                + "one here depends on how able they are."
        }
        return "The share that is right, the correlation with the rest of the test, and the median time."
            + (statistics.fewWords.map { " \($0)" } ?? "")
    }

    /// The figures of the exam as a whole: the name of each, its value, and what it is.
    package var figures: [(name: String, value: String, note: String)] {
        guard let mean, !measured.isEmpty else { return statistics.figures }
        let count = Double(measured.count)
        let items = firsts.reduce(0) { $0 + Double($1.state.count) } / count
        let error = measured.reduce(0) { $0 + Double($1.error) } / 1_000 / count
        return [
            ("candidates", "\(measured.count)", "first attempts that are handed in" + statistics.fewCandidatesWords),
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
