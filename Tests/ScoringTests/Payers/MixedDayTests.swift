import Testing

@testable import Scoring

/// A visit of 130 minutes that is paid, and another of the same day that may not be: joined, and apart.
struct MixedDayTests {
    private static func visit(
        _ time: Service.Time, of kind: ID<ServiceKind> = "infusion", place: String = "12",
        by performer: ID<Performer> = "infusion-nurse", missing: Set<RecordItem> = []
    ) -> Visit {
        Visit(services: [Service(kind, time: time)], place: place, performer: performer, missing: missing)
    }

    private static let hour = Service.Time.minutes(60)

    /// The other visit, and the claims of the day.
    @Test(
        arguments: [
            (visit(hour), "99601, 99602 x2", "99601 x2, 99602"),
            (visit(hour, of: "specialty-drug"), "99601, 99602 x2", "99601 x2, 99602"),
            (visit(.minutes(180)), "99601, 99602 x4", "99601 x2, 99602 x2"),
            (visit(hour, by: "family-member"), "99601, 99602", "99601, 99602"),
            (visit(hour, place: "11"), "99601, 99602", "99601, 99602"),
            (visit(hour, place: "49", by: "family-member"), "99601, 99602", "99601, 99602"),
            (visit(.unknown), "99601, 99602", "99601 x2, 99602"),
            (visit(.open(start: "15:00")), "99601, 99602", "99601 x2, 99602"),
            (visit(hour, missing: [.duration]), "99601, 99602", "99601 x2, 99602"),
            (visit(hour, missing: [.start, .stop]), "99601, 99602 x2", "99601 x2, 99602"),
            (visit(.minutes(0)), "99601, 99602", "99601, 99602"),
            (visit(hour, of: "wound-care"), "99601, 99602", "99601, 99602"),
            (visit(hour, of: "injection"), "99601, 99602", "99601, 99602"),
            (visit(.minutes(240), of: "dialysis"), "99601, 99602", "99601, 99602"),
            (visit(hour, of: "injection", by: "family-member"), "99601, 99602", "99601, 99602"),
        ] as [(Visit, String, String)])
    func `another visit adds what it has, and takes nothing away`(other: Visit, joined: String, apart: String) {
        var policy = HomeInfusion.startedHour.policy
        let first = Self.visit(.minutes(130))
        for (sameDay, billed) in [(Policy.SameDay.combined, joined), (.separate, apart)] {
            policy.sameDay = sameDay
            let rules = Rules(codes: HomeInfusion.codes, policy: policy)
            for encounter in [Encounter.visits(first, other), .visits(other, first)] {
                let key = derive(encounter, under: rules)
                #expect(key.claim == claim(billed), "\(sameDay)")
                #expect(validate(key.claim, against: key).isEmpty)
                #expect(key.circumstances.firstUnmet == nil)
            }
        }
    }

    /// Where neither visit is paid, the last thing that forbids it is the reason.
    @Test(
        arguments: [
            (
                visit(hour, place: "11"), visit(hour, by: "family-member"),
                "A family member gave the care: the policy asks for an infusion nurse, a registered nurse or a practical nurse."
            ),
            (
                visit(hour, by: "family-member"), visit(hour, place: "11"),
                "Place of service 11 is not paid: the policy asks for 12."
            ),
            (
                visit(hour, of: "wound-care"), visit(hour, of: "assessment"),
                "No code here pays for assessment and wound care, so nothing is billed."
            ),
            (
                visit(hour, of: "wound-care"), visit(hour, place: "31"),
                "Place of service 31 is not paid: the policy asks for 12."
            ),
        ] as [(Visit, Visit, String)])
    func `two visits that are not paid`(first: Visit, second: Visit, reason: String) {
        let key = derive(.visits(first, second), under: HomeInfusion.startedHour)
        #expect(key.claim.isEmpty && key.reasonForNothing?.text == reason)
    }
}
