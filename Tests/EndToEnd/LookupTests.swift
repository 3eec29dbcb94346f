import PseudoTerminal
import Testing

@Suite struct `preceptor lookup` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    @Test(arguments: [
        ("99602", "  CPT 99602  (code 99602)\n"), ("midpoint rule", "  midpoint rule  (term midpoint-rule)\n"),
        ("MIDPOINT", "  midpoint rule  (term midpoint-rule)\n"),
        ("cpt-midpoint", "  CPT's midpoint  (policy cpt-midpoint)\n"),
        ("151", "  CARC 151  (reason 151)\n"), ("N122", "  RARC N122  (reason N122)\n"), ("SS", "  modifier SS"),
        ("unit-cap", "  unit-cap\n"),
        ("iv-antibiotics", "  IV antibiotics for a severe infection  (scenario iv-antibiotics)\n"),
    ])
    func `finds codes, terms, policies, edits and reasons`(words: String, beginning: String) throws {
        let result = try preceptor("lookup", words)
        #expect(result.code == 0)
        #expect(result.output.hasPrefix(beginning))
        #expect(result.output.contains("  Source: "))
    }

    @Test func `takes words as they come`() throws {
        #expect(try preceptor("lookup", "midpoint", "rule").output == preceptor("lookup", "midpoint rule").output)
    }

    @Test func `names many, and shows few`() throws {
        let many = try preceptor("lookup", "infusion").output
        #expect(!many.isEmpty)
        let named = try preceptor("lookup", "infus")
        #expect(named.output.contains("pain-pump"))
        #expect(!named.output.contains("Source: "))
    }

    @Test(arguments: [
        ("99603", "nothing is known here as 99603; did you mean 99601 or 99602?"),
        ("zzzz", "nothing is known here as zzzz"), ("", "nothing is known here as "),
    ])
    func `says what is near`(words: String, message: String) throws {
        let result = try preceptor("lookup", words)
        #expect(result.code == 66)
        #expect(result.errors == "preceptor: \(message)\n")
    }

    @Test func `writes JSON`() throws {
        let result = try preceptor("lookup", "99602", "--json")
        #expect(result.output.hasPrefix(#"[{"kind":"code","name":"99602","title":"CPT 99602","text":[""#))
        #expect(result.output.hasSuffix("\"]}]\n"))
        #expect(result.output.contains(#""sources":[""#))
    }

    @Test func `wants words`() throws {
        #expect(try preceptor("lookup").code == 64)
    }
}
