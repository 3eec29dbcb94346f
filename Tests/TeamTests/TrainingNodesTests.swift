import DatabaseServer
import Learning
import Machine
import Quiz
import SampleHouse
import Scoring
import Team
import Testing

@Suite struct `Training on two nodes` {
    private let first: House
    private let second: House
    private let ada: Actor

    init() throws { (first, second, ada) = try Self.nodes(.sqlite) }

    private static func nodes(_ kind: DatabaseKind) throws -> (House, House, Actor) {
        let first = try House(kind)
        let ada = try first.somebody("ada", [.learner], by: first.administrator())
        return (first, try first.otherNode(), ada)
    }

    private func answers(on node: House) throws -> Int {
        try node.training.progress(in: "lesson", of: ada).days.reduce(0) { $0 + $1.answers }
    }

    @Test(arguments: DatabaseKind.allCases) func `goes on wherever it is asked, with one of them gone`(
        kind: DatabaseKind
    ) throws {
        let (first, second, ada) = try Self.nodes(kind)
        let asked = try first.training.view("lesson", for: ada)
        let item = try #require(asked.item)
        let id = item.id.description
        #expect(try second.training.view("lesson", for: ada).item?.id == item.id)
        let hinted = try second.training.take(.hint, about: id, in: "lesson", by: ada)
        #expect(hinted.hints == Array(item.hints.prefix(1)))
        #expect(try first.training.view("lesson", for: ada).hints == hinted.hints)
        first.time.pass(milliseconds: 30_000)
        let judged = try first.training.take(.answer(item.key), about: id, in: "lesson", by: ada)
        #expect(
            judged.entry?.outcome.feedback?.verdict == .correct && judged.entry?.outcome.hints == hinted.hints.count)
        // The first one is gone, and the second goes on by itself.
        let seen = try second.training.view("lesson", for: ada)
        #expect(seen.entry?.outcome.answer == item.key && seen.done == 1 && seen.right == judged.right)
        let next = try second.training.take(.next, about: id, in: "lesson", by: ada)
        #expect(next.item != nil && next.item?.id != item.id && next.number == 2)
        let third = try second.otherNode()
        #expect(try third.training.view("lesson", for: ada).item?.id == next.item?.id)
        #expect(try third.training.progress(in: "lesson", of: ada).days.reduce(0) { $0 + $1.answers } == 1)
    }

    @Test func `takes back on one what was answered on the other`() throws {
        let item = try #require(try first.training.view("lesson", for: ada).item)
        let id = item.id.description
        _ = try first.training.take(.answer(item.key), about: id, in: "lesson", by: ada)
        let mastery = try first.training.progress(in: "lesson", of: ada).skills.map(\.answers)
        #expect(mastery.contains { $0 > 0 })
        first.time.pass(milliseconds: 5_000)
        let back = try second.training.take(.undo, about: id, in: "lesson", by: ada)
        #expect(back.item?.id == item.id && back.entry == nil && back.done == 0)
        #expect(try answers(on: first) == 0)
        #expect(try first.training.progress(in: "lesson", of: ada).skills.allSatisfy { $0.answers == 0 })
        let again = try first.training.take(.answer(item.key), about: id, in: "lesson", by: ada)
        #expect(again.entry?.outcome.hints ?? 0 >= item.hints.count)
        first.time.pass(milliseconds: 25_000)
        let late = try second.training.take(.undo, about: id, in: "lesson", by: ada)
        #expect(late.remark?.contains("too late") == true && late.done == 1)
    }

    @Test func `counts an answer once that is sent to both at once`() async throws {
        let item = try #require(try first.training.view("lesson", for: ada).item)
        _ = try second.training.view("lesson", for: ada)
        let nodes = [first.training, second.training]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for node in nodes {
                group.addTask { [ada] in
                    _ = try node.take(.answer(item.key), about: item.id.description, in: "lesson", by: ada)
                }
            }
            try await group.waitForAll()
        }
        #expect(try answers(on: first) == 1)
    }

    @Test func `ends for both, and begins anew`() throws {
        let item = try #require(try first.training.view("lesson", for: ada).item)
        _ = try first.training.take(.skip, about: item.id.description, in: "lesson", by: ada)
        try second.training.end("lesson", by: ada)
        let anew = try first.training.view("lesson", for: ada)
        #expect(anew.done == 0 && anew.entry == nil && anew.item?.id != item.id)
    }
}
