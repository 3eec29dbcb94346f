import Testing

@testable import Scoring

/// What believers make of an encounter, by every way in which it can be asked.
struct DifferentialTests {
    private static let encounters: [Encounter] =
        [0, 30, 60, 120, 121, 150, 151, 180, 240, 300].map { .minutes($0) } + [
            .of(.infusion("09:00", "11:00"), Service("injection", time: .minutes(10))),
            .of(.infusion("09:00", "11:00"), Service("infusion", activity: .travel, time: .minutes(45))),
            .of(Service("wound-care", time: .minutes(180))), .of(Service("infusion", time: .unknown)), .of(),
            .visits(.of(.infusion("08:00", "09:30")), .of(.infusion("18:00", "20:00"))),
        ]

    private static func cases(_ policy: Policy) -> [Case] {
        let beliefs = Beliefs(Sample.misconceptions, about: Rules(codes: Sample.codes, policy: policy))
        return encounters.map { Case($0, among: beliefs) }
    }

    @Test(arguments: Sample.policies) func `who is misled bills something else than the key`(policy: Policy) {
        for asked in Self.cases(policy) {
            var singles = asked.differential.singles
            for believer in asked.beliefs.singles {
                let claim = derive(asked.encounter, under: believer.rules).claim
                if claim.billsTheSame(as: asked.key.claim) { continue }
                #expect(singles.first == .init(beliefs: believer.names, claim: claim))
                singles = Array(singles.dropFirst())
            }
            #expect(singles.isEmpty)
        }
    }

    @Test(arguments: Sample.policies) func `a pair is told where it leads further than either of its beliefs`(
        policy: Policy
    ) {
        for asked in Self.cases(policy) {
            let singles = asked.differential.singles
            for pair in asked.differential.pairs {
                #expect(pair.beliefs.count == 2 && !pair.claim.billsTheSame(as: asked.key.claim))
                for single in singles
                where pair.beliefs.contains(single.beliefs[0]) && single.beliefs == [pair.beliefs[0]] {
                    #expect(!single.claim.billsTheSame(as: pair.claim))
                }
            }
        }
    }

    /// Every claim that anybody would bill, asked about as an answer.
    @Test(arguments: Sample.policies) func `an answer is explained by exactly those who would give it`(policy: Policy) {
        for asked in Self.cases(policy) {
            let ready = asked.forManyAnswers()
            let all = asked.differential.singles + asked.differential.pairs
            for answer in all.map(\.claim) + [asked.key.claim, Claim(), claim("99601 x7")] {
                let explanations = asked.differential.explain(answer)
                #expect(explanations == ready.differential.explain(answer))
                #expect(explanations.allSatisfy { $0.claim.billsTheSame(as: answer) })
                let alone = asked.differential.singles.filter { $0.claim.billsTheSame(as: answer) }
                if answer.billsTheSame(as: asked.key.claim) {
                    #expect(explanations.isEmpty)
                } else if !alone.isEmpty {
                    #expect(explanations == alone)
                } else {
                    #expect(explanations.allSatisfy { $0.beliefs.count == 2 })
                }
                #expect(asked.assess(answer) == ready.assess(answer))
            }
        }
    }

    @Test(arguments: Sample.policies) func `believers are sorted by the claims that they bill`(policy: Policy) {
        for asked in Self.cases(policy) {
            let (claims, indices) = asked.claims(of: asked.beliefs.all)
            #expect(claims.first == asked.key.claim && indices.first == 0)
            #expect(indices.count == asked.beliefs.all.count)
            for (believer, index) in zip(asked.beliefs.all, indices) {
                #expect(claims[index].billsTheSame(as: believer.rules.claim(for: asked.encounter)))
            }
            for (number, claim) in claims.enumerated() {
                #expect(!claims[..<number].contains { $0.billsTheSame(as: claim) })
            }
        }
    }

    @Test(arguments: Sample.policies) func `minutes and circumstances of a believer are those of the changed rules`(
        policy: Policy
    ) {
        for asked in Self.cases(policy) {
            for believer in asked.beliefs.all {
                let key = derive(asked.encounter, under: believer.rules)
                #expect(asked.countedMinutes(of: [believer]) == [key.countedMinutes])
                #expect(asked.firstUnmet(for: [believer]) == [key.circumstances.firstUnmet])
            }
        }
    }

    @Test func `nobody who is right is among the believers, and everybody is among all`() {
        let beliefs = Beliefs(Sample.misconceptions, about: Sample.rules(.started))
        #expect(beliefs.singles.map(\.names) == Sample.misconceptions.map { [$0.id] })
        #expect(beliefs.all.first?.names == [] && beliefs.all.first?.rules == beliefs.rules)
        #expect(beliefs.all.count == 1 + beliefs.singles.count + beliefs.pairs.count)
        #expect(Set(beliefs.all.map { $0.names.map(\.text).joined(separator: "+") }).count == beliefs.all.count)
        #expect(Beliefs([], about: Sample.rules(.started)).all.map(\.names) == [[]])
    }

    @Test func `a case without misconceptions grades and explains nothing`() {
        let asked = Case(.minutes(240), under: Sample.rules(.started), among: [])
        #expect(asked.assess(claim("99601 x4")).explanations.isEmpty)
        #expect(asked.assess(claim("99601 x4")).grade == grade(claim("99601 x4"), against: asked.key))
        #expect(asked.differential.singles.isEmpty && asked.differential.pairs.isEmpty)
    }
}
