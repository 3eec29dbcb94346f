import Content
package import Quiz
import Reports
import Scoring
package import Terminal

extension Console {
    /// Shows an item with its key and how it comes about.
    package func show(_ item: Item) {
        line(style.dim(item.id.description))
        show(question: item)
        entry("Key", item.keyInWords)
        explain(item)
    }

    /// Shows why the key of an item is what it is, and where that is written.
    package func explain(_ item: Item) {
        entry("Why", item.why)
        entry(sources: item.sources)
    }

    func entry(sources: [String]) {
        entry(sources.count == 1 ? "Source" : "Sources", sources.joined(separator: "; "))
    }

    /// Shows what an item asks.
    ///
    /// - Parameters:
    ///   - item: The item.
    ///   - lead: Where it stands among others; nil where it stands alone.
    ///   - isHeaded: Whether it is said what the item is about; an exam does not, since headings name scenarios.
    package func show(question item: Item, lead: String? = nil, isHeaded: Bool = true) {
        let question = isHeaded ? "\(style.bold(item.heading)) · \(item.question)" : item.question.withCapital
        line()
        if let lead { entry(lead, question, indent: 1) } else { paragraph(question, indent: 1) }
        line()
        for text in item.stem { paragraph(text) }
        for (place, option) in item.options.enumerated() { entry("\(place + 1)", option, indent: 4) }
        line()
    }
}
