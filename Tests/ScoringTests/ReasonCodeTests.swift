import Testing

@testable import Scoring

/// The numbers by which payers answer, and the edits that lead to them.
struct ReasonCodeTests {
    /// Each edit with its reason and remark code.
    @Test(
        arguments: [
            (.unknownCode, "181", "M20"), (.notInEffect, "181", "N56"), (.unitsInvalid, "16", "M53"),
            (.modifierInvalid, "4", "N519"), (.duplicateLine, "18", nil), (.addOnWithoutPrimary, "107", "N122"),
            (.mutuallyExclusive, "236", "N20"), (.serviceDoesNotQualify, "96", "N130"), (.placeOfService, "5", "M77"),
            (.documentationMissing, "16", "N29"), (.primaryRepeated, "151", "N362"), (.unitCap, "222", "N362"),
            (.unitsExceedTime, "151", "N362"), (.unitsBelowTime, nil, nil), (.missingCode, nil, nil),
            (.modifierCombination, "4", "N519"), (.modifierMissing, "16", "N822"),
            (.notSeparatelyPayable, "97", "N20"), (.ineligiblePerformer, "170", "N95"), (.timelyFiling, "29", nil),
            (.authorisationMissing, "197", "M62"), (.authorisationExceeded, "198", nil),
            (.benefitMaximum, "119", "N362"),
        ] as [(Edit.Name, String?, String?)])
    func `an edit has the numbers that a payer sends`(edit: Edit.Name, carc: String?, rarc: String?) {
        #expect(Edit.named(edit).carc == carc && Edit.named(edit).rarc == rarc)
        #expect(Edit.named(edit).name == edit)
    }

    @Test func `a number means something by its kind`() {
        #expect(ReasonCode.named("16", .carc) != nil && ReasonCode.named("16", .rarc) == nil)
        #expect(ReasonCode.named("N122", .rarc) != nil && ReasonCode.named("N122", .carc) == nil)
        #expect(ReasonCode.named("999", .carc) == nil && ReasonCode.named("", .rarc) == nil)
    }

    @Test(arguments: ReasonCode.all.map(\.number)) func `a meaning is a clause of our own`(number: String) throws {
        let code = try #require(ReasonCode.all.first { $0.number == number })
        #expect(!code.meaning.hasSuffix(".") && code.meaning.first?.isLowercase == true)
        #expect(code.kind == .carc || number.hasPrefix("M") || number.hasPrefix("N"))
    }

    @Test func `edits run from the code to the units, and what is missing comes last`() {
        #expect(Edit.all.first?.name == .unknownCode && Edit.all.last?.name == .missingCode)
        #expect(Edit.all.map(\.name) == Edit.Name.allCases)
        #expect(Set(Edit.all.map(\.law)).count == Edit.all.count)
    }
}
