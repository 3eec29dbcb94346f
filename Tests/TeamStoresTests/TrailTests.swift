import Audit
import DatabaseServer
import Scoring
import Team
import Testing

@testable import TeamStores

@Suite struct `The trail` {
    private func chain(_ store: SQLTeamStore) throws -> ChainedLog<TrailEntry> {
        ChainedLog(Array(try store.trailLines().map { $0 + "\n" }.joined().utf8))
    }

    @Test(arguments: DatabaseKind.allCases) func `gives back every entry as it was noted`(kind: DatabaseKind) throws {
        let store = try Base(kind).people
        let notes = [nil, "", "said “so”\n\t\\ \u{1} 👩🏽‍⚕️", String(repeating: "x", count: 9_000)]
        let entries = TrailEntry.Action.allCases.enumerated().map { place, action in
            TrailEntry(
                at: at(Int64(place) - 3), by: place.isMultiple(of: 2) ? nil : .new(), action,
                to: place.isMultiple(of: 3) ? nil : "subject \(place)", note: notes[place % notes.count])
        }
        for entry in entries { try store.apply([], noting: [entry]) }
        try store.apply([], noting: entries)
        let kept = try chain(store)
        #expect(kept.problems == [] && kept.entries == entries + entries)
        for count in [0, 1, 7, entries.count * 2, 10_000] {
            #expect(try store.trail(count) == Array((entries + entries).reversed().prefix(count)))
        }
    }

    /// Logs and certificates rely on these words.
    @Test func `has the words of before`() {
        #expect(
            TrailEntry.Action.allCases.map(\.rawValue).prefix(27) == [
                "invited", "joined", "signedIn", "signedOut", "signedOutEverywhere", "failedToSignIn",
                "changedPassword", "changedRoles", "shutOut", "letInAgain", "assigned", "unassigned", "accommodated",
                "sawResults", "exported", "voided", "said", "certified", "revoked", "madeIssuer", "extended", "held",
                "released", "madeKey", "endedKey", "usedKey", "triedAgain",
            ])
    }

    @Test(arguments: DatabaseKind.allCases) func `is one chain, whatever is changed with it, from many nodes`(
        kind: DatabaseKind
    ) async throws {
        let base = try Base(kind)
        let databases = [base.database, try base.other()]
        let ada = try Person.sample("ada")
        try base.people.apply(
            [.admit(ada)] + (0..<8).map { .send(Outgoing(.mail, about: "\($0)", "b", since: at(1))) }, noting: [])
        let results = await racing(24) { number in
            let database = databases[number % 2]
            let entry = TrailEntry(at: at(Int64(number)), by: ada.id, .signedIn, to: "\(number)")
            switch number % 3 {
            case 0: try SQLTeamStore(database).apply([.begin(.sample(of: ada))], noting: [entry, entry])
            case 1: _ = try SQLOutboxStore(database).tryAgain(Int64(number / 3 + 1), at: at(1), noting: entry)
            default:
                // Of what fails nothing stands in it.
                try? SQLTeamStore(database).apply([.endKey("none")], noting: [entry])
            }
        }
        #expect(results.allSatisfy { $0.error == nil })
        let kept = try chain(base.people)
        #expect(kept.problems == [])
        let subjects = kept.entries.compactMap(\.to).compactMap(Int.init)
        #expect(subjects.filter { $0 % 3 == 0 }.count == 16 && subjects.filter { $0 % 3 == 1 }.count == 8)
        #expect(subjects.allSatisfy { $0 % 3 != 2 })
    }

    /// Whoever changes the database changes the trail to be seen.
    @Test(arguments: DatabaseKind.allCases) func `tells of every line that was changed behind it`(kind: DatabaseKind)
        throws
    {
        let base = try Base(kind)
        let entries = (0..<5).map { TrailEntry(at: at(Int64($0)), by: nil, .said, note: "note \($0)") }
        try base.people.apply([], noting: entries)
        #expect(try chain(base.people).problems == [])
        let line = try base.people.trailLines()[2]
        let changes = [
            "UPDATE log_line SET line = '\(line.replacing("note 2", with: "note x"))' WHERE log = 'trail' AND number = 3",
            "UPDATE log_line SET line = '\(line)' WHERE log = 'trail' AND number = 3; "
                + "DELETE FROM log_line WHERE log = 'trail' AND number = 2",
            "DELETE FROM log_line WHERE log = 'trail' AND number = 1",
        ]
        for change in changes {
            try base.database.write { try $0.runScript(change) }
            #expect(try !chain(base.people).problems.isEmpty, "\(change)")
        }
    }
}
