extension Import {
    /// Takes in the questions of a document of QTI 1.2: a test, or a bank of items.
    ///
    /// - Parameters:
    ///   - root: The document's root, without prefixes.
    ///   - document: Its name in its package; nil where it is the whole file.
    ///   - known: What the package has had before, which grows by these.
    mutating func addQTI12(_ root: Element, in document: String?, among known: inout QTI12Known) {
        takeName(of: root)
        known.take(root, in: document)
        for item in root.everywhere({ $0 == "item" }) {
            let question: Question
            let remarks: [String]
            do {
                (question, remarks) = try QTI12Item(item).question()
            } catch {
                leaveOut(ImportProblem("\(error.reason) is left out", at: item.position).within(document))
                continue
            }
            known.take(question, remarks: remarks, at: item.position.within(document), into: &self)
        }
        if let draw = root.everywhere({ $0 == "selection_ordering" }).first {
            note("how the test draws on its questions is not kept", at: draw.position, in: document)
        }
    }

    private mutating func takeName(of root: Element) {
        guard let part = root.first("assessment") ?? root.first("objectbank"), bank.name.isEmpty else { return }
        bank.name = plainLine(part["label"] ?? part["ident"] ?? "")
        bank.title = plainLine(part["title"] ?? "")
        bank.notices = part.all("qticomment").flatMap { $0.text.split(whereSeparator: \.isNewline) }
            .map { plainLine(String($0)) }.filter { !$0.isEmpty }
    }
}
