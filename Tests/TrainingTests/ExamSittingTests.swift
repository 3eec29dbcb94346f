import Content
import Examining
import Machine
import Quiz
import SampleExams
import Scoring
import Terminal
import Testing
import Training

/// Somebody who takes minutes for each line, and notes what is to be said meanwhile.
private final class Candidate: LineSource {
    private var script: ArraySlice<(event: LineEvent, minutes: Int64)>
    private let room: SampleExams
    private(set) var prompts: [String] = []
    private(set) var notices: [[String?]] = []
    /// Minutes between the alarms, beginning with the first.
    private(set) var gaps: [[Int64]] = []
    var alarms: [Alarm] = []
    let isInteractive = true

    init(_ script: [(event: LineEvent, minutes: Int64)], in room: SampleExams) {
        self.script = script[...]
        self.room = room
    }

    func next(prompt: String) -> LineEvent {
        prompts.append(prompt)
        notices.append(alarms.map(\.notice))
        gaps.append(zip(alarms, alarms.dropFirst()).map { ($1.time - $0.time) / 60_000 })
        guard let next = script.popFirst() else { return .ended }
        room.pass(minutes: next.minutes)
        return next.event
    }
}

@Suite struct `An exam in a terminal` {
    private let room: SampleExams

    init() throws { room = try SampleExams() }

    private struct Sat {
        let text: String
        let prompts: [String]
        let notices: [[String?]]
        let gaps: [[Int64]]
        let attempt: OpenAttempt
    }

    private func sit(
        _ script: [(event: LineEvent, minutes: Int64)], in room: SampleExams? = nil, columns: Int = 80,
        isColoured: Bool = false, allotted: AllottedTime? = nil
    ) throws -> Sat {
        let room = room ?? self.room
        let attempt = try room.takeUp("ada")
        let candidate = Candidate(script, in: room)
        var sitting: ExamSitting?
        let text = try shown(columns: columns, isColoured: isColoured) { console in
            let one = ExamSitting(attempt, console: console, source: candidate, zone: FixedZone.utc) { _ in allotted }
            try one.run()
            sitting = one
        }
        return Sat(
            text: text, prompts: candidate.prompts, notices: candidate.notices, gaps: candidate.gaps,
            attempt: try #require(sitting).attempt)
    }

    /// Agrees, and types lines at once.
    private func type(_ lines: String..., in room: SampleExams? = nil) throws -> Sat {
        try sit([(.line("agree"), 0)] + lines.map { (.line($0), 0) }, in: room)
    }

    /// The right answers in the order of the form.
    private func rightAnswers() throws -> [String] {
        try room.takeUp("ada").form.items.map { item in
            try #require(LessonPack.right.first { item.contains("/\($0.key)") }).value
        }
    }

    // MARK: - Before it begins

    @Test func `says what it is before it begins`() throws {
        let sat = try sit([])
        #expect(
            sat.text == """
                The lesson, final  (final, attempt 1)
                  5 items, 30 minutes. To pass takes 60 of 100.
                  next, back, go 7 move; an answer can be changed; flag marks an item to look at
                  again; review lists them.
                  submit hands it in; so does the end of the time. If you leave, the time runs
                  on, and the same command brings you back to the same item.
                  There are no verdicts, hints or look-ups. By agreeing you say that you are
                  ada, that you work alone, and that you keep the items to yourself. What you do
                  is logged.

                  Not begun; no attempt is used up.

                """)
        #expect(sat.prompts == ["Type agree to begin> "] && sat.notices == [[]])
    }

    @Test(arguments: [LineEvent.line("no"), .line("agreed"), .line(""), .ended, .interrupted, .unreadable("noise")])
    func `does not begin before the candidate agrees`(event: LineEvent) throws {
        let sat = try sit([(event, 5)])
        #expect(sat.attempt.state.phase == .waiting && sat.attempt.left == 30 * 60_000)
        #expect(sat.text.hasSuffix("  Not begun; no attempt is used up.\n"))
        let again = try room.takeUp("ada")
        #expect(again.form.items == sat.attempt.form.items && again.form.attempt == 1)
    }

    @Test(arguments: ["agree", " AGREE ", "Agree\t"]) func `begins once the candidate agrees`(word: String) throws {
        let sat = try sit([(.line(word), 7)])
        #expect(sat.attempt.state.phase == .open && sat.attempt.left == 30 * 60_000, "reading takes no time")
        #expect(sat.prompts == ["Type agree to begin> ", "1/5 · 30:00 left> "])
    }

    @Test func `tells of extra time, and gives it`() throws {
        try room.enrol([("ada", "Ada \u{1B}[31mByron", nil)])
        let half = Accommodation(try #require(ExtraTime("50%")), reason: "as granted")
        _ = try room.exams.accommodate("ada", with: half)
        let attempt = try room.takeUp("ada")
        let ada = try Examinee("ada", on: room.exams.roster.read())
        let allotted = AllottedTime(of: ada, for: attempt.form, under: nil, from: SampleExams.morning)
        let sat = try sit([(.line("agree"), 0)], allotted: allotted)
        #expect(
            sat.text.contains("  5 items, 45 minutes. 15 of them are extra time (50 %). To pass takes 60 of\n"))
        #expect(sat.prompts.last == "1/5 · 45:00 left> " && !sat.text.contains("\u{1B}"))
    }

    // MARK: - Answers

    @Test func `is sat from the first item to the last, and handed in at the second word`() throws {
        let sat = try sit(
            [(.line("agree"), 0)] + rightAnswers().map { (.line($0), 2) } + [
                (.line("submit"), 0), (.line("submit"), 0),
            ])
        #expect(sat.attempt.state.phase == .submitted && sat.attempt.result?.fraction == 1)
        #expect(
            sat.prompts.dropFirst() == [
                "1/5 · 30:00 left> ", "2/5 · 28:00 left> ", "3/5 · 26:00 left> ", "4/5 · 24:00 left> ",
                "5/5 · 22:00 left> ", "5/5 · 20:00 left> ", "5/5 · 20:00 left> ",
            ])
        #expect(sat.text.hasSuffix("  5 of 5 answered.\n  Type submit once more to hand it in.\n"))
        #expect(!sat.text.contains("Right.") && !sat.text.contains("Not answered"))
        let kept = try room.stored(sat.attempt.name)
        #expect(kept.result == sat.attempt.result && kept.state.answers.count == 5)
    }

    @Test func `asks once more where something else was typed in between`() throws {
        let sat = try type("submit", "flag", "submit")
        #expect(sat.attempt.state.phase == .open)
        #expect(sat.text.ranges(of: "Type submit once more to hand it in.").count == 2)
        #expect(sat.text.contains("  Not answered   1, 2, 3, 4, 5\n") && sat.text.contains("  Flagged   1\n"))
    }

    @Test func `keeps an answer, goes on, and shows it to whoever comes back`() throws {
        let first = try rightAnswers()[0]
        let sat = try type(first, "back", "answer   none", "go 1")
        #expect(sat.text.contains("  Kept: \(first)\n\n 2/5   "))
        #expect(sat.text.contains("  Your answer   \(first)\n") && sat.text.contains("  Kept: none\n"))
        #expect(sat.text.contains("  Your answer   none\n") && sat.attempt.state.answers == [0: "none"])
    }

    @Test func `takes no answer that cannot be read`() throws {
        let sat = try type("9960l x1", "go 5", "???")
        #expect(sat.attempt.state.answers == [:] && !sat.text.contains("Kept:"))
        #expect(sat.text.contains("  9960l x1\n      ^\n") && sat.text.contains("  Expected a word or a few.\n"))
    }

    @Test func `answers with a word that is a command where it is told to`() throws {
        let sat = try type("go 5", "answer submit")
        #expect(sat.attempt.state.answers == [4: "submit"] && sat.attempt.state.phase == .open)
        #expect(sat.text.hasSuffix("You have left; the time runs on. The same command brings you back to item 5.\n"))
    }

    // MARK: - Moving

    @Test(arguments: ["back", "go 0", "go 6", "go -1", "go 99999"]) func `stays among its items`(line: String) throws {
        let sat = try type(line)
        #expect(sat.text.contains("  The items run from 1 to 5.\n") && sat.attempt.state.current == 0)
    }

    @Test(arguments: [(["next"], 1), (["next", "next", "back"], 1), (["go 4"], 3), (["GO 4", "Next"], 4)])
    func `moves where it is told to`(lines: [String], place: Int) throws {
        let sat = try sit([(.line("agree"), 0)] + lines.map { (.line($0), 0) })
        #expect(sat.attempt.state.current == place && sat.prompts.last?.hasPrefix("\(place + 1)/5 · ") == true)
        #expect(sat.text.contains("\n \(place + 1)/5   "))
    }

    @Test func `goes forward only where the exam does`() throws {
        let forward = try SampleExams(navigation: "forward")
        let sat = try type("next", "back", "go 1", "next", in: forward)
        #expect(sat.text.contains("  The exam goes forward only: an answer, or next, leaves the item for good.\n"))
        #expect(sat.text.ranges(of: "  This exam goes forward only.\n").count == 2)
        #expect(sat.attempt.state.current == 2)
    }

    @Test func `flags an item, and no longer`() throws {
        let once = try type("flag", "next", "back")
        #expect(once.text.contains("  Flagged.\n") && once.attempt.state.flagged == [0])
        #expect(once.text.ranges(of: "  Flagged.\n").count == 2, "when it is set and when it is seen again")
        let twice = try type("flag")
        #expect(twice.text.contains("  No longer flagged.\n") && twice.attempt.state.flagged == [])
    }

    @Test func `reviews what is open`() throws {
        let sat = try type("go 2", try rightAnswers()[1], "flag", "review")
        #expect(sat.text.contains("\n\n  1 of 5 answered.\n  Not answered   1, 3, 4, 5\n  Flagged   3\n"))
    }

    @Test func `helps with how to move and to hand in, and with nothing else`() throws {
        let text = try type("help").text
        #expect(text.ranges(of: "next, back, go 7 move;").count == 2)
        #expect(text.ranges(of: "submit hands it in;").count == 2)
        #expect(text.ranges(of: "There are no verdicts").count == 1)
    }

    // MARK: - Time

    @Test func `says when ten minutes, five and one are left`() throws {
        let sat = try sit([
            (.line("agree"), 0), (.line("review"), 20), (.line("review"), 5), (.line("review"), 4),
            (.line("review"), 0),
        ])
        let (ten, five, one) = ("10 minutes are left.", "5 minutes are left.", "1 minute is left.")
        #expect(sat.notices == [[], [ten, five, one, nil], [five, one, nil], [one, nil], [nil], [nil]])
        #expect(sat.gaps == [[], [5, 4, 1], [4, 1], [1], [], []])
        #expect(sat.prompts.last == "1/5 · 1:00 left> ")
    }

    @Test(arguments: [LineEvent.line("none"), .expired, .line("quit"), .interrupted])
    func `ends with the time, whatever comes then`(event: LineEvent) throws {
        let sat = try sit([(.line("agree"), 0), (.line("go 2"), 29), (event, 1)])
        #expect(sat.attempt.state.answers == [:], "what came too late is not kept")
        #expect(sat.text.hasSuffix("\n  The time is over. What is there is handed in.\n"))
        #expect(sat.attempt.state.phase == .timedOut && sat.attempt.result?.fraction == 0)
        #expect(try room.stored(sat.attempt.name).head != nil, "it is signed")
    }

    @Test func `tells seconds with two digits`() throws {
        var attempt = try room.takeUp("ada")
        try attempt.begin(nil)
        room.time.pass(milliseconds: 25 * 60_000 + 51_001)
        #expect(try sit([]).prompts == ["1/5 · 4:08 left> "])
    }

    // MARK: - Leaving

    @Test(
        arguments: [
            ([.line("quit")], 2), ([.ended], 2), ([.interrupted, .interrupted], 3),
            ([.interrupted, .line("review"), .interrupted, .interrupted], 5),
        ] as [([LineEvent], Int)])
    func `is left, and its time runs on`(events: [LineEvent], asked: Int) throws {
        let sat = try sit([(.line("agree"), 0)] + events.map { ($0, 0) })
        #expect(sat.prompts.count == asked && sat.attempt.state.phase == .open)
        let warning = "  Nothing is lost. Ctrl-C once more, or quit, leaves the exam; its time runs on.\n"
        #expect(sat.text.contains(warning) == events.contains(.interrupted))
        #expect(
            sat.text.hasSuffix(
                "  You have left; the time runs on. The same command brings you back to item 1.\n"))
    }

    @Test func `goes on where it was left`() throws {
        let first = try type("go 3", "flag", "quit")
        room.pass(minutes: 10)
        let again = try sit([(.line("quit"), 0)])
        #expect(again.attempt.name == first.attempt.name && again.prompts == ["3/5 · 20:00 left> "])
        #expect(again.text.hasPrefix("\n 3/5   ") && again.text.contains("  Flagged.\n"))
        #expect(!again.text.contains("agree"))
    }

    @Test func `says of a line that is none why`() throws {
        let sat = try sit([(.line("agree"), 0), (.unreadable("it is a picture"), 0)])
        #expect(sat.text.contains("  That line cannot be read: it is a picture.\n"))
    }

    @Test func `says what was not kept, where somebody else goes on with the same attempt`() throws {
        var attempt = try room.takeUp("ada")
        try attempt.begin(nil)
        let stale = attempt
        try attempt.move(to: 1)
        let candidate = Candidate([(.line("none"), 0), (.line("flag"), 0)], in: room)
        let text = try shown { console in
            try ExamSitting(stale, console: console, source: candidate, zone: FixedZone.utc) { _ in nil }.run()
        }
        #expect(text.ranges(of: "  This was not kept: ").count == 3)
        #expect(!text.contains("Kept: none") && !text.contains("  Flagged.\n"))
        #expect(try room.stored(stale.name).state.answers == [:])
    }

    // MARK: - Down a pipe

    @Test func `gives each line of a pipe to an item of its own, whatever cannot be read`() throws {
        let attempt = try room.takeUp("ada")
        let answers = try rightAnswers()
        var lines = answers.map { LineEvent.line("answer \($0)") }
        let visit = try #require(attempt.items.firstIndex { $0.kind == .claim })
        lines[visit] = .line("9960l x1")
        lines[(visit + 1) % 5] = .unreadable("noise")
        let source = ScriptedSource([.line("agree")] + lines)
        var sitting: ExamSitting?
        let text = try shown { console in
            let one = ExamSitting(attempt, console: console, source: source, zone: FixedZone.utc) { _ in nil }
            try one.run()
            sitting = one
        }
        let kept = try #require(sitting).attempt.state.answers
        for place in answers.indices where place != visit && place != (visit + 1) % 5 {
            #expect(kept[place] == answers[place])
        }
        #expect(kept.count == 3 && text.contains("Item \(visit + 1) has no answer from this line"))
    }

    @Test func `says in help how an answer is written`() throws {
        let sat = try type("help", "go 2", "help", "go 3", "help", "go 4", "help", "go 5", "help", "quit")
        #expect(sat.text.contains("An answer is the claim: each code with its units, such as CODE x1"))
        #expect(sat.text.contains("An answer is a word or a few"))
    }

    // MARK: - Screens

    @Test(arguments: [40, 60, 80, 100, 120]) func `fits the window`(columns: Int) throws {
        let script: [(event: LineEvent, minutes: Int64)] = [
            (.line("agree"), 0), (.line("go 5"), 0), (.line("flag"), 0), (.line("submit"), 0), (.line("quit"), 0),
        ]
        let text = try sit(script, columns: columns).text
        for line in text.split(separator: "\n") {
            #expect(displayWidth(of: String(line)) <= min(columns, 100), "\(line)")
        }
    }

    @Test func `says the same with emphasis and without`() throws {
        let script: [(event: LineEvent, minutes: Int64)] = [
            (.line("agree"), 0), (.line("flag"), 0), (.line("9960l"), 0), (.line("submit"), 0), (.line("quit"), 0),
        ]
        let plain = try sit(script)
        let styled = try sit(script, in: try SampleExams(), isColoured: true)
        #expect(styled.text.contains("\u{1B}[1mThe lesson, final\u{1B}[22m"))
        #expect(withoutEmphasis(styled.text) == plain.text)
        #expect(styled.prompts[1] == Style(isColoured: true).prompt("1/5 · 30:00 left> "))
    }
}
