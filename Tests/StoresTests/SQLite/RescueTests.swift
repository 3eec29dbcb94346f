import Foundation
import Learning
import PseudoTerminal
import Testing
import records_probe

@testable import Stores

/// Whatever a disk does to records, what is whole in them comes back, and what is lost is told.
@Suite struct RescueTests {
    private static let pageSize = 4_096
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Anna's answers, in words, also where nobody knows any more that they are hers.
    private func answers(in path: String) throws -> [String] {
        let records = try SQLiteLearnerStore(path: path)
        let known = try records.knownLearner(named: "anna") ?? records.knownLearner(named: "learner 1, name lost")
        let anna = try #require(known)
        let answers = try records.allAnswers(anna.id)
        try records.close()
        return answers.map { "\($0)" }
    }

    private func change(_ path: String, _ body: (inout Data) -> Void) throws {
        var content = try bytes(path)
        body(&content)
        try content.write(to: URL(fileURLWithPath: path))
    }

    /// Records whose writer was killed, so that a log lies beside them, and how many answers it acknowledged.
    private func killed() throws -> (path: String, acknowledged: Int) {
        let probe = try ProbeProcess(["write", folder.records, "anna", "0"])
        var count = 0
        while count < 30, probe.line() != nil { count += 1 }
        probe.kill()
        count += probe.acknowledgements().count
        _ = probe.end()
        return (folder.records, count)
    }

    @Test func `records that are whole are left alone`() throws {
        let path = try folder.written(20)
        let before = try bytes(path)
        #expect(try SQLiteLearnerStore.rescue(path: path) == nil)
        #expect(try bytes(path) == before)
        #expect(try SQLiteLearnerStore.rescue(path: folder.path(of: "none.sqlite")) == nil)
    }

    @Test(arguments: 0..<40) func `one damaged page takes no more with it than what lay on it`(seed: Int) throws {
        let path = try folder.written(300)
        let before = try answers(in: path)
        let pages = try bytes(path).count / Self.pageSize
        let page = seed * pages / 40
        try change(path) { $0[page * Self.pageSize + seed * 97 % 4_000] ^= 4 }
        let damaged = try bytes(path)
        let rescue = try #require(try SQLiteLearnerStore.rescue(path: path))
        #expect(rescue.damagedPages == 1 && rescue.pages == pages && !rescue.isLogDamaged)
        #expect(try bytes(rescue.aside) == damaged)
        let after = try answers(in: path)
        #expect(after.count == rescue.answers && before.count - after.count <= 40)
        #expect(before.count - after.count <= rescue.missingAnswers + 40)
        // An answer whose item is lost is kept without it.
        #expect(after.allSatisfy { before.contains($0) || $0.contains("lost/") })
        #expect(try SQLiteLearnerStore.rescue(path: path) == nil)
    }

    @Test func `a link to the records stays one`() throws {
        let path = try folder.written(20)
        let link = folder.path(of: "link.sqlite")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        try change(path) { $0[$0.count - 100] ^= 1 }
        let rescue = try #require(try SQLiteLearnerStore.rescue(path: link))
        #expect(rescue.aside.contains("/records.sqlite.damaged-1"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
        #expect(try answers(in: link).count == rescue.answers)
    }

    @Test func `what leads to the pages is not needed`() throws {
        let path = try folder.written(300)
        let before = try answers(in: path)
        try change(path) { content in
            for place in stride(from: 0, to: content.count, by: Self.pageSize) {
                let kind = content[place + (place == 0 ? 100 : 0)]
                if kind != 13 { content[place + 2_000] ^= 1 }
            }
            content.replaceSubrange(0..<100, with: Data(count: 100))
        }
        let rescue = try #require(try SQLiteLearnerStore.rescue(path: path))
        #expect(rescue.answers == 300 && rescue.missingAnswers == 0 && rescue.replaced == 0)
        #expect(try answers(in: path) == before)
    }

    @Test func `a state is worked out anew, and answers go on`() throws {
        let path = try folder.written(60)
        try change(path) { $0[$0.count - 100] ^= 1 }
        _ = try #require(try SQLiteLearnerStore.rescue(path: path))
        let records = try SQLiteLearnerStore(path: path)
        let anna = try #require(try records.knownLearner(named: "anna"))
        #expect(try !records.state(of: anna.id, in: Sample.pack).isCurrent)
        let rebuilt = try records.rebuild(anna.id, by: Tally())
        #expect(try rebuilt.mapValues(\.rows) == records.replayed(anna.id).mapValues(\.rows))
        var course = try Course(records, from: 60)
        try course.answer()
        try records.close()
    }

    @Test(arguments: 0..<60) func `a flipped bit in a log that was left behind hides nothing`(seed: Int) throws {
        let (path, acknowledged) = try killed()
        var random = Seeded(UInt64(seed))
        try change(path + "-wal") { log in
            log[Int.random(in: 0..<log.count, using: &random)] ^= 1 << Int.random(in: 0..<8, using: &random)
        }
        do {
            #expect(try answers(in: path).count >= acknowledged)
        } catch let error as RecordsError {
            #expect(error.kind == .damaged && error.message.contains("preceptor rescue"), "\(error)")
            let rescue = try #require(try SQLiteLearnerStore.rescue(path: path))
            #expect(rescue.isLogDamaged)
            #expect(rescue.answers >= acknowledged - 8 && rescue.missingAnswers <= 8)
            #expect(try answers(in: path).count == rescue.answers)
        }
    }

    @Test func `what a killed process had not ended is no damage`() throws {
        let (path, acknowledged) = try killed()
        try change(path + "-wal") { log in
            let step = 24 + Self.pageSize
            log.removeLast((log.count - 32) % step)
            log.append(log.suffix(step).prefix(1_000))
        }
        #expect(try answers(in: path).count >= acknowledged)
    }

    @Test func `a rescue that was killed before its end is ended by whoever opens the records`() throws {
        let path = try folder.written(20)
        try copy(path, to: path + ".rescued")
        try Data("damaged".utf8).write(to: URL(fileURLWithPath: path))
        try Data("a log of it".utf8).write(to: URL(fileURLWithPath: path + "-wal"))
        #expect(try answers(in: path).count == 20)
        #expect(!FileManager.default.fileExists(atPath: path + ".rescued"))
    }

    @Test func `what another process has open, or is not ours, is not touched`() throws {
        let path = try folder.written(20)
        let probe = try ProbeProcess(["write", path, "anna", "0"])
        _ = probe.line()
        #expect(RecordsFile(path: path, patience: 0).isOpenElsewhere)
        probe.kill()
        _ = probe.end()
        #expect(!RecordsFile(path: path, patience: 0).isOpenElsewhere)
        try Data("This is no database.".utf8).write(to: URL(fileURLWithPath: path))
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        let error = #expect(throws: RecordsError.self) { try SQLiteLearnerStore.rescue(path: path) }
        #expect(error?.message.contains("nothing in it is whole") == true)
        #expect(try bytes(path) == Data("This is no database.".utf8))
    }
}
