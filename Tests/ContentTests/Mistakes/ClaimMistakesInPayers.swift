extension ClaimMistake {
    /// What an author may get wrong in the policies of a whole claim, and what is said of it.
    static let inPayers = [
        ClaimMistake(
            "a payer's code for what nothing bills", in: "home-month/policies.yaml",
            "{ of: S9502, bill: S9494 }",
            "{ of: S9501, bill: S9494 }, { of: S9999, bill: S9494 }",
            [
                "policies.yaml:26:105: error: no code S9999 in codes.yaml; add it there, or mend the name"
            ]),
        ClaimMistake(
            "a payer's unknown choice", in: "home-month/policies.yaml",
            "discarded: own-line",
            "discarded: on-line",
            [
                #"policies.yaml:17:16: error: expected one of unpaid, together, own-line, found "on-line"; did you mean own-line?"#
            ]),
        ClaimMistake(
            "an interval beyond a month", in: "home-month/policies.yaml",
            "longest-interval: 72",
            "longest-interval: 7200",
            [
                #"policies.yaml:8:23: error: expected a whole number of hours from 1 to 720, found "7200""#
            ]),
        ClaimMistake(
            "a payer's unknown code", in: "home-month/policies.yaml",
            "needs-authorisation: [S9494]",
            "needs-authorisation: [S9495]",
            [
                "policies.yaml:24:27: error: no code S9495 in codes.yaml; did you mean S9494?"
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
