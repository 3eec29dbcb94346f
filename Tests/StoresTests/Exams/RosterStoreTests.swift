import Examining
import Glibc
import PseudoTerminal
import Quiz
import SampleExams
import Stores
import Testing

/// What every store of the roster promises.
@Suite struct `A store of the roster` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Puts a candidate on a roster.
    private static func enrol(_ id: String, on roster: inout Roster) {
        let row = RosterRow(
            .candidate(RosterRow.Candidate(id: id)), isGone: false, at: RosterPosition(file: "team.csv", row: 2))
        roster = RosterUpdate(of: roster, with: [row]).roster
    }

    @Test(arguments: ExamStoreKind.allCases) func `gives back what was changed`(kind: ExamStoreKind) throws {
        let store = try kind.roster(in: folder.path)
        #expect(try store.read().isEmpty)
        let count = try store.update { roster in
            Self.enrol("ada", on: &roster)
            return roster.candidates.count
        }
        #expect(try count == 1 && store.read().candidates.map(\.id) == ["ada"])
    }

    @Test(arguments: ExamStoreKind.allCases) func `changes nothing where the change fails`(kind: ExamStoreKind) throws {
        let store = try kind.roster(in: folder.path)
        _ = try store.update { Self.enrol("ada", on: &$0) }
        expect(.invalid, "so it is") {
            try store.update { roster throws(ExamError) in
                Self.enrol("bo", on: &roster)
                throw ExamError(.invalid, "so it is")
            }
        }
        #expect(try store.read().candidates.map(\.id) == ["ada"])
    }

    @Test(arguments: ExamStoreKind.allCases) func `loses nothing of what many change at once`(kind: ExamStoreKind)
        async throws
    {
        let store = try kind.roster(in: folder.path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask { _ = try store.update { Self.enrol("c\(number)", on: &$0) } }
            }
            try await group.waitForAll()
        }
        #expect(try store.read().candidates.count == 16)
    }

    @Test func `in a file is for its owner's eyes, and nothing else is taken for one`() throws {
        let store = FileRosterStore(folder: folder.path(of: "exams"))
        _ = try store.update { Self.enrol("ada", on: &$0) }
        var status = stat()
        #expect(stat(folder.path(of: "exams/roster.json"), &status) == 0 && status.st_mode & 0o777 == 0o600)
        try folder.write("hello", to: "exams/roster.json")
        expect(.unreadable, "roster.json holds no roster; put back the one that was there") { _ = try store.read() }
        expect(.unreadable, "holds no roster") { _ = try store.update { Self.enrol("bo", on: &$0) } }
        try folder.write("", to: "file")
        let nowhere = FileRosterStore(folder: folder.path(of: "file/exams"))
        expect(.cannotMake, "cannot make the folder") { _ = try nowhere.update { Self.enrol("bo", on: &$0) } }
    }

    /// A file where the folder should be stands for all that keeps it from being looked into.
    @Test func `in a folder that cannot be read is no empty roster`() throws {
        try folder.write("", to: "file")
        let hidden = FileRosterStore(folder: folder.path(of: "file"))
        expect(.notFound, "file/roster.json: cannot read the file: Not a directory") { _ = try hidden.read() }
        let issuers = FileIssuerStore(folder: folder.path(of: "file"), examFolder: folder.path(of: "file"))
        expect(.notFound, "file/issuer.json: cannot read") { _ = try issuers.issuer() }
        expect(.notFound, "file/signing.key: cannot read") { _ = try issuers.sealingKey() }
    }
}
