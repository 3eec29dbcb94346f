/// Where learning systems are kept, and what they told. Calls block, and throw `TeamError` where the store cannot be
/// reached.
package protocol PlatformStore: Sendable {
    /// Those that may send people, by name.
    func platforms() throws(TeamError) -> [Platform]

    /// Lets one send people; `taken` where it does already.
    func add(_ platform: Platform, noting entry: TrailEntry) throws(TeamError)

    /// Lets one send nobody any more, with all that it told; `notFound` where there is none.
    func remove(_ id: String, noting entry: TrailEntry) throws(TeamError)

    /// The courses that people came from, by title.
    func courses() throws(TeamError) -> [Course]

    /// Keeps what is known of a course, in place of what was.
    func keep(_ course: Course) throws(TeamError)

    /// Where a learning system wants to know what somebody's exam came to; nil where none does.
    ///
    /// - Parameters:
    ///   - person: Whose exam it is.
    ///   - exam: What is sat: the pack's id, a slash, and the blueprint's.
    /// - Returns: The place; nil where there is none.
    /// - Throws: `TeamError`.
    func gradePlace(of person: Person.ID, in exam: String) throws(TeamError) -> GradePlace?

    /// Keeps where a learning system wants to know it, in place of what was.
    func keep(_ place: GradePlace, of person: Person.ID, in exam: String) throws(TeamError)
}
