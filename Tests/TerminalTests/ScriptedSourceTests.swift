import Terminal
import Testing

@Suite struct `A script` {
    @Test func `gives its events in order, then has ended, and keeps the prompts`() {
        let source = ScriptedSource([.line("one"), .interrupted, .unreadable("why")])
        let events = ["a", "b", "c", "d", "e"].map { source.next(prompt: $0) }
        #expect(events == [.line("one"), .interrupted, .unreadable("why"), .ended, .ended])
        #expect(source.prompts == ["a", "b", "c", "d", "e"])
    }
}
