import Scoring
import Testing

@testable import Authoring
@testable import Content

@Suite struct PackedTests {
    private func comesBack<Value: Packed & Equatable>(_ value: Value) throws -> Bool {
        try PackedInput.read(Value.self, in: PackedOutput.bytes(of: value)) == value
    }

    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, .max, .min])
    func `numbers come back`(number: Int) throws {
        #expect(try comesBack(number))
        #expect(try comesBack([number, number]))
        #expect(try comesBack(Optional(number)))
    }

    @Test(arguments: ["", "é日本👩‍⚕️\0", String(repeating: "x", count: 300)])
    func `texts come back`(text: String) throws {
        #expect(try comesBack(text))
        #expect(try comesBack([text: [text]]))
        #expect(try comesBack(Set([text, "other"])))
    }

    @Test func `what is absent comes back absent`() throws {
        #expect(try comesBack(Int?.none))
        #expect(try comesBack([Int?.none, 7]))
        #expect(try comesBack(["a": Int?.none, "b": 1]))
        #expect(try comesBack(Int??.some(nil)))
        #expect(try comesBack([Bool: [Int]]()))
    }

    @Test func `bytes that are cut or too many throw`() throws {
        let bytes = PackedOutput.bytes(of: [["a", "é"], [], ["long enough"]])
        for length in bytes.indices {
            #expect(throws: NotPacked.self) { try PackedInput.read([[String]].self, in: Array(bytes[..<length])) }
        }
        #expect(throws: NotPacked.self) { try PackedInput.read([[String]].self, in: bytes + [0]) }
    }

    @Test func `counts beyond what follows throw before anything is kept free for them`() throws {
        let much = PackedOutput.bytes(of: Int.max)
        #expect(throws: NotPacked.self) { try PackedInput.read([Int].self, in: much) }
        #expect(throws: NotPacked.self) { try PackedInput.read([Int: Int].self, in: much) }
        #expect(throws: NotPacked.self) { try PackedInput.read(String.self, in: much) }
        #expect(throws: NotPacked.self) { try PackedInput.read(String.self, in: PackedOutput.bytes(of: -1)) }
        #expect(throws: NotPacked.self) { try PackedInput.read(Int.self, in: [UInt8](repeating: 0xFF, count: 20)) }
    }

    @Test func `words and cases that there are none of throw`() throws {
        #expect(throws: NotPacked.self) { try PackedInput.read(ItemKind.self, in: PackedOutput.bytes(of: "essay")) }
        #expect(throws: NotPacked.self) { try PackedInput.read(Template.Amount.self, in: [9, 0]) }
        let word = PackedOutput.bytes(of: "9960")
        #expect(throws: NotPacked.self) { try PackedInput.read(Code.self, in: word) }
        #expect(throws: NotPacked.self) { try PackedInput.read(Modifier.self, in: word) }
        #expect(throws: NotPacked.self) { try PackedInput.read(Credit.self, in: word) }
        let number = PackedOutput.bytes(of: Int.max)
        #expect(throws: NotPacked.self) { try PackedInput.read(ClockTime.self, in: number) }
        #expect(throws: NotPacked.self) { try PackedInput.read(Day.self, in: number) }
    }

    @Test func `every part of a policy comes back`() throws {
        let code = try #require(Code("99602"))
        var policy = Policy(id: "p", title: "title", statement: "statement", credit: .atLeast(31))
        policy.creditByCode = [code: .complete]
        policy.counts = [.travel, .documentation]
        policy.sameDay = .separate
        policy.midnight = .split
        policy.places = ["12", "13"]
        policy.performers = ["nurse"]
        policy.requires = [.start, .followUp]
        policy.undocumented = .nothing
        policy.caps = Policy.Caps(minutesADay: 240, minutesAWeek: 720, unitsADay: [code: 3])
        policy.effective = Effective(from: Day(year: 2026, month: 1, day: 1), to: Day(year: 2026, month: 12, day: 31))
        policy.sources = ["guide"]
        #expect(try comesBack(policy))
    }

    @Test(arguments: ["home-infusion", "critical-care", "outpatient-infusion"])
    func `packs come back`(id: String) throws {
        #expect(try comesBack(try #require(readPack(folder: Bundled.folder(of: id)).pack)))
    }
}
