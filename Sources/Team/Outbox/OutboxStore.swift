package import Scoring

/// Where what is to leave the house waits. It gets in with the change that causes it (`TeamChange.send`, or the end of an
/// attempt's log). Calls block, and throw `TeamError` where the store cannot be reached.
package protocol OutboxStore: Sendable {
    /// Takes something up that is due, for one holder alone until the lease ends; nil where nothing is.
    ///
    /// - Parameters:
    ///   - kind: Who would carry it.
    ///   - moment: Now.
    ///   - end: When others may take it up, where nobody says what became of it.
    /// - Returns: What is to be carried; nil where nothing is due.
    /// - Throws: `TeamError`.
    func takeUp(_ kind: Outgoing.Kind, at moment: Moment, until end: Moment) throws(TeamError) -> TakenUp?

    /// Notes that something was carried, and forgets what it was.
    ///
    /// - Returns: Whether it was still its holder's: what another node took up since is not noted twice.
    func carried(_ taken: TakenUp, at moment: Moment) throws(TeamError) -> Bool

    /// Puts something back that could not be carried: it is due at a moment, or never where that is nil.
    func putBack(_ taken: TakenUp, until moment: Moment?, _ problem: String) throws(TeamError)

    /// What waits or was given up, the oldest first.
    ///
    /// - Parameter count: The most that are told.
    /// - Returns: What waits, and what was given up.
    /// - Throws: `TeamError`.
    func waiting(_ count: Int) throws(TeamError) -> [ListedOutgoing]

    /// Lets something be tried at once that waits or was given up.
    ///
    /// - Returns: Whether there was any.
    func tryAgain(_ number: Int64, at moment: Moment, noting entry: TrailEntry) throws(TeamError) -> Bool

    /// Takes something out for good that waits or was given up.
    ///
    /// - Returns: Whether there was any.
    func discard(_ number: Int64, at moment: Moment, noting entry: TrailEntry) throws(TeamError) -> Bool
}
