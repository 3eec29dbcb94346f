import Foundation
import FoundationXML
import PseudoTerminal
import Testing

@Suite struct `Progress` {
    private let preceptor: Program

    init() throws {
        preceptor = try Program()
        // A wrong claim, a right one, and a term that needed a hint.
        let result = try preceptor(
            "train", "--pack", lesson, "--policy", "cpt-midpoint", "--kind", "claim", "--kind", "term", "--seed", "2",
            "--learner", "Ada", "--count", "4",
            input: "99601 x1, 99602 x1\n99601, 99602 x2\nskip\nhint\nmidpoint rule\n")
        #expect(result.code == 0)
    }

    private func progress(_ options: String...) throws -> RunResult {
        try preceptor.call(["progress", "--learner", "Ada", "--pack", lesson] + options)
    }

    @Test func `shows skills, days, reviews and beliefs in 80 columns`() throws {
        let result = try progress()
        #expect(result.code == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.first == "Ada · a first lesson")
        for heading in ["Mastery", "Days", "Reviews due", "Lately", "Still suspected"] {
            #expect(lines.contains { $0.hasPrefix(heading) }, "\(heading)")
        }
        #expect(lines.contains { $0.contains("parts of an hour") && $0.contains("|") && $0.hasSuffix("1 answer") })
        #expect(lines.contains { $0.hasPrefix("  any part of an hour counts as an hour (") })
        #expect(lines[1].hasPrefix("3 answers · 67 % right"))
    }

    @Test func `is read by a program too`() throws {
        struct Report: Decodable {
            struct Skill: Decodable { let skill: String, mean, low, high: Double, answers: Int, mastered: Bool }
            struct Day: Decodable { let day: String, answers, right: Int, pace: Double? }
            struct Belief: Decodable { let belief: String, probability: Double }
            let learner, pack, today: String
            let answers, right, streak: Int
            let skills: [Skill], days: [Day], due: [Int], suspected, overcome: [Belief]
        }
        let report = try JSONDecoder().decode(Report.self, from: Data(progress("--json").outputBytes))
        #expect(report.learner == "Ada" && report.answers == 3 && report.right == 2 && report.streak == 1)
        #expect(report.days.map(\.day) == [report.today])
        #expect(report.skills.allSatisfy { 0 < $0.low && $0.low < $0.mean && $0.mean < $0.high && $0.high < 1 })
        #expect(report.skills.first { $0.skill == "part" }?.answers == 1)
        #expect(report.due.count == 14 && report.due.reduce(0, +) == 1)
        #expect(report.suspected.map(\.belief) == ["any part of an hour counts as an hour"])
    }

    @Test func `makes a page that is well formed and needs nothing else`() throws {
        let page = preceptor.folder.path(of: "page.html")
        #expect(try progress("--html", page).output == "Written to \(page)\n")
        let html = try #require(try preceptor.folder.read("page.html"))
        #expect(html.hasPrefix("<!DOCTYPE html>"))
        #expect(html.split(separator: "<svg").count == 5)
        #expect(!html.contains("http") && !html.contains("<script"))
        for piece in html.split(separator: "<svg").dropFirst() {
            let svg = "<svg" + piece.prefix(upTo: try #require(piece.range(of: "</svg>")).upperBound)
            #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(svg)")
        }
        let nowhere = try progress("--html", "/proc/nowhere/page.html")
        #expect(nowhere.code == 73 && nowhere.errors.hasPrefix("preceptor: cannot make /proc/nowhere/page.html"))
    }

    @Test func `gives reviews in the optimiser's columns`() throws {
        let file = preceptor.folder.path(of: "reviews.csv")
        #expect(try progress("--reviews", file).code == 0)
        let lines = try #require(try preceptor.folder.read("reviews.csv")).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0] == "card_id,review_time,review_rating,review_duration")
        let cells = lines[1].split(separator: ",")
        #expect(cells[0].hasPrefix("\"lesson/term/midpoint-rule@"))
        // Right, but with a hint.
        #expect(cells[2] == "2")
    }
}
