import FoundationEssentials
import PseudoTerminal
import Testing

/// The educators' guide, followed to the letter from its first line to its last: every file is made as the page says,
/// and every command run where it stands.
@Suite struct `The educators' guide` {
    private let preceptor: Program
    private let page: Page

    init() throws {
        preceptor = try Program()
        page = try Page("Documentation/educators.md")
    }

    @Test func `can be followed`() throws {
        var found: [(block: Range<Int>, lines: [String])] = []
        for (language, block) in page.blocks {
            if language == "console" {
                found.append((block, try preceptor.follow([Array(page.lines[block])])[0]))
            } else {
                try take(block, isChange: language == "diff")
            }
        }
        #expect(found.count >= 20)
        try page.expect(found)
    }

    /// Makes the file that the sentence before a block names, or changes it.
    private func take(_ block: Range<Int>, isChange: Bool) throws {
        let sentence = page.lines[..<(block.lowerBound - 1)].reversed().drop { $0.isEmpty }.prefix { !$0.isEmpty }
            .reversed().joined(separator: " ")
        // Between the last pair of backticks.
        let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
        try #require(sentence.hasSuffix(":") && parts.count >= 3, "line \(block.lowerBound): \(sentence)")
        let path = String(parts[parts.count - 2])
        guard isChange else {
            try #require(try preceptor.folder.read(path) == nil, "\(path) is there already")
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            _ = try preceptor.bash("mkdir -p './\(folder)'")
            _ = try preceptor.folder.write(page.lines[block].map { $0 + "\n" }.joined(), to: path)
            return
        }
        var text = try #require(try preceptor.folder.read(path), "\(path) is not there")
        let old = page.lines[block].filter { $0.hasPrefix("-") }.map { $0.dropFirst() + "\n" }.joined()
        let new = page.lines[block].filter { $0.hasPrefix("+") }.map { $0.dropFirst() + "\n" }.joined()
        try #require(text.split(separator: old, omittingEmptySubsequences: false).count == 2, "\(old) in \(path)")
        text = text.replacing(old, with: new)
        try preceptor.folder.write(text, to: path)
    }

    @Test func `tells of every task`() throws {
        let titles = page.lines.filter { $0.hasPrefix("## ") }.joined(separator: "\n")
        for task in [
            "scenario", "policy", "family", "template", "misconception", "term", "circumstance", "blueprint", "lesson",
            "Moodle", "back", "spreadsheet", "CMS", "edition",
        ] {
            #expect(titles.contains(task), "\(task)")
        }
    }
}
