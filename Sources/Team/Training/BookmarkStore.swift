package import Scoring

/// Where somebody stands in training or in a lesson, as it is kept for every node.
package struct Bookmark: Sendable, Equatable {
    /// What there is to know of it.
    package let text: String
    /// Which it is: each that is put in place of another has the next number.
    package let revision: Int64

    package init(_ text: String, revision: Int64) {
        self.text = text
        self.revision = revision
    }
}

/// Where bookmarks are kept. Calls block until they are done.
package protocol BookmarkStore: Sendable {
    /// Somebody's bookmark in a place; nil where there is none.
    func bookmark(of person: Person.ID, in place: String) throws(TeamError) -> Bookmark?

    /// Takes a bookmark up, to move it: nobody else does for some seconds, unless it is put back before.
    ///
    /// - Returns: Whether it is ours to move; false where another has it, or moved it meanwhile.
    func take(_ revision: Int64, of person: Person.ID, in place: String, at moment: Moment) throws(TeamError) -> Bool

    /// Puts a bookmark in place of a revision, or the first one where that is nil.
    ///
    /// - Returns: Whether it is there; false where another was put meanwhile.
    func put(
        _ text: String, after revision: Int64?, of person: Person.ID, in place: String
    ) throws(TeamError) -> Bool

    /// Takes a bookmark away; nothing where there is none.
    func remove(of person: Person.ID, in place: String) throws(TeamError)
}
