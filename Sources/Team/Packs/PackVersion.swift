package import Scoring

/// A version of a pack that somebody has put up: a draft until somebody else has reviewed it.
package struct PackVersion: Sendable, Equatable {
    /// The SHA-256 of its files, in hexadecimal digits.
    package let id: String
    /// The id of the pack.
    package let pack: String
    /// What the pack calls itself.
    package let title: String
    /// Which edition it says it is.
    package let edition: String
    /// What whoever put it up says of it; may be empty.
    package let note: String
    /// Who put it up, and when.
    package let putUp: Deed
    /// Who has reviewed it, and when; nil while it is a draft.
    package let review: Deed?

    /// Something that somebody did.
    package struct Deed: Sendable, Equatable {
        /// Who did it.
        package let by: Person.ID
        /// When.
        package let at: Moment

        /// Something that a person did at a moment.
        package init(by person: Person.ID, at moment: Moment) {
            by = person
            at = moment
        }
    }

    package init(
        id: String, pack: String, title: String, edition: String, note: String, putUp: Deed, review: Deed? = nil
    ) {
        self.id = id
        self.pack = pack
        self.title = title
        self.edition = edition
        self.note = note
        self.putUp = putUp
        self.review = review
    }
}

/// A file of a pack.
package struct PackFile: Sendable, Equatable {
    /// Where it is within the pack.
    package let path: String
    /// What it says.
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// That a version of a pack is in use from a moment on, until the next of these.
package struct PackUse: Sendable, Equatable {
    /// The id of the pack.
    package let pack: String
    /// The version; nil for the one that the server brings along.
    package let version: String?
    /// From when on.
    package let from: Moment
    /// Who said so, and when.
    package let said: PackVersion.Deed

    /// The use of a version, nil for the server's own, of a pack from a moment on, and that somebody said so.
    package init(of version: String?, of pack: String, from moment: Moment, said deed: PackVersion.Deed) {
        self.pack = pack
        self.version = version
        from = moment
        said = deed
    }
}
