import Scoring

/// An answer reduced to what it means: two spellings of one claim are one response. It is compared with the responses
/// that beliefs lead to.
package struct Response: Hashable, Sendable {
    private let text: String

    init(_ text: String) { self.text = text }

    /// A claim with the days that its lines name, whatever their order.
    init(_ claim: Claim) { text = claim.lines.map(\.datedDescription).sorted().joined(separator: ", ") }
}
