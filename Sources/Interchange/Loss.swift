/// Something that a format cannot carry.
package struct Loss: Sendable, Equatable, CustomStringConvertible {
    /// What is lost, as it reads after "carries no".
    package let what: String
    /// How many questions lose it.
    package let count: Int
    /// Whether those questions are left out as a whole.
    package let isWholeQuestion: Bool

    package var description: String {
        let questions = count == 1 ? "1 question" : "\(count) questions"
        guard isWholeQuestion else { return "no \(what): \(questions) without" }
        return "no \(what): \(questions) left out"
    }

    /// What is lost of those questions that a format takes; nothing where none has it.
    static func of(_ questions: [Question], _ what: String, where has: (Question) -> Bool) -> [Loss] {
        let count = questions.count(where: has)
        return count == 0 ? [] : [Loss(what: what, count: count, isWholeQuestion: false)]
    }

    static func leavingOut(_ what: String, _ count: Int) -> [Loss] {
        count == 0 ? [] : [Loss(what: what, count: count, isWholeQuestion: true)]
    }
}

/// A file in some format, whole, and what it could not carry.
package struct Export: Sendable {
    package let bytes: [UInt8]
    package let losses: [Loss]

    init(_ bytes: [UInt8], losses: [Loss] = []) {
        self.bytes = bytes
        self.losses = losses
    }

    init(_ text: String, losses: [Loss] = []) { self.init(Array(text.utf8), losses: losses) }
}
