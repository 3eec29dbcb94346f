import Content
package import Examining
import Learning
package import Machine
import Quiz
package import Scoring

/// Versions of packs: put up by somebody, reviewed by somebody else, in use from a date on.
package struct PackDesk: Sendable {
    let exams: ExamDesk
    let learners: any LearnerStore

    /// - Parameters:
    ///   - exams: The exams that are given of the packs.
    ///   - training: The training in them.
    package init(of exams: ExamDesk, and training: TrainingDesk) {
        self.exams = exams
        learners = training.learners
    }

    /// The packs in use, as they change.
    package var inUse: PacksInUse { exams.inUse }
    /// Tells when something is done.
    package var time: any TimeSource { exams.exams.time }
    private var store: any TeamStore { exams.people }

    /// The versions that were put up, the last one first, and what is said of their use, in the order in which it takes
    /// effect.
    ///
    /// - Throws: `TeamError` where the actor may not see them.
    package func versions(for actor: Actor) throws(TeamError) -> (versions: [PackVersion], uses: [PackUse]) {
        try actor.check(.seePacks)
        return (try store.packVersions(), try store.packUses())
    }

    /// A version that was put up, or a pack that the server brings along, by the hash of its files.
    ///
    /// - Throws: `TeamError` where there is none, or this program cannot read it, or the actor may not see it.
    package func revision(_ id: String, for actor: Actor) throws(TeamError) -> PackRevision {
        try actor.check(.seePacks)
        // A draft that was turned down may be known still.
        if !isOwn(id) { _ = try version(id) }
        guard let revision = inUse.revision(id) else { throw Self.notFound }
        return revision
    }

    /// The files of a version, for whoever goes on writing it.
    ///
    /// - Throws: `TeamError` where there are none, or the actor may not have them.
    package func files(of id: String, for actor: Actor) throws(TeamError) -> [PackFile] {
        try actor.check(.seeExamItems)
        let files = try store.packFiles(of: id)
        guard !files.isEmpty else { throw Self.notFound }
        try store.apply([], noting: [entry(.exported, id, by: actor)])
        return files
    }

    /// Puts a version up as a draft, where nothing is wrong with it.
    ///
    /// - Parameters:
    ///   - files: By their paths within the pack.
    ///   - note: What is to be said of it; may be empty.
    ///   - actor: Who puts it up.
    /// - Returns: What checking it found. Where it has no pack, nothing was put up.
    /// - Throws: `TeamError` where the actor may not, or it is there already.
    package func putUp(
        _ files: [(path: String, bytes: [UInt8])], _ note: String, by actor: Actor
    ) throws(TeamError) -> CheckedPack {
        try actor.check(.putUpPacks)
        let note = try Self.line(note, atLeast: 0, "a note")
        let checked = inUse.maker.check(files, on: time.today)
        guard let revision = checked.revision else { return checked }
        let (id, pack) = (revision.sha256, revision.pack)
        guard !isOwn(id) else {
            throw TeamError(.taken, "this is the version that the server brings along")
        }
        let version = PackVersion(
            id: id, pack: pack.id.text, title: pack.title, edition: pack.edition, note: note,
            putUp: PackVersion.Deed(by: actor.person.id, at: time.now))
        try store.apply([.putUp(version, checked.files)], noting: [entry(.putUp, id, by: actor, pack.id.text)])
        return checked
    }

    /// Says that a draft was reviewed, which whoever put it up cannot.
    ///
    /// - Throws: `TeamError` where the actor may not, or there is no such draft.
    package func review(_ id: String, by actor: Actor) throws(TeamError) {
        try actor.check(.reviewPacks)
        let version = try version(id)
        guard version.putUp.by != actor.person.id else {
            throw TeamError(.forbidden, "you have put it up yourself", mend: "somebody else reviews it")
        }
        try store.apply(
            [.review(id, PackVersion.Deed(by: actor.person.id, at: time.now))],
            noting: [entry(.reviewed, id, by: actor, version.pack)])
    }

    /// Takes a draft away that is not to come into use.
    ///
    /// - Throws: `TeamError` where the actor may not, there is no reason, or there is no such draft.
    package func turnDown(_ id: String, because reason: String, by actor: Actor) throws(TeamError) {
        try actor.check(.reviewPacks)
        let reason = try Self.line(reason, atLeast: 1, "a reason")
        let version = try version(id)
        try store.apply([.turnDown(id)], noting: [entry(.turnedDown, id, by: actor, "\(version.pack): \(reason)")])
    }

    /// Takes a version into use from a day on, or at once; so an earlier one is gone back to, too.
    ///
    /// - Parameters:
    ///   - id: The version's, which was reviewed, or that of a pack that the server brings along.
    ///   - day: From its beginning on; nil for now.
    ///   - actor: Who says so.
    /// - Throws: `TeamError` or `ExamError` where the actor may not, there is no such version, the day is over, or an exam
    ///   is assigned that the version does not have.
    package func use(_ id: String, from day: Day?, by actor: Actor) throws {
        try actor.check(.usePacks)
        let version = try isOwn(id) ? nil : version(id)
        guard isOwn(id) || version?.review != nil else {
            throw TeamError(.invalid, "this version is a draft", mend: "somebody else than who put it up reviews it")
        }
        guard let pack = inUse.revision(id)?.pack else {
            throw TeamError(.invalid, "this version of the server cannot read it", mend: "put it up again")
        }
        let from = try beginning(of: day)
        try checkAssignments(in: pack, from: from)
        let use = PackUse(
            of: version?.id, of: pack.id.text, from: from,
            said: PackVersion.Deed(by: actor.person.id, at: time.now))
        try store.apply(
            [.use(use)],
            noting: [entry(.tookIntoUse, id, by: actor, "\(pack.id) from \(time.zone.text(of: from))")])
        inUse.forget()
    }

    /// When a day begins, where that is still to come; else now.
    private func beginning(of day: Day?) throws(TeamError) -> Moment {
        guard let day else { return time.now }
        guard day >= time.today else { throw TeamError(.invalid, "\(day) is over") }
        guard let begin = time.zone.moment(of: day, second: 0) else { throw TeamError(.invalid, "\(day) is no day") }
        return max(time.now, begin)
    }

    /// Whoever is to sit an exam must find it there.
    private func checkAssignments(in pack: Pack, from moment: Moment) throws {
        let missing = try exams.exams.roster.read().assignments.first { assignment in
            assignment.pack == pack.id.text && assignment.closes.map { $0 > moment } ?? true
                && pack.blueprint(ID(assignment.blueprint)) == nil
        }
        guard let missing else { return }
        throw TeamError(
            .invalid, "the exam \(missing.blueprint) is assigned, and this version has none",
            mend: "leave it in the pack, or take back what is assigned")
    }

    /// What a version is compared with: the version of its pack that is in use; nil where there is none.
    package func inUse(insteadOf revision: PackRevision) -> PackRevision? { inUse.current[revision.pack.id.text] }

    private func isOwn(_ id: String) -> Bool { inUse.own.values.contains { $0.sha256 == id } }

    private func version(_ id: String) throws(TeamError) -> PackVersion {
        guard let version = try store.packVersions().first(where: { $0.id == id }) else { throw Self.notFound }
        return version
    }

    private func entry(
        _ action: TrailEntry.Action, _ id: String, by actor: Actor, _ note: String? = nil
    ) -> TrailEntry {
        TrailEntry(at: time.now, by: actor.person.id, action, to: id, note: note)
    }

    private static let notFound = TeamError(.notFound, "there is no such version of a pack")

    /// Words as somebody typed them, on one line.
    private static func line(_ text: String, atLeast least: Int, _ what: String) throws(TeamError) -> String {
        let words = text.split { $0.isWhitespace || $0.isControl }.joined(separator: " ")
        guard (least...500).contains(words.count) else {
            throw TeamError(.invalid, "\(what) has \(least) to 500 signs")
        }
        return words
    }
}
