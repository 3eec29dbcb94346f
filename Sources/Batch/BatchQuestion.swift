import Content
import Scoring

/// One line of a batch: an answer, and the encounter that it is for.
struct BatchQuestion {
    let answer: String
    let about: About

    /// All but the answer: lines that share it share a key.
    struct About: Hashable {
        var pack: String?
        var policy: String?
        var scenario: String?
        var minutes: Int?
        var start: String?
        var stop: String?
        var primary: String?
    }

    /// What a caller calls a line by, as it stands there.
    enum ID {
        case text(String)
        case integer(Int)
    }

    private enum Key: String, CaseIterable {
        case id, answer, pack, policy, scenario, minutes, start, stop, primary
    }

    /// Reads a line.
    ///
    /// - Parameters:
    ///   - line: Without its end.
    ///   - id: Set where the line has one, so that it is known where the rest is wrong.
    /// - Throws: `Unscored` that says what is wrong with it.
    init(_ line: ArraySlice<UInt8>, id: inout ID?) throws(Unscored) {
        var answer: String?
        var about = About()
        var found: [Key] = []
        // Told once the id is known, wherever in the line it stands.
        var problem: Unscored?
        do {
            var members = try JSONMembers(line)
            while let (name, value) = try members.next() {
                guard let key = Key(rawValue: name), !found.contains(key) else {
                    problem = problem ?? Self.misplaced(name)
                    continue
                }
                found.append(key)
                switch (key, value) {
                case (.id, .text(let text)): id = .text(text)
                case (.id, .integer(let number)): id = .integer(number)
                case (.answer, .text(let text)): answer = text
                case (.pack, .text(let text)): about.pack = text
                case (.policy, .text(let text)): about.policy = text
                case (.scenario, .text(let text)): about.scenario = text
                case (.minutes, .integer(let minutes)): about.minutes = minutes
                case (.minutes, .number): problem = problem ?? Unscored("minutes are whole and 0 to 1440")
                case (.start, .text(let text)): about.start = text
                case (.stop, .text(let text)): about.stop = text
                case (.primary, .text(let text)): about.primary = text
                default: problem = problem ?? Unscored("the value of \(name) has the wrong type")
                }
            }
        } catch {
            throw problem ?? Unscored("the line is not a JSON object")
        }
        if let problem { throw problem }
        guard let answer else { throw Unscored("the line has no answer") }
        self.answer = answer
        self.about = about
    }

    /// A member that is no part of a line, or was there before.
    private static func misplaced(_ name: String) -> Unscored {
        let known = Key.allCases.map(\.rawValue)
        if known.contains(name) { return Unscored("\(name) appears twice") }
        let mend = suggestion(for: name, among: known) ?? "known are \(known.joined(separator: ", "))"
        return Unscored("unknown key \(name.prefix(40)); \(mend)")
    }
}

extension BatchQuestion.About {
    /// Checks that the encounter is told in exactly one way, and finds it in the pack.
    func encounter(in pack: Pack, under policy: Policy) throws(Unscored) -> Encounter {
        let time = try visitTime(minutes: minutes, start: start, stop: stop)
        switch (scenario, time) {
        case (let scenario?, nil): return try pack.scenario(named: scenario).encounter
        case (nil, let time?) where minutes == nil || start == nil && stop == nil:
            return try pack.visit(of: time, primary: primary, under: policy)
        default: throw Unscored("a line has one of scenario, minutes, or start with stop")
        }
    }
}
