import Examining
import Quiz
import Testing

extension OpenAttempt {
    /// The place of the item about something, by the id of its scenario or term.
    func place(of item: String) throws -> Int {
        try #require(form.items.firstIndex { $0.contains("/\(item)") }, "\(form.items)")
    }

    /// Answers items by what they are about, whatever the form's order is.
    mutating func answer(_ answers: [String: String]) throws {
        for place in items.indices {
            guard let (_, text) = answers.first(where: { form.items[place].contains("/\($0.key)") }) else { continue }
            try answer(place, text)
        }
    }
}
