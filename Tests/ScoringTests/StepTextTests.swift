import Testing

@testable import Scoring

/// The derivation as a learner reads it, in full, for a dozen visits.
struct StepTextTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let title: String
        let encounter: Encounter
        var rules = Sample.rules(.started)
        let text: String
        var testDescription: String { title }
    }

    private static let strict = Rules(codes: Sample.codes, policy: Sample.policies[3])
    private static let critical = Rules(
        codes: CodeSet(
            definitions: [
                .init(code: "99291", label: "critical care"),
                .init(code: "99292", label: "more of it", addOnTo: ["99291"]),
            ],
            families: [
                Family(
                    id: "critical-care", title: "critical care", services: ["critical-care"],
                    first: [.init(code: "99291", from: 30, covers: 74)],
                    further: [.init(code: "99292", each: 30, after: 74)])
            ]), policy: Policy(id: "p", credit: .complete))

    static let examples: [Example] = [
        .init(
            title: "three hours", encounter: .of(.infusion("13:00", "16:00")),
            text: """
                13:00 to 16:00 is 180 minutes.
                99601 covers the first 120 minutes.
                60 minutes are left. Every 60 minutes started earn a unit: 99602 x1.
                """),
        .init(
            title: "two and a half hours, midpoint", encounter: .of(.infusion("09:00", "11:30")),
            rules: Sample.rules(.midpoint),
            text: """
                09:00 to 11:30 is 150 minutes.
                99601 covers the first 120 minutes.
                30 minutes are left. A unit is 60 minutes, and a part of it counts from 31 on: no unit of 99602.
                """),
        .init(
            title: "two hours and 59 minutes, full hours", encounter: .minutes(179), rules: Sample.rules(.complete),
            text: """
                The record gives 179 minutes.
                99601 covers the first 120 minutes.
                59 minutes are left. A unit takes all 60 minutes: no unit of 99602.
                """),
        .init(
            title: "one minute", encounter: .minutes(1),
            text: """
                The record gives 1 minute.
                99601 pays for up to 120 minutes, so nothing is left over.
                1 minute does not go past minute 120, so there is no 99602.
                """),
        .init(
            title: "two hours", encounter: .minutes(120),
            text: """
                The record gives 120 minutes.
                99601 pays for up to 120 minutes, so nothing is left over.
                120 minutes do not go past minute 120, so there is no 99602.
                """),
        .init(
            title: "pieces that overlap, and travel",
            encounter: .of(
                .infusion("09:00", "11:00"), .infusion("10:30", "12:00"),
                Service("infusion", activity: .travel, time: .minutes(40))),
            text: """
                09:00 to 11:00 and 10:30 to 12:00 come to 210 minutes.
                The pieces overlap by 30 minutes, which count once.
                This payer does not count travel, so 40 minutes of it are left out.
                That makes 180 minutes that count.
                99601 covers the first 120 minutes.
                60 minutes are left. Every 60 minutes started earn a unit: 99602 x1.
                """),
        .init(
            title: "past midnight, split", encounter: .of(.infusion("21:30", "00:45")),
            rules: Sample.rules(.midpoint) { $0.midnight = .split },
            text: """
                21:30 to 00:45 the next day is 195 minutes.
                45 minutes after midnight belong on the next day's claim.
                That makes 150 minutes that count.
                99601 covers the first 120 minutes.
                30 minutes are left. A unit is 60 minutes, and a part of it counts from 31 on: no unit of 99602.
                """),
        .init(
            title: "two visits as one",
            encounter: .visits(.of(.infusion("08:00", "09:30")), .of(.infusion("18:00", "19:01"))),
            rules: strict,
            text: """
                08:00 to 09:30 is 90 minutes.
                18:00 to 19:01 is 61 minutes.
                The visits of the day count as one: 90 + 61 makes 151 minutes.
                99601 covers the first 120 minutes.
                31 minutes are left. A unit is 60 minutes, and a part of it counts from 31 on: 99602 x1.
                """),
        .init(
            title: "two visits apart",
            encounter: .visits(.of(.infusion("08:00", "09:30")), .of(.infusion("18:00", "20:01"))),
            rules: Sample.rules(.started) { $0.sameDay = .separate },
            text: """
                08:00 to 09:30 is 90 minutes.
                99601 pays for up to 120 minutes, so nothing is left over.
                90 minutes do not go past minute 120, so there is no 99602.
                18:00 to 20:01 is 121 minutes.
                This visit is billed by itself.
                99601 covers the first 120 minutes.
                1 minute is left. Every 60 minutes started earn a unit: 99602 x1.
                """),
        .init(
            title: "the week's cap", encounter: .minutes(240, used: 540), rules: strict,
            text: """
                The record gives 240 minutes.
                The payer allows 240 minutes a day and 720 a week, of which 540 are used: 180 of the 240 minutes can be billed.
                99601 covers the first 120 minutes.
                60 minutes are left. A unit is 60 minutes, and a part of it counts from 31 on: 99602 x1.
                """),
        .init(
            title: "nothing left of the week", encounter: .minutes(60, used: 720), rules: strict,
            text: """
                The record gives 60 minutes.
                The payer allows 240 minutes a day and 720 a week, of which 720 are used: nothing is left to bill.
                """),
        .init(
            title: "no stop time", encounter: .of(.infusion("09:00", "12:00")) { $0.missing = [.stop] }, rules: strict,
            text: """
                The record lacks the stop time. Without it this payer pays nothing.
                """),
        .init(
            title: "no length", encounter: .of(Service("infusion", time: .unknown)),
            text: """
                The record lacks the length of the visit, so it supports the first code at most.
                """),
        .init(
            title: "no length, none required", encounter: .of(Service("infusion", time: .unknown)),
            rules: Sample.rules(.started) { $0.requires = [] },
            text: """
                The record does not say how long the visit took, so it supports the first code at most.
                """),
        .init(
            title: "another service", encounter: .of(Service("wound-care", time: .minutes(60))),
            text: """
                No code here pays for wound care, so nothing is billed.
                """),
        .init(
            title: "in the office", encounter: .of(.infusion("09:00", "12:00")) { $0.place = "11" },
            text: """
                Place of service 11 is not paid: the policy asks for 12.
                """),
        .init(
            title: "by the family", encounter: .of(.infusion("09:00", "12:00")) { $0.performer = "family-member" },
            text: """
                A family member gave the care: the policy asks for an infusion nurse or a registered nurse.
                """),
        .init(
            title: "an injection beside it",
            encounter: .of(.infusion("09:00", "10:00"), Service("injection", time: .minutes(10))),
            text: """
                09:00 to 10:00 is 60 minutes.
                99601 pays for up to 120 minutes, so nothing is left over.
                60 minutes do not go past minute 120, so there is no 99602.
                Then the injection.
                The record gives 10 minutes.
                99506 is the code for 10 minutes.
                99506 is not paid beside 99601 on the same day, so it is left off.
                """),
        .init(
            title: "a cap in units", encounter: .minutes(360),
            rules: Sample.rules(.started) { $0.caps.unitsADay = ["99602": 2] },
            text: """
                The record gives 360 minutes.
                99601 covers the first 120 minutes.
                240 minutes are left. Every 60 minutes started earn a unit: 99602 x4.
                At most 2 units of 99602 a day can be paid, so x4 becomes x2.
                """),
        .init(
            title: "critical care, too short", encounter: .of(Service("critical-care", time: .minutes(29))),
            rules: critical,
            text: """
                The record gives 29 minutes.
                29 minutes are fewer than the 30 that the first code needs.
                """),
        .init(
            title: "critical care", encounter: .of(Service("critical-care", time: .minutes(110))), rules: critical,
            text: """
                The record gives 110 minutes.
                99291 covers the first 74 minutes.
                36 minutes are left: 30 and a part of 6. A unit takes all 30 minutes: 99292 x1.
                """),
        .init(
            title: "a code that has gone", encounter: .minutes(180), rules: EditExample.expired,
            text: """
                The record gives 180 minutes.
                99601 covers the first 120 minutes.
                60 minutes are left. Every 60 minutes started earn a unit: 99602 x1.
                99602 was not in effect on 2026-03-02.
                """),
        .init(
            title: "an add-on that has lost its primary", encounter: .minutes(121),
            rules: EditExample.effective(to: "2025-12-31"),
            text: """
                The record gives 121 minutes.
                99601 covers the first 120 minutes.
                1 minute is left. Every 60 minutes started earn a unit: 99602 x1.
                99601 was not in effect on 2026-03-02.
                99602 is an add-on and cannot stand without its primary code.
                """),
        .init(
            title: "a cap of no units", encounter: .minutes(60),
            rules: Sample.rules(.started) { $0.caps.unitsADay = ["99601": 0] },
            text: """
                The record gives 60 minutes.
                99601 pays for up to 120 minutes, so nothing is left over.
                60 minutes do not go past minute 120, so there is no 99602.
                At most 0 units of 99601 a day can be paid, so x1 becomes none.
                """),
        .init(
            title: "the day's cap alone", encounter: .minutes(300),
            rules: Sample.rules(.complete) { $0.caps.minutesADay = 121 },
            text: """
                The record gives 300 minutes.
                The payer allows 121 minutes a day: 121 of the 300 minutes can be billed.
                99601 covers the first 120 minutes.
                1 minute is left. A unit takes all 60 minutes: no unit of 99602.
                """),
        .init(
            title: "the week's cap alone", encounter: .minutes(60, used: 1),
            rules: Sample.rules(.complete) { $0.caps.minutesAWeek = 2 },
            text: """
                The record gives 60 minutes.
                The payer allows 2 minutes a week, of which 1 is used: 1 of the 60 minutes can be billed.
                99601 pays for up to 120 minutes, so nothing is left over.
                1 minute does not go past minute 120, so there is no 99602.
                """),
        .init(
            title: "one minute in common and one of travel",
            encounter: .of(
                .infusion("09:00", "10:00"), .infusion("09:59", "11:00"),
                Service("infusion", activity: .travel, time: .minutes(1))),
            text: """
                09:00 to 10:00 and 09:59 to 11:00 come to 121 minutes.
                The pieces overlap by 1 minute, which counts once.
                This payer does not count travel, so 1 minute of it is left out.
                That makes 120 minutes that count.
                99601 pays for up to 120 minutes, so nothing is left over.
                120 minutes do not go past minute 120, so there is no 99602.
                """),
        .init(
            title: "a minute after midnight", encounter: .of(.infusion("23:00", "00:01")),
            rules: Sample.rules(.started) { $0.midnight = .split },
            text: """
                23:00 to 00:01 the next day is 61 minutes.
                1 minute after midnight belongs on the next day's claim.
                That makes 60 minutes that count.
                99601 pays for up to 120 minutes, so nothing is left over.
                60 minutes do not go past minute 120, so there is no 99602.
                """),
        .init(
            title: "several blocks and a part", encounter: .minutes(395), rules: Sample.rules(.midpoint),
            text: """
                The record gives 395 minutes.
                99601 covers the first 120 minutes.
                275 minutes are left: 4 times 60 and a part of 35. A unit is 60 minutes, and a part of it counts from 31 on: 99602 x5.
                """),
        .init(
            title: "several items missing",
            encounter: .of(.infusion("09:00", "12:00")) { $0.missing = [.response, .followUp, .observations] },
            rules: EditExample.fullRecord,
            text: """
                The record lacks the observations, the patient's response and the follow-up. Without them this payer pays nothing.
                """),
        .init(
            title: "nothing on record", encounter: .of(),
            text: """
                No service is on record.
                """),
        .init(
            title: "only other services",
            encounter: .of(Service("wound-care", time: .minutes(10)), Service("teaching", time: .minutes(10))),
            text: """
                No code here pays for teaching and wound care, so nothing is billed.
                """),
        .init(
            title: "who bills the visit again", encounter: .minutes(150),
            rules: Misconception(id: "b", changes: [.firstEach(60)]).applied(to: Sample.rules(.midpoint)),
            text: """
                The record gives 150 minutes.
                99601 for each 60 of the 150 minutes: 99601 x2.
                """),
        .init(
            title: "an early policy", encounter: .minutes(60),
            rules: Sample.rules(.started) { $0.effective = Effective(from: "2027-01-01") },
            text: """
                The policy (test policy) was not in force on 2026-03-02. It is applied all the same.
                The record gives 60 minutes.
                99601 pays for up to 120 minutes, so nothing is left over.
                60 minutes do not go past minute 120, so there is no 99602.
                """),
    ]

    @Test(arguments: examples) func `the steps read as a short account`(example: Example) {
        let text = derive(example.encounter, under: example.rules).steps.map(\.text).joined(separator: "\n")
        #expect(text == example.text)
    }
}
