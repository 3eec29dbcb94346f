package import Scoring

/// Something that somebody did and answers for. The trail is a chain of these, to which some are only ever added. What
/// candidates do in an exam stands in its own log.
package struct TrailEntry: Sendable, Codable, Equatable {
    /// When it was done.
    package let at: Moment
    /// Who did it, by id; nil for the server itself.
    package let by: Person.ID?
    /// What was done.
    package let action: Action
    /// To whom or what, by id; nil where that is plain.
    package let to: String?
    /// Why, or how; nil where nothing is to be said.
    package let note: String?

    /// What can be done. The names are written, and never change.
    package enum Action: String, Sendable, Codable, CaseIterable {
        case invited, joined, signedIn, signedOut, signedOutEverywhere, failedToSignIn, changedPassword, changedRoles
        case shutOut, letInAgain, assigned, unassigned, accommodated, sawResults, exported, voided, said, certified,
            revoked,
            madeIssuer, extended, held, released, madeKey, endedKey, usedKey,
            triedAgain, discarded, connected, disconnected, addedPlatform, removedPlatform, tookInCourse
        case putUp, reviewed, turnedDown, tookIntoUse, appointed, dismissed
    }

    package init(
        at moment: Moment, by person: Person.ID?, _ action: Action, to subject: String? = nil, note: String? = nil
    ) {
        at = moment
        by = person
        self.action = action
        to = subject
        self.note = note
    }
}
