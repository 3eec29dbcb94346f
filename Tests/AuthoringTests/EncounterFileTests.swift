import Foundation
import Machine
import Scoring
import Testing

@testable import Authoring
@testable import Content

@Suite struct EncounterFileTests {
    let folder: PackFolder
    let pack: Pack

    init() throws {
        folder = try PackFolder()
        pack = try #require(folder.read().pack)
    }

    private var path: String { folder.path + "/visit.yaml" }

    private func read(_ text: String) throws -> Encounter {
        try folder.write(text, to: "visit.yaml")
        return try readEncounter(file: path, in: pack)
    }

    private func problems(in text: String) throws -> [String] {
        let error = #expect(throws: EncounterFileError.self) { try read(text) }
        guard case .broken(let problems) = error else { return ["\(String(describing: error))"] }
        return problems.map { $0.description.replacing(path, with: "visit.yaml") }
    }

    @Test func `the facts alone say all, and what they leave out is as plain as can be`() throws {
        let visit = try read("services: { kind: infusion, minutes: 150 }")
        let first = try #require(Day("2026-01-01"))
        #expect(
            visit
                == Encounter(
                    date: first,
                    visits: [Visit(services: [Service("infusion", time: .minutes(150))], performer: "nurse")]))
    }

    @Test func `a whole scenario is read as its facts`() throws {
        let text = try #require(PackFolder.valid["scenarios.yaml"])
        let first = text.split(separator: "\n").dropFirst().prefix(9).map { $0.dropFirst(4) }.joined(separator: "\n")
        #expect(try read(first) == pack.scenario("long-visit")?.encounter)
    }

    @Test func `every fact of an encounter can be said`() throws {
        let visit = try read(
            """
            date: 2026-05-06
            place: "11"
            missing: [response]
            minutes-used-this-week: 60
            visits:
              - services:
                  - { kind: infusion, activity: travel, minutes: 20 }
                  - { kind: injection, start: "9:05", stop: "00:10" }
                  - { kind: infusion, start: "00:20", stop: "01:00", next-day: true }
              - performer: cousin
                place: 12
                missing: stop
                services: [{ kind: infusion, start: "10:00" }]
            """)
        let early = try #require(ClockTime("09:05"))
        let midnight = try #require(ClockTime("00:10"))
        let late = try #require(ClockTime("00:20"))
        let end = try #require(ClockTime("01:00"))
        let ten = try #require(ClockTime("10:00"))
        #expect(visit.date == Day("2026-05-06"))
        #expect(visit.minutesUsedThisWeek == 60)
        #expect(
            visit.visits == [
                Visit(
                    services: [
                        Service("infusion", activity: .travel, time: .minutes(20)),
                        Service("injection", time: .clock(start: early, stop: midnight)),
                        Service("infusion", time: .clock(start: late, stop: end), isNextDay: true),
                    ], place: "11", performer: "nurse", missing: [.response]),
                Visit(
                    services: [Service("infusion", time: .open(start: ten))], place: "12", performer: "cousin",
                    missing: [.response, .stop]),
            ])
    }

    @Test(arguments: [
        ("service: []", ["visit.yaml:1:1: error: unknown key \"service\" in an encounter; did you mean services?"]),
        ("date: 2026-01-01", ["visit.yaml:1:1: error: an encounter needs the key services; add it"]),
        (
            "é: 1\nservices:\n  - { kind: infusions, minutes: 10 }\n  - { kind: infusion, minutes: -1 }",
            [
                "visit.yaml:1:1: error: unknown key \"é\" in an encounter; known are date, place, performer, missing, minutes-used-this-week, age, visits, services, drugs, therapies, paid, authorised, received",
                "visit.yaml:3:13: error: no service infusions in codes.yaml; did you mean infusion?",
                "visit.yaml:4:32: error: expected a whole number of minutes from 0 to 1440, found \"-1\"",
            ]
        ),
        (
            """
            visits:
              - services: [{ kind: infusion, start: "09:00", stop: "11:30" }]
              - services: [{ kind: infusion, start: "10:00", stop: "12:30" }]
            """,
            [
                "visit.yaml:2:3: error: a visit from 09:00 to 11:30 and one from 10:00 to 12:30 overlap, and would count the same minutes twice; make them one visit with several services, name who else gave care, or mend the times"
            ]
        ),
        (
            """
            visits:
              - services: [{ kind: infusion, minutes: 1000 }]
              - services: [{ kind: infusion, minutes: 1000 }]
              - services: [{ kind: infusion, minutes: 1000 }]
            """,
            [
                "visit.yaml:2:3: error: the visits of 2026-01-01 come to 3000 minutes, more than a day has; mend their times"
            ]
        ),
        ("[]", ["visit.yaml:1:1: error: expected an encounter: a mapping of keys, found a list"]),
        ("encounter: 5", ["visit.yaml:1:12: error: expected an encounter: a mapping of keys, found \"5\""]),
        ("", ["visit.yaml:1:1: error: the file is empty; fill it in, or delete it"]),
        ("\0", ["visit.yaml:1:1: error: the character U+0000 does not belong in a pack; delete it"]),
        (
            "visits: []\nminutes-used-this-week: 20000\nmissing: [time]",
            [
                "visit.yaml:1:9: error: the list is empty; give at least one visit",
                "visit.yaml:2:25: error: expected a whole number of minutes from 0 to 10080, found \"20000\"",
                "visit.yaml:3:11: error: expected one of start, stop, duration, observations, response, follow-up, found \"time\"",
            ]
        ),
    ])
    func `what is wrong is said at its place`(text: String, expected: [String]) throws {
        #expect(try problems(in: text) == expected)
    }

    @Test func `visits that follow each other, also past midnight, are possible`() throws {
        let text = """
            visits:
              - services: [{ kind: infusion, start: "09:00", stop: "11:30" }]
              - services: [{ kind: infusion, start: "11:30", stop: "12:30" }, { kind: infusion, minutes: 20 }]
              - services: [{ kind: infusion, start: "23:00", stop: "01:00" }]
            """
        #expect(try read(text).visits.count == 3)
    }

    @Test func `a file that is not there or is no file is told apart from a wrong one`() throws {
        for (path, message) in [
            ("/nowhere/visit.yaml", "cannot read the file: No such file or directory"),
            (folder.path, "this is not a regular file"), ("/dev/zero", "this is not a regular file"),
        ] {
            let error = #expect(throws: EncounterFileError.self) { try readEncounter(file: path, in: pack) }
            guard case .unreadable(let reason) = error else {
                Issue.record("\(path): \(String(describing: error))")
                continue
            }
            #expect(reason.reason == message && reason.kind == .missing)
        }
    }

    @Test func `a link that a user names is followed`() throws {
        try folder.write("services: { kind: infusion, minutes: 5 }", to: "visit.yaml")
        try folder.link("link.yaml", to: "visit.yaml")
        #expect(try readEncounter(file: folder.path + "/link.yaml", in: pack).visits.count == 1)
    }
}
