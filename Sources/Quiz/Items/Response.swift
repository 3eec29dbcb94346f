import Scoring

/// An answer reduced to what it means: two spellings of one claim are one response. It is compared with the responses
/// that beliefs lead to.
package struct Response: Hashable, Sendable {
    private let text: String

    init(_ text: String) { self.text = text }

    /// A claim, whatever the order of its lines.
    init(_ claim: Claim) { text = claim.lines.map(\.description).sorted().joined(separator: ", ") }
}
