import Foundation
import FoundationXML
import PseudoTerminal
import Testing

/// A team from its list to its report.
@Suite struct `A team` {
    private let preceptor: Program
    private let pack: String

    init() throws {
        preceptor = try Program()
        pack = try preceptor.quizPack()
        try preceptor.folder.write(
            """
            sourcedId,status,username,givenName,familyName,role,extraTime,reason
            u1,active,ada,Ada,Lovelace,student,,
            u2,active,bo,Bo,Bee,student,30 min,a second language
            u3,active,cy,Cy,"<Young> & old",student,,
            u4,active,di,Di,Dee,student,,
            u5,active,boss,The,Boss,teacher,,

            """, to: "users.csv")
        try preceptor.folder.write("sourcedId,title\nc1,Night shift\nc2,Day shift\n", to: "classes.csv")
        try preceptor.folder.write(
            """
            sourcedId,classSourcedId,userSourcedId,role
            e1,c1,u1,student
            e2,c1,u2,student
            e3,c1,u3,student
            e4,c2,u4,student
            e5,c1,u5,teacher

            """, to: "enrollments.csv")
        let imported = try preceptor("exam", "roster", "import", "users.csv", "classes.csv", "enrollments.csv")
        try #require(imported.code == 0, "\(imported.errors)")
        let assigned = try exam(
            "assign", "quiz", "--to", "Night shift", "--opens", "2020-01-01T08:00Z", "--closes", "2999-12-31")
        try #require(assigned.code == 0, "\(assigned.errors)")
        for (candidate, tries) in [("ada", 12), ("Bo Bee", 0)] {
            let sat = try exam(
                "take", "quiz", "--candidate", candidate,
                input: "agree\n" + String(repeating: "99601 x1, 99602 x1\nmidpoint\n", count: tries)
                    + "submit\nsubmit\n")
            try #require(sat.code == 0, "\(sat.errors)")
            let said = sat.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(said.contains("you are Ada Lovelace") == (candidate == "ada"))
            #expect(said.contains("5 items, 50 minutes. 30 of them are extra time") == (candidate != "ada"))
        }
    }

    /// A command about exams of the pack.
    private func exam(_ arguments: String..., input: String = "") throws -> RunResult {
        try preceptor.call(["exam"] + arguments + ["--pack", pack], input: Array(input.utf8))
    }

    @Test func `sees who sat, who has not, and what the answers tell`() throws {
        let report = try exam("report", "--group", "Night shift")
        #expect(report.code == 0, "\(report.errors)")
        #expect(report.output.contains("Ada Lovelace") && !report.output.contains("Di Dee"))
        let lines = report.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("Bo Bee ") && $0.hasSuffix("30 min more time") }, "\(report.output)")
        #expect(lines.contains { $0.hasPrefix("Cy <Young> & old ") && $0.hasSuffix("not sat") })
        for said in ["of 2 attempts passed", "alpha", "standard error", "discriminates", "a first look"] {
            #expect(report.output.contains(said), "\(said)")
        }
        _ = try exam("report", "--csv", "team.csv")
        let csv = try #require(try preceptor.folder.read("team.csv"))
        #expect(csv.contains("u3,quiz,,not-sat,") && csv.contains(",Bo Bee,c1,30 min,3000,"), "\(csv)")
        let nobody = try exam("report", "--group", "Nihgt shift")
        #expect(nobody.code == 66 && nobody.errors.contains("did you mean Night shift?"))
    }

    @Test func `reads the same as JSON`() throws {
        struct Report: Decodable {
            struct Attempt: Decodable { let candidate, state: String, fraction: Double?, seconds: Int }
            struct Absent: Decodable { let candidate, name, blueprint: String }
            struct Item: Decodable {
                let name: String, responses: Int, difficulty, medianSeconds: Double?, flags: [String]
            }
            struct Statistics: Decodable {
                let blueprint: String, candidates, passMark: Int, mean, alpha, standardError: Double?
                let items, families: [Item], exposure: [String: Int]
            }
            let group: String, attempts: [Attempt], notSat: [Absent], statistics: [Statistics]
        }
        let output = try exam("report", "--group", "c1", "--json").outputBytes
        let report = try JSONDecoder().decode(Report.self, from: Data(output))
        #expect(report.attempts.map(\.candidate) == ["u1", "u2"] && report.attempts.map(\.seconds) == [1_200, 3_000])
        #expect(report.notSat.map(\.candidate) == ["u3"])
        let quiz = try #require(report.statistics.first)
        let fractions = report.attempts.compactMap(\.fraction)
        #expect(fractions.count == 2 && abs((quiz.mean ?? -1) - fractions.reduce(0, +) / 2) < 1e-9)
        #expect(fractions[0] > 0 && fractions[1] == 0 && quiz.alpha != nil && quiz.standardError != nil)
        #expect(quiz.candidates == 2 && quiz.passMark == 70 && quiz.items.count == 5)
        #expect(quiz.items.allSatisfy { $0.responses == 2 && $0.flags.contains("few-responses") })
        #expect(quiz.exposure.values.allSatisfy { $0 == 2 } && quiz.exposure.count == 5)
    }

    @Test func `gets a page that is well formed and needs nothing else`() throws {
        let result = try exam("report", "--group", "c1", "--html", "report.html")
        #expect(result.output == "Written to report.html\n", "\(result.errors)")
        let html = try #require(try preceptor.folder.read("report.html"))
        #expect(html.hasPrefix("<!DOCTYPE html>") && !html.contains("http") && !html.contains("<script"))
        #expect(html.contains("Cy &lt;Young&gt; &amp; old") && !html.contains("<Young>"))
        #expect(html.split(separator: "<svg").count == 6)
        let body = html.split(separator: "<body>")[1].split(separator: "</body>")[0]
        let parser = XMLParser(data: Data("<body>\(body)</body>".utf8))
        #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
        #expect(html.contains("pass mark 70 %") && html.contains("2 of 2 forms"))
        #expect(try exam("report", "--html", "/proc/nowhere/page.html").code == 73)
        let empty = try exam("report", "--group", "c2", "--html", "empty.html")
        #expect(empty.code == 0)
        #expect(try preceptor.folder.read("empty.html")?.contains("Nobody has sat") == true)
    }
}
