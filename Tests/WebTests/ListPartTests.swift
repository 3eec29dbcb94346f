#if Server
import Examining
import Foundation
import Quiz
import SampleHouse
import Scoring
import Team
import Testing
import Web

@Suite struct `Lists for programs` {
    private let server: Server
    private let token: Token

    init() throws {
        server = try Server()
        let root = try server.house.accounts.actor(for: server.administrator().token)
        let lead = try server.house.somebody("lead", [.lead, .administrator], by: root)
        token = try server.house.accounts.makeKey(
            "x", [.readPeople, .readGroups, .readAssignments, .readResults], days: 1, by: lead
        ).token
        // Groups of long names, in more languages than one, so that ids are long and their order is no matter of course.
        let rows = (0..<7).map { number in
            var row = RosterRow.Candidate(id: "c\(number)")
            row.name = "Candidate \(number)"
            row.email = "c\(number)@example.org"
            row.groups = .here(["é", "e", "Z", "a", "ß", "李", "z"][number] + String(repeating: "x", count: number * 9))
            return RosterRow(.candidate(row), isGone: false, at: RosterPosition(file: "t", row: number + 2))
        }
        let taken = try server.house.desk.takeIn(rows, of: ["t"], problems: [], isReadable: true, by: lead)
        for (number, one) in taken.invited.enumerated() {
            let actor = try server.house.accounts.accept(one.token, as: "", at: "", password: House.password).actor
            try server.house.desk.assign("final", of: "lesson", to: [actor.person.id], ExamWindow(), by: lead)
            if number < 5 { _ = try server.house.desk.begin("final", of: "lesson", by: actor) }
        }
        let groups = try server.house.desk.groups(for: lead).map(\.id)
        try server.house.desk.assign("drill", of: "lesson", to: [], groups: groups, ExamWindow(), by: lead)
    }

    private func ask(_ path: String) throws -> (status: Int, json: [String: Any]) {
        let answer = server.site.respond(
            to: WebRequest(
                .get, "/api/v1/\(path)",
                fields: ["host": "exams.example.org", "authorization": "Bearer \(token.text)"], from: "a"))
        let json = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        return (answer.status, json ?? [:])
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(arguments: [
        ("people", "people", "id"), ("groups", "groups", "id"), ("assignments", "assignments", "id"),
        ("results", "results", "attempt"),
    ])
    func `are read whole, in parts of any size`(path: String, name: String, id: String) throws {
        func ids(_ part: [String: Any]) -> [String] {
            (part[name] as? [[String: Any]] ?? []).compactMap { $0[id] as? String }
        }
        let whole = try ask(path)
        let all = ids(whole.json)
        #expect(whole.status == 200 && all.count >= 5 && Set(all).count == all.count && whole.json["next"] is NSNull)
        for limit in [1, 2, 3, all.count - 1, all.count, all.count + 1, 1_000] {
            var (seen, after): ([String], String?) = ([], nil)
            for _ in 0...all.count {
                let part = try ask("\(path)?limit=\(limit)" + (after.map { "&after=\(encoded($0))" } ?? ""))
                #expect(part.status == 200 && ids(part.json).count <= limit)
                seen += ids(part.json)
                after = part.json["next"] as? String
                guard after != nil else { break }
            }
            #expect(seen == all, "in parts of \(limit)")
        }
        let beyond = try ask("\(path)?after=\(encoded("\u{10FFFF}"))")
        #expect(beyond.status == 200 && ids(beyond.json) == [] && beyond.json["next"] is NSNull)
    }

    @Test(arguments: ["0", "1001", "-1", "1.5", "x", "", "99999999999999999999", "+5"])
    func `have no parts of other sizes`(limit: String) throws {
        for path in ["people", "groups", "assignments", "results"] {
            let answer = try ask("\(path)?limit=\(limit)")
            #expect(answer.status == 422, "\(path): \(answer.status)")
        }
    }

    @Test func `go on after ids of any length that there is`() throws {
        for count in [1, 200, 400] {
            #expect(try ask("assignments?after=\(String(repeating: "x", count: count))").status == 200, "\(count)")
        }
        #expect(try ask("assignments?after=\(String(repeating: "x", count: 401))").status == 422)
        #expect(try ask("assignments?after=").status == 422)
    }

    @Test(arguments: [
        ("", 5), ("?pack=lesson", 5), ("?exam=final", 5), ("?exam=drill", 0), ("?pack=none", 0),
        ("?pack=lesson&exam=final", 5),
    ])
    func `of results are those of an exam`(query: String, count: Int) throws {
        #expect((try ask("results\(query)").json["results"] as? [Any])?.count == count)
    }
}
#endif
