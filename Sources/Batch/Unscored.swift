/// Why an answer is not scored: what it is about, or the line that it stands in, is none.
package struct Unscored: Error, Equatable {
    /// Whether something is named that is not there, rather than written wrongly.
    package let isMissing: Bool
    /// The message for a person.
    package let message: String

    package init(_ message: String, isMissing: Bool = false) {
        self.message = message
        self.isMissing = isMissing
    }
}
