import Testing

@testable import Scoring

/// What a code set knows of its codes.
struct CodeSetTests {
    private static let codes = CodeSet(
        definitions: [
            .init(code: "99601", label: "first", effective: Effective(from: "2026-01-01")),
            .init(code: "99602", label: "further", addOnTo: ["99601", "99600"]),
            .init(code: "99506", label: "injection", effective: Effective(to: "2025-12-31")),
            .init(code: "99507", label: "added to what has gone", addOnTo: ["99506"]),
            .init(code: "97110", label: "exercise"), .init(code: "97140", label: "manual therapy"),
        ],
        families: [
            Family(
                id: "infusion", title: "infusion", services: ["infusion"], first: [.init(code: "99601", from: 1)],
                further: [.init(code: "99602", each: 60, after: 120)]),
            Family(
                id: "injection", title: "injection", services: ["injection"],
                first: [.init(code: "99506", from: 1), .init(code: "99601", from: 90)]),
        ],
        exclusions: [
            .init(pays: "97140", denies: ["97110"], modifierMayUnbundle: true),
            .init(pays: "99601", denies: ["97110", "99506", "00000"]),
        ],
        mainFamily: "injection")

    @Test(
        arguments: [
            ("99601", 0, [], false), ("99602", 0, [], false), ("99506", 1, [1], false), ("99507", nil, [], false),
            ("97110", nil, [0, 1], true), ("97140", nil, [], true),
        ] as [(Code, Int?, [Int], Bool)])
    func `each code knows the family that bills it and what excludes it`(
        code: Code, family: Int?, deniedBy: [Int], mayBeUnbundled: Bool
    ) throws {
        let definition = try #require(Self.codes.index(of: code))
        let relations = Self.codes.relations[definition]
        #expect(relations.charge == family)
        #expect(relations.deniedBy == deniedBy)
        #expect(relations.mayBeUnbundled == mayBeUnbundled)
        #expect(Self.codes.family(billing: code)?.id == family.map { Self.codes.families[$0].id })
    }

    @Test(
        arguments: [
            ("99601", "2025-12-31", false, false), ("99601", "2026-01-01", true, true),
            ("99602", "2025-12-31", true, false), ("99602", "2026-01-01", true, true),
            ("99506", "2025-12-31", true, true), ("99506", "2026-01-01", false, false),
            ("99507", "2025-12-31", true, true), ("99507", "2026-01-01", true, false),
            ("97110", "1950-06-15", true, true),
        ] as [(Code, Day, Bool, Bool)])
    func `a code is reportable while it and one of its primaries are in effect`(
        code: Code, day: Day, isInEffect: Bool, isReportable: Bool
    ) throws {
        #expect(Self.codes.isInEffect(code, on: day) == isInEffect)
        #expect(Self.codes.isReportable(try #require(Self.codes.index(of: code)), on: day) == isReportable)
        #expect(!Self.codes.isInEffect("00000", on: day))
    }

    @Test(
        arguments: [
            ("99602", "99601", true), ("99602", "99600", true), ("99602", "99506", false), ("99602", nil, false),
            ("97110", "99601", true), ("97110", nil, true), ("00000", "99601", true), ("00000", nil, true),
        ] as [(Code, Code?, Bool)])
    func `an add-on follows one of its primaries, and anything else what it likes`(
        code: Code, first: Code?, mayFollow: Bool
    ) {
        #expect(Self.codes.mayFollow(Self.codes.index(of: code), first) == mayFollow)
    }

    @Test func `the main family is the one that is named, or the first`() {
        #expect(Self.codes.mainFamilyIndex == 1)
        let unnamed = CodeSet(definitions: [], families: Self.codes.families)
        #expect(unnamed.mainFamily == "infusion" && unnamed.mainFamilyIndex == 0)
        let none = CodeSet(definitions: [], families: [])
        #expect(none.mainFamily == nil && none.mainFamilyIndex == nil)
        let lost = CodeSet(definitions: [], families: Self.codes.families, mainFamily: "lost")
        #expect(lost.mainFamilyIndex == nil)
    }

    @Test(
        arguments: [
            (nil, [:], nil), (3, [:], 3), (nil, ["99601": 2], 2), (3, ["99601": 2], 2), (1, ["99601": 2], 1),
            (3, ["99602": 0], 3), (nil, ["99601": 0], 0),
        ] as [(Int?, [Code: Int], Int?)])
    func `of two caps the lower one counts`(own: Int?, payer: [Code: Int], cap: Int?) {
        var policy = Policy(id: "p", credit: .started)
        policy.caps.unitsADay = payer
        let codes = CodeSet(definitions: [.init(code: "99601", label: "", mostADay: own)], families: [])
        #expect(Rules(codes: codes, policy: policy).unitCap(of: 0) == cap)
    }

    /// Every code that is one slip away from a known one, found by trying every known code in turn.
    @Test(arguments: 0..<6) func `the nearest code is the first that one slip leads to`(seed: UInt64) throws {
        var generator = Seeded(seed)
        let definitions = (0..<40).compactMap { _ in
            Code(String(Int.random(in: 10_000..<10_300, using: &generator)))
        }
        let set = CodeSet(definitions: definitions.map { .init(code: $0, label: "") }, families: [])
        for _ in 0..<300 {
            let typed = try #require(Code(String(Int.random(in: 10_000..<10_400, using: &generator))))
            #expect(set.nearest(to: typed) == definitions.first { isOneSlip(from: typed, to: $0) })
        }
    }

    /// Whether codes differ by one character, or by two neighbours that changed places.
    private func isOneSlip(from code: Code, to other: Code) -> Bool {
        let pairs = Array(zip(code.description, other.description))
        let different = pairs.indices.filter { pairs[$0].0 != pairs[$0].1 }
        switch different.count {
        case 0, 1: return true
        case 2:
            let (left, right) = (different[0], different[1])
            return right == left + 1 && pairs[left].0 == pairs[right].1 && pairs[left].1 == pairs[right].0
        default: return false
        }
    }

    @Test(
        arguments: [
            ("99602", "9", 4, "99609"), ("99602", "G", 0, "G9602"), ("A0021", "1", 0, "10021"),
        ] as [(Code, Character, Int, String)])
    func `a character of a code is changed where it stands`(
        code: Code, character: Character, position: Int, expected: String
    ) throws {
        let changed = code.changing(try #require(character.asciiValue), at: position)
        #expect(changed.description == expected)
        #expect(changed.character(at: position) == character.asciiValue)
    }

    @Test(arguments: 1..<5) func `neighbours of a code change places`(position: Int) {
        var characters = Array("96520")
        characters.swapAt(position - 1, position)
        let code: Code = "96520"
        #expect(code.swappingNeighbours(before: position).description == String(characters))
    }

    @Test func `codes hash and sort as the text that they are`() {
        let texts = ["99601", "G0299", "0001U", "99602", "A0021"]
        let codes = texts.compactMap { Code($0) }
        #expect(Set(codes).count == texts.count)
        #expect(codes.sorted().map(\.description) == texts.sorted())
    }
}
