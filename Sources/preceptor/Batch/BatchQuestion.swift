import Content
import Scoring

/// One line of a batch: an answer, and the encounter that it is for.
struct BatchQuestion: Decodable {
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

    private enum Key: String, CodingKey, CaseIterable {
        case answer, pack, policy, scenario, minutes, start, stop, primary
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: AnyKey.self)
        var answer: String?
        var about = About()
        for key in values.allKeys {
            switch Key(rawValue: key.stringValue) {
            case .answer: answer = try values.decode(String.self, forKey: key)
            case .pack: about.pack = try values.decode(String.self, forKey: key)
            case .policy: about.policy = try values.decode(String.self, forKey: key)
            case .scenario: about.scenario = try values.decode(String.self, forKey: key)
            case .minutes: about.minutes = try values.decode(Int.self, forKey: key)
            case .start: about.start = try values.decode(String.self, forKey: key)
            case .stop: about.stop = try values.decode(String.self, forKey: key)
            case .primary: about.primary = try values.decode(String.self, forKey: key)
            case nil:
                let known = Key.allCases.map(\.rawValue)
                let mend =
                    suggestion(for: key.stringValue, among: known) ?? "known are \(known.joined(separator: ", "))"
                throw Failure(.unreadable, "unknown key \(key.stringValue.prefix(40)); \(mend)")
            }
        }
        guard let answer else { throw Failure(.unreadable, "the line has no answer") }
        self.answer = answer
        self.about = about
    }
}

extension BatchQuestion.About {
    /// Checks that the encounter is told in exactly one way, and finds it in the pack.
    func encounter(in pack: Pack, under policy: Policy) throws(Failure) -> Encounter {
        let time: Service.Time?
        do {
            time = try visitTime(minutes: minutes, start: start, stop: stop)
        } catch {
            throw Failure(.unreadable, error.message)
        }
        switch (scenario, time) {
        case (let scenario?, nil): return try pack.scenario(named: scenario).encounter
        case (nil, let time?) where minutes == nil || start == nil && stop == nil:
            return try pack.visit(of: time, primary: primary, under: policy)
        default: throw Failure(.unreadable, "a line has one of scenario, minutes, or start with stop")
        }
    }
}
