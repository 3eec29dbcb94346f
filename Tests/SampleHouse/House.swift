import BundledPacks
package import DatabaseServer
import Examining
package import Machine
package import PseudoTerminal
package import SampleExams
import Signatures
import Stores
package import Team
package import TeamStores
import Testing
import Web

/// A house with a database and a clock of its own, in which nobody is yet, and the exams of the lesson.
package struct House {
    /// What it keeps its files in.
    package let folder: TemporaryFolder
    /// Stands still until it is moved.
    package let time: SetTime
    package let database: TeamDatabase
    package let accounts: Accounts
    package let desk: ExamDesk
    /// Training in the lesson, and a short course of it.
    package let training: TrainingDesk
    private let place: String
    private let random: RandomSource
    private let lesson: LessonPack

    /// What everybody chooses as a password.
    package static let password = "correct horse battery"

    /// - Parameters:
    ///   - kind: Of its database.
    ///   - limits: How often somebody may fail to sign in.
    ///   - lesson: Whose exams it gives; nil for the usual ones.
    ///   - random: Where its chance comes from.
    /// - Throws: Where the database cannot be made.
    package init(
        _ kind: DatabaseKind = .sqlite, limits: SignInLimits = SignInLimits(), of lesson: LessonPack? = nil,
        random: RandomSource = .system
    ) throws {
        let folder = try TemporaryFolder()
        try self.init(
            in: folder, at: try kind.place(in: folder.path), time: SetTime(SampleExams.morning), limits: limits,
            of: try lesson ?? LessonPack.usual.get(), random: random)
    }

    private init(
        in folder: TemporaryFolder, at place: String, time: SetTime, limits: SignInLimits, of lesson: LessonPack,
        random: RandomSource
    ) throws {
        self.lesson = lesson
        self.random = random
        self.folder = folder
        self.place = place
        self.time = time
        let notices = Notices(from: "https://exams.example.org")
        let database = try TeamDatabase(place)
        try database.migrate()
        self.database = database
        accounts = Accounts(in: database.people, passwords: try Passwords(.least), limits: limits, notices: notices) {
            time.now
        }
        let exams = Exams(
            logs: database.logs, roster: database.roster,
            issuers: FileIssuerStore(folder: "\(folder.path)/issuer", examFolder: "\(folder.path)/exams"),
            verified: MemoryVerifiedStore(fewest: 1), time: time, user: "server", build: "test")
        func inUse(_ packs: [PackRevision]) -> PacksInUse {
            PacksInUse(packs, and: database.people, made: AuthoredPacks(), time: time, lasts: .zero)
        }
        training = TrainingDesk(
            of: try inUse([PackRevision(coursePack(), named: "course", revision: "course", sha256: "course")]),
            time: time, random: random, in: database.learners, database.bookmarks)
        desk = ExamDesk(
            exams, of: inUse([lesson.revision]), people: database.people, random: random, notices: notices
        ) {
            () throws(ExamError) in try database.openAttempts()
        }
    }

    /// The same house as another node knows it: with the same database, clock and keys, and nothing else.
    package func otherNode() throws -> House {
        try House(in: folder, at: place, time: time, limits: SignInLimits(), of: lesson, random: random)
    }

    /// Lets minutes pass.
    package func pass(minutes: Int64) { time.pass(milliseconds: minutes * 60_000) }

    /// The first administrator, signed in.
    package func administrator() throws -> Actor {
        let token = try #require(try accounts.inviteFirstAdministrator())
        return try accounts.accept(token, as: "Root", at: "root@example.org", password: Self.password).actor
    }

    /// Somebody of these roles, signed in.
    package func somebody(_ name: String, _ roles: Set<Role>, by administrator: Actor) throws -> Actor {
        let invited = try accounts.invite(name, at: "\(name)@example.org", as: roles, by: administrator)
        return try accounts.accept(invited.token, as: name, at: "", password: Self.password).actor
    }
}

/// Whether an error is one of people and access, and of a kind.
package func isOf(_ kind: TeamError.Kind, _ error: any Error) -> Bool { (error as? TeamError)?.kind == kind }
