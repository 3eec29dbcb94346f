extension ClaimMistake {
    /// What an author may get wrong in the scenarios of a whole claim, and what is said of it.
    static let inFacts = [
        ClaimMistake(
            "more units than a line names", in: "home-month/scenarios.yaml",
            "given: 1 g, doses: 42",
            "given: 200 g, doses: 42",
            [
                "scenarios.yaml:2:5: error: under plan the facts bill 16800 units of J0690, and no line names more than 9999; let less be given, or let a unit be more of it"
            ]),
        ClaimMistake(
            "an age beyond sense", in: "vaccines/scenarios.yaml",
            "age: 40",
            "age: 400",
            [
                #"scenarios.yaml:7:12: error: expected a whole number of years from 0 to 150, found "400""#
            ]),
        ClaimMistake(
            "a dose of nothing", in: "home-month/scenarios.yaml",
            "given: 345 mg",
            "given: 0 mg",
            [
                "scenarios.yaml:51:38: error: a dose gives more than nothing, found 0 mg; write how much it gave, or drop it"
            ]),
        ClaimMistake(
            "a day infused twice", in: "home-month/scenarios.yaml",
            "infused: [2026-03-26, 2026-04-02]",
            "infused: [2026-03-26, 2026-03-26]",
            [
                "scenarios.yaml:40:100: error: 2026-03-26 is listed already; drop it, or write the day that is meant"
            ]),
        ClaimMistake(
            "a drug given in another unit", in: "home-month/scenarios.yaml",
            "given: 1 g, doses: 42",
            "given: 1 mL, doses: 42",
            [
                "scenarios.yaml:11:37: error: cefazolin is billed in mg, and 1 mL is none; write the amount in mg"
            ]),
        ClaimMistake(
            "a drug without an amount", in: "home-month/scenarios.yaml",
            "given: 1 g, doses: 42",
            "doses: 42",
            [
                "scenarios.yaml:11:11: error: a drug needs the key given; say how much each dose gave, such as given: 345 mg"
            ]),
        ClaimMistake(
            "too many doses", in: "home-month/scenarios.yaml",
            "doses: 42",
            "doses: 420000",
            [
                #"scenarios.yaml:11:49: error: expected a whole number of doses from 1 to 9999, found "420000""#
            ]),
        ClaimMistake(
            "a drug that is a therapy", in: "home-month/scenarios.yaml",
            "{ kind: cefazolin, given",
            "{ kind: anti-infective, given",
            [
                "scenarios.yaml:11:19: error: anti-infective is billed by its days, not as a drug; list it under therapies:, or bill it by measure: mg"
            ]),
        ClaimMistake(
            "a therapy that is a drug", in: "home-month/scenarios.yaml",
            "{ kind: anti-infective, from: 2026-03-02, to: 2026-03-15, every: 8 }",
            "{ kind: cefazolin, from: 2026-03-02, to: 2026-03-15, every: 8 }",
            [
                "scenarios.yaml:13:19: error: cefazolin is billed by its amount, not by the day; list it under drugs:, or bill it by measure: days"
            ]),
        ClaimMistake(
            "a drug as a service", in: "home-month/scenarios.yaml",
            "services: [{ kind: nursing, minutes: 60 }]",
            "services: [{ kind: cefazolin, minutes: 60 }]",
            [
                "scenarios.yaml:8:50: error: cefazolin is billed by its amount; list it under drugs: of the encounter"
            ]),
        ClaimMistake(
            "an unknown drug", in: "home-month/scenarios.yaml",
            "{ kind: infliximab",
            "{ kind: infliximap",
            [
                "scenarios.yaml:51:19: error: no service infliximap in codes.yaml; did you mean infliximab?"
            ]),
        ClaimMistake(
            "discarded in another unit", in: "home-month/scenarios.yaml",
            "discarded: 55 mg",
            "discarded: 55 mL",
            [
                "scenarios.yaml:51:57: error: what was discarded is in mL, and what was given in mg; write both in mg"
            ]),
        ClaimMistake(
            "a container that is none", in: "home-month/scenarios.yaml",
            "container: single-dose",
            "container: vial",
            [
                #"scenarios.yaml:51:75: error: expected one of single-dose, multi-dose, found "vial""#
            ]),
        ClaimMistake(
            "days that run backwards", in: "home-month/scenarios.yaml",
            "from: 2026-03-02, to: 2026-03-15, every: 24",
            "from: 2026-03-15, to: 2026-03-02, every: 24",
            [
                "scenarios.yaml:26:57: error: the last day, 2026-03-02, comes before the first, 2026-03-15; swap them, or mend one"
            ]),
        ClaimMistake(
            "days of two years", in: "home-month/scenarios.yaml",
            "from: 2026-03-02, to: 2026-03-15, every: 24",
            "from: 2026-03-02, to: 2028-03-15, every: 24",
            [
                "scenarios.yaml:26:57: error: from 2026-03-02 to 2028-03-15 are 745 days, more than a year has; an encounter has 366 days at most: mend a date, or make two encounters"
            ]),
        ClaimMistake(
            "days without an end", in: "home-month/scenarios.yaml",
            "from: 2026-03-02, to: 2026-03-15, every: 24",
            "from: 2026-03-02, every: 24",
            [
                "scenarios.yaml:26:11: error: a therapy needs the key to; add it"
            ]),
        ClaimMistake(
            "a visit before the encounter", in: "home-month/scenarios.yaml",
            "{ date: 2026-03-09, services",
            "{ date: 2026-02-09, services",
            [
                "scenarios.yaml:9:11: error: a visit is of 2026-02-09, before the encounter's date, 2026-03-02; let date: be the first day of all"
            ]),
        ClaimMistake(
            "visits out of order", in: "dialysis-month/scenarios.yaml",
            #"""
                    - { date: 2026-03-05, services: [{ kind: dialysis-visit, minutes: 10 }] }
                    - { date: 2026-03-12, services: [{ kind: dialysis-visit, minutes: 10 }] }
                expect
            """#,
            #"""
                    - { date: 2026-03-12, services: [{ kind: dialysis-visit, minutes: 10 }] }
                    - { date: 2026-03-05, services: [{ kind: dialysis-visit, minutes: 10 }] }
                expect
            """#,
            [
                "scenarios.yaml:18:11: error: a visit of 2026-03-05 stands after one of 2026-03-12; put them in the order of their days"
            ]),
        ClaimMistake(
            "a visit after more than a year", in: "home-month/scenarios.yaml",
            "{ date: 2026-03-09, services",
            "{ date: 2027-03-09, services",
            [
                "scenarios.yaml:9:11: error: a visit is of 2027-03-09, 372 days after the encounter's date, 2026-03-02; an encounter has 366 days at most"
            ]),
        ClaimMistake(
            "a day of infusion beyond the therapy", in: "home-month/scenarios.yaml",
            "infused: [2026-03-26,",
            "infused: [2026-03-24,",
            [
                "scenarios.yaml:40:88: error: 2026-03-24 is not one of the therapy's days, 2026-03-25 to 2026-04-07; mend it, or widen from: and to:"
            ]),
        ClaimMistake(
            "a volume in another unit", in: "home-month/scenarios.yaml",
            "a-day: 1.5 L",
            "a-day: 1.5 g",
            [
                "scenarios.yaml:40:71: error: the codes of nutrition go by mL a day, and 1500 mg is none; write the amount in mL"
            ]),
        ClaimMistake(
            "a last visit that comes later", in: "home-month/scenarios.yaml",
            "last-visit: 2026-02-20",
            "last-visit: 2026-03-20",
            [
                "scenarios.yaml:28:90: error: the last visit before the encounter, 2026-03-20, is not before its date, 2026-03-02; list it under visits:, or mend the date"
            ]),
        ClaimMistake(
            "a claim before the care", in: "home-month/scenarios.yaml",
            "received: 2026-03-30",
            "received: 2026-02-28",
            [
                "scenarios.yaml:52:17: error: the claim is received on 2026-02-28, before the care of 2026-03-02; mend one of the dates"
            ]),
        ClaimMistake(
            "two dates of a dose", in: "home-month/scenarios.yaml",
            "container: single-dose, date: 2026-03-02",
            "container: single-dose, date: 2026-03-02, from: 2026-03-02, to: 2026-03-03",
            [
                "scenarios.yaml:51:94: error: a date beside from: and to: says the same thing twice; keep one of them"
            ]),
        ClaimMistake(
            "units of an unknown code", in: "home-month/scenarios.yaml",
            "authorised: { S9494: 10 }",
            "authorised: { S9495: 10 }",
            [
                "scenarios.yaml:14:21: error: no code S9495 in codes.yaml; did you mean S9494?"
            ]),
    ]
}
