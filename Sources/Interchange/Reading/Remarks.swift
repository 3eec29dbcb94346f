/// What is said of one question, each thing once, at the position where it comes up first.
struct Remarks {
    private(set) var all: [(position: ImportPosition, message: String)] = []
    private var messages: Set<String> = []

    mutating func add(_ message: String, at position: ImportPosition) {
        if messages.insert(message).inserted { all.append((position, message)) }
    }
}
