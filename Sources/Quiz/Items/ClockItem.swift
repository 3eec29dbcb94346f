package import Content
package import Scoring

/// How many minutes of a visit count for the payer?
package struct ClockItem: VisitItem {
    package let id: ItemID
    package let situation: Situation

    /// Nil where no minutes count.
    package init?(_ situation: Situation) {
        guard situation.key.countedMinutes > 0 else { return nil }
        self.situation = situation
        id = situation.id(.clock, words: [String(situation.key.countedMinutes)])
    }

    package var question: String { "how many minutes count, before any limit?" }
    package var skills: Set<Skill> {
        situation.skills.intersection([.overlap, .activity, .midnight, .sameDay, .service, .documentation]).union([
            .clock
        ])
    }
    package var hints: [String] {
        ["Lay the times beside each other, count what overlaps once, and leave out what this payer does not count."]
            + clockSteps.filter { !$0.states(situation.key.countedMinutes) }
    }
    package var key: String { String(situation.key.countedMinutes) }
    package var why: String { (clockSteps + ["\(key) minutes count."]).joined(separator: " ") }

    private var clockSteps: [String] {
        situation.texts(of: situation.key.steps.filter(\.readsClock))
    }

    package func judge(_ answer: String) throws(UnreadableAnswer) -> Feedback {
        guard let minutes = readMinutes(answer) else {
            throw UnreadableAnswer("expected minutes, such as 150 or 2:30")
        }
        if minutes == situation.key.countedMinutes { return .right }
        var feedback = Feedback(verdict: .incorrect, fraction: 0)
        let believers = situation.judged.beliefs.singles
        feedback.beliefs = zip(believers, situation.judged.countedMinutes(of: believers)).compactMap {
            believer, counted in
            guard counted == minutes,
                let misconception = believer.names.first.flatMap(situation.pack.misconception)
            else { return nil }
            return Feedback.Belief(
                ids: [misconception.id], words: misconception.belief, correction: misconception.correction)
        }
        return feedback
    }

    package func response(_ answer: String) -> Response? { readMinutes(answer).map { Response(String($0)) } }

    package func responses(of believers: [Believer]) -> [Response?] {
        situation.judged.countedMinutes(of: believers).map { Response(String($0)) }
    }
}

extension String {
    /// Whether a number stands in it, and not as a part of a longer one or of a time.
    fileprivate func states(_ number: Int) -> Bool {
        split { !($0.isNumber || $0 == ":") }.contains { $0 == String(number) }
    }
}

/// Reads `150`, `150 minutes`, `2:30`, `2 h 30` or `2 hours`; nil where it is none of these.
func readMinutes(_ answer: String) -> Int? {
    let words = answer.lowercased().split { !($0.isNumber || $0.isLetter || $0 == ":") }
    var numbers: [Int] = []
    var units: [Character] = []
    for word in words {
        if word.contains(":") {
            let parts = word.split(separator: ":").map { Int($0) }
            guard words.count == 1, parts.count == 2, let hours = parts[0], let rest = parts[1], hours < 100, rest < 60
            else { return nil }
            return hours * 60 + rest
        }
        let digits = word.prefix { $0.isNumber }
        let letters = word.drop { $0.isNumber }
        if !digits.isEmpty {
            guard let number = Int(digits), number <= 10_000 else { return nil }
            numbers.append(number)
        }
        if let unit = letters.first { units.append(unit) }
        // `2h30` is one word.
        let tail = letters.drop { $0.isLetter }
        if !tail.isEmpty {
            guard let number = Int(tail), number < 60 else { return nil }
            numbers.append(number)
        }
    }
    switch (numbers.count, units) {
    case (1, []), (1, ["m"]): return numbers[0]
    case (1, ["h"]): return numbers[0] * 60
    case (2, ["h"]), (2, ["h", "m"]): return numbers[0] * 60 + numbers[1]
    default: return nil
    }
}
