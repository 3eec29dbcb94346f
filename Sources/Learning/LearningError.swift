/// Why a session cannot do what it was asked for.
package enum LearningError: Error, Equatable, Sendable {
    /// The pack has no item that the learner asks for.
    case nothingToAsk
    /// The item at hand is under no policy.
    case noPolicy
    /// The pack has no policy of that name.
    case unknownPolicy(String)
    /// The key has been on the screen for longer than a slip takes to be seen.
    case tooLateToUndo
}
