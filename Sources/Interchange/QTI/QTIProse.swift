/// What the words of an item say, paragraph by paragraph, as far as plain text can carry it.
struct QTIProse {
    private(set) var paragraphs: [String] = []
    private var prose = ProseOfHTML()

    /// Stands where an answer is typed, until it is known whether anything stands beside it.
    private static let blank: Character = "\u{FFFC}"
    private static let entries: Set = ["textEntryInteraction", "inlineChoiceInteraction"]
    private static let blocks: Set = ["prompt", "contentBody", "rubricBlock", "simpleChoice"]
    /// What is said elsewhere: to those who have answered, or to those who mark.
    private static let asides: Set = ["feedbackInline", "feedbackBlock"]

    init(_ element: Element) {
        take(element)
        // An entry alone on its line is where one writes, and says nothing.
        paragraphs = Interchange.paragraphs(prose.text).filter { $0 != String(Self.blank) }
            .map { $0.replacing(String(Self.blank), with: "_____") }
    }

    /// What plain text cannot carry.
    var lost: Set<String> { prose.lost }
    var line: String { paragraphs.joined(separator: " ") }

    private mutating func take(_ element: Element) {
        for part in element.content {
            switch part {
            // Lines of the document are none of what it says.
            case .text(let text): prose.add(String(text.map { $0.isNewline ? " " : $0 }))
            case .element(let child): takePart(child)
            }
        }
    }

    private mutating func takePreformatted(_ part: Element) {
        prose.pass("pre", isEnd: false)
        for line in lines(part.allText) {
            prose.add(line)
            prose.pass("br", isEnd: false)
        }
        prose.pass("pre", isEnd: true)
    }

    private mutating func takePart(_ part: Element) {
        let name = part.name
        if Self.asides.contains(name) || htmlUnsaid.contains(name)
            || name == "rubricBlock" && part["view"]?.contains("candidate") == false
        {
            return
        }
        if Self.entries.contains(name) {
            prose.add(String(Self.blank))
        } else if name.hasSuffix("Interaction") {
            prose.pass("p", isEnd: false)
            if let prompt = part.first("prompt") { takePart(prompt) }
        } else {
            let tag = Self.blocks.contains(name) ? "p" : name
            if name == "pre" { return takePreformatted(part) }
            prose.pass(tag, isEnd: false) { part[$0] }
            take(part)
            prose.pass(tag, isEnd: true)
        }
    }
}
