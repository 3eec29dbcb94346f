package import Content
import Quiz
import Reports
package import Terminal

extension Console {
    /// Shows entries: a few in full, many by their names.
    package func show(_ entries: [Entry]) {
        guard entries.count <= 5 else {
            table(entries.map { [$0.name, $0.kind.rawValue, $0.title] })
            return
        }
        for (position, entry) in entries.enumerated() {
            if position > 0 { line() }
            let name =
                entry.title.lowercased() == entry.name.lowercased() ? "" : "  (\(entry.kind.rawValue) \(entry.name))"
            line("  \(style.bold(entry.title))\(name)")
            for text in entry.text { paragraph(text.sentence) }
            if !entry.sources.isEmpty {
                paragraph(style.dim("Source: \(entry.sources.joined(separator: "; "))"))
            }
        }
    }
}
