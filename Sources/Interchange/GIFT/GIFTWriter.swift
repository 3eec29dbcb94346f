extension QuestionBank {
    /// The questions in Moodle's GIFT, which other systems read too.
    ///
    /// Identity and tags stand in a comment, as Moodle writes them. Feedback to wrong answers that are typed is left
    /// out: Moodle would take it, but other readers would take the question for a choice.
    package var gift: Export {
        let blocks = questions.map(\.gift)
        let losses = Loss.of(questions, "feedback to wrong answers that are typed") { question in
            question.kind == .short && question.wrong.contains { !$0.feedback.isEmpty }
        }
        let arrows = Loss.of(questions, "sign -> in answers, which would make pairs of them: it becomes an arrow") {
            $0.replies.contains { $0.text.contains("->") }
        }
        return Export((giftHeader + blocks).joined(separator: "\n"), losses: losses + arrows)
    }

    private var giftHeader: [String] {
        let comments = ([title] + notices).filter { !$0.isEmpty }.map { "// \($0)\n" }.joined()
        let category = name.isEmpty ? "" : "$CATEGORY: \(name)\n"
        return [comments, category].filter { !$0.isEmpty }
    }
}

extension Question {
    fileprivate var gift: String {
        let marks =
            (id.isEmpty ? [] : ["[id:\(id.escapedInGIFTComment)]"])
            + tags.map { "[tag:\($0.escapedInGIFTComment)]" }
        let comment = marks.isEmpty ? "" : "// \(marks.joined(separator: " "))\n"
        let heading = title.isEmpty ? "" : "::\(title.escapedInGIFT)::"
        let answers = (kind == .short ? right : replies).map { "\t\(giftSign(of: $0))\($0.gift)\n" }.joined()
        let explanation = explanationWithSources.map(\.escapedInGIFT).joined(separator: "\\n\\n")
        let general = explanation.isEmpty ? "" : "\t####\(explanation)\n"
        return comment + heading + "[plain]" + stem.map(\.escapedInGIFT).joined(separator: "\\n\\n")
            + " {\n\(answers)\(general)}\n"
    }

    /// Of several right options each has its share; where there is one, it is marked as such.
    private func giftSign(of reply: Reply) -> String {
        guard reply.isRight else { return "~" }
        guard kind == .choice, right.count > 1 else { return "=" }
        let hundredths = 10_000 / right.count
        let (whole, part) = (hundredths / 100, hundredths % 100)
        return part == 0 ? "~%\(whole)%" : "~%\(whole).\(part < 10 ? "0" : "")\(part)%"
    }
}

extension Question.Reply {
    fileprivate var gift: String {
        let text = text.replacing("->", with: "→").escapedInGIFT
        return feedback.isEmpty ? text : "\(text)#\(feedback.escapedInGIFT)"
    }
}

extension String {
    fileprivate var escapedInGIFT: String {
        var escaped = ""
        for character in unicodeScalars {
            if "~=#{}:\\".unicodeScalars.contains(character) { escaped.append("\\") }
            escaped.unicodeScalars.append(character)
        }
        return escaped
    }

    fileprivate var escapedInGIFTComment: String {
        String(flatMap { "[]\\".contains($0) ? ["\\", $0] : [$0] })
    }
}
