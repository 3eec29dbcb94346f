/// What is said of one question, each thing once, at the place where it comes up first.
struct Remarks {
    private(set) var all: [(place: ImportPlace, message: String)] = []
    private var messages: Set<String> = []

    mutating func add(_ message: String, at place: ImportPlace) {
        if messages.insert(message).inserted { all.append((place, message)) }
    }
}
