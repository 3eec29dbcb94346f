import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

/// What an item shows is part of what it is: where the numbers that a payer sends were corrected, the item that shows them
/// is another one, and every other item stays what it was.
@Suite struct `A denial whose numbers were corrected` {
    @Test func `makes another item, and no other denial does`() throws {
        let pack = try visitPack()
        var seen: Set<Bool> = []
        for payer in Payers(of: pack).all {
            for situation in pack.scenarios.map({ Situation($0, under: payer) }) {
                guard case .denial(let item) = situation.item(.denial) else { continue }
                let plain = situation.id(.denial, words: [item.mistake.billed.description], choice: item.choice)
                let isCorrected = item.mistake.findings.contains { $0.denial?.isCorrected == true }
                #expect((item.id != plain) == isCorrected, "\(item.id)")
                seen.insert(isCorrected)
            }
        }
        #expect(seen == [true, false])
    }
}
