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

    private func verify(_ lines: [String]) -> ChainedLog<Note> {
        ChainedLog(Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    @Test func `is intact as it was written`() {
        let read = verify(lines)
        #expect(read.problems == [])
        #expect(read.entries.count == 200)
        #expect(read.entries[4] == Note(at: 5_000, text: "b"))
        #expect(read.head?.key == key.publicKey.hexadecimal)
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
                if ChainedLog<Note>(changed).isIntact { missed.append(place) }
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

@Suite struct `The end of a log` {
    @Test func `is told by its last line`() throws {
        var chain = Chain<Note>()
        let lines = try (1...3).map { try chain.seal(Note(at: $0, text: "a")) }
        for (place, line) in lines.enumerated() {
            let end = try #require(LogEnd(ofLine: line.utf8))
            #expect(end.count == place + 1)
        }
        #expect(LogEnd(ofLine: lines[2].utf8) == chain.end && LogEnd.beginning() == Chain<Note>().end)
        let head = try chain.head(signedBy: SigningKey())
        #expect(isSignedEnd(head.utf8) && !isSignedEnd(lines[0].utf8))
        for line in [lines[1].replacing("\"a\"", with: "\"b\""), head, "", "{}", String(lines[1].dropLast())] {
            #expect(LogEnd(ofLine: line.utf8) == nil, "\(line)")
        }
    }

    @Test(arguments: ["", "{\"entry"]) func `is the beginning where no line is whole`(bytes: String) {
        let read = ChainedLog<Note>(wholeLinesOf: Array(bytes.utf8))
        #expect(read.isIntact && read.entries.isEmpty && read.end == .beginning())
    }
}

@Suite struct `A ledger` {
    private let key = SigningKey()
    private let start = LogEnd.beginning(after: String(repeating: "7", count: 64))

    /// The bytes of a ledger that says these words.
    private func ledger(_ words: [String]) throws -> [UInt8] {
        var end = start
        var text = ""
        for (place, word) in words.enumerated() {
            let (line, next) = try Ledger.line(Note(at: place + 1, text: word), after: end, signedBy: key)
            text += line + "\n"
            end = next
        }
        return Array(text.utf8)
    }

    @Test func `is begun, added to and read, and goes on from the end that it was begun after`() throws {
        #expect(
            Ledger<Note>(after: start).statements == []
                && Ledger<Note>(after: start).end == start)
        let bytes = try ledger(["a", "b", "c"])
        let read = Ledger<Note>(bytes, after: start)
        #expect(read.problems == [] && read.statements.map(\.text) == ["a", "b", "c"])
        #expect(read.statements.map(\.at) == [1, 2, 3] && read.end.count == 3 && read.end.hash == read.hashes.last)
        #expect(read.keys == Array(repeating: key.publicKey.hexadecimal, count: 3))
        #expect(!Ledger<Note>(bytes).problems.isEmpty)
        #expect(
            Ledger<Note>(bytes + Array("{\"entry".utf8), after: start).problems == [],
            "that was never acknowledged")
    }

    @Test func `shows every change of a single byte`() throws {
        let bytes = try ledger(["a", "b"])
        var missed: [Int] = []
        for place in bytes.indices.dropLast() where place % 3 == 0 {
            var changed = bytes
            changed[place] ^= 1
            if Ledger<Note>(changed, after: start).problems.isEmpty { missed.append(place) }
        }
        #expect(missed == [])
    }

    @Test func `never has an end`() throws {
        let bytes = try ledger(["a"])
        let head = try Chain<Endorsed<Note>>(Ledger<Note>(bytes, after: start).end).head(
            signedBy: key)
        let read = Ledger<Note>(bytes + Array((head + "\n").utf8), after: start)
        #expect(read.problems == ["it was given an end, which it never has"])
    }

    @Test func `shows a statement that another key was put under`() throws {
        let text = String(decoding: try ledger(["a"]), as: UTF8.self)
        var chain = Chain<Endorsed<Note>>(start)
        let forged = try JSONDecoder().decode(Entry.self, from: Data(text.utf8)).entry
        let line = try chain.seal(forged.signed(by: SigningKey().publicKey.hexadecimal))
        let read = Ledger<Note>(Array((line + "\n").utf8), after: start)
        #expect(read.problems == ["the signature of entry 1 does not hold: it or what it signs was edited"])
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
