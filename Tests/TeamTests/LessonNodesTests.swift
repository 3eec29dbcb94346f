import Content
import DatabaseServer
import Learning
import Quiz
import SampleHouse
import Scoring
import Team
import Testing

@Suite struct `Lessons on two nodes` {
    private let nodes: [House]
    private let ada: Actor

    init() throws {
        let house = try House()
        ada = try house.somebody("ada", [.learner], by: house.administrator())
        nodes = [house, try house.otherNode()]
    }

    private func desk(_ turn: Int) -> LessonDesk { nodes[turn % 2].training.lessons }

    @Test func `are taken step by step on either, to their end`() throws {
        #expect(try desk(0).view("lesson", for: ada) == nil)
        try desk(0).begin("first", again: false, in: "lesson", by: ada)
        var kinds: [String] = []
        for turn in 1...30 {
            let view = try #require(try desk(turn).view("lesson", for: ada))
            let act: LessonAct
            switch view.screen {
            case .page, .example: act = .goOn
            case .faded(let faded): act = .answer(try #require(faded.open).key)
            case .practice(_, let item): act = .answer(item.key)
            case .ended(let isMastered):
                #expect(isMastered && kinds.contains("worked") && kinds.contains("practised"))
                let course = try desk(turn + 1).course(of: "lesson", for: ada)
                #expect(course.map(\.progress.isMastered) == [true, false] && course.map(\.isNext) == [false, true])
                #expect(view.next?.id == "second")
                let report = try nodes[1].training.progress(in: "lesson", of: ada)
                #expect(report.days.reduce(0) { $0 + $1.answers } == kinds.filter { $0 == "practised" }.count)
                return
            }
            switch try #require(try desk(turn + 1).take(act, at: view.position, in: "lesson", by: ada)).reply {
            case .worked(let reply)?:
                #expect(reply.isRight)
                kinds.append("worked")
            case .practised(let reply)?:
                #expect(reply.outcome.isRight)
                kinds.append("practised")
            case nil: break
            }
        }
        Issue.record("the lesson has no end")
    }

    @Test func `remember hints, and do nothing that comes from an old page`() throws {
        try desk(0).begin("first", again: false, in: "lesson", by: ada)
        let practice = try #require(try desk(1).take(.goToPractice, at: 0, in: "lesson", by: ada))
        guard case .practice(_, let item) = practice.screen else {
            Issue.record("no practice")
            return
        }
        let hinted = try #require(try desk(0).take(.hint, at: practice.position, in: "lesson", by: ada))
        #expect(hinted.hints == Array(item.hints.prefix(1)) && !hinted.hints.isEmpty)
        #expect(try desk(1).view("lesson", for: ada)?.hints == hinted.hints)
        let old = try #require(try desk(1).take(.answer(item.key), at: 0, in: "lesson", by: ada))
        #expect(old.reply == nil && old.position == practice.position)
        let unread = try #require(try desk(1).take(.answer("9960l"), at: practice.position, in: "lesson", by: ada))
        #expect(unread.unread?.text == "9960l" && unread.reply == nil)
        guard
            case .practised(let reply)? = try desk(0).take(
                .skip, at: practice.position, in: "lesson", by: ada)?.reply
        else {
            Issue.record("not skipped")
            return
        }
        #expect(reply.outcome.isSkipped && reply.outcome.hints == 1)
    }

    @Test func `are refused where there are none`() throws {
        #expect { try desk(0).view("nowhere", for: ada) } throws: { isOf(.notFound, $0) }
        #expect { try desk(0).begin("third", again: false, in: "lesson", by: ada) } throws: { isOf(.notFound, $0) }
    }
}
