import Scoring

/// Something that a format cannot carry.
package struct Loss: Sendable, Equatable, CustomStringConvertible {
    /// As it reads after "carries".
    package let description: String

    /// Something that is lost of no one question.
    init(_ description: String) { self.description = description }

    private init(_ what: String, _ count: Int, _ ending: String) {
        description = "no \(what): \(quantity(count, "question")) \(ending)"
    }

    /// What is lost of those questions that a format takes; nothing where none has it.
    static func of(_ questions: [Question], _ what: String, where has: (Question) -> Bool) -> [Loss] {
        let count = questions.count(where: has)
        return count == 0 ? [] : [Loss(what, count, "without")]
    }

    /// What systems lose that hold what is typed against a list, letter by letter.
    static func ofMatching(_ questions: [Question]) -> [Loss] {
        of(questions, "reading of answers: only those listed are right, or worth a part") { $0.kind == .short }
    }

    static func leavingOut(_ what: String, _ count: Int) -> [Loss] {
        count == 0 ? [] : [Loss(what, count, "left out")]
    }
}

/// A file in some format, whole, and what it could not carry.
package struct Export: Sendable {
    /// The file.
    package let bytes: [UInt8]
    /// What it could not carry, each kind of loss once.
    package let losses: [Loss]

    init(_ bytes: [UInt8], losses: [Loss] = []) {
        self.bytes = bytes
        self.losses = losses
    }

    init(_ text: String, losses: [Loss] = []) { self.init(Array(text.utf8), losses: losses) }
}
