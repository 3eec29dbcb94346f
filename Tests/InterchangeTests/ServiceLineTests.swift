import BundledPacks
import Content
import Scoring
import Testing

@testable import Interchange

@Suite struct `A claim as billers write it` {
    private static func line(
        _ text: String, days: String? = nil, place: String? = "12", drug: String? = nil, authorization: String? = nil
    ) throws -> ServiceLine {
        let claim = try parseAnswer(text)
        let ends = try days.map { try $0.split(separator: "/").map { try #require(Day($0)) } }
        return ServiceLine(
            try #require(claim.lines.first), days: ends.map { $0[0]...($0.last ?? $0[0]) }, place: place,
            drug: try drug.map { try ServiceLine.Drug($0) }, authorization: authorization)
    }

    @Test func `takes its days and its place from the encounter`() throws {
        let day = try #require(Day("2026-03-02"))
        let home = Visit(services: [], performer: "registered-nurse")
        let claim = try parseAnswer("99601-SD x1, 99602 x2")
        let lines = ServiceLine.lines(of: claim, for: Encounter(date: day, visits: [home]))
        #expect(lines.map(\.days) == [day...day, day...day] && lines.map(\.place) == ["12", "12"])
        #expect(lines.map(\.units) == [1, 2] && lines[0].modifiers.map(\.description) == ["SD"])
        let apart = Visit(services: [], place: "11", performer: "registered-nurse")
        #expect(
            ServiceLine.lines(of: claim, for: Encounter(date: day, visits: [home, apart])).allSatisfy {
                $0.place == nil
            })
        #expect(ServiceLine.lines(of: claim, for: Encounter(date: day, visits: []), isDated: false)[0].days == nil)
    }

    @Test func `takes its place from the visits of its days, and without visits from the therapy or what is usual`()
        throws
    {
        let days = try ["2026-03-02", "2026-03-09"].map { try #require(Day($0)) }
        let visits = [("12", 0), ("49", 1)].map { Visit(services: [], place: $0, performer: "nurse", date: days[$1]) }
        let claim = try parseAnswer("99601 2026-03-02, 99601-SS 2026-03-09, 99602 x2")
        let lines = ServiceLine.lines(of: claim, for: Encounter(date: days[0], visits: visits), usualPlace: "12")
        #expect(lines.map(\.place) == ["12", "49", nil])
        let dates = DaySpan(days[0])
        for (place, due) in [("49", "49"), (nil, "12")] {
            let episode = Episode(therapies: [Therapy("days", dates: dates, place: place)])
            let encounter = Encounter(date: days[0], visits: [], episode: episode)
            #expect(ServiceLine.lines(of: claim, for: encounter, usualPlace: "12").allSatisfy { $0.place == due })
        }
    }

    /// What the visits of a day bill, by the places at which they were.
    private static func lines(
        _ visits: [(place: String, start: String, stop: String)], paidAt places: [String], _ answer: String? = nil
    ) throws -> [String] {
        let pack = try bundledPack("home-infusion")
        var policy = pack.policies[0]
        policy.places = places
        let rules = pack.rules(under: policy)
        let encounter = Encounter(
            date: try #require(Day("2026-03-02")),
            visits: try visits.map { place, start, stop in
                let time = Service.Time.clock(
                    start: try #require(ClockTime(start)), stop: try #require(ClockTime(stop)))
                return Visit(services: [Service("infusion", time: time)], place: place, performer: "infusion-nurse")
            })
        let claim = try answer.map { try parseAnswer($0) } ?? derive(encounter, under: rules).claim
        return ServiceLine.lines(of: claim, for: encounter, under: rules).map {
            "\($0.code) x\($0.units) \($0.place ?? "-")"
        }
    }

    @Test func `names the places of those visits only that a line bills, and has a line for each of them`() throws {
        let visits = [("12", "08:00", "11:00"), ("13", "14:00", "16:40"), ("11", "17:00", "21:00")]
        #expect(try Self.lines(visits, paidAt: ["12"]) == ["99601 x1 12", "99602 x1 12"])
        let both = try Self.lines(visits, paidAt: ["12", "13"])
        #expect(both == ["99601 x1 12", "99601 x1 13", "99602 x1 12", "99602 x1 13"])
        // An answer of other units than were earned is anybody's at two places, and the one's at one.
        #expect(try Self.lines(visits, paidAt: ["12", "13"], "99602 x5") == ["99602 x5 -"])
        #expect(try Self.lines(visits, paidAt: ["12"], "99602 x5") == ["99602 x5 12"])
        #expect(try Self.lines(visits, paidAt: ["12"], "99199 x1") == ["99199 x1 -"])
    }

    @Test(arguments: ["A17 ", " A17", "", "A\n17"]) func `an authorisation is a number that X12 takes`(text: String) {
        #expect(throws: ServiceLineError.self) { try ServiceLine.checkedAuthorization(text) }
    }

    /// Lines without days take those of the key's lines that they are held against, each once.
    @Test(
        arguments: [
            ("99601, 99601", "99601 2026-03-02, 99601 2026-03-09"),
            ("99601, 99601 2026-03-02", "99601 2026-03-09, 99601 2026-03-02"),
            ("99601 2026-03-10, 99601", "99601 2026-03-10, 99601 2026-03-02"),
            ("S9500-SH x3, S9500 x7", "S9500-SH x3 2026-03-09 to 2026-03-11, S9500 x7 2026-03-02 to 2026-03-08"),
            ("S9500 x6", "S9500 x6 2026-03-02 to 2026-03-08"),
            ("99602, 99601, 99601, 99601", "99602, 99601 2026-03-02, 99601 2026-03-09, 99601"),
        ])
    func `an answer takes the days that it leaves out from a key`(answer: String, dated: String) throws {
        let key = try parseAnswer(
            "99601 2026-03-02, 99601 2026-03-09, S9500 x7 2026-03-02 to 2026-03-08, S9500-SH x3 2026-03-09 to 2026-03-11"
        )
        #expect(try parseAnswer(answer).dated(like: key) == parseAnswer(dated))
    }

    @Test func `fills the fields of item 24, six lines to a form`() throws {
        let line = try Self.line("99601-SD-SS x1", days: "2026-03-02", drug: "0143-9924-90 un 3", authorization: "A-17")
        let form = try CMS1500([line])
        let fields = try #require(form.forms.first?.first)
        #expect([fields.from, fields.to, fields.place, fields.code] == ["03 02 26", "03 02 26", "12", "99601"])
        #expect(fields.modifiers == ["SD", "SS"] && fields.units == "1" && fields.supplement == "N400143992490 UN3")
        #expect(form.authorization == "A-17")
        #expect(try CMS1500(Array(repeating: line, count: 13)).forms.map(\.count) == [6, 6, 1])
        #expect(try CMS1500([]).forms.isEmpty)
        let undated = try CMS1500([Self.line("99602 x2", place: nil)]).forms[0][0]
        #expect([undated.from, undated.to, undated.place] == ["", "", ""])
        #expect(throws: ServiceLineError.self) { try CMS1500([Self.line("99601-SD-SS-SH-SJ-59 x1")]) }
        let many = try CMS1500([Self.line("J0878 x2926")]).forms[0]
        #expect(many.map(\.units) == ["999", "999", "928"] && Set(many.map(\.code)) == ["J0878"])
    }

    @Test(
        arguments: [
            (
                "99601-SD x1", "2026-03-02", nil, nil,
                ["LX*1~", "SV1*HC:99601:SD*0*UN*1*12**1~", "DTP*472*D8*20260302~"]
            ),
            (
                "S9494 x14", "2026-03-01/2026-03-14", nil, "A 17",
                ["LX*1~", "SV1*HC:S9494*0*UN*14*12**1~", "DTP*472*RD8*20260301-20260314~", "REF*G1*A 17~"]
            ),
            (
                "J0696 x8", "2026-03-02", "00143992490 GR 0.5", nil,
                [
                    "LX*1~", "SV1*HC:J0696*0*UN*8*12**1~", "DTP*472*D8*20260302~", "LIN**N4*00143992490~",
                    "CTP****0.5*GR~",
                ]
            ),
            ("99602 x2", nil, nil, nil, ["LX*1~", "SV1*HC:99602*0*UN*2*12**1~"]),
        ] as [(String, String?, String?, String?, [String])])
    func `is the segments of an 837P transaction`(
        text: String, days: String?, drug: String?, authorization: String?, segments: [String]
    ) throws {
        #expect(try Self.line(text, days: days, drug: drug, authorization: authorization).x12(number: 1) == segments)
    }

    @Test(arguments: [
        "", "x", "00143992490", "0014399249 UN 3", "00143-9924-90 LB 3", "00143-9924-90 UN 0", "00143-9924-90 UN -1",
        "00143-9924-90 UN 1e3", "00143-9924-90 UN 0.0001", "1-1-1 UN 1", "00143--90 UN 1", "００１４３９９２４９０ UN 1",
    ]) func `has drugs that can be read`(text: String) {
        #expect(throws: ServiceLineError.self) { try ServiceLine.Drug(text) }
    }

    @Test(arguments: ["A*17", "A~", "", "A:1", String(repeating: "A", count: 30), "A\nB"])
    func `has no number that would part its segments`(text: String) {
        #expect(throws: ServiceLineError.self) { try ServiceLine.checkedAuthorization(text) }
    }

    /// pyx12 validates whole transactions against the maps of 005010X222A1.
    @Test func `is accepted by pyx12 within an 837P transaction`() throws {
        let lines = [
            try Self.line("99601-SD x1", days: "2026-03-02"), try Self.line("99602 x2", days: "2026-03-02"),
            try Self.line("S9494-SH x14", days: "2026-03-01/2026-03-14", authorization: "A-17"),
            try Self.line("J0696 x8", days: "2026-03-02", drug: "00143-9924-90 UN 3"),
        ]
        let segments = try lines.enumerated().flatMap { place, line in try line.x12(number: place + 1) }
        let problems: [String] = try ReferenceReader.read("x12_claim.py", segments)
        #expect(problems == [])
        let broken: [String] = try ReferenceReader.read("x12_claim.py", ["LX*1~", "SV1*HC:99601*0*XX*1*12**1~"])
        #expect(!broken.isEmpty)
    }
}
