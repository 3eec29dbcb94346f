import Testing

@testable import Authoring
@testable import Content

@Suite struct `A slip of English` {
    @Test(arguments: [
        "It took an hour, an 8-hour day, an 11 o'clock start and an 18-minute drive.",
        "A unit, a UTI, a one-time use, a European and a urinary catheter.",
        "An IV, an RN, an LPN, an MS drug, an X-ray, an umbrella.",
        "A 7-hour day, a 1-hour visit, a CT, a biologic.",
        "It is 1 minute or 11 minutes.", "Is it so? It is. Yes!",
    ])
    func `is found in no right sentence`(text: String) {
        #expect(slip(in: text, isNote: false) == nil)
    }

    @Test(arguments: [
        ("A hour passed.", "A hour"), ("It is a 8-hour day.", "a 8-hour"), ("An unit.", "An unit."),
        ("He has an UTI.", "an UTI."), ("She is a RN.", "a RN."), ("It is an biologic.", "an biologic."),
        ("It is a an antibiotic.", "a an"), ("It is an 7-hour day.", "an 7-hour"),
        ("It took 1 minutes.", "1 minutes."), ("The the nurse left.", "The the"), ("So did the the nurse.", "the the"),
        ("The nurse left. then it rained.", "left. then"), ("the nurse left.", "the"), ("It rained", "rained"),
        ("It rained..", ".."), ("It rained , then stopped.", " ,"), ("", ""),
    ])
    func `is found`(text: String, slip expected: String) {
        #expect(slip(in: text, isNote: false) ?? "" == expected)
    }

    @Test func `a note need not be made of sentences`() {
        #expect(slip(in: "in 0905. pt w/ gout, tol. well", isNote: true) == nil)
        #expect(slip(in: "Pt had a IV", isNote: true) == "a IV")
    }
}

@Suite struct `An abbreviation` {
    @Test(arguments: [
        ("Pt w/ gout, tol. well, no c/o.", ["Pt", "w/", "tol", "c/o"]),
        ("BP 118/72, SpO2 97%, 2.5 mL/h, q8h.", ["BP", "SpO2", "mL/h", "q8h"]),
        ("IV, then mAb (PsA), the RN's note.", ["IV", "mAb", "PsA", "RN"]),
        ("Left at 2:05 pm. It rained. They were dry, 12/25.", []),
        ("NOT today, OK? The co-pay is why. Mother-in-law in and/or out.", []),
        ("Given p.o. daily.", ["p.o"]), ("", []),
    ])
    func `is told from an ordinary word`(text: String, words: [String]) {
        #expect(abbreviations(in: text) == words)
    }

    @Test func `is explained in any case and number, or by a term`() {
        var known = KnownAbbreviations()
        for word in ["pt", "RN", "c/o"] { known.add(word) }
        for word in ["Pt", "PTS", "RNs", "C/O"] { #expect(known.explain(word)) }
        for word in ["pts's", "R", "co", "s"] { #expect(!known.explain(word)) }
    }

    @Test func `is found by lookup`() throws {
        let found = try TemplatePack().pack().lookUp("IDA")
        #expect(found.map(\.kind) == [.abbreviation])
        #expect(found.map(\.title) == ["iron deficiency anemia"])
        #expect(try TemplatePack().pack().lookUp("patient").map(\.name) == ["pt"])
    }
}
