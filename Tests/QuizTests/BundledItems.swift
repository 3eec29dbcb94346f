import BundledPacks
import Content
import Quiz
import Scoring
import Testing

/// A scenario of the pack of home infusion under a policy.
func situation(_ scenario: ID<Scenario>, under policy: ID<Policy>) throws -> Situation {
    let pack = try visitPack()
    return Situation(try #require(pack.scenario(scenario)), under: try bundledPayer(policy))
}

/// The item that asks what a scenario of that pack bills under a policy.
func claimItem(_ scenario: ID<Scenario>, under policy: ID<Policy>) throws -> Item {
    try #require(try situation(scenario, under: policy).item(.claim))
}

/// The item that asks whether the add-on is reportable there.
func circumstanceItem(_ scenario: ID<Scenario>, under policy: ID<Policy>) throws -> Item {
    try #require(try situation(scenario, under: policy).item(.circumstance))
}
