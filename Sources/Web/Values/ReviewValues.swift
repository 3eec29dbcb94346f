import Quiz
import Reports
import Scoring

extension TrainingSession.Outcome {
    /// What a page says of an answer.
    func values(refuting refutation: Refutation?) -> [String: PageValue] {
        var values: [String: PageValue] = [
            "key": .text(item.keyInWords), "why": .text(item.why),
            "sources": .text(item.sources.joined(separator: "; ")),
            "answer": .optional(answer.map(item.words)), "isRight": .flag(isRight),
            "verdict": .text(verdict), "remark": .optional(feedback?.remark),
        ]
        guard let feedback else { return values }
        values["hasDifference"] = .flag(!feedback.isRight && !feedback.comparison.isEmpty)
        values["difference"] = .list(
            feedback.comparison.map { row in
                [
                    "code": .text(row.code), "yours": .text(row.answered ?? "-"), "due": .text(row.due ?? "-"),
                    "remark": .text(row.remark ?? ""),
                ]
            })
        values["returned"] = .list(
            feedback.returned.map { back in
                [
                    "reason": .optional(back.reason), "message": .text(back.message),
                    "isLess": .flag(back.isUnderbilling),
                ]
            })
        values["step"] = .optional(feedback.partingStep)
        values["belief"] = .optional(belief(refutation))
        if let contrast = refutation?.contrast { values["contrast"] = .group(contrast.values) }
        return values
    }

    private var verdict: String {
        switch feedback?.verdict {
        case .correct?: "Right."
        case .partial?: "Not quite."
        case .incorrect?: "Not right."
        case nil: "Skipped."
        }
    }

    private func belief(_ refutation: Refutation?) -> String? {
        if let refutation { return refutation.words.withCapital }
        guard let first = feedback?.beliefs.first else { return nil }
        return "\(first.words.withCapital). \(first.heldBy.words ?? first.correction)"
    }
}

extension Contrast {
    fileprivate var values: [String: PageValue] {
        [
            "same": .optional(sameLines.isEmpty ? nil : sameLines.description),
            "sides": .list(
                rows.map { row in ["words": .text(row[0]), "due": .text(row[1]), "believed": .text(row[2])] }),
            "why": .text(why),
        ]
    }
}
