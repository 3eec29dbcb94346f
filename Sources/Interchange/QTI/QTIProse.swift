/// What the words of an item say, paragraph by paragraph, as far as plain text can carry it.
struct QTIProse {
    private(set) var paragraphs: [String] = []
    /// What plain text cannot carry.
    private(set) var lost: Set<String> = []
    private var words = ""

    /// Stands where an answer is typed, until it is known whether anything stands beside it.
    private static let blank: Character = "\u{FFFC}"
    private static let entries: Set = ["textEntryInteraction", "inlineChoiceInteraction"]
    private static let blocks = htmlBlocks.union(["prompt", "contentBody", "rubricBlock", "simpleChoice"])
    /// What is said elsewhere: to those who have answered, or to those who mark.
    private static let asides: Set = ["feedbackInline", "feedbackBlock", "stylesheet"]

    init(_ element: Element) {
        take(element)
        endParagraph()
    }

    var line: String { paragraphs.joined(separator: " ") }

    private mutating func take(_ element: Element) {
        for part in element.content {
            switch part {
            case .text(let text): words += text
            case .element(let child): takePart(child)
            }
        }
    }

    private mutating func takePart(_ part: Element) {
        let name = part.name
        if Self.asides.contains(name) || name == "rubricBlock" && part["view"]?.contains("candidate") == false {
            return
        }
        if Self.entries.contains(name) {
            words.append(Self.blank)
        } else if name.hasSuffix("Interaction") {
            endParagraph()
            if let prompt = part.first("prompt") { takePart(prompt) }
        } else if Self.blocks.contains(name) {
            endParagraph()
            take(part)
            endParagraph()
        } else {
            lost.insert(lossOfHTML(name))
            take(part)
        }
    }

    private mutating func endParagraph() {
        let line = plainLine(words)
        words = ""
        // An entry alone on its line is where one writes, and says nothing.
        if line.isEmpty || line == String(Self.blank) { return }
        paragraphs.append(line.replacing(String(Self.blank), with: "_____"))
    }
}
