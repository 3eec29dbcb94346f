import BundledPacks
import Content
import Learning
import Machine
import Quiz
import Scoring
import Stores
import Terminal
import Testing

@testable import Training

/// Somebody who types what is written down, and after that what is right.
private final class Learner: LineSource {
    private var script: ArraySlice<LineEvent>
    private let session: CourseSession
    private(set) var prompts: [String] = []
    var alarms: [Alarm] = []
    let isInteractive: Bool
    /// Whether the script is all that is typed.
    private let endsWithScript: Bool

    init(_ script: [LineEvent], in session: CourseSession, isInteractive: Bool, endsWithScript: Bool) {
        self.script = script[...]
        self.session = session
        self.isInteractive = isInteractive
        self.endsWithScript = endsWithScript
    }

    func next(prompt: String) -> LineEvent {
        prompts.append(prompt)
        if let event = script.popFirst() { return event }
        if endsWithScript || prompts.count > 100 { return .ended }
        switch session.lesson?.screen {
        case .faded(let faded): return .line(faded.open?.key ?? "")
        case .practice(_, let item) where prompt != "next> ": return .line(item.key)
        default: return .line("")
        }
    }
}

@Suite struct `Lessons in a terminal` {
    private let store = MemoryLearnerStore()
    private let time = SetTime(Moment(milliseconds: 1_772_442_000_000))

    private func session() throws -> CourseSession {
        let pack = try coursePack()
        return try CourseSession(
            in: pack, seed: 1, journal: Journal(of: "Ada", in: pack, goal: 0, store: store, time: time), time: time)
    }

    /// What is shown of the lessons from the first on, and the prompts that asked.
    private func taught(
        _ script: [LineEvent], thenRightly: Bool = false, isInteractive: Bool = true
    ) throws -> (text: String, prompts: [String]) {
        let session = try session()
        let learner = Learner(script, in: session, isInteractive: isInteractive, endsWithScript: !thenRightly)
        let first = try #require(session.next)
        let text = try shown { console in
            try LessonTrainer(of: session, console: console, source: learner).run(first, again: false)
        }
        return (text, learner.prompts)
    }

    private func says(_ lines: String...) throws -> String { try taught(lines.map(LineEvent.line)).text }

    @Test func `greet with how many there are, and begin with a page`() throws {
        let (text, prompts) = try taught([])
        #expect(
            text.hasPrefix(
                """
                Preceptor · a first lesson 2026.1 · 2 lessons
                Enter goes on · practice, if you know this · help · quit, and go on another day

                1  first


                """))
        #expect(text.contains("Words.") && prompts == ["go on> "])
        #expect(text.hasSuffix("  Left where you are. preceptor learn goes on from here.\n"))
    }

    @Test func `lead by right answers to their end, and are kept as they go`() throws {
        let (text, prompts) = try taught([], thenRightly: true)
        #expect(prompts.contains("minutes> ") && prompts.contains("code> ") && !prompts.contains("next> "))
        #expect(text.contains("an example, worked out") && text.contains("now you, from beginning to end"))
        #expect(text.contains("  Done. First, mastered") && text.contains("Next: second. Enter goes on, quit ends."))
        #expect(text.contains("2  second") && text.contains("More."))
        #expect(text.contains("That was the last lesson. preceptor train keeps in use what you learnt."))
        #expect(!text.contains("Not right.") && !text.contains("Left where you are"))
        #expect(try session().next == nil)
    }

    @Test func `say what a value is where it was worked out wrongly`() throws {
        // The page and the example are passed, then minutes are asked for.
        let (text, prompts) = try taught([.line(""), .line(""), .line("1"), .line("nine")])
        #expect(prompts.last == "minutes> " || prompts.last == "units> ")
        #expect(text.contains("  Not right.  It is 150."))
    }

    @Test func `leave open what cannot be read`() throws {
        let (text, prompts) = try taught([.line(""), .line(""), .line("soon"), .unreadable("noise"), .line("")])
        #expect(prompts.dropFirst(2) == ["minutes> ", "minutes> ", "minutes> ", "minutes> "])
        #expect(text.contains("That line cannot be read: noise. The question is still open."))
        #expect(text.contains("Type your answer, or skip. help shows what else there is."))
    }

    /// What is typed at the first page, and what is said.
    @Test(
        arguments: [
            ("why", "Answer first, or skip."),
            ("hint", "There are hints in the practice. Here, look at the example once more."),
            ("lookup 99602", "99602"), ("lookup qqqq", "Nothing is known here as qqqq."),
            ("policy", "No policy matters here. The pack has "),
            ("policy cpt-midpoint", "(cpt-midpoint)"), ("policy qqqq", "No policy qqqq in lesson; "),
            ("lessons", "begun"), ("help", "lists the lessons and how far you are"),
            ("150", "There is nothing to answer here. Enter goes on."),
            ("?", "goes on, where there is nothing to answer"),
        ])
    func `answer what else is typed`(line: String, said: String) throws {
        #expect(try says(line).contains(said))
    }

    @Test func `tell the policy of the visit at hand`() throws {
        #expect(try says("", "policy").contains("(cpt-midpoint)"))
    }

    @Test(arguments: [[LineEvent.line("quit")], [.ended], [.interrupted, .interrupted], [.line("q")], [.expired]])
    func `are left when asked`(events: [LineEvent]) throws {
        let (text, prompts) = try taught(events, thenRightly: true)
        #expect(prompts.count == events.count)
        #expect(text.hasSuffix("  Left where you are. preceptor learn goes on from here.\n"))
        #expect(text.contains("Ctrl-C once more") == events.contains(.interrupted))
    }

    @Test func `go to the practice at once, with hints and skips that cost`() throws {
        let (text, prompts) = try taught(
            [.line("practice"), .line("practice"), .line("hint"), .line("next"), .line("skip")])
        #expect(prompts == ["go on> ", "code> ", "code> ", "code> ", "code> ", "code> "])
        #expect(text.contains("0/2 right") && text.contains("Hint: "))
        #expect(text.contains("There is no practice ahead in this lesson.") && text.contains("Answer first, or skip."))
        #expect(text.contains("  Skipped. The key is "))
    }

    @Test func `wait after a wrong answer of the practice, and explain it`() throws {
        let (text, prompts) = try taught([.line("practice"), .line("none"), .line("99601"), .line("why"), .line("")])
        #expect(prompts == ["go on> ", "code> ", "next> ", "next> ", "next> ", "code> "])
        #expect(text.contains("Not right.") && text.contains("Enter goes on."))
    }

    @Test func `pass what is only read by themselves down a pipe`() throws {
        let (text, prompts) = try taught([], thenRightly: true, isInteractive: false)
        #expect(!prompts.contains("go on> ") && prompts.first == "minutes> ")
        #expect(text.contains("  Done. First, mastered") && !text.contains("2  second"))
    }
}

@Suite struct `Words of a lesson` {
    @Test(
        arguments: [
            ("help", .help), ("?", .help), ("HINT", .hint), ("h", .hint), ("next", .next), ("n", .next),
            ("practice", .practice), ("practise", .practice), ("skip", .skip), ("pass", .skip), ("why", .why),
            ("lessons", .lessons), ("quit", .quit), ("exit", .quit), ("  quit  ", .quit),
            ("lookup 99602", .lookup("99602")),
            ("lookup  midpoint   rule", .lookup("midpoint rule")), ("policy", .policy(nil)),
            ("policy cpt-midpoint", .policy("cpt-midpoint")),
        ] as [(String, LessonCommand)])
    func `are commands`(line: String, command: LessonCommand) { #expect(LessonCommand(line) == command) }

    @Test(arguments: ["", "150", "99601", "lookup", "hint me", "quit now", "none", "nextly", "policyx"])
    func `are none`(line: String) { #expect(LessonCommand(line) == nil) }
}
