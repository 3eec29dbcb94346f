import Content
import Scoring
import Testing

@testable import Interchange

/// Small files of the layouts in which CMS publishes them.
enum NCCISample {
    static let addOns = """
        Notice: codes only.\t\t\t\t\t\t\t
        Add-On Code\tPrimary Code\tEdit Type\tSpecial Instructions\tAOC Deletion Date\tPrimary Deletion Date\tEdit Effective Date\tEdit Deletion Date
        99602\t99601\t1\t\t\t\t2013091\t
        99292\t99291\t1\t\t\t\t2013091\t
        0054T\tCCCCC\t2\tThe payer names them\t\t\t2013091\t
        96366\t96365\t1\t\t\t\t2009001\t2020366

        """
    static let pairs = """
        Codes only; see the notice.
        Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
        \t\tprior to 1996\tDate\tDate\t0=not allowed\t
        99601\t99506\t\t20240701\t*\t1\tMisuse of column two code
        99512\t99601\t*\t19960101\t20101231\t0\tMore extensive procedure
        36000\t99601\t\t20150101\t*\t9\tStandards of practice

        """
    static let limits = """
        "Notice, with a comma"
        "HCPCS/CPT Code","Practitioner Services MUE Values","MUE Adjudication Indicator","MUE Rationale"
        "99601","0","3 Date of Service Edit: Clinical","CMS Policy"
        "99602","2","3 Date of Service Edit: Clinical","Nature of Service"

        """
}

@Suite struct `CMS's tables` {
    private static let codes = ["99601", "99602", "99506", "99512"].compactMap { Code($0) }
    private static let day = Day("2026-03-01") ?? Day.first

    private func read(_ text: String, about codes: [Code] = codes) throws -> (NCCITable?, [NCCIRow]) {
        var reader = NCCIReader(about: codes)
        try reader.take(Array(text.utf8)[...])
        try reader.finish()
        return (reader.table, reader.rows)
    }

    private func code(_ text: String) throws -> Code { try #require(Code(text)) }

    @Test func `are told apart, and read as published`() throws {
        let addOns = try read(NCCISample.addOns)
        #expect(addOns.0 == .addOn)
        #expect(
            addOns.1 == [.addOn(try code("99602"), to: try code("99601"), type: 1, .init(from: Day("2013-04-01")))])
        let pairs = try read(NCCISample.pairs)
        #expect(pairs.0 == .ptp)
        let nurse = try code("99601")
        #expect(
            pairs.1 == [
                .ptp(pays: nurse, denies: try code("99506"), modifier: .allowed, .init(from: Day("2024-07-01"))),
                .ptp(
                    pays: try code("99512"), denies: nurse, modifier: .never,
                    .init(from: Day("1996-01-01"), through: Day("2010-12-31"))),
            ])
        let limits = try read(NCCISample.limits)
        #expect(limits.0 == .mue)
        #expect(limits.1 == [.mue(nurse, most: 0), .mue(try code("99602"), most: 2)])
    }

    @Test func `with their columns parted by spaces, or primaries first`() throws {
        let fixed =
            "Column1 Column2 Date\n99601 99506  20240701 *        1 Misuse\n99601 99512 * 19960101 20101231 0 x\n"
        #expect(try read(fixed).1.count == 2)
        let turned = "primary_code,add_on_code,type\n99601,99602,1\nCCCCC,99506,2\n"
        let codes = try (code("99601"), code("99602"), code("99506"))
        #expect(
            try read(turned).1 == [
                .addOn(codes.1, to: codes.0, type: 1, .init()), .addOn(codes.2, to: nil, type: 2, .init()),
            ])
    }

    @Test(arguments: [
        ("hello\nworld\n", 0), ("99601\t99602\t\t20240230\t*\t1\n", 1), ("a\n99601\t99506\t\t20240701\n", 2),
        ("99602\t99601\t1\t\t\t\t2013367\t\n", 1), ("99601,many,3\n", 0), ("99512,1,3\n99601,-2,3\n", 2),
        ("99602\t99601\t1\n99602\t99601\t7\n", 2), (String(repeating: "x", count: 10_000), 1),
    ]) func `a broken table is refused with its place`(text: String, line: Int) throws {
        let problem = #expect(throws: ImportProblem.self) { try read(text) }
        #expect(problem?.line ?? 0 == line && problem?.mend != nil, "\(String(describing: problem))")
    }

    @Test func `nonsense without an end is given up soon`() throws {
        var reader = NCCIReader(about: Self.codes)
        let nonsense = Array(String(repeating: "nonsense\n", count: 100_000).utf8)
        #expect(throws: ImportProblem.self) { try reader.take(nonsense[...]) }
        #expect(reader.lineCount < 1_000)
    }

    // MARK: What a pack says

    private func set(
        _ definitions: [CodeSet.Definition], _ exclusions: [CodeSet.Exclusion] = []
    ) throws -> Pack {
        var pack = try Sample.lesson()
        pack.codes = CodeSet(definitions: definitions, families: [], exclusions: exclusions)
        return pack
    }

    private func messages(_ pack: Pack, _ text: String) throws -> [String] {
        let (table, rows) = try read(text, about: pack.codes.codes)
        return pack.disagreements(with: rows, of: try #require(table), on: Self.day).map(\.description)
    }

    @Test func `say nothing to a pack that agrees`() throws {
        let pack = try set(
            [
                .init(code: try code("99601"), label: "a", mostADay: 0),
                .init(code: try code("99602"), label: "b", addOnTo: [try code("99601")], mostADay: 2),
                .init(code: try code("99506"), label: "c"),
            ], [.init(pays: try code("99601"), denies: [try code("99506")], modifierMayUnbundle: true)])
        for text in [NCCISample.addOns, NCCISample.pairs, NCCISample.limits] { #expect(try messages(pack, text) == []) }
    }

    @Test func `tell add-ons that differ, and since when`() throws {
        let pack = try set([
            .init(code: try code("99601"), label: "a"), .init(code: try code("99506"), label: "b"),
            .init(code: try code("99602"), label: "c", addOnTo: [try code("99506")]),
            .init(code: try code("99292"), label: "d"),
            .init(code: try code("96366"), label: "e", addOnTo: [try code("96365")]),
            .init(code: try code("99512"), label: "f", addOnTo: [try code("99601")]),
            .init(code: try code("0054T"), label: "g", addOnTo: [try code("99601")]),
        ])
        #expect(
            try messages(pack, NCCISample.addOns) == [
                "99602 goes with 99506 in the pack; the file has no such pair",
                "99602 goes with 99601 in the file; not in the pack, since 2013-04-01",
                "99292 stands by itself in the pack; the file has it as an add-on to 99291, since 2013-04-01",
                "96366 goes with 96365 in the pack; the file has ended that pair, since 2020-12-31",
                "99512 is an add-on in the pack; the file has no such edit",
            ])
    }

    @Test func `tell exclusions that differ, and since when`() throws {
        let definitions = try ["99601", "99506", "99512", "36000"].map {
            CodeSet.Definition(code: try code($0), label: "a")
        }
        let never = try set(
            definitions, [.init(pays: try code("99601"), denies: [try code("99506"), try code("99512")])])
        #expect(
            try messages(never, NCCISample.pairs) == [
                "99601 excludes 99506 in the pack; in the file a modifier may unbundle the pair, since 2024-07-01",
                "99601 excludes 99512 in the pack; the file has no such edit",
            ])
        let turned = try set(
            definitions,
            [
                .init(pays: try code("99506"), denies: [try code("99601")]),
                .init(pays: try code("99512"), denies: [try code("99601")]),
            ])
        #expect(
            try messages(turned, NCCISample.pairs) == [
                "99506 excludes 99601 in the pack; in the file it is 99506 that is denied, since 2024-07-01",
                "99512 excludes 99601 in the pack; the file has ended that edit, since 2010-12-31",
            ])
        #expect(
            try messages(try set(definitions), NCCISample.pairs) == [
                "99601 excludes 99506 in the file; not in the pack, since 2024-07-01"
            ])
    }

    @Test func `tell caps that differ`() throws {
        let pack = try set([
            .init(code: try code("99601"), label: "a", mostADay: 4),
            .init(code: try code("99602"), label: "b", mostADay: 1),
            .init(code: try code("99506"), label: "c", mostADay: 1),
        ])
        #expect(
            try messages(pack, NCCISample.limits) == [
                "99601 is limited to 4 units a day in the pack; the file allows none",
                "99602 is limited to 1 unit a day in the pack; the file allows 2 units",
                "99506 is limited to 1 unit a day in the pack; the file has no limit for it",
            ])
    }
}
