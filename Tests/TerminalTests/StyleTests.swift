import Testing

@testable import Terminal

@Suite struct `A style` {
    @Test(arguments: [
        (["TERM": "xterm"], true, true),
        (["TERM": "xterm"], false, false),
        (["TERM": "dumb"], true, false),
        (["TERM": ""], true, false),
        ([:], true, false),
        (["TERM": "xterm", "NO_COLOR": "1"], true, false),
        (["TERM": "xterm", "NO_COLOR": "0"], true, false),
        (["TERM": "xterm", "NO_COLOR": ""], true, true),
    ])
    func `is for a terminal that can and a person who wants`(
        _ environment: [String: String],
        isTerminal: Bool,
        isColoured: Bool
    ) {
        #expect(Style(isTerminal: isTerminal) { environment[$0] }.isColoured == isColoured)
    }

    @Test func `without colour says the same`() {
        let style = Style(isColoured: false)
        for change in [style.bold, style.dim, style.good, style.bad, style.accent, style.prompt] {
            #expect(change("text") == "text")
        }
    }

    @Test func `ends what it begins and takes no room`() {
        let style = Style(isColoured: true)
        for change in [style.bold, style.dim, style.good, style.bad, style.accent] {
            #expect(style.rendered(change("text")).hasPrefix("\u{1B}["))
            #expect(style.rendered(change("text")).hasSuffix("m"))
            #expect(displayWidth(of: change("text")) == 4)
            #expect(change("") == "")
        }
        let both = style.bold("a") + style.bad("b")
        #expect(style.rendered(both) == "\u{1B}[1ma\u{1B}[22m\u{1B}[31mb\u{1B}[39m")
    }

    @Test func `tells a line editor what takes no room`() {
        let prompt = promptForEditor(Style(isColoured: true).prompt("\u{1B}> "))
        #expect(prompt == "\u{1}\u{1B}[1m\u{2}\u{1}\u{1B}[36m\u{2}^[> \u{1}\u{1B}[39m\u{2}\u{1}\u{1B}[22m\u{2}")
    }
}
