import Testing

@testable import Scoring

/// Code sets as large as the real ones, whose codes are found wherever they stand.
struct LargeCodeSetTests {
    private static let fiveDigits = stride(from: 10_000, to: 99_999, by: 7).map(String.init)
    private static let levelTwo = ["A", "B", "G", "J", "Q", "S"].flatMap { letter in
        stride(from: 10, to: 9_999, by: 11).map { number in
            letter + String(repeating: "0", count: 4 - String(number).count) + String(number)
        }
    }
    private static let set = CodeSet(
        definitions: (fiveDigits + levelTwo).compactMap { Code($0) }.map { .init(code: $0, label: $0.description) },
        families: [])

    @Test func `each of thousands of codes is found where it stands`() {
        #expect(Self.set.codes.count == Self.fiveDigits.count + Self.levelTwo.count && Self.set.codes.count > 18_000)
        let lost = Self.set.codes.enumerated().filter { Self.set.index(of: $1) != $0 }
        #expect(lost.isEmpty)
        let mistaken = Self.set.codes.filter { Self.set.definition(of: $0)?.label != $0.description }
        #expect(mistaken.isEmpty)
    }

    @Test func `what is between them is not found`() {
        let known = Set(Self.fiveDigits)
        let unknown = stride(from: 10_000, to: 99_999, by: 3).map(String.init).filter { !known.contains($0) }
        let found = unknown.compactMap { Code($0) }.filter { Self.set.index(of: $0) != nil }
        #expect(unknown.count > 25_000 && found.isEmpty)
        for text in ["A0011", "G0299", "S9999", "C0010", "0001U"] { #expect(Code(text).flatMap(Self.set.index) == nil) }
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 127, 128, 129, 1023, 1024, 1025])
    func `an index of any size holds its codes and no other`(count: Int) throws {
        let codes = try (0..<count).map { try #require(Code(String(20_000 + 13 * $0))) }
        let index = CodeIndex(codes)
        #expect(codes.map { index[$0] } == Array(0..<count))
        for number in 0..<50 {
            let other = try #require(Code(String(20_001 + 13 * number)))
            #expect(index[other] == nil)
        }
    }

    @Test(
        arguments: [
            (["99601", "99601"], "99601", 0), (["99602", "99601", "99602"], "99602", 0),
            (["99602", "99601", "99602"], "99601", 1), (["G0299", "99601", "G0299", "99601"], "99601", 1),
        ] as [([Code], Code, Int)])
    func `of equal codes the first counts`(codes: [Code], code: Code, number: Int) {
        #expect(CodeIndex(codes)[code] == number)
    }

    /// Known codes, what was typed, and the code that was meant: one character, or two neighbours.
    @Test(
        arguments: [
            (["99601", "99602"], "99603", "99601"), (["99602", "99601"], "99603", "99602"),
            (["99601"], "96901", "99601"), (["99601"], "99610", "99601"), (["99601"], "99061", "99601"),
            (["99601"], "19601", "99601"), (["99601"], "A9601", "99601"), (["G0299"], "60299", "G0299"),
            (["G0299"], "S0299", "G0299"), (["19601"], "91601", "19601"), (["G0299"], "G2099", "G0299"),
            (["G0299"], "G0298", "G0299"),
            (["99601"], "99106", nil), (["99601"], "96910", nil), (["99601"], "10699", nil), (["99601"], "88601", nil),
            ([], "99601", nil), (["12345", "99601"], "99621", "99601"),
        ] as [([Code], Code, Code?)])
    func `the code that was meant`(known: [Code], typed: Code, meant: Code?) {
        let set = CodeSet(definitions: known.map { .init(code: $0, label: "") }, families: [])
        #expect(set.nearest(to: typed) == meant)
        let rules = Rules(codes: set, policy: Policy(id: "p", credit: .started))
        let findings = validate(Claim([ClaimLine(typed)]), for: .minutes(60), under: rules)
        let words = "\(typed) is not in this code set" + (meant.map { "; did you mean \($0)?" } ?? ".")
        #expect(findings.map(\.message) == [words])
        #expect(findings.map(\.edit) == [.unknownCode])
    }

    /// In a set of every seventh number, what is one slip away of a code is found by going through them all.
    @Test(arguments: [10_001, 31_415, 54_321, 77_777, 90_909, 99_990]) func `a slip among thousands`(number: Int) throws
    {
        let typed = try #require(Code(String(number)))
        let nearest = try #require(Self.set.nearest(to: typed))
        let first = Self.set.codes.first { known in
            let pairs = Array(zip(known.description, typed.description))
            let different = pairs.indices.filter { pairs[$0].0 != pairs[$0].1 }
            if different.count < 2 { return true }
            return different.count == 2 && different[1] == different[0] + 1
                && pairs[different[0]].0 == pairs[different[1]].1 && pairs[different[1]].0 == pairs[different[0]].1
        }
        #expect(nearest == first)
    }

    @Test(
        arguments: [
            ("99602", "99602"), ("g0299", "G0299"), ("0001u", "0001U"), ("A0021", "A0021"), ("0042T", "0042T"),
            ("1125F", "1125F"), ("0011A", "0011A"), ("0001M", "0001M"), ("j0690", "J0690"), ("00000", "00000"),
        ])
    func `a code is read in either case`(text: String, written: String) {
        #expect(Code(text)?.description == written)
    }

    @Test(
        arguments: [
            "9960", "996022", "", "I0299", "O0299", "X0299", "GG299", "9960G", "9G602", "99-02", "9960 ", "G029A",
            "9960２", "0001B", "éé12",
        ])
    func `what is no code is not read`(text: String) {
        #expect(Code(text) == nil)
    }
}
