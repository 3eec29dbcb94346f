package import Scoring

/// That a group or a candidate is to sit an exam, and when.
package struct Assignment: Sendable, Codable, Equatable {
    /// The id of the pack.
    package let pack: String
    /// The id of the blueprint.
    package let blueprint: String
    /// Who is to sit it.
    package let to: Target
    /// When the first attempt may begin; nil for at any time.
    package let opens: Moment?
    /// When the last attempt may begin; nil for no end.
    package let closes: Moment?
    /// Whether an attempt that was begun before the close ends at the close. Otherwise it has its full time: whoever
    /// begins in the window is never robbed of minutes that others, or an accommodation, were given.
    package let stopsAtClose: Bool

    package init(
        pack: String, blueprint: String, to target: Target, opens: Moment?, closes: Moment?, stopsAtClose: Bool
    ) {
        self.pack = pack
        self.blueprint = blueprint
        to = target
        self.opens = opens
        self.closes = closes
        self.stopsAtClose = stopsAtClose
    }

    /// To whom, by id.
    package enum Target: Sendable, Hashable {
        case group(String)
        case candidate(String)
    }

    var order: (String, String, String) { (pack, blueprint, to.text) }

    /// Whether a moment is within the window, both bounds included.
    package func isOpen(at moment: Moment) -> Bool {
        opens.map { $0 <= moment } ?? true && closes.map { moment <= $0 } ?? true
    }

    /// Whether this window closes later than another; one that never closes is the latest.
    func closesLater(than other: Assignment) -> Bool {
        guard let mine = closes else { return other.closes != nil }
        return other.closes.map { $0 < mine } ?? false
    }

    /// The milliseconds that an attempt gets which begins at a moment within the window.
    package func time(of full: Int64, from moment: Moment) -> Int64 {
        guard stopsAtClose, let closes else { return full }
        return min(full, max(0, closes.milliseconds(since: moment)))
    }
}

extension Assignment.Target {
    /// `group:night-shift`, `candidate:ada`
    package var text: String {
        switch self {
        case .group(let id): "group:\(id)"
        case .candidate(let id): "candidate:\(id)"
        }
    }

    /// Reads what `text` gives.
    package init?(text: String) {
        if text.hasPrefix("group:") {
            self = .group(String(text.dropFirst(6)))
        } else if text.hasPrefix("candidate:") {
            self = .candidate(String(text.dropFirst(10)))
        } else {
            return nil
        }
    }
}

extension Assignment.Target: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let target = Assignment.Target(text: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "\(text) is neither group nor candidate"))
        }
        self = target
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
