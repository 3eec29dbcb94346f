import Testing

@testable import Scoring

/// The numbers by which payers answer, and the edits that lead to them.
struct ReasonCodeTests {
    /// Each edit with what a payer sends back, and whether something else was sent before it was corrected.
    @Test(
        arguments: [
            (.unknownCode, ["181 M20"]), (.notInEffect, ["181 N56"]), (.unitsInvalid, ["16 M53"]),
            (.modifierInvalid, ["4 N823 anew"]), (.duplicateLine, ["18 -"]),
            (.addOnWithoutPrimary, ["107 N122"]), (.mutuallyExclusive, ["97 N20 anew", "236 N20"]),
            (.serviceDoesNotQualify, ["96 N130"]), (.placeOfService, ["5 M77"]),
            (.documentationMissing, ["252 N706 anew"]), (.primaryRepeated, ["151 N362"]),
            (.unitCap, ["151 N362 anew", "119 N362 anew"]), (.unitsExceedTime, ["151 N362"]),
            (.unitsExceedRecord, ["151 N362"]), (.unitsBelowTime, []),
            (.missingCode, []), (.modifierCombination, ["4 N519"]), (.modifierMissing, ["16 N822"]),
            (.notSeparatelyPayable, ["97 N20"]), (.ineligiblePerformer, ["170 N95"]), (.timelyFiling, ["29 -"]),
            (.authorisationMissing, ["197 M62"]), (.authorisationExceeded, ["198 -"]),
            (.benefitMaximum, ["119 N362"]),
        ] as [(Edit.Name, [String])])
    func `an edit has the numbers that a payer sends`(edit: Edit.Name, expected: [String]) {
        let denials = Edit.named(edit).denials
        #expect(denials.map { "\($0.carc) \($0.rarc ?? "-")\($0.isCorrected ? " anew" : "")" } == expected)
        #expect(Edit.named(edit).name == edit)
    }

    @Test func `a number means something by its kind`() {
        #expect(ReasonCode.named("16", .carc) != nil && ReasonCode.named("16", .rarc) == nil)
        #expect(ReasonCode.named("N122", .rarc) != nil && ReasonCode.named("N122", .carc) == nil)
        #expect(ReasonCode.named("999", .carc) == nil && ReasonCode.named("", .rarc) == nil)
    }

    @Test(arguments: ReasonCode.all.map(\.number)) func `a meaning is a clause of our own`(number: String) throws {
        let code = try #require(ReasonCode.all.first { $0.number == number })
        #expect(!code.meaning.hasSuffix(".") && code.meaning.first?.isLowercase == true || number == "236")
        #expect(code.next.hasSuffix(".") && code.next.first?.isUppercase == true)
        #expect(code.kind == .carc || number.hasPrefix("M") || number.hasPrefix("N"))
    }

    @Test func `edits run from the code to the units, and what is missing comes last`() {
        #expect(Edit.all.first?.name == .unknownCode && Edit.all.last?.name == .missingCode)
        #expect(Edit.all.map(\.name) == Edit.Name.allCases)
        #expect(Set(Edit.all.map(\.law)).count == Edit.all.count)
    }
}
