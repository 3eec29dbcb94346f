import Scoring

/// One bookmark as this node knows it: whoever goes on by it hears where another node moved it meanwhile.
struct Bookmarking: Sendable {
    private let store: any BookmarkStore
    private let person: Person.ID
    private let place: String
    /// The revision that this node read or wrote last; nil before, and where somebody else was faster.
    private var revision: Int64?

    init(in store: any BookmarkStore, of person: Person.ID, at place: String) {
        self.store = store
        self.person = person
        self.place = place
    }

    /// What became of it elsewhere.
    enum News {
        /// Nothing: what this node knows is so.
        case none
        /// It was moved.
        case moved(String)
        /// There is none.
        case gone
    }

    /// What became of it since this node looked last.
    mutating func news() throws(TeamError) -> News {
        guard let found = try store.bookmark(of: person, in: place) else {
            revision = nil
            return .gone
        }
        defer { revision = found.revision }
        return found.revision == revision ? .none : .moved(found.text)
    }

    /// Takes it up, so that nobody else moves it before it is put back.
    ///
    /// - Returns: Whether it is ours to move.
    func take(at moment: Moment) throws(TeamError) -> Bool {
        guard let revision else { return false }
        return try store.take(revision, of: person, in: place, at: moment)
    }

    /// Puts it where the person stands now.
    ///
    /// - Returns: Whether it is there; else somebody else was faster.
    mutating func put(_ text: String) throws(TeamError) -> Bool {
        let before = revision
        revision = nil
        guard try store.put(text, after: before, of: person, in: place) else { return false }
        revision = (before ?? 0) + 1
        return true
    }

    /// Takes it away.
    mutating func remove() throws(TeamError) {
        revision = nil
        try store.remove(of: person, in: place)
    }
}
