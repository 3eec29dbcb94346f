import Audit
import FoundationEssentials
import Glibc
import Signatures
import Testing

/// An entry as a log may hold it.
struct Note: Codable, Sendable, Equatable {
    let at: Int
    let text: String
}

@Suite struct `A log of 200 events` {
    private let key = SigningKey()
    private let lines: [String]

    init() throws {
        var chain = Chain<Note>()
        var lines = try (1...200).map {
            try chain.seal(Note(at: $0 * 1_000, text: $0 % 3 == 0 ? "99601 x1, “ü”" : "b"))
        }
        lines.append(try chain.head(signedBy: key))
        self.lines = lines
    }

    private func verify(_ lines: [String]) -> Verification<Note> {
        Verification(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    @Test func `is intact as it was written`() {
        let verification = verify(lines)
        #expect(verification.problems == [])
        #expect(verification.entries.count == 200)
        #expect(verification.entries[4] == Note(at: 5_000, text: "b"))
        #expect(verification.head?.key == key.publicKey.hexadecimal)
    }

    /// `PRECEPTOR_BYTES=all swift test --filter 'shows every change'` takes half an hour; else one byte of so many.
    private static let step = getenv("PRECEPTOR_BYTES") == nil ? 397 : 1

    @Test func `shows every change of a single byte`() {
        let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
        var missed: [Int] = []
        let places =
            Array(stride(from: 0, to: bytes.count, by: Self.step))
            + Array(bytes.indices.suffix(lines[200].utf8.count + 1))
        // One bit of each byte, and for a letter its other case: what a careless reader would take for the same.
        for place in places {
            for mask in [UInt8(1), 0x20] {
                var changed = bytes
                changed[place] ^= mask
                if Verification<Note>(changed).isIntact { missed.append(place) }
            }
        }
        #expect(missed == [])
    }

    @Test func `says which entry was edited`() throws {
        for number in [1, 2, 100, 199, 200] {
            var edited = lines
            edited[number - 1] = edited[number - 1].replacing("\"at\":", with: "\"at\":1")
            #expect(verify(edited).problems == ["entry \(number) was edited (line \(number))"])
        }
    }

    @Test func `says which entries were removed`() {
        var short = lines
        short.remove(at: 49)
        #expect(verify(short).problems == ["entry 50 was removed, or moved from before line 50"])
        #expect(
            verify(Array(lines[..<190]) + [lines[200]]).problems == ["entries 191 to 200 were removed from the end"])
        #expect(verify(Array(lines[5...])).problems.first == "entries 1 to 5 were removed, or moved from before line 1")
    }

    @Test func `says which entries were moved or added`() {
        var moved = lines
        moved.swapAt(9, 10)
        #expect(verify(moved).problems.contains("entry 10 was added or moved (line 11)"))
        #expect(verify(lines + [lines[3]]).problems == ["line 202 was added after the signed end"])
        var doubled = lines
        doubled.insert(lines[3], at: 4)
        #expect(verify(doubled).problems == ["entry 4 was added or moved (line 5)"])
    }

    @Test func `shows an entry that was sealed anew`() throws {
        var chain = Chain<Note>()
        for number in 1...99 {
            _ = try chain.seal(Note(at: number * 1_000, text: number % 3 == 0 ? "99601 x1, “ü”" : "b"))
        }
        var forged = lines
        forged[99] = try chain.seal(Note(at: 1, text: "forged"))
        #expect(
            verify(forged).problems == ["entry 101 does not follow from the one before it: one of them was replaced"])
    }

    @Test func `shows a chain that was made anew from its end`() throws {
        var chain = Chain<Note>()
        let forged = try (1...200).map { try chain.seal(Note(at: $0, text: "forged")) }
        #expect(verify(forged + [lines[200]]).problems == ["entry 200 is not the one that the end was signed over"])
        let own = try chain.head(signedBy: SigningKey())
        let resigned = verify(forged + [own])
        #expect(resigned.isIntact, "whose key it is tells")
        #expect(resigned.head?.key != key.publicKey.hexadecimal)
    }
}

@Suite struct `A log file` {
    private let path = "/tmp/preceptor-log-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).log"

    @Test func `goes on where it ended, without a line that was cut off`() throws {
        defer { unlink(path) }
        do {
            let file = try LogFile<Note>(path, creating: true)
            try file.append(Note(at: 1, text: "a"))
            try file.append(Note(at: 2, text: "b"))
        }
        let torn = try #require(fopen(path, "a"))
        fputs(#"{"entry":{"at":3"#, torn)
        fclose(torn)
        do {
            let file = try LogFile<Note>(path, creating: false)
            #expect(file.entries.map(\.at) == [1, 2])
            #expect(file.tornBytes == 16)
            try file.append(Note(at: 3, text: "c"))
            try file.finish(with: SigningKey())
        }
        let verification = Verification<Note>(try logBytes(at: path))
        #expect(verification.problems == [])
        #expect(verification.entries.map(\.at) == [1, 2, 3])
        #expect(verification.head?.count == 3)
    }

    @Test func `is had by one at a time`() throws {
        defer { unlink(path) }
        let file = try LogFile<Note>(path, creating: true)
        #expect { try LogFile<Note>(path, creating: false) } throws: { error in
            if case LogError.inUse = error { true } else { false }
        }
        try file.append(Note(at: 1, text: "a"))
    }

    @Test func `that was edited is not gone on with`() throws {
        defer { unlink(path) }
        do { try LogFile<Note>(path, creating: true).append(Note(at: 1, text: "a")) }
        let file = try #require(fopen(path, "r+"))
        fseek(file, 12, SEEK_SET)
        fputs("9", file)
        fclose(file)
        #expect { try LogFile<Note>(path, creating: false) } throws: { error in
            if case LogError.damaged = error { true } else { false }
        }
    }
}

@Suite struct `A ledger` {
    private let path = "/tmp/preceptor-ledger-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).log"
    private let key = SigningKey()
    private let start = String(repeating: "7", count: 64)

    private func add(_ text: String, after hash: String? = nil) throws {
        try Ledger<Note>.add(to: path, after: hash ?? start, by: key) { Note(at: $0.count + 1, text: text) }
    }

    @Test func `is begun, added to and read, and goes on from the end that it was begun after`() throws {
        defer { unlink(path) }
        #expect(try Ledger<Note>(at: path, after: start).statements == [])
        for text in ["a", "b", "c"] { try add(text) }
        let ledger = try Ledger<Note>(at: path, after: start)
        #expect(ledger.problems == [] && ledger.statements.map(\.text) == ["a", "b", "c"])
        #expect(ledger.statements.map(\.at) == [1, 2, 3])
        #expect(ledger.keys == Array(repeating: key.publicKey.hexadecimal, count: 3))
        #expect(try !Ledger<Note>(at: path).problems.isEmpty)
        #expect(throws: LogError.self) { try add("d", after: zeroHash) }
    }

    @Test func `shows every change of a single byte`() throws {
        defer { unlink(path) }
        for text in ["a", "b"] { try add(text) }
        let bytes = try logBytes(at: path)
        var missed: [Int] = []
        for place in bytes.indices.dropLast() where place % 3 == 0 {
            var changed = bytes
            changed[place] ^= 1
            if Ledger<Note>(changed, after: start).problems.isEmpty { missed.append(place) }
        }
        #expect(missed == [])
    }

    @Test func `shows a statement that another key was put under`() throws {
        defer { unlink(path) }
        try add("a")
        let text = String(decoding: try logBytes(at: path), as: UTF8.self)
        var chain = Chain<Endorsed<Note>>(after: start)
        let forged = try JSONDecoder().decode(Entry.self, from: Data(text.utf8)).entry
        let line = try chain.seal(forged.signed(by: SigningKey().publicKey.hexadecimal))
        let ledger = Ledger<Note>(Array((line + "\n").utf8), after: start)
        #expect(ledger.problems == ["the signature of entry 1 does not hold: it or what it signs was edited"])
    }

    private struct Entry: Decodable { let entry: Endorsed<Note> }
}

extension Endorsed<Note> {
    /// The same entry under another key's name.
    fileprivate func signed(by key: String) throws -> Endorsed<Note> {
        let text = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
        return try JSONDecoder().decode(Self.self, from: Data(text.replacing(self.key, with: key).utf8))
    }
}
