extension Question {
    private static let sourceMark = "Source: "

    /// The explanation with a last paragraph for each source, for formats that have no place for sources.
    var explanationWithSources: [String] { explanation + sources.map { Self.sourceMark + $0 } }

    /// Takes an explanation apart into what it says and its last paragraphs that name sources.
    static func takingSources(from paragraphs: [String]) -> (explanation: [String], sources: [String]) {
        let end = (paragraphs.lastIndex { !$0.hasPrefix(sourceMark) } ?? -1) + 1
        return (Array(paragraphs[..<end]), paragraphs[end...].compactMap { $0.withoutPrefix(sourceMark) })
    }
}
