import Testing
import Training

@Suite struct `Words that are typed` {
    @Test(arguments: [
        ("help", TrainerCommand.help), ("?", .help), (" HINT ", .hint), ("h", .hint), ("why", .why),
        ("why this", .whyThis), ("Why This", .whyThis), ("skip", .skip), ("pass", .skip), ("next", .next),
        ("undo", .undo), ("progress", .progress), ("quit", .quit), ("q", .quit), ("exit", .quit),
        ("lookup 99602", .lookup("99602")), ("lookup  midpoint \t rule", .lookup("midpoint rule")),
        ("policy", .policy(nil)), ("policy started-hour", .policy("started-hour")), ("flag", .flag("")),
        ("flag no  time", .flag("no time")), ("chart", .chart(nil)), ("Chart 2", .chart(2)), ("sheet 1", .chart(1)),
        ("idk", .stuck), ("I don't know.", .stuck), ("I DON’T KNOW", .stuck),
        ("No idea", .stuck), ("stuck", .stuck), ("what is 99601", .lookup("99601")),
        ("What's an add-on code?", .lookup("add-on code")), ("what does N362 mean", .lookup("n362")),
        ("define the midpoint rule", .lookup("midpoint rule")), ("what is?", .help),
        ("i do not know", .stuck), ("I don't get it", .stuck), ("huh?", .stuck), ("what?", .stuck),
        ("I give up", .stuck), ("??", .help), ("What do I do?", .help), ("how do I answer?", .help),
        ("what is this", .help), ("what does that mean", .help), ("can I use a calculator", .help),
        ("what does SH stand for", .lookup("sh stand")),
    ])
    func `are commands`(line: String, command: TrainerCommand) { #expect(TrainerCommand(line) == command) }

    @Test(arguments: [
        "", " ", "99601", "hint 2", "why that", "lookup", "quit now", "none", "undo 99601", "chart two", "whatever",
        "no 2", "know",
    ])
    func `are none`(line: String) { #expect(TrainerCommand(line) == nil) }

    @Test(arguments: [("hlep", "help"), ("skp", "skip"), ("progres", "progress")])
    func `were meant for commands`(line: String, command: String) { #expect(TrainerCommand.near(line) == command) }

    @Test(arguments: ["", "99601", "x1", "nothing"]) func `were meant for none`(line: String) {
        #expect(TrainerCommand.near(line) == nil)
    }

    @Test(arguments: [
        ("loo", "loo", ["lookup"]), ("ST", "policy ST", ["started-hour"]), ("mid", "lookup mid", ["midpoint rule"]),
        ("ru", "lookup midpoint ru", ["rule"]), ("9960", "9960", ["99601", "99602"]),
        ("9960", "99601, 9960", ["99601", "99602"]), ("no", "no", ["no", "none"]), ("zz", "zz", []),
        ("units-ex", "lookup units-ex", ["units-exceed-record", "units-exceed-time"]),
    ])
    func `are completed`(word: String, line: String, words: [String]) throws {
        #expect(Completer(of: try lesson()).completions(of: word, in: line) == words)
    }
}
