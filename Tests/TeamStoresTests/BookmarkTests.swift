import DatabaseServer
import Machine
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

@Suite struct `A bookmark` {
    @Test(arguments: DatabaseKind.allCases) func `is moved by one at a time`(kind: DatabaseKind) throws {
        let house = try House(kind)
        let (store, ada) = (house.database.bookmarks, Person.ID.new())
        let now = house.time.now
        #expect(try store.bookmark(of: ada, in: "here") == nil)
        #expect(try !store.put("none", after: 1, of: ada, in: "here"))
        #expect(try store.put("one", after: nil, of: ada, in: "here"))
        #expect(try !store.put("other", after: nil, of: ada, in: "here"))
        #expect(try store.put("there", after: nil, of: ada, in: "there"))
        #expect(try store.bookmark(of: ada, in: "here") == Bookmark("one", revision: 1))
        #expect(try store.take(1, of: ada, in: "here", at: now))
        #expect(try !store.take(1, of: ada, in: "here", at: now.adding(milliseconds: 5_000)))
        #expect(try store.put("two", after: 1, of: ada, in: "here"))
        #expect(try !store.put("late", after: 1, of: ada, in: "here"))
        #expect(try !store.take(1, of: ada, in: "here", at: now))
        // Whoever holds one and is gone holds it for ten seconds.
        #expect(try store.take(2, of: ada, in: "here", at: now))
        #expect(try store.take(2, of: ada, in: "here", at: now.adding(milliseconds: 10_000)))
        #expect(try store.bookmark(of: ada, in: "here") == Bookmark("two", revision: 2))
        try store.remove(of: ada, in: "here")
        try store.remove(of: ada, in: "here")
        #expect(try store.bookmark(of: ada, in: "here") == nil)
        #expect(try store.bookmark(of: ada, in: "there") == Bookmark("there", revision: 1))
    }
}
