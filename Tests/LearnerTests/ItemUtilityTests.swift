import BundledPacks
import Content
import Testing

@testable import Quiz

@Suite struct `The utility of an item` {
    @Test func `comes to the same in whatever order the skills of an item come`() throws {
        let space = try bundledBeliefs()
        let mastery = Dictionary(
            uniqueKeysWithValues: Skill.allCases.enumerated().map { number, skill in
                let met = Double(number * number % 7)
                return (
                    skill,
                    Mastery(successes: met / 3, failures: Double(number % 5) / 7, answers: 9, missed: 2, updated: nil)
                )
            })
        let learner = LearnerModel(mastery: mastery, beliefs: BeliefPosterior(in: space), cures: [:])
        let item = try #require(try visitPack().termItems.first)
        // A set of another capacity gives its elements in another order.
        let sets = (4...14).map { size in
            var skills = Set<Skill>(minimumCapacity: 1 << size)
            skills.formUnion(Skill.allCases)
            return skills
        }
        #expect(Set(sets.map { Array($0) }).count > 1)
        let needs = sets.map { skills in
            let candidate = Candidate(item: item, identity: "", skills: skills, predictions: nil)
            return ItemUtility(candidate, for: learner, weights: [], monotony: 0).need
        }
        #expect(Set(needs).count == 1, "\(needs)")
    }
}
