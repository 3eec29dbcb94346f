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
    /// How many right options there can be whose equal shares Moodle knows.
    static let counts: Set<Int> = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20]

    /// What one of so many right options is worth, in a hundred: `50`, `33.33333`.
    static func of(_ count: Int) -> String {
        let parts = 10_000_000 / max(count, 1)
        let places = String(parts % 100_000)
        return parts % 100_000 == 0
            ? "\(parts / 100_000)"
            : "\(parts / 100_000).\(String(repeating: "0", count: 5 - places.count))\(places)"
    }
}

extension Question {
    /// What a reply is worth in Moodle, in a hundred. Of several right options each has its share, and a wrong one takes
    /// all of it away: else whoever ticks everything would be right.
    func moodleShare(of reply: Reply) -> String {
        guard kind == .choice, right.count > 1 else { return reply.isRight ? "100" : "0" }
        return reply.isRight ? MoodleShare.of(right.count) : "-100"
    }

    /// Whether a share is what this program and Moodle itself would write for a reply, so that nothing is lost where it
    /// is read.
    func isUsual(_ share: Double, for reply: Reply) -> Bool {
        guard kind == .choice, right.count > 1 else { return share == 100 || share == 0 }
        return reply.isRight ? abs(share - 100 / Double(right.count)) < 0.01 : share == 0 || share == -100
    }
}

extension QuestionBank {
    /// Of both of Moodle's formats: what no share of the credit can say.
    var moodleLosses: [Loss] {
        Loss.of(questions, "shares of the credit that Moodle knows") {
            $0.kind == .choice && !MoodleShare.counts.contains($0.right.count)
        }
    }
}
