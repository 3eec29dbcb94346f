import Scoring

/// What an answer comes to, whatever its spelling: what is held against the answers that beliefs lead to.
package struct Response: Hashable, Sendable {
    private let text: String

    init(_ text: String) { self.text = text }

    /// A claim, whatever the order of its lines.
    init(_ claim: Claim) { text = claim.lines.map(\.description).sorted().joined(separator: ", ") }
}
