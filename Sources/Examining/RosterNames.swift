import Content
package import Quiz
import System
package import Terminal

/// A clause that names what on the roster is near to a word, or how to find out.
package func suggestion(for word: String, amongNamesOf roster: Roster) -> String {
    let names = roster.groups.flatMap { [$0.id, $0.title] } + roster.candidates.flatMap { [$0.id, $0.name] }
    return suggestion(for: word, among: Set(names).sorted()) ?? "exam roster show lists who is"
}

/// Whom a word on the command line means: a candidate of the roster, or anybody else by this name.
package struct Examinee {
    /// What attempts are kept under.
    package let id: String
    package let onRoster: RosterCandidate?

    /// - Throws: `Failure` with status 64 where several candidates have the name.
    package init(_ word: String, on roster: Roster) throws(Failure) {
        onRoster = try roster.candidate(named: word)
        id = onRoster?.id ?? word
    }

    package var name: String { onRoster?.name ?? id }
}
