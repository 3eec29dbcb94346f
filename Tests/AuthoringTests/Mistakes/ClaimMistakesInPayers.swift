extension ClaimMistake {
    /// What an author may get wrong in the policies of a whole claim, and what is said of it.
    static let inPayers = [
        ClaimMistake(
            "a payer's limit on a code in tenths", in: "anaesthesia/policies.yaml",
            "pays: [{ modifier: QZ, percent: 85 }]",
            "caps: { units-a-day: { \"00790\": 3 } }",
            [
                "policies.yaml:11:37: error: a limit in units is for a code in whole units; drop 00790 here"
            ]),
        ClaimMistake(
            "a payer's code for what nothing bills", in: "home-month/policies.yaml",
            "{ of: S9502, bill: S9494 }",
            "{ of: S9501, bill: S9494 }, { of: S9999, bill: S9494 }",
            [
                "policies.yaml:27:105: error: no code S9999 in codes.yaml; add it there, or mend the name"
            ]),
        ClaimMistake(
            "a payer's unknown choice", in: "home-month/policies.yaml",
            "discarded: own-line",
            "discarded: on-line",
            [
                #"policies.yaml:18:16: error: expected one of unpaid, together, own-line, found "on-line"; did you mean own-line?"#
            ]),
        ClaimMistake(
            "an interval beyond a month", in: "home-month/policies.yaml",
            "longest-interval: 72",
            "longest-interval: 7200",
            [
                #"policies.yaml:8:23: error: expected a whole number of hours from 1 to 720, found "7200""#
            ]),
        ClaimMistake(
            "a payer's kind of service that nobody bills", in: "home-month/policies.yaml",
            "services: [nursing]",
            "services: [nursing, wound-care]",
            [
                "policies.yaml:16:25: error: no service wound-care in codes.yaml; known are nursing, line-care, anti-infective, nutrition, immune-therapy, cefazolin, infliximab"
            ]),
        ClaimMistake(
            "a belief about no family", in: "home-month/misconceptions.yaml",
            "families: [cefazolin]",
            "families: [cefazolins]",
            [
                "misconceptions.yaml:12:16: error: no family cefazolins in codes.yaml; did you mean cefazolin?"
            ]),
        ClaimMistake(
            "a drug's number in minutes", in: "home-month/misconceptions.yaml",
            "further-each: 1 g",
            "further-each: 15",
            [
                #"misconceptions.yaml:11:29: error: expected an amount such as "345 mg", "1.5 L" or "5000 units", found "15"; write the unit after the number: mcg, mg, g, mL, L, units, miles, cm or sq cm"#
            ]),
        ClaimMistake(
            "a payer who asks for a day in another unit", in: "home-month/policies.yaml",
            "instead: [{ of: S9500, bill: S9494 }",
            "instead: [{ of: S9366, bill: S9364, when: { a-day: up to 500 mg } }, { of: S9500, bill: S9494 }",
            [
                "policies.yaml:27:56: error: S9366 goes by mL a day, not by mg; write the amount in mL"
            ]),
        ClaimMistake(
            "a payer's code that another always comes before", in: "home-month/policies.yaml",
            "{ of: S9501, bill: S9494 }",
            "{ of: S9500, bill: S9338, when: { every: 24 } }",
            [
                "policies.yaml:27:43: error: S9338 is never billed in place of S9500, since S9494 is always; keep one of them, or say when: each is billed"
            ]),
        ClaimMistake(
            "a payer's unknown code", in: "home-month/policies.yaml",
            "needs-authorisation: [S9494]",
            "needs-authorisation: [S9495]",
            [
                "policies.yaml:25:27: error: no code S9495 in codes.yaml; did you mean S9494?"
            ]),
        ClaimMistake(
            "a payer's unknown modifier", in: "critical-day/policies.yaml",
            "modifier: FT",
            "modifier: FU",
            [
                "policies.yaml:14:29: error: no modifier FU in codes.yaml; did you mean FS or FT?"
            ]),
    ]
}
