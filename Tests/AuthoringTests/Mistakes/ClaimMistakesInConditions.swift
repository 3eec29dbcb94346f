/// Conditions that ask for what their codes do not have, and what goes with them.
extension ClaimMistake {
    static let inConditions = [
        ClaimMistake(
            "the month of what is no rental", in: "visit-limits/codes.yaml", "units-this-year: over 60",
            "month: 2 to 3",
            [
                "codes.yaml:11:11: error: month: is of a rental, and 97110 is not added up by the months of one; write scope: anniversary in its family, or drop month:"
            ]),
        ClaimMistake(
            "a share of nobody", in: "assistants/codes.yaml", "performer: [assistant], share: over 10",
            "share: over 10",
            [
                "codes.yaml:15:20: error: share: is of the minutes of a performer, and none is named; add performer:"
            ]),
        ClaimMistake(
            "a share that is none", in: "assistants/codes.yaml", "share: over 10", "share: 10",
            [
                #"codes.yaml:15:44: error: "10" is no share of minutes; write over 10, for more than 10 in the hundred"#
            ]),
        ClaimMistake(
            "a share of what has no minutes", in: "spine/codes.yaml", "services:\n",
            "modifiers:\n  - modifier: CQ\n    label: l\n    due-on: [\"98940\"]\n    when: { performer: [chiropractor], share: over 10 }\n    source: book\nservices:\n",
            [
                "codes.yaml:19:11: error: share: is of minutes, and 98940 is billed by its sites; drop share:"
            ]),
        ClaimMistake(
            "units of two periods", in: "visit-limits/codes.yaml", "units-this-year: over 60",
            "units-this-year: over 60, units-this-month: over 9",
            [
                "codes.yaml:11:30: error: a condition asks for the units of one period; keep one of them"
            ]),
        ClaimMistake(
            "a code that hangs on units", in: "rentals/codes.yaml", "first: [{ code: E0250, from: 1 }]",
            "first: [{ code: E0250, from: 1 }]\n    instead: [{ of: E0250, bill: A9276, when: { units-this-year: over 9 } }]",
            [
                "codes.yaml:11:47: error: units-this-year: is for modifiers, not for which code is billed; say kind: or another key in its place"
            ]),
        ClaimMistake(
            "a distinct service that no modifier tells", in: "wounds/codes.yaml", "modifier: allowed",
            "modifier: never",
            [
                "codes.yaml:8:68: error: no modifier lets both be paid, and this one tells them apart; write modifier: allowed, or drop it"
            ]),
        ClaimMistake(
            "whole units of whole units", in: "ambulance/codes.yaml", "in an emergency, system: HCPCS",
            "in an emergency, system: HCPCS, whole-from: 100",
            [
                "codes.yaml:2:90: error: A0429 is always billed in whole units; add in-tenths: true, or drop it"
            ]),
        ClaimMistake(
            "a rental that begins later than it does", in: "rentals/scenarios.yaml", "since: 2025-12-15",
            "since: 2026-12-15",
            [
                "scenarios.yaml:19:73: error: the therapy began on 2026-12-15, after its first day, 2026-01-15; drop it, or mend a date"
            ]),
        ClaimMistake(
            "each of some minutes", in: "home-month/misconceptions.yaml", "change: { further-each: 30 }",
            "change: { bills: each }",
            [
                "misconceptions.yaml:17:22: error: nobody bills each of some minutes; name families: that count days, doses, services or sites"
            ]),
        ClaimMistake(
            "a belief about nothing that the pack has", in: "home-month/misconceptions.yaml",
            "change: { further-each: 30 }", "change: { pooling: each }",
            [
                "misconceptions.yaml:14:5: warning: bills-half-hours changes no rule that the pack has; name the families: that it is about, or what else is believed of them"
            ]),
    ]
}
