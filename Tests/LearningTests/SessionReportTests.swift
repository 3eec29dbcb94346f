import Content
import Learning
import Machine
import Quiz
import Scoring
import Testing

@Suite struct `What a session showed` {
    @Test func `is counted`() throws {
        let session = try Course().begun(count: 4, kinds: [.claim, .term])
        _ = session.hint()
        try session.answerRightly()
        _ = session.skip()
        session.next()
        try session.answerRightly()
        let report = session.report
        #expect(report.summary.asked == 3 && report.summary.right == 2)
        #expect(report.summary.withHints == 1 && report.summary.skipped == 1)
        #expect(report.skills.map(\.skill) == report.summary.skills.map(\.skill))
    }

    @Test func `has each skill as it was and as it is`() throws {
        let course = try Course()
        let first = try course.begun(count: 1)
        _ = try first.answer("none")
        let before = first.progress.model
        try first.end()
        let second = try course.begun(count: 1)
        try second.answerRightly()
        let skills = second.report.skills
        #expect(!skills.isEmpty)
        for (skill, now, earlier) in skills {
            #expect(earlier == before.mastery(of: skill))
            #expect(now == second.progress.model.mastery(of: skill) && now != earlier)
        }
    }

    @Test func `names a belief while it is suspected`() throws {
        let session = try Course().begun(count: 3)
        while let item = session.open {
            let feedback = try session.answer(item.heading == "half-an-hour-more" ? "99601 x1, 99602 x1" : item.key)
            #expect(feedback != nil)
            session.next()
        }
        #expect(session.report.suspected == ["any part of an hour counts as an hour"])
        #expect(session.report.overcome.isEmpty)
    }

    @Test func `names a belief once that was overcome`() throws {
        let course = try Course()
        var overcome: [[String]] = []
        for round in 0..<16 {
            let session = try course.begun(count: 3)
            while let item = session.open {
                let errs = round < 3 && item.heading == "half-an-hour-more"
                _ = try session.answer(errs ? "99601 x1, 99602 x1" : item.key)
                session.next()
            }
            overcome.append(session.report.overcome)
            try session.end()
        }
        #expect(overcome.flatMap(\.self) == ["any part of an hour counts as an hour"])
        #expect(try course.session().progress.model.overcome == ["always-rounds-up"])
    }

    @Test func `says what to do next`() throws {
        let session = try Course().begun(count: 1, kinds: [.term])
        try session.answerRightly()
        guard case .review(1, let days) = session.report.next else {
            return #expect(Bool(false), "\(session.report.next)")
        }
        #expect(days == session.report.nextReview?.days)
        let claims = try Course().begun(count: 1)
        try claims.answerRightly()
        #expect(claims.report.next == .train(nil))
        let wrong = try Course().begun(count: 1)
        _ = try wrong.answer("none")
        #expect(wrong.report.next == .train(wrong.report.skills.first?.skill) && !wrong.report.skills.isEmpty)
    }

    @Test func `sends to the lesson of what went wrong`() throws {
        let course = try Course(withLesson: true)
        let believer = try course.begun(count: 3)
        while let item = believer.open {
            _ = try believer.answer(item.heading == "half-an-hour-more" ? "99601 x1, 99602 x1" : item.key)
            believer.next()
        }
        #expect(believer.report.next == .lessonAgainst("any part of an hour counts as an hour", "parts"))
        let other = try Course(withLesson: true).begun(count: 3)
        while other.open != nil {
            _ = try other.answer("99601 x7, 99602 x5")
            other.next()
        }
        guard case .lesson(_, "parts", let missed, let asked) = other.report.next else {
            return #expect(Bool(false), "\(other.report.next)")
        }
        #expect(missed == asked && asked >= 2)
    }

    @Test(
        arguments: [
            (.train(nil), "preceptor train. All was right: what you have not mastered yet comes next."),
            (.train(.part), "preceptor train. \"parts of an hour\" went wrong, and comes up again."),
            (.review(terms: 1, days: 0), "preceptor train. 1 term comes up for review today."),
            (.review(terms: 2, days: 1), "preceptor train, tomorrow. 2 terms come up for review."),
            (
                .review(terms: 3, days: 5),
                "preceptor train, in 5 days at the latest. 3 terms come up for review then."
            ),
            (.lessonAgainst("a", "b"), "preceptor learn b. It takes up the idea that a."),
            (
                .lesson(.part, "b", missed: 2, asked: 3),
                "preceptor learn b. \"parts of an hour\" went wrong 2 of 3 times."
            ),
        ] as [(NextStep, String)])
    func `says it in words`(next: NextStep, words: String) { #expect(next.words == words) }

    @Test func `tells the next review`() throws {
        let course = try Course()
        let session = try course.begun(count: 1, kinds: [.term])
        #expect(session.report.nextReview == nil)
        try session.answerRightly()
        let next = try #require(session.report.nextReview)
        #expect(next.days >= 1 && next.count == 1)
        course.time.pass(milliseconds: Int64(next.days) * day)
        #expect(session.report.nextReview?.days == 0 && session.due == 1)
    }

    @Test func `tells the pace from the third answer on, and the earlier one where that was slower`() throws {
        let course = try Course()
        func train(secondsEach seconds: Int64, answers: Int = 3) throws -> SessionReport {
            let session = try course.begun(count: answers)
            for _ in 0..<answers {
                course.time.pass(milliseconds: seconds * 1_000)
                try session.answerRightly()
            }
            let report = session.report
            try session.end()
            return report
        }
        let first = try train(secondsEach: 90)
        #expect(first.anHour == 40 && first.anHourBefore == nil)
        let faster = try train(secondsEach: 60)
        #expect(faster.anHour == 60 && faster.anHourBefore == 40)
        let slower = try train(secondsEach: 120)
        #expect(slower.anHour == 30 && slower.anHourBefore == nil)
        let short = try train(secondsEach: 1, answers: 2)
        #expect(short.anHour == nil && short.anHourBefore == nil)
    }

    @Test func `counts no pace for what was skipped or undone`() throws {
        let course = try Course()
        let session = try course.begun(count: 5)
        for _ in 0..<3 {
            course.time.pass(milliseconds: 60_000)
            try session.answerRightly()
        }
        _ = try session.undo()
        #expect(session.report.anHour == nil)
        course.time.pass(milliseconds: 60_000)
        try session.answerRightly()
        #expect(session.report.anHour == 60)
        course.time.pass(milliseconds: 900_000)
        _ = session.skip()
        #expect(session.report.anHour == 60)
    }
}
