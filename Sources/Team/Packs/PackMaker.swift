package import Examining
package import Scoring

/// Makes packs of their files. What stands in these is nothing that people and their access need to know.
package protocol PackMaker: Sendable {
    /// Reads files that were sent as a pack, and finds all that is wrong with them.
    ///
    /// - Parameters:
    ///   - files: By their paths within the pack.
    ///   - today: The day on which an edition is to be in force, or is warned of.
    /// - Returns: The pack where nothing is wrong with it, and what is to be said of it.
    func check(_ files: [(path: String, bytes: [UInt8])], on today: Day) -> CheckedPack

    /// Reads the files of a version that was found good; nil where this program cannot read them.
    func revision(of files: [PackFile]) -> PackRevision?
}

/// What came of checking the files of a pack.
package struct CheckedPack: Sendable {
    /// The pack; nil where something is wrong with it.
    package let revision: PackRevision?
    /// The files that belong to it.
    package let files: [PackFile]
    /// What is wrong and what is to be thought of, a line each with file, line and column.
    package let problems: [String]

    package init(_ revision: PackRevision?, files: [PackFile], problems: [String]) {
        self.revision = revision
        self.files = files
        self.problems = problems
    }
}
