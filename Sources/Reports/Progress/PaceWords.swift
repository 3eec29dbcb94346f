package import Quiz

extension Pace {
    /// `18 an hour`
    package var words: String? { anHour.map { "\($0) an hour" } }
}
