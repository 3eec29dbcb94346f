import Content
package import Quiz
package import Terminal

extension Console {
    /// Shows a page of a lesson, and where its words are written.
    package func showPage(_ paragraphs: [String], sources: [String]) {
        for (position, text) in paragraphs.enumerated() {
            if position > 0 { line() }
            paragraph(text)
        }
        line()
        entry(sources: sources)
    }

    /// Shows a visit worked out, a line for each part of the derivation.
    package func show(_ example: WorkedExample) {
        showVisit(of: example)
        line()
        for (position, part) in example.parts.enumerated() { entry("\(position + 1)", part.text) }
        line()
        entry(sources: example.situation.sources)
    }

    /// Shows what there is to know of a visit before it is worked out.
    package func showVisit(of example: WorkedExample) {
        for text in example.situation.stem { paragraph(text) }
    }
}
