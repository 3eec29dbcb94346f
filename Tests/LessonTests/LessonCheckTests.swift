import Content
import Testing

@testable import Quiz

@Suite struct `The check of a course` {
    @Test(arguments: Bundled.names) func `finds nothing in the bundled packs`(name: String) throws {
        #expect(LessonCheck(of: try Bundled(name).pack).problems.map(\.message) == [])
    }

    /// A piece of the home infusion course, what takes its place, and what is said of it.
    private static let mistakes: [(name: String, old: String, new: String, messages: [String])] = [
        (
            "a skill that is not taught before", "    needs: [parts-of-an-hour]\n    teaches: [overlap, clock]",
            "    needs: [parts-of-an-hour]\n    teaches: [clock]",
            [
                "the visit takes overlap, which neither the lesson nor what it needs teaches",
                "the visit takes overlap, which neither the lesson nor what it needs teaches",
                "the practice asks no item of two-drugs-overlapping: every one takes what is not taught yet, such as overlap",
                "the practice asks no item of two-nurses-together: every one takes what is not taught yet, such as overlap",
                "the practice asks no item of handover-at-the-bedside: every one takes what is not taught yet, such as overlap",
                "the practice asks no item of two-drugs: every one takes what is not taught yet, such as overlap",
                "the practice asks no item of two-drugs: every one takes what is not taught yet, such as overlap",
                "no lesson teaches overlap, which scenarios ask for",
            ]
        ),
        (
            "a skill before what it rests on", "  - { skill: clock, needs: [first-code] }",
            "  - { skill: clock, needs: [cap] }",
            ["reading-the-clock teaches clock, which rests on cap, and that is not taught yet"]
        ),
        (
            "a skill that is never asked for", "    teaches: [cap]", "    teaches: [cap, midnight]",
            ["limits teaches midnight, and none of its visits and items asks for it"]
        ),
        (
            "a belief that never shows", "    beliefs: [any-home-visit]",
            "    beliefs: [any-home-visit, counts-travel]",
            ["what-qualifies takes up counts-travel, which gives the right answer in all of its items"]
        ),
        (
            "a belief that no lesson takes up", "    beliefs: [any-home-visit]\n", "",
            ["no lesson takes up any-home-visit"]
        ),
        (
            "more answers than items",
            "          count: 4\n          kinds: [claim, choice]\n          policies: [started-hour, full-hour]\n          scenarios: [short-visit, two-hours-exactly]\n          templates: [charted-visit, length-alone]",
            "          count: 9\n          kinds: [claim, choice]\n          policies: [started-hour, full-hour]\n          scenarios: [short-visit, two-hours-exactly]",
            ["the practice wants 9 right answers, and makes 6 items"]
        ),
    ]

    @Test(arguments: mistakes)
    func `names`(name: String, old: String, new: String, messages: [String]) throws {
        let pack = try Bundled.pack(changing: { text in
            #expect(text.contains(old), "\(name)")
            return text.replacing(old, with: new)
        })
        let found = LessonCheck(of: pack).problems.map(\.message)
        #expect(found == messages, "\(found)")
    }
}
