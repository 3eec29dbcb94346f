import PseudoTerminal
import Testing

@Suite(.serialized) struct `An alarm` {
    @Test func `is told above the line, which stays as it is with the cursor where it was`() throws {
        let terminal = try startProbe()
        try terminal.enter("notice", expecting: "line [notice]")
        try terminal.typeAndSee("half a ine")
        try terminal.press(.left, .left, .left)
        try terminal.wait(until: "the line is there again") { $0.text.hasSuffix("soon\n> half a ine") }
        try terminal.type("l\r")
        try terminal.wait(for: "line [half a line]")
        #expect(terminal.screen.count(of: "soon") == 1)
    }

    @Test func `gives up what is being typed where the time is over`() throws {
        let terminal = try startProbe()
        try terminal.enter("deadline", expecting: "line [deadline]")
        try terminal.typeAndSee("half a li")
        try terminal.wait(for: "expired\n> ")
        try terminal.enter("whole", expecting: "line [whole]")
    }

    @Test func `gives up a search that is under way`() throws {
        let terminal = try startProbe()
        try terminal.enter("deadline", expecting: "line [deadline]")
        try terminal.press(.control("r"))
        try terminal.type("dead")
        try terminal.wait(for: "expired\n> ")
        try terminal.enter("whole", expecting: "line [whole]")
    }

    @Test func `rings where nobody types`() throws {
        let terminal = try startProbe()
        try terminal.enter("notice", expecting: "line [notice]")
        try terminal.wait(for: "soon\n> ")
        try terminal.enter("deadline", expecting: "line [deadline]")
        try terminal.wait(for: "expired\n> ")
    }
}
