import BundledPacks
import Content
import Glibc
import Learning
import Machine
import PseudoTerminal
import Quiz
import Scoring
import Stores
import Terminal
import Testing
import Training

/// A pack of three visits and two terms.
func lesson() throws -> Pack { try lessonPack() }

/// A session whose lines are written down beforehand, with a store in memory and a time that stands still.
struct Training {
    var store: (any LearnerStore)? = MemoryLearnerStore()
    var isInteractive = true
    var columns = 80
    var kinds: Set<ItemKind> = [.claim]
    var count = 5
    /// How long each line takes.
    var secondsEach: Int64 = 0
    let time = SetTime(Moment(milliseconds: 1_772_442_000_000))

    /// What is shown of a session in which these lines are typed, and the prompts that asked for them.
    func callAsFunction(_ lines: String...) throws -> (text: String, prompts: [String]) {
        try run(lines.map(LineEvent.line))
    }

    func run(_ events: [LineEvent]) throws -> (text: String, prompts: [String]) {
        let pack = try lesson()
        var request = PracticeRequest()
        request.count = count
        request.kinds = kinds
        request.policy = "cpt-midpoint"
        let journal =
            try store.map { try Journal(of: "Ada", in: pack, goal: count, store: $0, time: time) }
            ?? Journal(forgetting: pack, time: time)
        let session = LearningSession(in: pack, for: request, seed: 2, journal: journal, time: time)
        let source = ScriptedSource(events, isInteractive: isInteractive)
        let typist = Typist(source, time, thinking: secondsEach)
        let text = try shown(columns: columns) { console in
            try Trainer(of: session, console: console, source: typist).run()
        }
        return (text, source.prompts)
    }
}

/// Somebody who takes a while for each line.
private final class Typist: LineSource {
    private let source: ScriptedSource
    private let time: SetTime
    private let seconds: Int64
    var alarms: [Alarm] = []
    var isInteractive: Bool { source.isInteractive }

    init(_ source: ScriptedSource, _ time: SetTime, thinking seconds: Int64) {
        self.source = source
        self.time = time
        self.seconds = seconds
    }

    func next(prompt: String) -> LineEvent {
        time.pass(milliseconds: seconds * 1_000)
        return source.next(prompt: prompt)
    }
}

/// What is written to a console.
func shown(columns: Int = 80, isColoured: Bool = false, _ body: (Console) throws -> Void) throws -> String {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "screen")
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    let console = Console(Output(descriptor: file, style: Style(isColoured: isColoured))) { columns }
    try body(console)
    try console.output.flush()
    return try #require(try PseudoTerminal.readFile(path))
}

/// A text as a terminal without emphasis would show it.
func withoutEmphasis(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
