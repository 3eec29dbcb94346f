extension QuestionBank {
    /// The questions in Moodle's GIFT, which other systems read too. Identity and tags stand in a comment, as Moodle
    /// writes them.
    package var gift: Export {
        let blocks = questions.map(\.gift)
        let arrows = Loss.of(
            questions, "sign -> in answers that are typed, which would make pairs of them: it becomes an arrow"
        ) {
            $0.kind == .short && $0.replies.contains { ($0.text + $0.feedback).contains("->") }
        }
        return Export((giftHeader + blocks).joined(separator: "\n"), losses: moodleLosses + arrows)
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
        let shares = MoodleShares(self)
        let answers = replies.map { "\t\(gift($0, worth: shares))\n" }.joined()
        let explanation = explanationWithSources.map(\.escapedInGIFT).joined(separator: "\\n\\n")
        let general = explanation.isEmpty ? "" : "\t####\(explanation)\n"
        return comment + heading + "[plain]" + stem.map(\.escapedInGIFT).joined(separator: "\\n\\n")
            + " {\n\(answers)\(general)}\n"
    }

    private func gift(_ reply: Reply, worth shares: MoodleShares) -> String {
        let words = [giftSign(of: reply, worth: shares) + giftAnswer(reply.text)]
        let feedback = reply.feedback.isEmpty ? [] : [giftAnswer(reply.feedback, isPattern: false)]
        return (words + feedback).joined(separator: "#")
    }

    /// Of several right options each has its share; where there is one, it is marked as such. A share stands before words
    /// that would be read as one.
    private func giftSign(of reply: Reply, worth shares: MoodleShares) -> String {
        if kind == .choice, !shares.isSeveral, reply.isRight { return "=" }
        let share = shares.share(of: reply)
        let isPlain = !reply.text.hasPrefix("%") && share == (kind == .short ? "100" : "0")
        return (kind == .short ? "=" : "~") + (isPlain ? "" : "%\(share)%")
    }

    /// Words at an answer; the mark of a format comes before words that look like one.
    private func giftAnswer(_ text: String, isPattern: Bool = true) -> String {
        var words = text
        if kind == .short {
            // Moodle takes an answer with this sign for one of a pair.
            words = words.replacing("->", with: "→")
            if isPattern { words = MoodlePattern.of(words) }
        }
        return (giftFormats.contains { words.hasPrefix("[\($0)]") } ? "[plain]" : "") + words.escapedInGIFT
    }
}

/// The formats of a text by their marks, such as `[html]`.
let giftFormats = ["html", "plain", "markdown", "moodle"]

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
