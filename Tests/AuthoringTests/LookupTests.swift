import Scoring
import Testing

@testable import Authoring
@testable import Content

@Suite struct LookupTests {
    @Test(arguments: [
        // Exactly.
        ("99602", ["code 99602"]), ("CPT 99602", ["code 99602"]), ("  cpt   99602 ", ["code 99602"]),
        ("ss", ["modifier SS", "fact suite-modifier"]), ("-SS", ["modifier SS", "fact suite-modifier"]),
        ("modifier SD", ["modifier SD"]),
        ("specialty-drug", ["term specialty-drug"]), ("Specialty Drug", ["term specialty-drug"]),
        ("cpt-midpoint", ["policy cpt-midpoint"]), ("cpt midpoint", ["policy cpt-midpoint"]),
        ("units-exceed-time", ["edit units-exceed-time"]), ("counts travel", ["misconception counts-travel"]),
        ("iv-antibiotics", ["scenario iv-antibiotics"]),
        // By another name.
        ("drip", ["term infusion"]), ("POS", ["term place-of-service"]), ("AOC", ["term add-on-code"]),
        ("add on code", ["term add-on-code"]),
        // By reason code.
        ("151", ["reason 151"]), ("CARC 151", ["reason 151"]), ("CO-151", ["reason 151"]), ("co 151", ["reason 151"]),
        ("N122", ["reason N122"]), ("RARC n122", ["reason N122"]), ("b15", ["reason B15"]),
        // By words of the name, then by words anywhere.
        ("midpoint rule", ["term midpoint-rule"]),
        ("units-exceed", ["edit units-exceed-time", "edit units-exceed-record"]),
        ("costly complex", ["term specialty-drug"]), ("complex costly", ["term specialty-drug"]),
        ("fresh paint", []), ("", []), (" - ", []), ("\u{1B}[2J", []),
    ])
    func `words find what they name`(words: String, expected: [String]) throws {
        let found = try Bundled.pack().lookUp(words)
        #expect(found.map { "\($0.kind.rawValue) \($0.name)" } == expected)
    }

    @Test(arguments: [
        ("99620", "99602"), ("specality drug", "specialty drug"), ("cpt-midpiont", "cpt-midpoint"),
        ("started-hours", "started-hour"), ("N212", "N122"), ("CARC 115", "CARC 151"),
    ])
    func `what is nearly a name suggests it`(words: String, name: String) throws {
        let pack = try Bundled.pack()
        #expect(pack.lookUp(words).isEmpty)
        #expect(pack.nearEntries(to: words).contains(name))
        #expect(pack.nearEntries(to: "fresh paint in a can").isEmpty)
    }

    @Test func `a code tells its timing, its primary, what it excludes and its modifiers`() throws {
        let pack = try Bundled.pack()
        let addOn = try #require(pack.lookUp("99602").first)
        #expect(
            addOn.text == [
                "one more hour of the same visit, past the opening two.", "Add-on code: only beside 99601.",
                "One unit for each 60 minutes beyond the first 120 minutes of the home infusion visit; how a part is counted is for the policy to say.",
                "Modifiers: SD, SS.",
            ])
        let primary = try #require(pack.lookUp("99601").first)
        #expect(
            primary.text.contains(
                "First code of the home infusion visit; it pays for the first 120 minutes."))
        #expect(primary.text.contains("Not paid beside it: 99506, 99512."))
        #expect(pack.lookUp("99506").first?.text.contains("Not paid beside 99601.") == true)
    }

    @Test(arguments: [
        ("from: 1, covers: 120", "First code of the infusion visit; it pays for the first 120 minutes."),
        ("from: 16", "First code of the infusion visit, from 16 minutes on."),
        ("from: 16, to: 90", "First code of the infusion visit, from 16 to 90 minutes."),
    ])
    func `the timing of a first code is told in words`(range: String, expected: String) throws {
        let folder = try PackFolder()
        try folder.replace("from: 1, covers: 120", with: range, in: "codes.yaml")
        try folder.replace(
            "    expect: { started: \"99601, 99602\", full: \"99601\" }\n", with: "", in: "scenarios.yaml")
        let pack = try #require(folder.read().pack)
        #expect(try pack.timing(of: #require(Code("99601"))) == expected)
        #expect(try pack.timing(of: #require(Code("99603"))) == nil)
    }

    @Test func `a reason code says which edits lead to it, and an edit which reason codes`() throws {
        let pack = try Bundled.pack()
        #expect(pack.lookUp("N122").first?.text.dropLast().last?.contains("add-on-without-primary") == true)
        #expect(pack.lookUp("add-on-without-primary").first?.text.last?.contains("N122") == true)
    }

    /// Edits that lead to several denials name all of them; what is told of each says what to do.
    @Test(arguments: [
        ("mutually-exclusive", "The payer answers CARC 97, RARC N20; or CARC 236, RARC N20."),
        ("unit-cap", "The payer answers CARC 151, RARC N362; or CARC 119, RARC N362."),
        ("documentation-missing", "The payer answers CARC 252, RARC N706."),
        ("duplicate-line", "The payer answers CARC 18."),
        ("missing-code", "No payer objects: the provider is paid too little."),
        (
            "252",
            "What a biller does next: Send what the remark code names, in time. If the record never held it, bill what it supports."
        ),
    ])
    func `an edit and a reason code say what comes back and what to do`(name: String, expected: String) throws {
        let entry = try #require(Bundled.pack().lookUp(name).first)
        #expect(entry.text.last == expected)
        if entry.kind == .reason { #expect(entry.sources == [ReasonCode.source]) }
    }

    @Test func `a policy says all that it asks for`() throws {
        let policy = try #require(try Bundled.pack().policy("bcbsm-2013"))
        #expect(
            policy.summary == [
                "At most 240 minutes a day and 720 a week.", "Counts patient care.",
                "Without the start time and the stop time on record only the first code is paid.",
                "Place of service: 12.",
                "Performed by: infusion nurse.", "All of a later visit of a day is billed as further units.",
                "A visit past midnight is billed on the day it began.",
            ])
    }

    @Test func `no two codes, policies or terms share a name`() throws {
        for entry in try Bundled.pack().entries where [.code, .policy, .term, .edit, .reason].contains(entry.kind) {
            let found = try Bundled.pack().lookUp(entry.name)
            #expect(found.contains(entry), "\(entry.name)")
            #expect(entry.sources.allSatisfy { !$0.isEmpty } && !entry.sources.isEmpty)
        }
    }
}
