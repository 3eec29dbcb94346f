/// One sheet of the papers from which a claim is made: a note, a log, an order, a letter.
package struct Sheet: Sendable, Equatable {
    /// What kind of paper it is, for a heading.
    package let title: String
    /// What stands on it, from top to bottom.
    package let parts: [Part]

    /// A piece of a sheet.
    package enum Part: Sendable, Equatable {
        /// A field with what is written in it.
        case field(String, String)
        /// Rows of cells, the first of them their heads.
        case table([[String]])
    }

    init(_ title: String, _ parts: [Part]) {
        self.title = title
        self.parts = parts
    }

    /// All of it in one paragraph, where a face cannot lay it out.
    package var words: String {
        let texts = parts.map { part in
            switch part {
            case .field(let name, let text): "\(name): \(text)."
            case .table(let rows):
                rows.dropFirst().map { $0.filter { !$0.isEmpty }.joined(separator: ", ") }.joined(separator: "; ") + "."
            }
        }
        return ([title + "."] + texts).joined(separator: " ")
    }
}
