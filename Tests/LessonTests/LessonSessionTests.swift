import Content
import Scoring
import Testing

@testable import Quiz

@Suite struct `A lesson` {
    /// Takes a lesson, answering every question as told.
    private func take(
        _ session: inout LessonSession, answering answer: (Item) -> String = { $0.key }
    ) throws -> (events: [LessonEvent], items: [Item]) {
        var events: [LessonEvent] = []
        var items: [Item] = []
        var turns = 0
        while !session.isOver {
            turns += 1
            try #require(turns < 300, "the lesson does not end")
            switch session.screen {
            case .page, .example: events += [session.goOn()].compactMap(\.self)
            case .faded(let faded):
                let key = try #require(faded.open?.key)
                events += [try session.work(key)?.event].compactMap(\.self)
            case .practice(_, let item):
                items.append(item)
                events += [try session.practise(answer(item))?.event].compactMap(\.self)
            case .ended: break
            }
        }
        return (events, items)
    }

    @Test(arguments: Bundled.names) func `is mastered by whoever is right, and asks only what is taught`(name: String)
        throws
    {
        let bundled = try Bundled(name)
        for lesson in bundled.course.lessons {
            for seed in UInt64(0)..<3 {
                var session = try bundled.session(lesson.id.text, seed: seed)
                let (events, items) = try take(&session)
                #expect(events.last == LessonEvent(.ended(isMastered: true), of: lesson.id))
                #expect(Set(items.map(\.id.description)).count == items.count, "\(lesson.id) asks an item twice")
                let taught = bundled.course.taught(by: lesson)
                let order = SkillOrder(of: bundled.course.pack)
                #expect(items.allSatisfy { $0.skills.union(order.named(in: $0)).isSubset(of: taught) })
                // Each skill is practised in the first lesson that teaches it, or worked out there.
                let needed = bundled.course.foundations(of: lesson).map(\.id)
                #expect(lesson.needs.allSatisfy(needed.contains))
            }
        }
    }

    @Test func `is not mastered by whoever is always wrong, and ends all the same`() throws {
        var session = try Bundled().session("further-hours")
        let (events, items) = try take(&session) { $0.kind == .choice ? "1" : "99601 x9" }
        #expect(events.last?.kind == .ended(isMastered: false))
        #expect(items.count == 18)
    }

    @Test(arguments: [(answers: [String](), isMastered: true), (["99601 x2"], false), (["skip"], false)])
    func `without practice is mastered by whoever works its last example out`(answers: [String], isMastered: Bool)
        throws
    {
        var session = try Bundled().session("what-the-codes-are-for")
        var last: LessonEvent?
        var turns = 0
        while !session.isOver {
            turns += 1
            try #require(turns < 30, "the lesson does not end")
            guard case .faded(let faded) = session.screen, let value = faded.open else {
                last = session.goOn()
                continue
            }
            guard case .claim = value, let answer = answers.first else {
                last = try session.work(value.key)?.event
                continue
            }
            last = answer == "skip" ? session.goOn() : try session.work(answer)?.event
        }
        #expect(last == LessonEvent(.ended(isMastered: isMastered), of: session.lesson.id))
    }

    @Test func `gives another visit to whoever errs in a faded example, and goes on after three`() throws {
        let bundled = try Bundled()
        var session = try bundled.session("parts-of-an-hour", passed: 4)
        var visits: Set<String> = []
        for time in 0..<3 {
            guard case .faded(let faded) = session.screen else { return #expect(Bool(false), "no faded example") }
            #expect(faded.asked == 1)
            visits.insert("\(faded.example.situation.subject)")
            let reply = try #require(try session.work("1"))
            #expect(!reply.isRight && reply.isDoneOver == (time < 2))
            #expect(reply.key == String(faded.example.situation.key.countedMinutes))
        }
        #expect(visits.count == 3)
        #expect(session.passed == 5)
    }

    @Test func `leaves an answer that cannot be read open`() throws {
        var session = try Bundled().session("parts-of-an-hour", passed: 4)
        #expect(throws: UnreadableAnswer.self) { try session.work("soon") }
        guard case .faded(let faded) = session.screen else { return #expect(Bool(false)) }
        #expect(faded.missed == 0 && faded.open != nil)
    }

    @Test func `lets whoever knows the matter go to the practice`() throws {
        var session = try Bundled().session("further-hours")
        #expect(session.goToPractice()?.kind == .passed(stages: 6))
        guard case .practice = session.screen else { return #expect(Bool(false)) }
        #expect(session.goToPractice() == nil)
    }

    @Test func `meets a belief with a contrast, another each time, and then an item that tells whether it is cured`()
        throws
    {
        let bundled = try Bundled()
        var session = try bundled.session("parts-of-an-hour", passed: 9)
        let belief: ID<Misconception> = "always-rounds-up"
        var contrasts: [Contrast] = []
        for _ in 0..<40 {
            guard case .practice(_, let item) = session.screen, contrasts.count < 2 else { break }
            if !contrasts.isEmpty { #expect(bundled.payers.tells(item, of: belief)) }
            let payer = try bundled.payer(try #require(item.id.policy?.text))
            let believer = try #require(payer.beliefs.singles.first { $0.names == [belief] })
            let situation = try #require(bundled.payers.situation(of: item.id))
            let claim = believer.rules.claim(for: situation.encounter)
            let answer = item.kind == .choice ? item.key : claim.description
            if let contrast = try session.practise(answer)?.refutation?.contrast, contrast.belief == belief {
                contrasts.append(contrast)
            }
        }
        #expect(contrasts.count == 2)
        #expect(contrasts.first != contrasts.last)
    }
}

@Suite struct `What was done of a course` {
    private let course: Course

    init() throws { course = try Bundled().course }

    @Test func `follows from what happened`() {
        let first: ID<Lesson> = "what-the-codes-are-for"
        let second: ID<Lesson> = "first-code"
        var progress = CourseProgress()
        #expect(progress.isEmpty && progress.next(in: course)?.id == first)
        progress.note(LessonEvent(.begun, of: first))
        progress.note(LessonEvent(.passed(stages: 2), of: first))
        #expect(progress[first].stages == 2 && !progress[first].isDone && progress.next(in: course)?.id == first)
        progress.note(LessonEvent(.ended(isMastered: true), of: first))
        #expect(progress[first].stages == nil && progress[first].isMastered && progress.next(in: course)?.id == second)
        // Done again and left: it is what one goes on with, and it stays mastered.
        progress.note(LessonEvent(.begun, of: first))
        #expect(progress.next(in: course)?.id == first && progress[first].isMastered && progress[first].stages == 0)
        progress.note(LessonEvent(.ended(isMastered: false), of: first))
        #expect(progress[first].ends == 2 && progress[first].isMastered)
        for lesson in course.lessons.dropFirst() {
            progress.note(LessonEvent(.ended(isMastered: false), of: lesson.id))
        }
        #expect(progress.next(in: course) == nil)
    }
}
