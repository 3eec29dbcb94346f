import Authoring
import Content
import Quiz
import Scoring
import Testing

private let reading = readPack(
    folder: #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Content/Packs/home-infusion")

private let banks: [ID<Blueprint>: FormBank] = Dictionary(
    (reading.pack?.blueprints ?? []).compactMap { blueprint in
        reading.pack.map { (blueprint.id, FormBank(for: blueprint, of: $0)) }
    }, uniquingKeysWith: { first, _ in first })

/// What the bundled pack's forms of a blueprint are made of.
func bundledBank(_ blueprint: ID<Blueprint> = "certification") throws -> FormBank {
    try #require(banks[blueprint], "\(reading.problems)")
}
