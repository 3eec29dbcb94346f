/// What is said of one question, each thing once, at the position where it comes up first.
struct Remarks {
    private(set) var all: [(position: ImportPosition, message: String)] = []
    private var messages: Set<String> = []

    mutating func add(_ message: String, at position: ImportPosition) {
        if messages.insert(message).inserted { all.append((position, message)) }
    }
}

/// What is told of numbers, which other systems compare by their worth.
let lossOfNumbers = "numbers are kept as texts: another way to write one, such as 2.0 for 2, is not taken"

/// What is told of a choice with several right options, which are all to be chosen here.
func anyIsEnough(of count: Int) -> String {
    "any one of \(count) options is right there; here all of them are asked for"
}
