package import Scoring

extension Day {
    /// `4 March 2026`
    package var inWords: String { "\(day) \(Self.months[month - 1]) \(year)" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension Int {
    /// Minutes as a chart has them, a part that is zero left out: `2 h 30 min`.
    package var asCharted: String { inHours(hour: "h", minute: "min", plural: "") }

    /// Minutes as hours and minutes, a part that is zero left out: `2 hours 30 minutes`, `1 hour`.
    var asHours: String { inHours(hour: "hour", minute: "minute", plural: "s") }

    private func inHours(hour: String, minute: String, plural: String) -> String {
        func of(_ count: Int, _ unit: String) -> String { String(count) + " " + unit + (count == 1 ? "" : plural) }
        return switch (self / 60, self % 60) {
        case (0, let minutes): of(minutes, minute)
        case (let hours, 0): of(hours, hour)
        case (let hours, let minutes): of(hours, hour) + " " + of(minutes, minute)
        }
    }
}
