import Audit
import DatabaseServer
import Examining
import Glibc
import Machine
import PseudoTerminal
import Scoring
import Signatures
import TeamStores
import Testing

@testable import Stores

/// What may be kept in a log.
private struct Note: Codable, Sendable, Equatable { let text: String }

/// A store of one of the kinds that there are, with nothing in it.
enum ExamStoreKind: CaseIterable, Sendable {
    case files, memory, sqlite, postgresql

    /// Those that keep who issues certificates: keys are kept in no database.
    static let ofIssuers: [ExamStoreKind] = [.files, .memory]

    /// - Parameter folder: Where a store may keep its files.
    /// - Returns: The store, with nothing in it.
    /// - Throws: Where its database cannot be made.
    func logs(in folder: String) throws -> any LogStore {
        switch self {
        case .files: FileLogStore(folder: "\(folder)/exams", issuerFolder: "\(folder)/issuer", time: MachineTime())
        case .memory: MemoryLogStore()
        case .sqlite: try Self.database(.sqlite, in: folder).logs
        case .postgresql: try Self.database(.postgresql, in: folder).logs
        }
    }

    func roster(in folder: String) throws -> any RosterStore {
        switch self {
        case .files: FileRosterStore(folder: "\(folder)/exams")
        case .memory: MemoryRosterStore()
        case .sqlite: try Self.database(.sqlite, in: folder).roster
        case .postgresql: try Self.database(.postgresql, in: folder).roster
        }
    }

    func issuers(in folder: String) -> any IssuerStore {
        self == .memory
            ? MemoryIssuerStore() : FileIssuerStore(folder: "\(folder)/issuer", examFolder: "\(folder)/exams")
    }

    static func database(_ kind: DatabaseKind, in folder: String) throws -> TeamDatabase {
        let database = try TeamDatabase(try kind.place(in: folder))
        try database.migrate()
        return database
    }
}

/// What every store of logs promises.
@Suite struct `A store of logs` {
    private static let logs: [ExamLog] = [.attempt("ada-1"), .addenda("ada-1"), .register, .issued]
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func line(_ text: String, _ chain: inout Chain<Note>) throws -> String { try chain.seal(Note(text: text)) }

    private func notes(_ log: ExamLog, in store: any LogStore) throws -> [String] {
        let read = ChainedLog<Note>(try store.read(log) ?? [])
        #expect(read.problems == [] || read.entries.isEmpty)
        return read.entries.map(\.text)
    }

    @Test(arguments: ExamStoreKind.allCases, logs) func `gives back what was added`(kind: ExamStoreKind, log: ExamLog)
        throws
    {
        let store = try kind.logs(in: folder.path)
        #expect(try store.read(log) == nil && store.attempts() == [])
        var chain = Chain<Note>()
        try store.append([line("a", &chain), line("b", &chain)], to: log, after: .beginning())
        let end = chain.end
        try store.append([line("c", &chain)], to: log, after: end)
        #expect(try notes(log, in: store) == ["a", "b", "c"])
        #expect(try store.attempts() == (log == .attempt("ada-1") ? ["ada-1"] : []))
        let location = store.location(of: log)
        #expect(location.contains("ada-1") || location.contains("register.log") || location.contains("issued.log"))
    }

    @Test(arguments: ExamStoreKind.allCases) func `gives what came after a position, as long as it goes on from there`(
        kind: ExamStoreKind
    ) throws {
        let store = try kind.logs(in: folder.path)
        var chain = Chain<Note>()
        try store.append([line("a", &chain), line("b", &chain)], to: .register, after: .beginning())
        let end = chain.end
        let position = try #require(try store.position(in: .register, at: end))
        #expect(try store.read(.register, after: position) == [] && position.end == end)
        try store.append([line("c", &chain)], to: .register, after: end)
        let more = ChainedLog<Note>(try #require(try store.read(.register, after: position)), after: end)
        #expect(more.problems == [] && more.entries.map(\.text) == ["c"] && more.end == chain.end)
        var other = Chain<Note>()
        try store.remove(.register)
        #expect(try store.read(.register, after: position) == nil)
        try store.append(["a", "x", "c"].map { try line($0, &other) }, to: .register, after: .beginning())
        #expect(try store.read(.register, after: position) == nil, "another log was put in its place")
    }

    @Test(arguments: ExamStoreKind.allCases) func `marks an attempt otherwise once anything is done to it`(
        kind: ExamStoreKind
    ) throws {
        let store = try kind.logs(in: folder.path)
        var (chain, more) = (Chain<Note>(), Chain<Note>())
        let log = ExamLog.attempt("ada-1")
        /// What files give for marks so long after they were last changed.
        func marks(secondsLater: Int) throws -> [String: LogMark] {
            let changes = [log, .addenda("ada-1")].compactMap { log -> Int? in
                var status = stat()
                return stat(store.location(of: log), &status) == 0 ? status.st_ctim.tv_sec : nil
            }
            let now = try #require(changes.max()) + secondsLater
            return try FileLogStore(
                folder: "\(folder.path)/exams", issuerFolder: folder.path,
                time: SetTime(Moment(milliseconds: Int64(now) * 1_000))
            ).marks()
        }
        /// The mark, once there is one.
        func mark() throws -> LogMark? {
            guard kind == .files else { return try store.marks()["ada-1"] }
            #expect(try marks(secondsLater: 1)["ada-1"] == nil, "what changed just now has none")
            return try marks(secondsLater: 2)["ada-1"]
        }
        try store.append([line("a", &chain)], to: log, after: .beginning())
        var seen = [try #require(try mark())]
        #expect(try mark() == seen[0])
        let end = chain.end
        try store.append([line("b", &chain)], to: log, after: end)
        seen.append(try #require(try mark()))
        try store.seal(log, with: chain.head(signedBy: SigningKey()), after: chain.end)
        seen.append(try #require(try mark()))
        try store.append([line("later", &more)], to: .addenda("ada-1"), after: .beginning())
        seen.append(try #require(try mark()))
        #expect(Set(seen).count == 4)
    }

    @Test(arguments: ExamStoreKind.allCases) func `lists attempts by name`(kind: ExamStoreKind) throws {
        let store = try kind.logs(in: folder.path)
        for name in ["b-1", "a-2", "a-1"] {
            var chain = Chain<Note>()
            try store.append([line(name, &chain)], to: .attempt(name), after: .beginning())
            try store.append([line(name, &chain)], to: .addenda(name), after: .beginning())
        }
        #expect(try store.attempts() == ["a-1", "a-2", "b-1"])
    }

    @Test(arguments: ExamStoreKind.allCases, logs)
    func `tells that somebody else added meanwhile, and adds nothing`(kind: ExamStoreKind, log: ExamLog) throws {
        let store = try kind.logs(in: folder.path)
        var (mine, theirs) = (Chain<Note>(), Chain<Note>())
        #expect(throws: LogError.changed) {
            var ahead = Chain<Note>(LogEnd(count: 3, hash: zeroHash))
            try store.append([line("x", &ahead)], to: log, after: LogEnd(count: 3, hash: zeroHash))
        }
        #expect(try store.read(log) == nil, "nothing is begun")
        try store.append([line("theirs", &theirs)], to: log, after: .beginning())
        #expect(throws: LogError.changed) {
            try store.append([line("mine", &mine)], to: log, after: .beginning())
        }
        let behind = mine.end
        #expect(throws: LogError.changed) { try store.append([line("more", &mine)], to: log, after: behind) }
        #expect(throws: LogError.changed) {
            try store.seal(log, with: mine.head(signedBy: SigningKey()), after: mine.end)
        }
        #expect(try notes(log, in: store) == ["theirs"])
    }

    @Test(arguments: ExamStoreKind.allCases) func `keeps once what is said twice`(kind: ExamStoreKind) throws {
        let store = try kind.logs(in: folder.path)
        var chain = Chain<Note>()
        let lines = [try line("a", &chain), try line("b", &chain)]
        for _ in 0..<2 { try store.append(lines, to: .register, after: .beginning()) }
        #expect(try notes(.register, in: store) == ["a", "b"])
        let head = try chain.head(signedBy: SigningKey())
        for _ in 0..<2 { try store.seal(.register, with: head, after: chain.end) }
        #expect(ChainedLog<Note>(try #require(try store.read(.register))).problems == [])
    }

    @Test(arguments: ExamStoreKind.allCases) func `adds nothing after the signed end`(kind: ExamStoreKind) throws {
        let store = try kind.logs(in: folder.path)
        var chain = Chain<Note>()
        try store.append([line("a", &chain)], to: .attempt("ada-1"), after: .beginning())
        let end = chain.end
        try store.seal(.attempt("ada-1"), with: chain.head(signedBy: SigningKey()), after: end)
        let whole = try store.read(.attempt("ada-1"))
        #expect(throws: LogError.sealed) {
            try store.append([line("b", &chain)], to: .attempt("ada-1"), after: end)
        }
        #expect(throws: LogError.sealed) {
            try store.seal(.attempt("ada-1"), with: Chain<Note>(end).head(signedBy: SigningKey()), after: end)
        }
        #expect(try store.read(.attempt("ada-1")) == whole)
        let log = ChainedLog<Note>(try #require(whole))
        #expect(log.problems == [] && log.head?.count == 1)
    }

    @Test(arguments: ExamStoreKind.allCases) func `takes no line that is no entry`(kind: ExamStoreKind) throws {
        let store = try kind.logs(in: folder.path)
        for lines in [[], ["hello"], [#"{"entry":1}"#]] {
            #expect {
                try store.append(lines, to: .register, after: .beginning())
            } throws: { error in
                if case LogError.unwritable = error { true } else { false }
            }
        }
    }

    @Test(arguments: ExamStoreKind.allCases) func `loses nothing of what many add at once`(kind: ExamStoreKind)
        async throws
    {
        let store = try kind.logs(in: folder.path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<10 {
                        // Whoever was not the first reads again and tries again.
                        while true {
                            let known = ChainedLog<Note>(wholeLinesOf: try store.read(.register) ?? [])
                            var chain = Chain<Note>(known.end)
                            let line = try chain.seal(Note(text: "\(writer)-\(number)"))
                            do { try store.append([line], to: .register, after: known.end) } catch LogError.changed {
                                continue
                            }
                            break
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let kept = try notes(.register, in: store)
        #expect(kept.count == 80 && Set(kept).count == 80)
        for writer in 0..<8 {
            let own = kept.filter { $0.hasPrefix("\(writer)-") }
            #expect(own == (0..<10).map { "\(writer)-\($0)" }, "each in its own order")
        }
    }
}

/// What files alone can promise, or suffer.
@Suite struct `A log file` {
    private let folder: TemporaryFolder
    private let log = ExamLog.attempt("ada-1")

    init() throws { folder = try TemporaryFolder() }

    private var store: FileLogStore {
        FileLogStore(folder: "\(folder.path)/exams", issuerFolder: "\(folder.path)/issuer", time: MachineTime())
    }

    /// Begins the log with so many entries.
    private func begin(_ count: Int) throws -> Chain<Note> {
        var chain = Chain<Note>()
        let lines = try (1...count).map { try chain.seal(Note(text: "\($0)")) }
        try store.append(lines, to: log, after: .beginning())
        return chain
    }

    @Test func `goes on where it ended, without a line that was cut off`() throws {
        var chain = try begin(2)
        let file = try #require(fopen(store.location(of: log), "a"))
        fputs(#"{"entry":{"at":3"#, file)
        fclose(file)
        #expect(try store.read(log)?.last == UInt8(ascii: "3"), "what is there is told as it is")
        let end = chain.end
        try store.append([chain.seal(Note(text: "3"))], to: log, after: end)
        let read = ChainedLog<Note>(try #require(try store.read(log)))
        #expect(read.problems == [] && read.entries.map(\.text) == ["1", "2", "3"])
    }

    @Test func `is had by one window at a time, for as long as that is there`() throws {
        var chain = try begin(1)
        var window: FileLogStore? = store
        try window?.hold(log)
        try window?.hold(log)
        let end = chain.end
        let line = try chain.seal(Note(text: "2"))
        #expect(throws: LogError.inUse) { try store.hold(log) }
        #expect(throws: LogError.inUse) { try store.append([line], to: log, after: end) }
        let read = try #require(try store.read(log))
        #expect(ChainedLog<Note>(read).entries.count == 1, "anybody may read it")
        try window?.append([line], to: log, after: end)
        window = nil
        var other = Chain<Note>()
        let late = try other.seal(Note(text: "other"))
        #expect(throws: LogError.changed) { try store.append([late], to: log, after: .beginning()) }
        try store.hold(log)
        #expect(throws: LogError.changed) { try store.hold(.attempt("nobody")) }
    }

    @Test func `whose last line was edited is not gone on with`() throws {
        var chain = try begin(2)
        let path = store.location(of: log)
        let text = String(decoding: try #require(try store.read(log)), as: UTF8.self)
        try folder.write(
            text.replacing(#""text":"2""#, with: #""text":"9""#), to: String(path.dropFirst(folder.path.count + 1)))
        let end = chain.end
        #expect {
            try store.append([chain.seal(Note(text: "3"))], to: log, after: end)
        } throws: { error in
            error as? LogError == .damaged(["its last line was edited: it is no entry"])
        }
    }

    @Test func `is for its owner's eyes, and follows no link`() throws {
        let chain = try begin(1)
        var status = stat()
        #expect(stat(store.location(of: log), &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(store.location, &status) == 0 && status.st_mode & 0o777 == 0o700)
        let link = store.location(of: .attempt("link"))
        #expect(symlink(store.location(of: log), link) == 0)
        #expect {
            try store.seal(.attempt("link"), with: chain.head(signedBy: SigningKey()), after: chain.end)
        } throws: { error in
            if case LogError.unwritable(let reason) = error { reason.contains("link.log: ") } else { false }
        }
    }

    @Test func `that cannot be read is told`() throws {
        _ = try begin(1)
        let path = store.location(of: .attempt("folder"))
        #expect(mkdir(path, 0o700) == 0)
        #expect {
            try store.read(.attempt("folder"))
        } throws: { error in
            if case LogError.unreadable(let reason) = error { reason.contains(path) } else { false }
        }
    }

    /// A file where the folder should be stands for all that keeps it from being looked into.
    @Test func `in a folder that cannot be read are not no attempts`() throws {
        #expect(mkdir(folder.path(of: "exams"), 0o700) == 0)
        try folder.write("", to: "exams/attempts")
        let store = FileLogStore(folder: folder.path(of: "exams"), issuerFolder: folder.path, time: MachineTime())
        #expect(throws: LogError.unreadable("\(store.location): cannot read the folder: Not a directory")) {
            try store.attempts()
        }
    }
}
