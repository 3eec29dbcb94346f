import BundledPacks
import Content
import Foundation
import Quiz
import Reports
import Scoring
import Testing

@Suite struct `What a program reads of an answer` {
    private func assessed(_ answer: String, _ scenario: String, under policy: String) throws -> (Case, Assessment) {
        let pack = try lessonPack()
        let rules = pack.rules(under: try #require(pack.policy(ID(policy))))
        let visit = try #require(pack.scenario(ID(scenario))).encounter
        let asked = Case(visit, under: rules, among: pack.misconceptions)
        return (asked, asked.assess(try asked.read(answer)))
    }

    private func text(_ answer: String, _ scenario: String, under policy: String) throws -> String {
        let (asked, assessment) = try assessed(answer, scenario, under: policy)
        return JSON(assessment, key: asked.key.claim, policy: ID(policy), by: .plain).text
    }

    @Test func `is all of a right answer`() throws {
        #expect(
            try text("99601 x1", "half-an-hour-more", under: "cpt-midpoint") == #"""
                {"verdict":"correct","score":1.0,"policy":"cpt-midpoint","answer":[{"code":"99601","modifiers":[],"units":1}],\#
                "key":[{"code":"99601","modifiers":[],"units":1}],"findings":[],"misconceptions":[]}
                """#)
    }

    @Test func `is what is wrong with a wrong one, and who would give it`() throws {
        struct Read: Decodable {
            struct Line: Decodable, Equatable { let code: String, modifiers: [String], units: Int }
            struct Finding: Decodable { let edit, severity, message, source: String, line: Int?, carc, rarc: String? }
            let verdict, policy: String, score: Double, answer, key: [Line], findings: [Finding]
            let misconceptions: [String]
        }
        let text = try text("99601, 99602-SS x2", "half-an-hour-more", under: "cpt-midpoint")
        let read = try JSONDecoder().decode(Read.self, from: Data(text.utf8))
        let (_, assessment) = try assessed("99601, 99602-SS x2", "half-an-hour-more", under: "cpt-midpoint")
        #expect(read.verdict == "partial" && read.score == assessment.grade.fraction)
        #expect(read.answer.last == .init(code: "99602", modifiers: ["SS"], units: 2))
        #expect(read.findings.map(\.edit) == assessment.grade.findings.map(\.edit.rawValue))
        #expect(read.findings.map(\.message) == assessment.grade.findings.map(\.message))
        #expect(read.findings.map(\.carc) == assessment.grade.findings.map(\.carc))
        #expect(read.findings.allSatisfy { $0.line == 2 && !$0.source.isEmpty })
    }

    @Test func `is no line and no reason code for what is missing`() throws {
        let text = try text("99601 x1", "four-hours", under: "cpt-midpoint")
        #expect(text.contains(#""edit":"missing-code","severity":"underbilled","line":null,"#))
        #expect(text.contains(#""carc":null,"rarc":null,"#))
    }

    @Test func `names the beliefs that lead to it`() throws {
        let read = try text("99601, 99602", "half-an-hour-more", under: "cpt-midpoint")
        #expect(read.hasSuffix(#""misconceptions":["always-rounds-up"]}"#))
    }
}

@Suite struct `What a program reads of a course` {
    private struct Read: Decodable {
        struct Lesson: Decodable {
            let id, title: String, needs, teaches: [String], stages, done: Int, passed: Int?, mastered: Bool
        }
        let pack: String, next: String?, lessons: [Lesson]
    }

    private func read(_ events: [LessonEvent], in pack: Pack) throws -> Read {
        let text = JSON(Course(of: pack), CourseProgress(events)).text
        return try JSONDecoder().decode(Read.self, from: Data(text.utf8))
    }

    @Test func `is each lesson with how far a learner has come`() throws {
        let pack = try coursePack()
        let new = try read([], in: pack)
        #expect(new.pack == "lesson" && new.next == "first" && new.lessons.map(\.id) == ["first", "second"])
        #expect(new.lessons[1].needs == ["first"] && new.lessons[0].teaches.contains("part"))
        #expect(new.lessons.allSatisfy { $0.passed == nil && $0.done == 0 && !$0.mastered })
        let begun = try read(
            [LessonEvent(.begun, of: "first"), LessonEvent(.passed(stages: 2), of: "first")], in: pack)
        #expect(begun.next == "first" && begun.lessons[0].passed == 2 && begun.lessons[0].stages > 3)
        let done = try read([LessonEvent(.ended(isMastered: true), of: "first")], in: pack)
        #expect(done.next == "second" && done.lessons[0].mastered && done.lessons[0].done == 1)
    }
}
