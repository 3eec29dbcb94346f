/// What is said of one question, each thing once, at the line where it comes up first.
struct Remarks {
    private(set) var all: [(line: Int, message: String)] = []
    private var messages: Set<String> = []

    mutating func add(_ message: String, at line: Int) {
        if messages.insert(message).inserted { all.append((line, message)) }
    }
}
