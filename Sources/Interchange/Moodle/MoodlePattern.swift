/// What Moodle holds an answer that is typed against: a text in which `*` stands for anything, and `\*` for the sign
/// itself (`compare_string_with_wildcard` of its question type `shortanswer`). The first pattern that fits decides.
enum MoodlePattern {
    /// The pattern that fits one text and no other.
    static func of(_ text: String) -> String { text.replacing("*", with: "\\*") }

    /// The one text that a pattern fits; nil where it fits many.
    static func text(of pattern: String) -> String? {
        var last: Unicode.Scalar?
        for scalar in pattern.unicodeScalars {
            if scalar == "*", last != "\\" { return nil }
            last = scalar
        }
        return pattern.replacing("\\*", with: "*")
    }
}

/// The shares of the credit that Moodle gives to an answer (`question_bank::fraction_options_full`): others are refused
/// by its strict import, which wants five places.
enum MoodleShare {
    private static let known = [
        90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
    ]

    /// How many right options there can be whose equal shares Moodle knows.
    static let counts: Set<Int> = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20]

    /// The share, in a hundred, that is nearest to what a reply is worth.
    static func nearest(to reply: Question.Reply) -> Double {
        guard reply.isPartlyRight else { return reply.isRight ? 100 : 0 }
        let credit = reply.credit * 100
        return known.min { abs($0 - credit) < abs($1 - credit) } ?? 0
    }

    /// What one of so many right options is worth.
    static func of(_ count: Int) -> Double { (10_000_000 / Double(max(count, 1))).rounded(.down) / 100_000 }
}

/// What the replies to a question are worth in Moodle, in a hundred. Of several right options each has its share, and a
/// wrong one takes all of it away: else whoever ticks everything would be right.
struct MoodleShares {
    let isSeveral: Bool
    private let rightCount: Int

    init(_ question: Question) {
        isSeveral = question.isSeveral
        rightCount = question.right.count
    }

    /// What a reply is worth: `33.33333`.
    func share(of reply: Question.Reply) -> String {
        guard isSeveral else { return number(MoodleShare.nearest(to: reply)) }
        return reply.isRight ? number(MoodleShare.of(rightCount)) : "-100"
    }

    /// Whether a share is read as it stands: what this program and Moodle itself would write.
    func isUsual(_ share: Double, for reply: Question.Reply) -> Bool {
        guard isSeveral else { return share >= 0 }
        return reply.isRight ? abs(share - 100 / Double(rightCount)) < 0.01 : share == 0 || share == -100
    }
}

extension Question {
    /// Whether several options are to be ticked.
    var isSeveral: Bool { kind == .choice && right.count > 1 }
}

extension QuestionBank {
    /// What Moodle's matching and its shares of the credit cannot say, in either of its formats.
    var moodleLosses: [Loss] {
        Loss.ofMatching(questions)
            + Loss.of(questions, "shares of the credit that Moodle knows, but the nearest to them") { question in
                question.kind == .choice && !MoodleShare.counts.contains(question.right.count)
                    || !question.isSeveral
                        && question.replies.contains { abs(MoodleShare.nearest(to: $0) - $0.credit * 100) > 0.001 }
                    || question.isSeveral && question.replies.contains(where: \.isPartlyRight)
            }
    }
}
