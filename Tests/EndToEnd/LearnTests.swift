import PseudoTerminal
import Snapshots
import Testing

@Suite struct `preceptor learn` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    private static let prompts = ["go on>", "next>", "minutes>", "units>", "code>", "option>"]

    private static func asks(_ screen: Screen) -> Bool {
        prompts.contains { $0[...] == screen.text.split(separator: "\n").last }
    }

    /// Types a line once the program asks for one, and waits until it asks again.
    private func enter(_ line: String, in window: TerminalSession) throws {
        let asked = { (screen: Screen) in Self.prompts.map { screen.count(of: "\n" + $0) }.reduce(0, +) }
        try window.wait(until: "it asks before \(line)", Self.asks)
        let before = asked(window.screen)
        try window.type(line)
        try window.press(.enter)
        try window.wait(until: "it asks again after \(line)") { asked($0) > before && Self.asks($0) }
    }

    /// Takes lines one after the other, the last of which ends the program.
    private func take(_ lines: [String], in window: TerminalSession) throws {
        for line in lines.dropLast() { try enter(line, in: window) }
        try window.wait(until: "it asks before the end", Self.asks)
        try window.type(lines.last ?? "")
        try window.press(.enter)
        #expect(try window.waitForExit() == .exited(0))
    }

    @Test func `the first minutes of a newcomer read like this`() throws {
        let window = try preceptor.window("learn", "--seed", "1", environment: ["NO_COLOR": "1"])
        try take(["", "", "", "120", "20", "99601", "", "", "", "90", "quit"], in: window)
        expectSnapshot(window.screen.text, named: "learn-newcomer")
        #expect(window.screen.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `is offered by train to whoever has never answered`() throws {
        let window = try preceptor.window("train", "--seed", "1", "--kind", "claim")
        try window.wait(for: "New to this? Type learn: 21 short lessons lead you in")
        try window.wait(for: "code> ")
        try window.type("learn")
        try window.press(.enter)
        try window.wait(for: "1  what the codes are for")
        try window.wait(until: "it asks", Self.asks)
        try window.type("quit")
        try window.press(.enter)
        #expect(try window.waitForExit() == .exited(0))
    }

    @Test func `down a pipe it goes on where it was left, and lists what is done`() throws {
        let first = try preceptor("learn", "--seed", "1", input: "120\n0\n99601 x1\n")
        #expect(first.code == 0 && first.output.contains("Done. What the codes are for, mastered."))
        let half = try preceptor("learn", "--seed", "1", input: "92\n")
        #expect(half.code == 0 && half.output.contains("2  the first code"))
        #expect(half.output.contains("Left where you are. preceptor learn goes on from here."))
        let list = try preceptor("learn", "--list").output.replacing(#/ +/#, with: " ")
        #expect(list.contains(" 1 what-the-codes-are-for what the codes are for mastered\n"))
        #expect(list.contains("> 2 first-code the first code 3 of 6 stages\n"))
        let json = try preceptor("learn", "--list", "--json")
        #expect(json.output.contains(#""id":"first-code","title":"the first code","needs":["what-the-codes-are-for"]"#))
        let resumed = try preceptor("learn", "--seed", "1", input: "")
        #expect(resumed.output.contains(" 4/6   the first 2 of 3 steps are yours"))
        let again = try preceptor("learn", "first-code", "--again", input: "")
        #expect(again.output.contains("99601 pays for the opening of a visit"))
    }

    @Test func `names the nearest lesson, and says where there are none`() throws {
        let unknown = try preceptor("learn", "first-kode")
        #expect(unknown.code == 66)
        #expect(unknown.errors == "preceptor: no lesson first-kode in home-infusion; did you mean first-code?\n")
        let none = try preceptor("learn", "--pack", lesson)
        #expect(none.code == 66)
        #expect(none.errors == "preceptor: the pack lesson has no lessons; preceptor train asks its items\n")
        let usage = try preceptor("learn", "--json")
        #expect(usage.code == 64)
    }

    @Test(arguments: ["critical-care", "outpatient-infusion"]) func `has a course for each bundled pack`(pack: String)
        throws
    {
        let result = try preceptor("learn", "--pack", pack, "--list")
        #expect(result.code == 0)
        #expect(result.output.split(separator: "\n").count == 7)
    }
}
