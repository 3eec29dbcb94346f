import Markup

extension QuestionBank {
    /// The questions as pages to print and to write on, which need nothing but themselves.
    package var handout: Export {
        let items = questions.map { question in
            let options = question.replies.map { "<li>\($0.text.escapedInXML)</li>" }.joined(separator: "\n")
            let room =
                question.kind == .choice ? "<ol class=\"options\">\n\(options)\n</ol>" : "<p class=\"line\">&nbsp;</p>"
            let hint = question.isSeveral ? "<p class=\"hint\">Mark every one that applies.</p>" : ""
            return "<li>\n\(paragraphs(question.stem))\n\(hint)\(room)\n</li>"
        }
        let head = "<p class=\"who\"><span>Name</span><span>Date</span></p>"
        let losses =
            Loss.of(questions, "feedback, explanations and sources: the answer sheet has them") { question in
                !question.explanationWithSources.isEmpty || question.replies.contains { !$0.feedback.isEmpty }
            }
        return Export(page(heading, head + list(items)), losses: losses)
    }

    /// The answers to the handout's questions by their numbers, and why they are right.
    package var answerSheet: Export {
        let items = questions.map { question in
            let positions = question.replies.indices.filter { question.replies[$0].isRight }
            let marks = question.kind == .choice ? positions.map { "\(letters($0)). \(question.replies[$0].text)" } : []
            let key = question.kind == .choice ? marks.joined(separator: "; ") : question.right.first?.text ?? ""
            let why =
                question.explanation
                + (question.sources.isEmpty ? [] : ["Source: " + question.sources.joined(separator: "; ")])
            return "<li>\n<p class=\"key\">\(key.escapedInXML)</p>\n\(paragraphs(why))\n</li>"
        }
        let losses = Loss.of(questions, "other spellings of the answer, nor what is said to wrong ones") { question in
            question.right.count > 1 && question.kind == .short || question.replies.contains { !$0.feedback.isEmpty }
        }
        return Export(page("Answers: \(heading)", list(items)), losses: losses)
    }

    private var heading: String { title.isEmpty ? (name.isEmpty ? "Questions" : name) : title }

    private func list(_ items: [String]) -> String {
        "<ol class=\"questions\">\n\(items.joined(separator: "\n"))\n</ol>\n"
    }

    private func paragraphs(_ words: [String]) -> String {
        words.map { "<p>\($0.escapedInXML)</p>" }.joined(separator: "\n")
    }

    /// `a` to `z`, then `aa`.
    private func letters(_ position: Int) -> String { columnLetters(position).lowercased() }

    private func page(_ heading: String, _ body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(heading.escapedInXML)</title>
        <style>\(handoutStyle)</style>
        </head>
        <body>
        <main>
        <h1>\(heading.escapedInXML)</h1>
        \(body)</main>
        <footer>\(paragraphs(notices))</footer>
        </body>
        </html>

        """
    }
}

/// Black on white, one column, no question parted by the end of a page.
private let handoutStyle = """
    body { font: 16px/1.45 Georgia, serif; color: #000; background: #fff; margin: 0; }
    main, footer { max-width: 44rem; margin: 0 auto; padding: 0 1.5rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.5rem; margin: 1.5rem 0 .5rem; } p { margin: .25rem 0; }
    .who { display: flex; gap: 2rem; margin: 1rem 0 1.5rem; }
    .who span { flex: 1; border-bottom: 1px solid #000; padding-bottom: .2rem; }
    .questions { padding-left: 2.2rem; } .questions > li { margin-bottom: 1.3rem; break-inside: avoid; }
    .options { list-style: lower-alpha; margin: .4rem 0 0; padding-left: 1.6rem; } .options li { margin: .15rem 0; }
    .line { border-bottom: 1px solid #000; margin-top: 1.2rem; } .hint { font-style: italic; } .key { font-weight: bold; }
    footer { font-size: .8rem; border-top: 1px solid #000; padding-top: .5rem; }
    @page { margin: 18mm 16mm; }
    @media print { body { font-size: 11pt; } main, footer { max-width: none; padding: 0; } h1 { margin-top: 0; } }

    """
