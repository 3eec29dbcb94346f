import Content
import Quiz
import Scoring
import Testing

private let reading = readPack(
    folder: #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Content/Packs/home-infusion")

/// The pack that comes along, as its files say.
func bundledPack() throws -> Pack {
    try #require(reading.pack, "\(reading.problems)")
}

/// The item that asks what a scenario of that pack bills under a policy.
func claimItem(_ scenario: ID<Scenario>, under policy: ID<Policy>) throws -> ClaimItem {
    let pack = try bundledPack()
    return try ClaimItem(
        #require(pack.scenario(scenario)), under: #require(pack.policy(policy)), in: pack)
}

/// The item that asks whether the add-on is reportable there.
func circumstanceItem(_ scenario: ID<Scenario>, under policy: ID<Policy>) throws -> CircumstanceItem {
    let pack = try bundledPack()
    let item = try CircumstanceItem(
        #require(pack.scenario(scenario)), under: #require(pack.policy(policy)), in: pack)
    return try #require(item)
}
