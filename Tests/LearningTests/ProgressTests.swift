import Content
import Learning
import Machine
import Quiz
import Scoring
import Testing

@Suite struct `Progress of a learner` {
    /// Trains for two days: right and wrong on the first, right on the second.
    private func trained() throws -> (course: Course, learner: Records.Learner) {
        let course = try Course()
        let first = try course.begun(count: 3, kinds: [.claim, .term])
        try first.answerRightly()
        course.time.pass(milliseconds: 30_000)
        _ = try first.answer("none")
        first.next()
        _ = first.skip()
        course.time.pass(milliseconds: day)
        try course.begun(count: 1).answerRightly()
        return (course, try #require(try course.store.knownLearner(named: "Ada")))
    }

    @Test func `is told day by day, without what was skipped`() throws {
        let (course, learner) = try trained()
        let days = try course.store.days(of: learner.id, in: course.pack, zone: FixedZone.utc)
        #expect(days.map(\.day.description) == ["2026-03-02", "2026-03-03"])
        #expect(days.map(\.answers) == [2, 1] && days.map(\.right) == [1, 1])
        let report = try course.store.progressReport(of: learner, in: course.pack, at: course.time)
        #expect(report.learner == "Ada" && report.pack == "a first lesson" && report.days == days)
        #expect(report.today.description == "2026-03-03" && report.streak == 2)
        #expect(report.due.count == 14)
    }

    /// At nine in Greenwich it is still the day before in Honolulu at minus eleven, and long the next in none.
    @Test(arguments: [(-11 * 60, "2026-03-01"), (0, "2026-03-02"), (14 * 60, "2026-03-02"), (15 * 60, "2026-03-03")])
    func `days are those where the learner is`(minutesAhead: Int, expected: String) throws {
        let course = try Course(zone: FixedZone(minutesAhead: minutesAhead))
        let session = try course.begun(count: 1, kinds: [.term])
        try session.answerRightly()
        let progress = try session.progressReport()
        #expect(progress.days.map(\.day.description) == [expected])
        #expect(progress.today.description == expected)
        let reviewed = try #require(session.progress.reviews.values.first).schedule
        #expect(Day(ordinal: reviewed.reviewed)?.description == expected)
        #expect(try course.session().progress.reviews == session.progress.reviews)
    }

    @Test func `is the same in a session as from outside`() throws {
        let (course, learner) = try trained()
        let session = try course.session()
        let (inside, outside) = (
            try session.progressReport(), try course.store.progressReport(of: learner, in: course.pack, at: course.time)
        )
        #expect("\(inside)" == "\(outside)")
        #expect(inside.skills.map(\.mean) == inside.skills.map(\.mean).sorted())
        #expect(inside.skills.allSatisfy { $0.low < $0.mean && $0.mean < $0.high && $0.answers > 0 })
    }

    @Test func `of a beginner is empty`() throws {
        let course = try Course()
        let report = ProgressReport(ofBeginner: "Bo", in: course.pack, on: course.time.today)
        #expect(report.learner == "Bo" && report.skills.isEmpty && report.days.isEmpty && report.suspected.isEmpty)
        #expect(report.due.allSatisfy { $0 == 0 })
    }

    @Test func `a belief that the pack no longer names goes by its id`() throws {
        let course = try Course()
        var progress = try course.session().progress
        let session = try course.begun(count: 3)
        while let item = session.open {
            _ = try session.answer(item.heading == "half-an-hour-more" ? "99601 x1, 99602 x1" : item.key)
            session.next()
        }
        progress = session.progress
        let report = ProgressReport(of: "Ada", progress: progress, in: course.pack, on: course.time.today)
        #expect(report.suspected.map(\.words) == ["any part of an hour counts as an hour"])
        #expect(report.suspected.allSatisfy { (0...1).contains($0.probability) })
    }

    @Test func `gives the reviews of terms in the optimiser's columns`() throws {
        let course = try Course()
        let session = try course.begun(count: 2, kinds: [.term])
        var expected = ["card_id,review_time,review_rating,review_duration"]
        while let item = session.open {
            course.time.pass(milliseconds: 4_000)
            let isTerm = item.kind == .term
            if isTerm, expected.count == 1 { _ = session.hint() }
            _ = try session.answer(isTerm && expected.count == 2 ? "nonsense" : item.key)
            if isTerm {
                let rating = expected.count == 1 ? 2 : 1
                expected.append("\"\(item.id)\",\(course.time.now.milliseconds),\(rating),4000")
            }
            session.next()
        }
        let log = ReviewLog(of: try course.kept(), in: course.pack)
        #expect(expected.count == 3)
        #expect(log.csv == expected.map { $0 + "\n" }.joined())
    }
}
