import DatabaseServer
import SampleHouse
import Scoring
import Team
import TeamStores
import Testing

@Suite struct `A store of packs` {
    private let ada = Person.ID.new()
    private let bob = Person.ID.new()

    private func deed(_ person: Person.ID, _ moment: Int64) -> PackVersion.Deed {
        PackVersion.Deed(by: person, at: Moment(milliseconds: moment))
    }

    private func version(_ id: String, review: PackVersion.Deed? = nil) -> PackVersion {
        PackVersion(
            id: id, pack: "lesson", title: "a “lesson”", edition: "2026.2", note: "", putUp: deed(ada, 1),
            review: review)
    }

    @Test(arguments: DatabaseKind.allCases)
    func `keeps versions with their files, reviews them once and turns drafts down`(kind: DatabaseKind) throws {
        let store = try House(kind).database.people
        let files = [PackFile(path: "codes.yaml", text: "codes: []\n"), PackFile(path: "pack.yaml", text: "ö 'x'\n")]
        #expect(try store.packVersions() == [] && store.packFiles(of: "one") == [])
        try store.apply([.putUp(version("one"), files.reversed()), .putUp(version("two"), files)], noting: [])
        #expect(try store.packVersions() == [version("two"), version("one")])
        #expect(try store.packFiles(of: "one") == files)
        #expect { try store.apply([.putUp(version("one"), files)], noting: []) } throws: { isOf(.taken, $0) }
        try store.apply([.review("one", deed(bob, 2))], noting: [])
        #expect { try store.apply([.review("one", deed(ada, 3))], noting: []) } throws: { isOf(.taken, $0) }
        #expect { try store.apply([.turnDown("one")], noting: []) } throws: { isOf(.taken, $0) }
        try store.apply([.turnDown("two")], noting: [])
        #expect(try store.packVersions() == [version("one", review: deed(bob, 2))])
        #expect(try store.packFiles(of: "two") == [] && store.packFiles(of: "one") == files)
    }

    @Test(arguments: DatabaseKind.allCases)
    func `tells what is in use in the order in which it takes effect`(kind: DatabaseKind) throws {
        let store = try House(kind).database.people
        func use(_ version: String?, _ moment: Int64) -> PackUse {
            PackUse(of: version, of: "lesson", from: Moment(milliseconds: moment), said: deed(bob, 1))
        }
        let uses = [use("late", 9), use("early", 5), use(nil, 5)]
        for one in uses { try store.apply([.use(one)], noting: []) }
        #expect(try store.packUses() == [uses[1], uses[2], uses[0]])
    }
}
