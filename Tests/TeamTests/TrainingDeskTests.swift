import Content
import Learning
import Machine
import Quiz
import SampleHouse
import Scoring
import TeamStores
import Testing

@testable import Team

@Suite struct `Training in a house` {
    private let house: House
    private let ada: Actor
    private let bob: Actor

    init() throws {
        house = try House()
        let root = try house.administrator()
        ada = try house.somebody("ada", [.learner], by: root)
        bob = try house.somebody("bob", [.learner], by: root)
    }

    private func take(_ step: TrainingStep, by actor: Actor? = nil) throws -> TrainingView {
        let actor = actor ?? ada
        let item = try house.training.view("lesson", for: actor).item?.id.description ?? ""
        return try house.training.take(step, about: item, in: "lesson", by: actor)
    }

    private func answers(of actor: Actor) throws -> Int {
        try house.training.progress(in: "lesson", of: actor).days.reduce(0) { $0 + $1.answers }
    }

    @Test func `is each learner's own`() throws {
        let item = try #require(try house.training.view("lesson", for: ada).item)
        _ = try take(.answer(item.key))
        #expect(try answers(of: ada) == 1 && answers(of: bob) == 0)
        #expect(try house.training.view("lesson", for: bob).done == 0)
        #expect(try house.training.answers(after: 0, atMost: 9, of: bob).isEmpty)
    }

    @Test(arguments: ["", " ", "\n\t"]) func `asks for an answer where none was typed`(text: String) throws {
        let view = try take(.answer(text))
        #expect(view.entry == nil && view.remark != nil && view.done == 0)
    }

    @Test func `points at what cannot be read, and counts it for nothing`() throws {
        var view = try house.training.view("lesson", for: ada)
        for _ in 0..<20 where view.item?.kind != .claim {
            _ = try take(.skip)
            view = try take(.next)
        }
        try #require(view.item?.kind == .claim)
        let before = view.done
        let unread = try take(.answer("9960l x1"))
        #expect(unread.unread?.text == "9960l x1" && unread.entry == nil && unread.done == before)
        #expect(try house.training.view("lesson", for: ada).unread != nil, "until something else is done")
        #expect(try take(.hint).unread == nil)
    }

    @Test func `does nothing about an item that is open no more, whatever is asked`() throws {
        let first = try #require(try house.training.view("lesson", for: ada).item)
        _ = try take(.skip)
        let second = try take(.next)
        for step in [TrainingStep.answer("1"), .hint, .skip, .undo, .flag("x")] {
            let view = try house.training.take(step, about: first.id.description, in: "lesson", by: ada)
            #expect(view.item?.id == second.item?.id && view.done == second.done && view.hints.isEmpty)
        }
        #expect(try house.training.take(.hint, about: "", in: "lesson", by: ada).hints.isEmpty)
    }

    @Test func `flags an item with a thousand signs at most`() throws {
        #expect(try take(.flag(String(repeating: "é", count: 5_000))).remark == "The educator will read what you said.")
        let flags = try house.database.learners.flags(in: nil)
        #expect(flags.map(\.note.count) == [1_000] && flags.map(\.learner) == [ada.person.id.text])
    }

    @Test func `begins anew where what was kept of it makes no sense`() throws {
        let bookmarks = house.database.bookmarks
        _ = try house.training.view("lesson", for: ada)
        for text in ["", "{}", "null", "{\"steps\":[]}", "👩", String(repeating: "x", count: 100_000)] {
            let kept = try #require(try bookmarks.bookmark(of: ada.person.id, in: "training lesson"))
            #expect(try bookmarks.put(text, after: kept.revision, of: ada.person.id, in: "training lesson"))
            let view = try house.training.view("lesson", for: ada)
            #expect(view.item != nil && view.done == 0, "\(text.prefix(20))")
        }
    }

    @Test func `tells that another node is at it, and does nothing twice`() throws {
        let item = try #require(try house.training.view("lesson", for: ada).item)
        let bookmarks = house.database.bookmarks
        let kept = try #require(try bookmarks.bookmark(of: ada.person.id, in: "training lesson"))
        #expect(try bookmarks.take(kept.revision, of: ada.person.id, in: "training lesson", at: house.time.now))
        let view = try take(.answer(item.key))
        #expect(view.entry == nil && view.remark?.contains("Load the page again") == true)
        #expect(try answers(of: ada) == 0)
        // Whoever held it is gone.
        house.time.pass(milliseconds: 10_000)
        #expect(try take(.answer(item.key)).entry != nil)
        #expect(try answers(of: ada) == 1)
    }

    @Test func `is in packs that there are`() throws {
        for pack in ["nowhere", "", "../lesson", "Lesson"] {
            #expect(throws: TeamError.self, "\(pack)") { try house.training.view(pack, for: ada) }
            #expect(throws: TeamError.self) { try house.training.end(pack, by: ada) }
            #expect(throws: TeamError.self) { try house.training.progress(in: pack, of: ada) }
            #expect(throws: TeamError.self) { try house.training.lessons.view(pack, for: ada) }
        }
        #expect(try house.training.packs(for: ada).map(\.id.text) == ["lesson"])
    }

    @Test(arguments: [(86_400_000, true), (86_400_001, false), (0, true), (-5_000, true)] as [(Int64, Bool)])
    func `takes in no answers from a future beyond tomorrow`(ahead: Int64, isTaken: Bool) throws {
        let item = try #require(try house.training.view("lesson", for: ada).item)
        _ = try take(.answer(item.key))
        var shared = try #require(try house.training.answers(after: 0, atMost: 1, of: ada).first)
        shared.at = house.time.now.adding(milliseconds: ahead).milliseconds
        #expect(((try? house.training.take([shared], of: bob)) != nil) == isTaken)
        shared.at = -1
        #expect(throws: TeamError.self) { try house.training.take([shared], of: bob) }
    }

    @Test(arguments: [0, 1, 2, 5]) func `shares answers in parts, in their order`(count: Int) throws {
        for _ in 0..<3 {
            let item = try #require(try house.training.view("lesson", for: ada).item)
            _ = try take(.answer(item.key))
            _ = try take(.next)
        }
        let all = try house.training.answers(after: 0, atMost: 99, of: ada)
        #expect(all.count == 3)
        #expect(try house.training.answers(after: 0, atMost: count, of: ada) == Array(all.prefix(count)))
        let second = try #require(all[1].number)
        #expect(try house.training.answers(after: second, atMost: 9, of: ada) == Array(all.suffix(1)))
    }
}

@Suite struct `Rooms at hand` {
    @Test func `are one for each person and pack, until they are forgotten`() {
        let rooms = Rooms<String>()
        let (ada, bob) = (Person.ID.new(), Person.ID.new())
        #expect(rooms.room(of: ada, in: "a") { "one" } == "one" && rooms.room(of: ada, in: "a") { "two" } == "one")
        #expect(
            rooms.room(of: ada, in: "b") { "three" } == "three" && rooms.room(of: bob, in: "a") { "four" } == "four")
        rooms.forget(ada, in: "a")
        #expect(rooms.room(of: ada, in: "a") { "five" } == "five" && rooms.room(of: ada, in: "b") { "six" } == "three")
    }

    @Test func `are no more than memory has room for`() {
        let rooms = Rooms<Int>()
        let first = Person.ID.new()
        #expect(rooms.room(of: first, in: "a") { 1 } == 1)
        for number in 0..<2_000 { _ = rooms.room(of: Person.ID("\(number)"), in: "a") { number } }
        #expect(rooms.room(of: first, in: "a") { 2 } == 2)
    }
}

@Suite struct `Seats at hand` {
    @Test func `are looked at when their time may be over, and forgotten with their attempts`() {
        let seats = Seats()
        func due(_ names: [String], at milliseconds: Int64) -> [String] {
            seats.due(names, at: Moment(milliseconds: milliseconds))
        }
        #expect(due(["a", "b"], at: 0) == ["a", "b"], "what nobody has looked at yet")
        seats.note("a", isOpenUntil: Moment(milliseconds: 100))
        #expect(due(["a", "b"], at: 99) == ["b"] && due(["a", "b"], at: 100) == ["a", "b"])
        #expect(due(["b"], at: 0) == ["b"])
        #expect(due(["a"], at: 0) == ["a"], "it was open no more, and is another now")
        #expect(due([], at: 0) == [] && seats.known("a") == nil)
    }
}
