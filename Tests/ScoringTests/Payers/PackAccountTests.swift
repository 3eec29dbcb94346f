import Testing

@testable import Scoring

/// Whole derivations under the policies of the packs, as a learner reads them.
struct PackAccountTests {
    struct Account: Sendable, CustomTestStringConvertible {
        let title: String
        let encounter: Encounter
        let rules: Rules
        let rulesNamed: [String]
        let text: String
        var testDescription: String { title }
    }

    private static func outpatient(_ services: Service...) -> Encounter {
        .visits(Visit(services: services, place: "22", performer: "registered-nurse"))
    }

    private static func critical(_ services: Service...) -> Encounter {
        .visits(Visit(services: services, place: "21", performer: "physician"))
    }

    static let accounts: [Account] = [
        Account(
            title: "a push and its line",
            encounter: outpatient(
                Service("infusion", time: .minutes(10)), Service("line-start", time: .minutes(5))),
            rules: OutpatientInfusionTests.cpt,
            rulesNamed: ["time", "first-code", "service", "time", "first-code", "exclusion"],
            text: """
                The record gives 10 minutes.
                10 minutes: 96374 is the code for 1 to 15 minutes.
                Then the start of a line.
                The record gives 5 minutes.
                36000 is the code for 5 minutes.
                36000 is not paid beside 96374 on the same day, so it is left off.
                """),
        Account(
            title: "ten hours of infusion for Medicare",
            encounter: outpatient(Service.infusion("08:00", "18:00")), rules: OutpatientInfusionTests.medicare,
            rulesNamed: ["time", "first-code", "further-code", "unit-cap"],
            text: """
                08:00 to 18:00 is 600 minutes.
                96365 covers the first 60 minutes.
                540 minutes are left. A unit is 60 minutes, and a part of it counts from 31 on: 96366 x9.
                At most 8 units of 96366 a day can be paid, so x9 becomes x8.
                """),
        Account(
            title: "an infusion without its stop time",
            encounter: outpatient(Service("infusion", time: .open(start: "09:00"))),
            rules: OutpatientInfusionTests.medicare, rulesNamed: ["documentation"],
            text: """
                The record lacks the stop time, so it supports the first code at most.
                """),
        Account(
            title: "critical care for Medicare, charting and the way there",
            encounter: critical(
                Service("critical-care", activity: .travel, time: .minutes(15)),
                Service("critical-care", time: .minutes(90)),
                Service("critical-care", activity: .documentation, time: .minutes(13))),
            rules: CriticalCareTests.medicare, rulesNamed: ["time", "activity", "time", "first-code", "further-code"],
            text: """
                The record gives 103 minutes.
                This payer does not count travel, so 15 minutes of it are left out.
                That makes 103 minutes that count.
                99291 covers the first 74 minutes.
                29 minutes are left. A unit takes all 30 minutes: no unit of 99292.
                """),
        Account(
            title: "critical care with tube and film",
            encounter: critical(
                Service("critical-care", time: .minutes(75)), Service("intubation", time: .minutes(10)),
                Service("chest-film", time: .minutes(5))),
            rules: CriticalCareTests.cpt,
            rulesNamed: [
                "time", "first-code", "further-code", "service", "time", "first-code", "service", "time", "first-code",
                "exclusion",
            ],
            text: """
                The record gives 75 minutes.
                99291 covers the first 74 minutes.
                1 minute is left. Every 30 minutes started earn a unit: 99292 x1.
                Then the emergency intubation.
                The record gives 10 minutes.
                31500 is the code for 10 minutes.
                Then the reading of a chest film.
                The record gives 5 minutes.
                71045 is the code for 5 minutes.
                71045 is not paid beside 99291 on the same day, so it is left off.
                """),
        Account(
            title: "all of the nurse's time",
            encounter: .of(
                .infusion("08:30", "09:00", .travel), .infusion("09:00", "11:00"),
                .infusion("11:00", "11:01", .documentation)),
            rules: HomeInfusion.allTime, rulesNamed: ["time", "first-code", "further-code"],
            text: """
                08:30 to 09:00, 09:00 to 11:00 and 11:00 to 11:01 come to 151 minutes.
                99601 covers the first 120 minutes.
                31 minutes are left. A unit is 60 minutes, and a part of it counts from 31 on: 99602 x1.
                """),
        Account(
            title: "three visits in Michigan, one of them too many",
            encounter: .visits(
                .of(.infusion("08:00", "10:00")), .of(.infusion("12:00", "14:00")), .of(.infusion("18:00", "18:30"))),
            rules: HomeInfusion.michigan,
            rulesNamed: ["time", "time", "time", "same-day", "minute-cap", "first-code", "further-code"],
            text: """
                08:00 to 10:00 is 120 minutes.
                12:00 to 14:00 is 120 minutes.
                18:00 to 18:30 is 30 minutes.
                The visits of the day count as one: 120 + 120 + 30 makes 270 minutes.
                The payer allows 240 minutes a day and 720 a week, of which 0 are used: 240 of the 270 minutes can be billed.
                99601 covers the first 120 minutes.
                120 minutes are left. A unit is 60 minutes, and a part of it counts from 31 on: 99602 x2.
                """),
    ]

    @Test(arguments: accounts) func `the steps read as a short account`(account: Account) {
        let steps = derive(account.encounter, under: account.rules).steps
        #expect(steps.map(\.text).joined(separator: "\n") == account.text)
        #expect(steps.map(\.rule) == account.rulesNamed)
    }

    /// Whoever needs no reasons is told the same claim.
    @Test(arguments: accounts) func `the claim is the same without its reasons`(account: Account) {
        #expect(account.rules.claim(for: account.encounter) == derive(account.encounter, under: account.rules).claim)
    }
}
