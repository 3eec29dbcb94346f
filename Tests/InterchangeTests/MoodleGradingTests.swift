import BundledPacks
import Content
import Quiz
import Scoring
import Testing

@testable import Interchange

/// What goes to Moodle, graded there.
@Suite struct `Moodle grades as Preceptor does` {
    private func expectSameGrades(_ bank: QuestionBank, by moodle: [MoodleQuestion?]) throws {
        try #require(moodle.count == bank.questions.count)
        for (theirs, question) in zip(moodle, bank.questions) {
            let theirs = try #require(theirs, "\(question.id)")
            #expect(theirs.isTyped == (question.kind == .short), "\(question.id)")
            #expect(theirs.answers.allSatisfy { MoodleQuestion.isKnown($0.share) }, "\(question.id)")
            guard question.kind == .short else {
                #expect(theirs.isSeveral == (question.right.count > 1))
                #expect(theirs.grade(ticked: Set(question.right.map(\.text))) > 99.99, "\(question.id)")
                for reply in question.wrong {
                    #expect(abs(theirs.grade(ticked: [reply.text]) - reply.credit * 100) < 8, "\(question.id)")
                }
                if theirs.isSeveral { #expect(theirs.grade(ticked: Set(question.replies.map(\.text))) < 1) }
                continue
            }
            for reply in question.replies {
                let grade = theirs.grade(typed: reply.text)
                // Moodle knows some parts of the credit; the nearest of them is what it gives.
                #expect(reply.isRight ? grade.share == 100 : abs(grade.share - reply.credit * 100) < 8)
                #expect(reply.credit > 0 || grade.share == 0, "\(question.id): \(reply.text)")
                #expect(grade.feedback == reply.feedback, "\(question.id): \(reply.text)")
            }
        }
    }

    @Test(arguments: Sample.bundled) func `by its XML, every answer and reply of a bundled pack`(pack: String) throws {
        let bank = try Sample.wholeBank(pack)
        let quiz = try readXML(bank.moodleXML.bytes)
        try expectSameGrades(bank, by: quiz.all("question").dropFirst().map { MoodleQuestion($0) })
    }

    @Test(arguments: Sample.bundled) func `by GIFT, every answer and reply of a bundled pack`(pack: String) throws {
        let bank = try Sample.wholeBank(pack)
        let blocks = String(decoding: bank.gift.bytes, as: UTF8.self).split(separator: "\n\n").dropFirst(2)
        try expectSameGrades(bank, by: blocks.map { MoodleQuestion(gift: String($0)) })
    }

    /// Signs that mean something in patterns, and shares of which some do not add up to 100.
    private static let awkward = QuestionBank(
        questions: [
            Question(
                stem: ["Typed."], kind: .short,
                replies: [
                    .init("99601*1", isRight: true), .init("a\\*b", isRight: true), .init("**", isRight: true),
                    .init("%50%x", isRight: true), .init("[html]x", isRight: true, feedback: "[plain]y"),
                    .init("99601 x1, 99602 x1", isRight: false, feedback: "*"), .init("99601*", isRight: false),
                    .init("a = {b} ~ c: \\d", isRight: false, feedback: "#x"),
                ])
        ]
            + (2...10).map { count in
                Question(
                    stem: ["Tick \(count)."], kind: .choice,
                    replies: (1...count).map { .init("right \($0) *", isRight: true) }
                        + [.init("wrong", isRight: false, feedback: "no"), .init("%100%", isRight: false)])
            })

    @Test func `by both formats, what is awkward there`() throws {
        let bank = Self.awkward
        try expectSameGrades(bank, by: try readXML(bank.moodleXML.bytes).all("question").map { MoodleQuestion($0) })
        let blocks = String(decoding: bank.gift.bytes, as: UTF8.self).split(separator: "\n\n")
        try expectSameGrades(bank, by: blocks.map { MoodleQuestion(gift: String($0)) })
        let many = QuestionBank(questions: [
            Question(stem: ["x"], kind: .choice, replies: (1...11).map { .init("\($0)", isRight: true) })
        ])
        #expect(
            many.moodleXML.losses.map(\.description) == [
                "no shares of the credit that Moodle knows, but the nearest to them: 1 question without"
            ])
    }

    @Test(arguments: [
        ("99601*1", "99601 x1, 99602 x1", true), ("99601\\*1", "99601 x1, 99602 x1", false),
        ("99601\\*1", "99601*1", true), ("*", "", true), ("a**b", "ab", true), ("a*b*c", "aXbYc", true),
        ("a*b*c", "acb", false), ("A b", " a B ", true), ("a  b", "a b", false),
    ]) func `by the rule of its own source`(pattern: String, reply: String, fits: Bool) {
        #expect(MoodleQuestion.fits(reply, pattern: pattern, ignoringCase: true) == fits)
    }

    @Test func `of few spellings and titles that tell nothing`() throws {
        for pack in Sample.bundled {
            let bank = try Sample.wholeBank(pack)
            #expect(bank.questions.allSatisfy { $0.right.count <= 24 })
            let names = try bundledPack(pack).scenarios.map(\.id.text)
            for question in bank.questions {
                #expect(!names.contains { $0.contains("-") && question.title.contains($0) }, "\(question.title)")
            }
        }
    }
}
