import Content
import Learning
import Machine
import PseudoTerminal
import Quiz
import Scoring
import Snapshots
import Stores
import Terminal
import Testing
import Training

@Suite struct `A session in a terminal` {
    private func says(_ lines: String..., training: Training = Training()) throws -> String {
        try training.run(lines.map(LineEvent.line)).text
    }

    @Test func `reads like the real one down a pipe`() throws {
        let training = Training(isInteractive: false, kinds: [.claim, .term])
        let lines = [
            "help", "why this", "hint", "99601 x1, 99602 x1", "policy started-hour", "why", "lookup 99602",
            "9960l x1", "hlep", "policy cpt", "99601, 99602 x2", "policy", "none", "hint", "midpoint rul", "undo",
            "midpoint rule", "flag the words are too alike", "hint", "hint", "hint", "skip",
        ]
        expectSnapshot(
            try training.run(lines.map(LineEvent.line)).text, named: "session-pipe",
            in: repository("Tests/EndToEnd/Snapshots"))
    }

    @Test func `greets with what there is to do`() throws {
        let training = Training()
        let first = try training("quit").text
        #expect(
            first.hasPrefix(
                "Preceptor · a first lesson 2026.1 · 5 items\n"
                    + "An answer looks like 99601 x1, 99602 x2: each code with how many units of it.\n"))
        _ = try training("99601", "")
        #expect(try training().text.contains(" · 1 of 24 a day answered\n"))
    }

    @Test(arguments: [
        (ItemKind.claim, "code> "), (.audit, "pay or number, claim> "), (.clock, "minutes> "),
        (.circumstance, "yes or no> "), (.term, "word> "),
    ])
    func `asks each kind in its own words`(kind: ItemKind, prompt: String) throws {
        #expect(try Training(kinds: [kind])("quit").prompts == [prompt])
    }

    @Test func `waits after a wrong answer, and tries again without counting`() throws {
        let (text, prompts) = try Training(count: 1)("none", "99602", "99601", "???", "")
        #expect(prompts == ["code> ", "next> ", "next> ", "next> ", "next> "])
        #expect(text.contains("Not right.") && text.contains("Enter goes on."))
        #expect(text.contains("  Not yet. The key is 99601 x1.\n  That is it.\n"))
        #expect(text.contains("  1 item · 0 right\n"))
    }

    @Test func `goes on by itself after a right one, and down a pipe always`() throws {
        #expect(try Training(count: 2)("99601").prompts == ["code> ", "code> "])
        let (text, prompts) = try Training(isInteractive: false, count: 2)("none", "", "none")
        #expect(prompts == ["code> ", "code> ", "code> "])
        #expect(!text.contains("Enter goes on.") && !text.contains("Type your answer"))
    }

    @Test func `offers the policy under which an answer is right`() throws {
        let text = try says("99601 x1, 99602 x1", "policy started-hour")
        #expect(text.contains("Enter goes on. Try first: policy started-hour"))
        #expect(
            text.contains(
                "  The payer counts an added hour as soon as it starts.\n  started-hour  99601 x1, 99602 x1\n"))
    }

    @Test func `an answer that cannot be read is shown with a caret, and a command that was meant is named`() throws {
        let text = try says("9960l x1", "hlep", "lookup")
        #expect(text.contains("  9960l x1\n      ^\n"))
        #expect(text.contains("  Did you mean the command help?\n"))
        #expect(text.hasSuffix("Nothing answered this time.\n"))
    }

    @Test(arguments: [
        (ItemKind.claim, "  99601 x1, 99602 x2  answers: codes and units"), (.audit, "  pay  "),
        (.clock, "  150 or 2:30  "), (.circumstance, "  no 2  "), (.term, "  a word or two  "),
    ])
    func `help tells how the item that is open is answered`(kind: ItemKind, line: String) throws {
        let text = try says("help", training: Training(kinds: [kind]))
        #expect(text.contains("\n\(line)"), "\(text)")
    }

    @Test func `an undo that comes late is refused`() throws {
        let text = try says("none", "undo", training: Training(count: 2, secondsEach: 30))
        #expect(text.contains("  That was too long ago: undo is for a slip, just after it."))
    }

    @Test func `a belief that is met is held against two visits, in other words each time`() throws {
        let text = try says(
            "99601 x1, 99602 x1", "", "99601 x1, 99602 x2", "", "none", "", "99601 x1, 99602 x1", "",
            "99601 x1, 99602 x1", "", "99601 x1, 99602 x1", "", "quit", training: Training(count: 9))
        #expect(text.contains("  You may be thinking   any part of an hour counts as an hour. Some payers do\n"))
        #expect(text.contains("  Two visits   alike but for one thing, by the key and as if so:\n"))
        let words = text.split(separator: "\n").filter { $0.contains("You may be thinking") }
        #expect(Set(words).count == words.count, "\(words)")
    }

    @Test func `nothing typed is answered with what to type`() throws {
        #expect(try says("").contains("  Type your answer, or skip. help shows what else there is.\n"))
    }

    @Test(arguments: [
        ("next", "Answer first, or skip to see the key."), ("why", "Answer first, or skip to see the key and why."),
        ("undo", "There is nothing to take back yet."), ("policy", "CPT's midpoint  (cpt-midpoint)"),
        ("policy cpt", "No policy cpt in lesson; did you mean cpt-midpoint?"),
        ("lookup nothing like it", "Nothing is known here as nothing like it"),
        ("lookup 99602", "CPT 99602  (code 99602)"), ("progress", "Ada · a first lesson"),
        ("flag", "Say what is wrong with the item: flag the stop time is missing"),
        ("flag no time", "Flagged for the educator."), ("help", "ends the session (so do Ctrl-D, and Ctrl-C twice)"),
        ("why this", "To begin with"), ("what is 99602?", "CPT 99602  (code 99602)"),
        ("I don’t know", "hint says a little more. lookup and a word explains it."),
        ("stuck", "hint says a little more."),
    ])
    func `obeys before an answer`(command: String, answer: String) throws {
        #expect(try says(command).contains("  \(answer)") || says(command).contains("\n\(answer)"), "\(command)")
    }

    @Test(arguments: [
        ("hint", "The key is shown already. Enter goes on."), ("why", "half-an-hour-more: the key is 99601 x1."),
        ("flag no time", "Flagged for the educator."),
        ("undo", "Taken back: none. Answer again; since the key was shown"), ("idk", "Enter goes on. why"),
        ("why this", "To begin with"),
    ])
    func `obeys after an answer`(command: String, answer: String) throws {
        #expect(try says("none", command).contains("  \(answer)"), "\(command)")
    }

    @Test(arguments: ["next", "skip", ""]) func `goes on when asked to`(command: String) throws {
        let training = Training()
        #expect(try training("none", command).prompts.last == "code> ")
        #expect(try training("none", command, "none").text.contains(" 2/5 "))
    }

    @Test func `hints come one by one until there is no more`() throws {
        let text = try says("hint", "hint", "hint", "hint", "hint", "hint")
        #expect(text.contains("  Hint: ") && text.contains("  There is no further hint. skip shows the key.\n"))
    }

    @Test func `no policy matters to a term, and a command that is the answer is one`() throws {
        let text = try says("policy", training: Training(kinds: [.term]))
        #expect(text.contains("  No policy matters here. The pack has cpt-midpoint, started-hour.\n"))
    }

    @Test func `a skip shows the key`() throws {
        let text = try says("skip", training: Training(count: 1))
        #expect(text.contains("  Skipped. The key is 99601 x1.\n") && text.contains("  1 item · 0 right · 1 skipped\n"))
    }

    @Test func `a slip is taken back and shown harmlessly`() throws {
        let text = try says("99601 \u{1B}[31m", "none", "undo", "99601", training: Training(count: 1))
        #expect(!text.contains("\u{1B}") && text.contains("Taken back: none. Answer again;"))
        #expect(text.contains("  1 item · 1 right · 1 of them with hints\n"))
    }

    // MARK: - Ends

    @Test(arguments: [
        ([LineEvent.interrupted, .interrupted], 2), ([.interrupted, .line("hint"), .interrupted, .interrupted], 4),
        ([.ended], 1), ([.expired], 1), ([.line("quit"), .line("hint")], 1), ([.line("exit")], 1),
    ])
    func `ends when the learner leaves`(events: [LineEvent], asked: Int) throws {
        let (text, prompts) = try Training().run(events)
        #expect(prompts.count == asked)
        #expect(text.hasSuffix("Nothing answered this time.\n"))
        #expect(text.contains("Ctrl-C once more") == (events.first == .interrupted))
    }

    @Test func `a line that is none leaves the item open`() throws {
        let text = try Training().run([.unreadable("it is a picture"), .line("quit")]).text
        #expect(text.contains("  That line cannot be read: it is a picture. The item is still open.\n"))
    }

    @Test func `shows at its end what it came to`() throws {
        let training = Training(kinds: [.claim, .term])
        let text = try training("99601 x1, 99602 x1", "", "skip", "quit").text
        #expect(text.contains("  2 items · 0 right · 1 skipped\n"))
        #expect(text.contains("Still suspected   any part of an hour counts as an hour\n"))
        #expect(text.contains(" new\n"))
        let terms = Training(kinds: [.term])
        #expect(try terms("skip", "quit").text.contains("  new\n"))
        #expect(try terms("skip", "quit").text.contains("  was 0.33\n"))
    }

    @Test func `tells the pace, and what it was where that was slower`() throws {
        let store = MemoryLearnerStore()
        func end(secondsEach: Int64) throws -> Substring {
            let training = Training(store: store, isInteractive: false, count: 3, secondsEach: secondsEach)
            let text = try training("99601", "99601", "99601").text
            return try #require(text.split(separator: "\n").first { $0.hasPrefix("  3 items · ") })
        }
        #expect(try end(secondsEach: 90).hasSuffix(" right · 40 an hour"))
        #expect(try end(secondsEach: 60).hasSuffix(" right · 60 an hour, up from 40"))
        #expect(try end(secondsEach: 120).hasSuffix(" right · 30 an hour"))
        #expect(try end(secondsEach: 0).hasSuffix(" right"))
    }

    @Test func `has nothing to ask where nothing fits`() throws {
        let pack = try lesson()
        var request = PracticeRequest()
        request.skills = [.cap]
        request.kinds = [.claim]
        let time = SetTime(Moment(milliseconds: 0))
        let session = LearningSession(
            in: pack, for: request, seed: 1, journal: Journal(forgetting: pack, time: time), time: time)
        #expect(throws: LearningError.nothingToAsk) {
            _ = try shown { try Trainer(of: session, console: $0, source: ScriptedSource([])).run() }
        }
    }

    @Test func `goes on where nothing is kept`() throws {
        let text = try says("flag no time", "99601", "progress", "quit", training: Training(store: nil))
        #expect(text.contains("  Nothing is kept in this session, flags neither.\n"))
        #expect(text.contains("learner · a first lesson\n") && text.contains("  1 item · 1 right\n"))
    }
}
