import Content
import Quiz
import Reports
import Scoring
import Terminal
import Testing
import Training

@Suite struct `A terminal shows` {
    private let pack: Pack

    init() throws { pack = try lesson() }

    private func item(_ scenario: ID<Scenario>, _ kind: ItemKind = .claim) throws -> Item {
        let policy = try #require(pack.policy("cpt-midpoint"))
        let told = try #require(pack.scenario(scenario))
        return try #require(Situation(told, under: Payer(policy, in: pack)).item(kind))
    }

    /// What is shown of an answer.
    private func feedback(_ answer: String, to item: Item) throws -> String {
        let feedback = try item.judge(answer)
        return try shown { $0.show(feedback, why: item.why, sources: item.sources, key: item.key) }
    }

    @Test func `an item with its key`() throws {
        let item = try item("four-hours")
        let text = try shown { $0.show(item) }
        #expect(text.hasPrefix("\(item.id)\n\n four-hours · which codes, and how many units?\n\n  An infusion at home"))
        #expect(text.contains("\n  Key   99601 x1, 99602 x2\n  Why   08:00 to 12:00 is 240 minutes."))
        #expect(text.hasSuffix("  Source   A guide\n"))
    }

    @Test func `where an item stands among others`() throws {
        let item = try item("four-hours")
        #expect(try shown { $0.show(question: item, lead: "3/12") }.hasPrefix("\n 3/12   four-hours · which codes"))
    }

    @Test func `what there is to choose from`() throws {
        let item = try item("half-an-hour-more", .audit)
        let text = try shown { $0.show(question: item) }
        for (place, option) in item.options.enumerated() {
            #expect(text.contains("    \(place + 1)   \(option.prefix(20))"))
        }
    }

    @Test func `a right answer in few words`() throws {
        let text = try feedback("99601 x1", to: try item("half-an-hour-more"))
        #expect(text.hasPrefix("  Right.  99601 x1\n\n  Why   09:00 to 11:30 is 150 minutes."))
        #expect(!text.contains("Back from the payer"))
    }

    @Test func `a wrong one beside the key, with what the payer sends and what may be behind it`() throws {
        let text = try feedback("99601 x1, 99602 x1", to: try item("half-an-hour-more"))
        #expect(
            text.hasPrefix("  Not quite.  yours  key\n    99601         1    1\n    99602         1    -  not due\n"))
        #expect(text.contains("  Back from the payer   151, N362: 150 minutes do not support 99602 at all.\n"))
        #expect(text.contains("  You may be thinking   any part of an hour counts as an hour. Some payers do\n"))
    }

    @Test func `that nothing is billed`() throws {
        let text = try feedback("99601", to: try item("in-the-office"))
        #expect(
            text.hasPrefix(
                "  Not right.  yours  key\n    99601         1    -  not due\n  The key is none: nothing is billed.\n"))
    }

    @Test func `a term that was misspelt, and one that was missed`() throws {
        let term = try #require(pack.termItems.first { $0.key == "midpoint rule" })
        #expect(try feedback("midpoint rul", to: term).hasPrefix("  Right.  midpoint rule  ("))
        #expect(try feedback("add-on code", to: term).hasPrefix("  Not right.  The key is midpoint rule.\n"))
    }

    @Test func `a key with its steps`() throws {
        let policy = try #require(pack.policy("started-hour"))
        let visit = try #require(pack.scenario("half-an-hour-more")).encounter
        let text = try shown {
            $0.show(derive(visit, under: pack.rules(under: policy)), of: pack, under: policy, indent: 2)
        }
        #expect(text.hasPrefix("  started-hour  99601 x1, 99602 x1\n    09:00 to 11:30 is 150 minutes.\n"))
    }

    @Test func `few entries in full and many by name`() throws {
        let few = try shown { $0.show(pack.lookUp("99602")) }
        #expect(few.hasPrefix("  CPT 99602  (code 99602)\n  One more hour of the same visit.\n"))
        #expect(few.contains("  Source: A guide\n"))
        let entry = try #require(pack.lookUp("99602").first)
        let many = try shown { $0.show(Array(repeating: entry, count: 6)) }
        #expect(many == String(repeating: "  99602  code  CPT 99602\n", count: 6))
    }

    @Test func `JSON on a line`() throws {
        #expect(try shown { $0.json(.object([("a", .integer(1))])) } == "{\"a\":1}\n")
    }

    @Test func `an answer that cannot be read`() throws {
        let item = try item("four-hours")
        do {
            _ = try item.judge("99601 x0.5")
            Issue.record("it was read")
        } catch {
            let text = try shown { $0.show(error, in: "99601 x0.5") }
            #expect(text.hasPrefix("  99601 x0.5\n") && text.contains("^") && text.hasSuffix(".\n"))
        }
    }
}

@Suite struct `A terminal shows progress` {
    private static let today = Day(ordinal: 20_514) ?? Day.first

    private func report(days: [Int], skills: Int = 1, due: [Int] = [], suspected: [String] = []) -> ProgressReport {
        let done = days.compactMap { ago in
            Day(ordinal: Self.today.ordinal - ago).map { day in
                var progress = ProgressReport.DayProgress(day: day)
                for number in 0..<(ago == 0 ? 3 : 12) { progress.note(60_000, isRight: number > 0) }
                return progress
            }
        }
        let skill = ProgressReport.SkillProgress(
            skill: .part, mean: 0.5, low: 0.25, high: 0.75, answers: 4, isMastered: false)
        return ProgressReport(
            learner: "Ada", pack: "a first lesson", today: Self.today, skills: Array(repeating: skill, count: skills),
            days: done, due: due, suspected: suspected.map { .init(words: $0, probability: 0.625) }, overcome: [])
    }

    @Test func `of nobody yet`() throws {
        let text = try shown { $0.show(report(days: [], skills: 0)) }
        #expect(text == "Ada · a first lesson\nNothing answered yet. preceptor train begins.\n")
    }

    @Test(arguments: [20, 60, 80, 120]) func `within the window`(columns: Int) throws {
        let report = report(days: [3, 1, 0], due: [0, 2, 40], suspected: ["any part of an hour counts as an hour"])
        let text = try shown(columns: columns) { $0.show(report) }
        let widest = text.split(separator: "\n").map(\.count).max() ?? 0
        #expect(columns < 80 || widest <= 80)
        for heading in ["Mastery", "Days", "Reviews due", "Lately", "Still suspected"] {
            #expect(text.contains("\n\(heading)"), "\(heading)")
        }
        #expect(!text.contains("Overcome"))
    }

    @Test func `day by day`() throws {
        let text = try shown { $0.show(report(days: [3, 1, 0], due: [0, 2])) }
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[1] == "27 answers · 89 % right · 60 an hour lately · 2 days in a row")
        #expect(lines.contains { $0.hasPrefix("  parts of an hour") && $0.hasSuffix("50 %  4 answers") })
        #expect(lines.contains { $0.hasPrefix("  Mon  ") && $0.hasSuffix(". :") })
        #expect(lines.contains { $0.hasPrefix("  Fri  ") && $0.contains("+") })
        #expect(
            lines.contains { $0.hasPrefix("  tomorrow  2  ####") } && !lines.contains { $0.hasPrefix("  today  0") })
        #expect(lines.contains { $0.hasPrefix("  2026-03-02  #######") && $0.contains("67 %   of 3  60 an hour") })
    }
}
