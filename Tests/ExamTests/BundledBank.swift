import BundledPacks
import Content
import Quiz
import Scoring
import Testing

private let banks = Result {
    let pack = try visitPack()
    return Dictionary(
        pack.blueprints.map { ($0.id, FormBank(for: $0, of: pack)) }, uniquingKeysWith: { first, _ in first })
}

/// What the bundled pack's forms of a blueprint are made of.
func bundledBank(_ blueprint: ID<Blueprint> = "certification") throws -> FormBank {
    try #require(try banks.get()[blueprint])
}
