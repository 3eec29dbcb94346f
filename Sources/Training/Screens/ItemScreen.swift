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
    ///   - sheets: How many of the papers are shown, the first ones; all of them unless said.
    package func show(question item: Item, lead: String? = nil, isHeaded: Bool = true, sheets: Int = .max) {
        let question = isHeaded ? "\(style.bold(item.heading)) · \(item.question)" : item.question.withCapital
        line()
        if let lead { entry(lead, question, indent: 1) } else { paragraph(question, indent: 1) }
        line()
        for position in item.sheets.indices.prefix(sheets) { show(sheet: position, of: item) }
        for text in item.stemBesideSheets { paragraph(text) }
        for (position, option) in item.options.enumerated() { entry("\(position + 1)", option, indent: 4) }
        line()
    }

    /// Shows one of an item's papers.
    package func show(sheet position: Int, of item: Item) {
        let sheet = item.sheets[position]
        let number = item.sheets.count > 1 ? "  (sheet \(position + 1) of \(item.sheets.count))" : ""
        line("  \(style.bold(sheet.title.uppercased()))\(number)")
        for part in sheet.parts {
            switch part {
            case .field(let name, let text): paragraph("\(name): \(text)", indent: 4, hanging: 6)
            case .table(let rows):
                if columns(rows, indent: 4).allSatisfy({ displayWidth(of: $0) <= width }) {
                    table(rows, indent: 4)
                } else {
                    for row in rows.dropFirst() {
                        paragraph(row.filter { !$0.isEmpty }.joined(separator: " · "), indent: 4, hanging: 6)
                    }
                }
            }
        }
        line()
    }
}
