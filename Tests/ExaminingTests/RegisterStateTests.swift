import Audit
import Content
import PseudoTerminal
import Quiz
import Scoring
import Testing

@testable import Examining

/// What a register comes to, entry by entry.
@Suite struct `The register of attempts` {
    private static func hash(_ digit: String) -> String { String(repeating: digit, count: 64) }

    private func reading(_ minute: Int64, boot: String = "b") -> ClockReading {
        ClockReading(wall: 1_772_442_000_000 + minute * 60_000, up: minute * 60_000, boot: boot)
    }

    private func entry(
        _ event: RegisterEntry.Event, _ attempt: String = "a", count: Int = 2, hash: String = "b", at minute: Int64 = 0
    ) -> RegisterEntry {
        RegisterEntry(
            event, of: Self.hash(attempt), LogEnd(count: count, hash: Self.hash(hash)), at: reading(minute))
    }

    private func register(_ entries: [RegisterEntry]) -> AttemptRegister {
        var register = AttemptRegister()
        for entry in entries { register.take(entry) }
        return register
    }

    private let sitting = RegisterEntry.Sitting(person: "p1", pack: "lesson", blueprint: "final", number: 1)

    @Test func `knows each attempt by what was entered of it`() throws {
        let register = register([
            entry(.started(sitting)), entry(.started(nil), "c", at: 1), entry(.closed, count: 9, hash: "d", at: 30),
            entry(.amended, count: 1, hash: "e", at: 40), entry(.amended, count: 2, hash: "f", at: 50),
            entry(.voided(.init(by: "Cy", reason: "so")), count: 9, hash: "d", at: 60),
        ])
        #expect(register.attempts.map(\.id) == [Self.hash("a"), Self.hash("c")] && register.setBacks == [])
        let attempt = try #require(register[Self.hash("a")])
        #expect(attempt.sitting == sitting && attempt.started?.count == 2 && attempt.closed?.count == 9)
        #expect(attempt.amended?.hash == Self.hash("f") && attempt.voided?.reason == "so" && !attempt.isErased)
        #expect(attempt.ended == reading(30) && attempt.problems == [])
        let other = try #require(register[Self.hash("c")])
        #expect(other.sitting == nil && other.closed == nil && other.ended == reading(1))
        #expect(register[Self.hash("9")] == nil)
    }

    @Test func `finds what cannot be`() throws {
        func problems(_ entries: [RegisterEntry]) throws -> [String] {
            try #require(register(entries)[Self.hash("a")]).problems
        }
        #expect(try problems([entry(.started(sitting)), entry(.started(nil))]) == [], "the same said twice")
        #expect(try problems([entry(.started(sitting)), entry(.started(sitting), hash: "c")]).count == 1)
        #expect(try problems([entry(.closed), entry(.closed)]) == [])
        #expect(try problems([entry(.closed), entry(.closed, hash: "c"), entry(.closed, hash: "d")]).count == 2)
        #expect(try problems([entry(.started(nil)), entry(.amended), entry(.amended, hash: "c")]) == [])
    }

    /// A log is held against what the register has seen of it.
    @Test func `contradicts a log that is not the one it has seen`() throws {
        let register = register([entry(.started(sitting), count: 2, hash: "2"), entry(.closed, count: 4, hash: "4")])
        let attempt = try #require(register[Self.hash("a")])
        func contradictions(_ hashes: [String]) -> Int {
            attempt.contradictions(LogHashes(hashes.map { Self.hash($0) })).count
        }
        #expect(contradictions(["1", "2", "3", "4"]) == 0 && contradictions(["1", "2", "3", "4", "5"]) == 0)
        #expect(contradictions(["1", "2", "3"]) == 0, "that it was cut is told by its end")
        #expect(contradictions(["1", "9", "3", "4"]) == 1 && contradictions(["1"]) == 1 && contradictions([]) == 1)
        #expect(contradictions(["1", "2", "3", "9"]) == 1 && contradictions(["1", "2", "9", "4"]) == 0)
        let ends = [LogEnd(count: 2, hash: Self.hash("2")), LogEnd(count: 4, hash: Self.hash("4"))]
        #expect(attempt.contradictions(LogHashes(knowing: ends)) == [])
        #expect(
            LogHashes(knowing: ends).knows(2) && !LogHashes(knowing: ends).knows(3) && LogHashes(knowing: ends).knows(5)
        )
    }

    @Test(arguments: [(0, 0), (-2_000, 0), (-2_001, 1), (-3_600_000, 1), (3_600_000, 0)] as [(Int64, Int)])
    func `notes where the clock was put back`(by milliseconds: Int64, count: Int) {
        let (first, base) = (entry(.closed), reading(0))
        let moved = ClockReading(wall: base.wall + milliseconds, up: base.up, boot: base.boot)
        let second = RegisterEntry(.amended, of: Self.hash("a"), LogEnd(count: 1, hash: Self.hash("b")), at: moved)
        let register = register([first, second])
        #expect(register.setBacks.count == count)
        if count > 0 { #expect(register.setBacks[0] == .init(from: base.moment, to: moved.moment)) }
    }

    /// What is remembered of it is what it was, and of cut or changed bytes nothing, or something harmless.
    @Test func `is remembered as it was`() throws {
        let register = register([
            entry(.started(sitting)), entry(.started(nil), "c"), entry(.closed, count: 9, hash: "d", at: 30),
            entry(.amended, at: -60), entry(.closed, hash: "e", at: 90),
            entry(.voided(.init(by: "Cy", reason: "“so”")), "c", at: 99),
            entry(.erased(.init(by: "Di", reason: "x")), at: 99),
        ])
        let bytes = PackedOutput.bytes(of: register)
        let again = try PackedInput.read(AttemptRegister.self, in: bytes)
        #expect(again.attempts == register.attempts && again.end == register.end && again.setBacks == register.setBacks)
        #expect(!register.setBacks.isEmpty && register.attempts.contains { !$0.problems.isEmpty })
        for count in bytes.indices {
            #expect(throws: NotPacked.self) { try PackedInput.read(AttemptRegister.self, in: Array(bytes[..<count])) }
        }
        var chance = Seeded(3)
        for place in bytes.indices {
            var changed = bytes
            changed[place] = .random(in: .min ... .max, using: &chance)
            guard let read = try? PackedInput.read(AttemptRegister.self, in: changed) else { continue }
            for attempt in read.attempts { _ = attempt.contradictions(LogHashes([Self.hash("1")])) }
        }
    }
}
