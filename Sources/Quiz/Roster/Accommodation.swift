/// Time beyond what a blueprint gives, and why somebody gets it.
package struct Accommodation: Sendable, Codable, Equatable {
    /// How much longer than others the candidate has.
    package let extraTime: ExtraTime
    /// Nil where nobody said.
    package let reason: String?

    package init(_ extraTime: ExtraTime, reason: String?) {
        self.extraTime = extraTime
        self.reason = reason
    }
}

/// How often somebody may sit an exam, and how far apart, in place of what its blueprint says to all.
package struct RetakePolicy: Sendable, Codable, Equatable {
    /// The id of the pack.
    package let pack: String
    /// The id of the blueprint.
    package let blueprint: String
    /// How many there are in all.
    package let attempts: Int
    /// Hours from the end of one attempt to the beginning of the next.
    package let waitingHours: Int

    package init(pack: String, blueprint: String, attempts: Int, waitingHours: Int) {
        self.pack = pack
        self.blueprint = blueprint
        self.attempts = attempts
        self.waitingHours = waitingHours
    }
}

/// How much longer than others a candidate has.
package enum ExtraTime: Sendable, Equatable {
    /// A share of the exam's own time.
    case percent(Int)
    case minutes(Int)

    /// Seconds beyond an exam's own, a part of one counted whole.
    package func seconds(beyond seconds: Int) -> Int {
        switch self {
        case .percent(let share): (seconds * share + 99) / 100
        case .minutes(let minutes): minutes * 60
        }
    }
}

extension ExtraTime: CustomStringConvertible {
    /// Reads a share (`50%`), minutes (`30 min`) or a factor (`1.5`); nil for what is none of them, for no extra time,
    /// and for more than four times the exam's time or ten hours.
    package init?(_ text: String) {
        let word = String(text.lowercased().filter { !$0.isWhitespace }.drop { $0 == "+" })
        if word.hasSuffix("%"), let share = Int(word.dropLast()), (1...300).contains(share) {
            self = .percent(share)
        } else if let unit = ["minutes", "min", "m"].first(where: word.hasSuffix),
            let minutes = Int(word.dropLast(unit.count)), (1...600).contains(minutes)
        {
            self = .minutes(minutes)
        } else if let share = ExtraTime.share(ofFactor: word), (1...300).contains(share) {
            self = .percent(share)
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .percent(let share): "\(share) %"
        case .minutes(let minutes): "\(minutes) min"
        }
    }

    /// How extra time is written, for whoever wrote it otherwise.
    package static let mend = "write a share such as 50%, minutes such as 30 min, or a factor such as 1.5"

    /// `1.5`, or `1,5`: 50.
    private static func share(ofFactor word: String) -> Int? {
        let parts = word.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), (1...4).contains(whole) else {
            return nil
        }
        guard parts.count == 2 else { return (whole - 1) * 100 }
        guard (1...2).contains(parts[1].count), parts[1].allSatisfy(\.isWholeNumber), let part = Int(parts[1]) else {
            return nil
        }
        return (whole - 1) * 100 + (parts[1].count == 1 ? part * 10 : part)
    }
}

extension ExtraTime: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let time = ExtraTime(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(text) is no extra time"))
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
