extension Mistake {
    static let inScenarios = [
        Mistake(
            "an unknown key", in: "scenarios.yaml",
            "    title: a long visit",
            "    titel: a long visit",
            [
                #"scenarios.yaml:3:5: error: unknown key "titel" in a scenario; did you mean title?"#
            ]),
        Mistake(
            "an unknown code in expect", in: "scenarios.yaml",
            #""99601, 99602""#,
            #""99601, 99603""#,
            [
                "scenarios.yaml:9:24: error: no code 99603 in codes.yaml; did you mean 99601 or 99602?"
            ]),
        Mistake(
            "an hour that no clock shows", in: "scenarios.yaml",
            #"stop: "11:30""#,
            #"stop: "25:00""#,
            [
                #"scenarios.yaml:8:51: error: expected a time on the clock of 24 hours, such as "09:00", found "25:00""#
            ]),
        Mistake(
            "a start without a stop", in: "scenarios.yaml",
            #", stop: "11:30" }"#,
            " }",
            [
                "scenarios.yaml:8:11: error: the service starts and never stops; add stop:, or say missing: [stop]"
            ]),
        Mistake(
            "a stop without a start", in: "scenarios.yaml",
            #"start: "09:00", "#,
            "",
            [
                "scenarios.yaml:8:11: error: the service stops and never starts; add start:, or say missing: [start]"
            ]),
        Mistake(
            "no time at all", in: "scenarios.yaml",
            "{ kind: injection, minutes: 10 }",
            "{ kind: injection }",
            [
                "scenarios.yaml:18:11: error: the service has no time; give start: and stop:, or minutes:, or missing: [duration]"
            ]),
        Mistake(
            "minutes beside start and stop", in: "scenarios.yaml",
            #"stop: "11:30" }"#,
            #"stop: "11:30", minutes: 150 }"#,
            [
                "scenarios.yaml:8:69: error: minutes beside start and stop say the same thing twice; keep one of them"
            ]),
        Mistake(
            "more minutes than two days have", in: "scenarios.yaml",
            #"""
            - { kind: infusion, minutes: 60 }
                    - { kind: injection, minutes: 10 }
            """#,
            #"""
            - { kind: infusion, minutes: 1440 }
                    - { kind: infusion, minutes: 1440 }
                    - { kind: injection, minutes: 10 }
            """#,
            [
                "scenarios.yaml:17:9: error: the services of one visit come to 2890 minutes, more than two days have; mend their times"
            ]),
        Mistake(
            "a claim that the core does not derive", in: "scenarios.yaml",
            #"full: "99601""#,
            #"full: "99601, 99602""#,
            [
                "scenarios.yaml:9:46: error: under full the facts bill 99601 x1, not 99601 x1, 99602 x1; the core counts so: 09:00 to 11:30 is 150 minutes. 99601 covers the first 120 minutes. 30 minutes are left. A unit takes all 60 minutes: no unit of 99602."
            ]),
        Mistake(
            "a claim that does not parse", in: "scenarios.yaml",
            #"full: "99601""#,
            #"full: "99601 x1.5""#,
            [
                #"scenarios.yaml:9:46: error: "99601 x1.5" is no claim: units are whole numbers, such as x2; write it like "99601 x1, 99602 x2", or none"#
            ]),
        Mistake(
            "a scenario that is twice there", in: "scenarios.yaml",
            "id: with-injection",
            "id: long-visit",
            [
                "scenarios.yaml:11:5: error: scenario long-visit is there already, in line 2; rename or drop one of them"
            ]),
        Mistake(
            "a day that no calendar has", in: "scenarios.yaml",
            "date: 2026-03-02",
            "date: 2026-02-30",
            [
                #"scenarios.yaml:6:13: error: expected a date such as 2026-03-02, found "2026-02-30""#
            ]),
        Mistake(
            "an unknown kind of service", in: "scenarios.yaml",
            "kind: injection",
            "kind: injektion",
            [
                "scenarios.yaml:18:19: error: no service injektion in codes.yaml; did you mean injection?"
            ]),
        Mistake(
            "an unknown performer", in: "scenarios.yaml",
            "performer: cousin",
            "performer: uncle",
            [
                "scenarios.yaml:25:18: error: no performer uncle in codes.yaml; known are nurse, cousin"
            ]),
        Mistake(
            "an unknown policy", in: "scenarios.yaml",
            #"full: "99601""#,
            #"fall: "99601""#,
            [
                "scenarios.yaml:9:40: error: no policy fall in policies.yaml; did you mean full?"
            ]),
        Mistake(
            "services and visits both", in: "scenarios.yaml",
            #"""
            performer: cousin
                  services:
            """#,
            #"""
            performer: cousin
                  visits:
                    - services: { kind: infusion, minutes: 30 }
                  services:
            """#,
            [
                "scenarios.yaml:29:9: error: an encounter has services: or visits:, not both; put the services under a visit"
            ]),
        Mistake(
            "no services", in: "scenarios.yaml",
            #"""
            performer: cousin
                  services:
                    - { kind: infusion, minutes: 60 }
            """#,
            #"""
            performer: cousin
                  services: []
            """#,
            [
                "scenarios.yaml:26:17: error: the list is empty; give at least one service"
            ]),
    ]
}
