package import Content
import Quiz
import Scoring

/// The reviews of terms and facts as the FSRS optimiser takes them, to fit its parameters to a learner: a row for each,
/// in the order in which they took place. The columns are those of the review log of PyPI's `FSRS-Optimizer`.
package struct ReviewLog {
    private var rows: [String] = []

    /// Takes those of a learner's answers that are to terms and facts.
    package init(of answers: [Records.RecordedAnswer], in pack: Pack) {
        let items = Dictionary(pack.termItems.map { ($0.id.description, $0) }) { first, _ in first }
        for recorded in answers where ItemID(recorded.item)?.kind == .term {
            let answer = recorded.answer
            let isMisspelt = (try? items[recorded.item]?.judge(answer.text))?.remark != nil
            let rating = Rating(
                isRight: answer.verdict == .correct, hints: answer.hints, isMisspelt: isMisspelt)
            rows.append(
                "\"\(recorded.item)\",\(answer.at.milliseconds),\(rating.rawValue),\(answer.responseMilliseconds)")
        }
    }

    /// With a heading; times are milliseconds since 1970, durations milliseconds, ratings 1 to 4.
    package var csv: String {
        (["card_id,review_time,review_rating,review_duration"] + rows).map { $0 + "\n" }.joined()
    }
}
