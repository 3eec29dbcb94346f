import FoundationEssentials
import PseudoTerminal
import Testing

@testable import Authoring

/// The page that tells educators of the format, held against what is read.
@Suite struct `The page of the format` {
    @Test func `has every change of a misconception, and no other`() throws {
        let page = try String(contentsOf: URL(filePath: repository("Content/FORMAT.md")), encoding: .utf8)
        let rows = page.split(separator: "\n").drop { $0 != "| change | what the believer does |" }.dropFirst(2)
            .prefix { $0.hasPrefix("| `") }
        let told = rows.compactMap { $0.dropFirst(3).split(separator: ":").first.map(String.init) }
        #expect(Set(told) == Set(Shape.change.keys.map(\.name)))
    }
}
