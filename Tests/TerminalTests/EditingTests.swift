import PseudoTerminal
import Testing

@Suite struct `A person at a terminal` {
    @Test func `types and edits`() throws {
        let terminal = try startProbe()
        try terminal.type("abd")
        try terminal.press(.left)
        try terminal.type("c")
        try terminal.press(.home)
        try terminal.type("x")
        try terminal.press(.end, .backspace)
        try terminal.enter("", expecting: "line [xabc]")
        try terminal.type("one two")
        try terminal.press(.control("w"))
        try terminal.type("three")
        try terminal.press(.control("a"), .control("d"), .control("e"))
        try terminal.enter("", expecting: "line [ne three]")
        try terminal.enter("", expecting: "line []")
        try terminal.press(.control("d"))
        #expect(try terminal.waitForExit() == .exited(0))
        #expect(
            terminal.screen.text == """
                > xabc
                line [xabc]
                > ne three
                line [ne three]
                >
                line []
                >
                ended
                """
        )
    }

    @Test(
        arguments: [
            (["LANG": "C"], "LANG=C"), (["LANG": nil], "no LANG"), (["LC_ALL": "nonsense"], "no such locale"),
            (["LANG": "C.UTF-8"], "UTF-8"),
        ] as [([String: String?], String)])
    func `types any characters in any locale`(_ environment: [String: String?], name: String) throws {
        let terminal = try startProbe(environment: environment)
        try terminal.type("naïve 家😀é")
        try terminal.press(.left, .left, .backspace)
        try terminal.type("山")
        try terminal.press(.enter)
        try terminal.wait(for: "line [naïve 山😀é]")
        #expect(terminal.screen.text.hasPrefix("> naïve 山😀é\n"))
    }

    @Test func `uses colour where it is wanted`() throws {
        #expect(try startProbe().screen.isEmphasised)
        #expect(try startProbe(environment: ["NO_COLOR": ""]).screen.isEmphasised)
        #expect(try !startProbe(environment: ["NO_COLOR": "1"]).screen.isEmphasised)
    }

    @Test func `finds earlier lines, in this run and the next`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "history")
        let first = try startProbe(history: path)
        try first.enter("one")
        try first.enter("two")
        try first.enter("two")
        try first.enter("   ")
        try first.press(.up, .up)
        try first.enter("")
        try first.wait(for: "line [one]\n> ", times: 2)
        try first.press(.control("d"))
        try first.waitForExit()
        #expect(try folder.read("history") == "one\ntwo\none\n")

        let second = try startProbe(history: path)
        try second.press(.up)
        try second.wait(for: "> one")
        try second.press(.up)
        try second.wait(for: "> two")
        try second.press(.down)
        try second.type("!")
        try second.press(.enter)
        try second.wait(for: "line [one!]")
    }

    @Test func `searches backwards`() throws {
        let terminal = try startProbe()
        try terminal.enter("99601 x1")
        try terminal.enter("99602 x2")
        try terminal.press(.control("r"))
        try terminal.type("601")
        try terminal.wait(for: "(reverse-i-search)`601': 99601 x1")
        try terminal.press(.enter)
        try terminal.wait(for: "line [99601 x1]", times: 2)
    }

    @Test func `pastes several lines as one`() throws {
        let terminal = try startProbe()
        #expect(terminal.output.starts(with: "\u{1B}[?2004h".utf8))
        try terminal.enter(
            "\u{1B}[200~99601 x1\r99602 x2\nthird\u{1B}[201~", expecting: "line [99601 x1 99602 x2 third]"
        )
        try terminal.press(.up)
        try terminal.wait(for: "> 99601 x1 99602 x2 third")
    }

    @Test func `pastes several lines one by one where pasting is not marked`() throws {
        let folder = try TemporaryFolder()
        let terminal = try startProbe(inputrc: folder.write("set enable-bracketed-paste off\n", to: "inputrc"))
        try terminal.type("one\rtwo\rthree\r")
        try terminal.wait(for: "line [three]")
        #expect(terminal.screen.count(of: "line [one]") == 1)
        #expect(terminal.screen.count(of: "line [two]") == 1)
    }

    @Test func `keeps the keys of an inputrc`() throws {
        let folder = try TemporaryFolder()
        let inputrc = try folder.write(
            """
            $if preceptor
            "\\C-x": "99602 x1"
            $endif
            $if otherwise
            "\\C-x": "wrong"
            $endif

            """,
            to: "inputrc"
        )
        let terminal = try startProbe(inputrc: inputrc)
        try terminal.press(.control("x"), .enter)
        try terminal.wait(for: "line [99602 x1]")
    }

    @Test func `keeps the ways of vi`() throws {
        let folder = try TemporaryFolder()
        let terminal = try startProbe(inputrc: folder.write("set editing-mode vi\n", to: "inputrc"))
        try terminal.type("wrong 99601")
        try terminal.press(.escape)
        // Readline waits a moment to tell the escape key from the beginning of another.
        try terminal.waitUntilQuiet(for: 0.7)
        try terminal.type("0dwA x1")
        try terminal.press(.enter)
        try terminal.wait(for: "line [99601 x1]")
    }

    @Test func `types what is no text`() throws {
        let terminal = try startProbe()
        try terminal.send([0])
        try terminal.type("a")
        try terminal.press(.control("v"))
        try terminal.send([0])
        try terminal.type("b")
        try terminal.press(.enter)
        try terminal.wait(for: "line [ab]\n> ")
        try terminal.send([UInt8(ascii: "a"), 0xFF, UInt8(ascii: "b"), 0x0D])
        try terminal.wait(for: "unreadable: not UTF-8 at byte 2\n> ")
        try terminal.enter("next", expecting: "line [next]")
    }

    @Test(arguments: [(60_000, "line of 60000 bytes"), (100_000, "unreadable: line longer than 64 KiB")])
    func `pastes a very long line`(_ count: Int, expected: String) throws {
        let terminal = try startProbe()
        try terminal.type("\u{1B}[200~\(String(repeating: "x", count: count))\u{1B}[201~\r", within: 60)
        try terminal.wait(for: expected + "\n> ", within: 60)
        try terminal.enter("next", expecting: "line [next]")
    }

    @Test func `types ahead`() throws {
        let terminal = try startProbe()
        try terminal.type("one\rtwo\rthr")
        try terminal.wait(for: "line [two]\n> ")
        try terminal.type("ee\r")
        try terminal.wait(for: "line [three]")
    }
}
