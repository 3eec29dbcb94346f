#if Server
import Examining
import SampleExams
import SampleHouse
import Team
import Testing
import Web

@Suite struct `The pages of whoever gives exams` {
    private let server: Server
    private var root: Visitor
    private var lead: Visitor
    private var ada: Visitor

    init() throws {
        server = try Server()
        root = try server.administrator()
        lead = try server.somebody("lead", [.lead], by: root)
        ada = try server.somebody("ada", [.candidate], by: root)
        let id = try server.house.accounts.actor(for: ada.token).person.id
        lead.post("/assign", ["exam": "lesson/final", "person": id.text])
    }

    /// Begins, and gives the attempt's name.
    private mutating func begin() throws -> String {
        ada.post("/exams/lesson/final", ["agree": "yes"])
        return String(try #require(ada.answer.field("location")).dropFirst("/sitting/".count))
    }

    /// Passes, and gives the attempt's name.
    private mutating func pass() throws -> String {
        let name = try begin()
        let items = try server.house.desk.attempt(name, of: server.house.accounts.actor(for: ada.token)).form.items
        for (place, item) in items.enumerated() {
            let answer = try #require(LessonPack.right.first { item.contains("/\($0.key)") })
            ada.post("/sitting/\(name)/items/\(place + 1)", ["text": answer.value, "times": "0"])
        }
        ada.post("/sitting/\(name)/hand-in", ["sure": "yes"])
        return name
    }

    @Test mutating func `issue certificates that anybody can look up, and take them back`() throws {
        let name = try pass()
        lead.get("/certificates")
        #expect(lead.page.contains("Nobody issues certificates here yet"))
        root.post("/issuer", ["name": ""])
        #expect(root.status == 422)
        root.post("/issuer", ["name": "Night Shift"])
        #expect(root.status == 303)
        root.post("/issuer", ["name": "Another"])
        #expect(root.status == 422 && root.page.contains("There is an issuer"))
        lead.post("/sittings/\(name)/certificate", ["days": "soon"])
        #expect(lead.status == 422 && lead.page.contains("Say for how many days"))
        lead.post("/sittings/\(name)/certificate", ["days": "365", "despite": "yes"])
        #expect(lead.status == 303)
        ada.get("/sitting/\(name)/result")
        let path = try #require(
            ada.page.split(separator: "\"").first { $0.hasPrefix("/certificate/") }.map(String.init))
        var anybody = Visitor(to: server.site)
        anybody.get(path)
        #expect(anybody.status == 200 && anybody.page.contains("<strong>Good.</strong>"))
        #expect(anybody.page.contains("<dd>ada</dd>") && anybody.page.contains("Night Shift"))
        for file in ["certificate.jwt", "badge.svg", "badge.png", "certificate.html"] {
            anybody.get("\(path)/\(file)")
            #expect(anybody.status == 200 && !anybody.answer.bytes.isEmpty)
            #expect(anybody.answer.field("content-disposition") == "attachment; filename=\"\(file)\"")
        }
        anybody.get("/issuer.json")
        #expect(anybody.status == 200 && anybody.page.contains("Night Shift"))
        let id = path.split(separator: "/")[1]
        lead.post("/certificates/\(id)/revoke", ["reason": " "])
        #expect(lead.status == 422)
        lead.post("/certificates/\(id)/revoke", ["reason": "Somebody else sat it."])
        #expect(lead.status == 303)
        anybody.get(path)
        #expect(anybody.page.contains("Not good.") && anybody.page.contains("Somebody else sat it."))
        anybody.get("\(path)/certificate.jwt")
        #expect(anybody.status == 404)
        let other = id.dropLast() + (id.hasSuffix("0") ? "1" : "0")
        for strange in ["/certificate/1", "/certificate/\(other)", "\(path)/secret"] {
            anybody.get(strange)
            #expect(anybody.status == 404)
        }
        lead.post("/certificates/1/revoke", ["reason": "x"])
        #expect(lead.status == 404)
    }

    @Test mutating func `void an attempt with a reason that the candidate and the trail have`() throws {
        let name = try pass()
        lead.post("/sittings/\(name)/void", ["reason": ""])
        #expect(lead.status == 422 && lead.page.contains("A reason has 1 to 500 signs"))
        lead.post("/sittings/\(name)/void", ["reason": "The alarm <rang>."])
        #expect(lead.status == 303)
        lead.get("/sittings/\(name)")
        #expect(lead.page.contains("counts no longer: The alarm &lt;rang&gt;."))
        lead.post("/sittings/\(name)/void", ["reason": "Again."])
        #expect(lead.status == 422 && lead.page.contains("was voided before"))
        root.get("/trail")
        #expect(root.page.contains("voided") && root.page.contains("The alarm &lt;rang&gt;."))
        ada.get("/sitting/\(name)/messages", ["accept": "application/json"])
        #expect(ada.page.contains(#""closed":true"#) && ada.page.contains("This attempt counts no longer"))
    }

    @Test mutating func `say something to one, or to all who sit`() throws {
        let name = try begin()
        lead.post("/sittings/\(name)/say", ["text": "Ten minutes\nmore."])
        lead.post("/sittings/say", ["text": "The heating is mended."])
        #expect(lead.status == 303)
        ada.get("/sitting/\(name)/messages?after=0", ["accept": "application/json"])
        #expect(ada.page.contains("Ten minutes more.") && ada.page.contains("The heating is mended."))
        ada.get("/sitting/\(name)/messages?after=1", ["accept": "application/json"])
        #expect(!ada.page.contains("Ten minutes more.") && ada.page.contains("The heating is mended."))
        ada.get("/sitting/\(name)")
        #expect(ada.page.contains("The heating is mended."))
        var bob = try server.somebody("bob", [.candidate], by: root)
        bob.get("/sitting/\(name)/messages", ["accept": "application/json"])
        #expect(bob.status == 404)
        lead.post("/sittings/nobody-1/say", ["text": "x"])
        #expect(lead.status == 404)
    }

    @Test mutating func `stop the time and give more of it, and see who did`() throws {
        let name = try begin()
        var proctor = try server.somebody("pat", [.proctor], by: root)
        proctor.post("/sittings/\(name)/time", ["deed": "hold", "reason": ""])
        #expect(proctor.status == 422 && proctor.page.contains("A reason has 1 to 500 signs"))
        proctor.post("/sittings/\(name)/time", ["deed": "wind back"])
        #expect(proctor.status == 422)
        proctor.post("/sittings/\(name)/time", ["deed": "hold", "reason": "The alarm <rang>."])
        #expect(proctor.status == 303)
        ada.get("/sitting/\(name)")
        #expect(
            ada.page.contains("has stopped the time: The alarm &lt;rang&gt;.") && !ada.page.contains("class=\"item\""))
        ada.get("/sitting/\(name)/messages", ["accept": "application/json"])
        #expect(ada.page.contains(#""held":true"#))
        proctor.get("/sittings")
        #expect(proctor.page.contains("stopped, 30 minutes left"))
        server.house.pass(minutes: 45)
        proctor.post("/sittings/time", ["deed": "release"])
        proctor.post("/sittings/time", ["deed": "extend", "minutes": "15", "reason": "The alarm."])
        #expect(proctor.status == 303)
        ada.get("/sitting/\(name)")
        #expect(ada.page.contains(#"data-left="2700000""#) && ada.page.contains("You have 15 minutes more: The alarm."))
        proctor.get("/sittings/\(name)")
        for words in [
            "The time was stopped, by pat: The alarm &lt;rang&gt;.", "The time ran on, by pat",
            "15 minutes more, by pat: The alarm.",
        ] { #expect(proctor.page.contains(words), "\(proctor.page)") }
        root.get("/trail")
        #expect(root.page.contains("held") && root.page.contains("15 minutes: The alarm."))
    }

    @Test mutating func `get reports as pages and files`() throws {
        let name = try pass()
        lead.get("/reports/lesson/final")
        #expect(lead.status == 200 && lead.page.contains("1 handed in, 1 passed."))
        for (file, start) in [
            ("results.csv", "candidate,"), ("results.xlsx", "PK"), ("report.json", "{"), ("report.html", "<!"),
            ("report.xlsx", "PK"), ("items.csv", "blueprint,name"), ("families.xlsx", "PK"),
            ("beliefs.csv", "blueprint,"),
            ("months.csv", "blueprint,month"), ("groups.csv", "blueprint,group"),
        ] {
            lead.get("/reports/lesson/final/\(file)")
            #expect(
                lead.status == 200 && String(decoding: lead.answer.bytes.prefix(20), as: UTF8.self).hasPrefix(start))
            #expect(lead.answer.field("content-disposition") == "attachment; filename=\"\(file)\"")
        }
        for file in ["other", "items", "items.txt", "other.csv"] {
            lead.get("/reports/lesson/final/\(file)")
            #expect(lead.status == 404)
        }
        lead.get("/sittings/\(name)")
        #expect(lead.page.contains("5 of 5 answered, passed"))
    }

    @Test mutating func `get reports of one group, or of some days`() throws {
        lead.upload("/roster", [("team.csv", "candidate,name,email,group\nc1,Bob <b>,bob@example.org,Night & day\n")])
        _ = try pass()
        let report = "/reports/lesson/final"
        lead.get(report)
        #expect(lead.page.contains("Night &amp; day</option>") && lead.page.contains("in no group"))
        lead.get("\(report)?group=Night%20%26%20day")
        #expect(
            lead.status == 200 && lead.page.contains("Nobody has handed it in.") && lead.page.contains("Bob &lt;b&gt;"))
        #expect(lead.page.contains("\(report)/items.csv?group=Night%20%26%20day"))
        lead.get("\(report)/results.csv?group=Night%20%26%20day")
        #expect(!lead.page.contains(",ada,") && lead.page.contains("Bob <b>"))
        lead.get("\(report)?from=2026-03-01&to=2026-03-31")
        #expect(lead.page.contains("1 handed in, 1 passed.") && lead.page.contains(#"<th scope="row">2026-03</th>"#))
        lead.get("\(report)?from=2026-04-01")
        #expect(lead.page.contains("Nobody has handed it in."))
        for (wrong, words) in [
            ("group=Day", "There is no such group"), ("from=soon", "This is no day"),
            ("from=2026-04-01&to=2026-03-01", "The last day is before the first"),
        ] {
            lead.get("\(report)?\(wrong)")
            #expect(lead.status == 422 && lead.page.contains(words))
            lead.get("\(report)/items.csv?\(wrong)")
            #expect(lead.status == 422)
        }
    }

    @Test mutating func `get what is listed as files`() throws {
        let name = try pass()
        root.post("/issuer", ["name": "Night Shift"])
        lead.post("/sittings/\(name)/certificate", ["days": "365", "despite": "yes"])
        for (path, words) in [
            ("sittings/results", "ada,\"The lesson, final\",5,5,closed,100.0 %,yes"),
            ("assignments", "lesson,final,\"The lesson, final\",candidate:"), ("certificates", "urn:uuid:"),
        ] {
            lead.get("/\(path).csv")
            #expect(lead.status == 200 && lead.page.contains(words), "\(lead.page)")
            lead.get("/\(path).xlsx")
            #expect(lead.answer.bytes.starts(with: Array("PK".utf8)))
            lead.get("/\(path).json")
            #expect(lead.page.hasPrefix("[{") && lead.page.contains("\"ada\""), "\(lead.page)")
        }
    }
}
#endif
