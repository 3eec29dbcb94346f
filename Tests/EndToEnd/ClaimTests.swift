import PseudoTerminal
import Testing

@Suite struct `preceptor claim` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    @Test func `shows a key as the service lines of a form`() throws {
        let result = try preceptor("claim", "--scenario", "four-hours", "--pack", lesson, "--policy", "cpt-midpoint")
        #expect(result.code == 0, "\(result.errors)")
        let rows = result.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows.count == 3 && rows[0].first == "24", "\(result.output)")
        #expect(rows[1].suffix(2) == ["99601", "1"] && rows[2].suffix(2) == ["99602", "2"], "\(result.output)")
        #expect(rows[1].count == 10)
    }

    @Test func `shows an answer as segments, with a drug and an authorisation`() throws {
        let result = try preceptor(
            "claim", "99601-SD x1, 99602 x2", "--scenario", "four-hours", "--pack", lesson, "--as", "837p",
            "--authorization", "A-17", "--drug", "99602=00143-9924-90 UN 3")
        #expect(result.code == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.first == "LX*1~" && lines.contains("SV1*HC:99601:SD*0*UN*1*12**1~"), "\(result.output)")
        #expect(lines.count(where: { $0.hasPrefix("DTP*472*D8*20") }) == 2 && lines.contains("REF*G1*A-17~"))
        #expect(lines.suffix(2) == ["LIN**N4*00143992490~", "CTP****3*UN~"])
        let json = try preceptor("claim", "--minutes", "180", "--pack", lesson, "--as", "837p", "--json")
        #expect(json.output.hasPrefix("[[\"LX*1~\",\"SV1*HC:99601*0*UN*1*12**1~\"]"), "\(json.output)")
    }

    @Test(arguments: [
        (["99601-SD-SS-SH-SJ-59", "--minutes", "180"], 65, "more than four modifiers"),
        (["9960", "--minutes", "180"], 65, "cannot be read"),
        (["--minutes", "180", "--drug", "99601=x"], 65, "is no drug"),
        (["--minutes", "180", "--drug", "J0696=00143-9924-90 UN 3"], 64, "a code of the claim"),
        (["--minutes", "180", "--authorization", "A*1"], 65, "no authorisation number"), ([], 64, "--scenario"),
    ]) func `says what no form has room for`(arguments: [String], code: Int, message: String) throws {
        let result = try preceptor.call(["claim", "--pack", lesson] + arguments)
        #expect(
            result.code == Int32(code) && result.output.isEmpty && result.errors.contains(message), "\(result.errors)")
    }
}
