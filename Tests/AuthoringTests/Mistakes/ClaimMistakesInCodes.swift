extension ClaimMistake {
    /// What an author may get wrong in the codes of a whole claim, and what is said of it.
    static let inCodes = [
        ClaimMistake(
            "two codes where the same holds", in: "home-month/codes.yaml",
            "bill: S9501, when: { every: 12 }",
            "bill: S9501, when: { every: 24 }",
            [
                "codes.yaml:30:9: error: S9501 is never billed in place of S9494, since S9500 is where the same holds; keep one of them, or say when: each is billed"
            ]),
        ClaimMistake(
            "an unknown measure", in: "home-month/codes.yaml",
            #"""
            services: [cefazolin]
                measure: mg
            """#,
            #"""
            services: [cefazolin]
                measure: gm
            """#,
            [
                #"codes.yaml:52:14: error: expected one of minutes, days, doses, occurrences, sites, mg, mL, units, miles, cm, sq cm, found "gm"; did you mean cm or mg?"#
            ]),
        ClaimMistake(
            "an amount without its unit", in: "home-month/codes.yaml",
            "each: 500 mg",
            "each: 500",
            [
                #"codes.yaml:53:36: error: expected an amount such as "345 mg", "1.5 L" or "5000 units", found "500"; write the unit after the number: mcg, mg, g, mL, L, units, miles, cm or sq cm"#
            ]),
        ClaimMistake(
            "an amount in another unit", in: "home-month/codes.yaml",
            "each: 500 mg",
            "each: 5 mL",
            [
                "codes.yaml:53:36: error: this family is counted in mg, not in mL; write the amount in mg"
            ]),
        ClaimMistake(
            "an amount of nothing", in: "home-month/codes.yaml",
            "each: 10 mg",
            "each: 0 mg",
            [
                "codes.yaml:58:36: error: expected more than nothing, found 0 mg; write how much it is"
            ]),
        ClaimMistake(
            "an amount beyond sense", in: "home-month/codes.yaml",
            "each: 10 mg",
            "each: 2000 g",
            [
                #"codes.yaml:58:36: error: expected an amount such as "345 mg", "1.5 L" or "5000 units", found "2000 g"; an amount is 1 kg, 1000 L or 1000000 of another unit at most, to a thousandth of a mg, a mL or another"#
            ]),
        ClaimMistake(
            "minutes where days are counted", in: "home-month/codes.yaml",
            "further: [{ code: S9338, each: 1 }]",
            "further: [{ code: S9338, each: 400 }]",
            [
                #"codes.yaml:48:36: error: expected a whole number of days from 1 to 366, found "400""#
            ]),
        ClaimMistake(
            "a part of an amount in minutes", in: "home-month/codes.yaml",
            "each: 10 mg }",
            "each: 10 mg, credit: at-least 31 }",
            [
                "codes.yaml:58:51: error: at-least counts minutes, and this is an amount; write started, midpoint or complete"
            ]),
        ClaimMistake(
            "a further code that begins nowhere", in: "critical-day/codes.yaml",
            "each: 30, after: 74",
            "each: 30",
            [
                "codes.yaml:13:15: error: a further code needs the key after; add it"
            ]),
        ClaimMistake(
            "ranges of visits that overlap", in: "dialysis-month/codes.yaml",
            "from: 2, to: 3",
            "from: 1, to: 3",
            [
                "codes.yaml:13:9: error: service 1 calls for 90962 and for 90961; let one begin later"
            ]),
        ClaimMistake(
            "ranges of an add-on that overlap", in: "critical-day/codes.yaml",
            #"further: [{ code: "99292", each: 30, after: 74 }]"#,
            #"further: [{ code: "99292", each: 30, after: 74, from: 75, to: 104 }, { code: "99292", each: 30, after: 74, from: 104 }]"#,
            [
                "codes.yaml:13:74: error: minute 104 calls for 99292 and for 99292; let one range end before the other begins"
            ]),
        ClaimMistake(
            "a drug put in order", in: "home-month/codes.yaml",
            #"""
                measure: mg
                further: [{ code: J0690
            """#,
            #"""
                measure: mg
                ranked: true
                further: [{ code: J0690
            """#,
            [
                "codes.yaml:53:13: error: only what is measured by days is put in order; write measure: days, or drop ranked:"
            ]),
        ClaimMistake(
            "work that is bundled and apart", in: "critical-day/codes.yaml",
            "apart: [intubation]",
            "apart: [intubation, ventilator-setting]",
            [
                "codes.yaml:6:5: error: ventilator-setting is both bundled and apart; its minutes count, or they come off"
            ]),
        ClaimMistake(
            "work that is billed and bundled", in: "critical-day/codes.yaml",
            "bundled: [ventilator-setting]",
            "bundled: [critical-care]",
            [
                "codes.yaml:6:5: error: critical-care is what the family bills, and bundled besides; keep it in one of the lists"
            ]),
        ClaimMistake(
            "bundled work where no minutes are counted", in: "home-month/codes.yaml",
            #"""
            services: [cefazolin]

            """#,
            #"""
            services: [cefazolin]
                bundled: [nursing]

            """#,
            [
                "codes.yaml:49:5: error: bundled: and apart: are of minutes, and this family counts none; drop them, or write measure: minutes"
            ]),
        ClaimMistake(
            "a code in place of one that is not billed", in: "home-month/codes.yaml",
            "{ of: S9494, bill: S9500, when: { every: 24 } }",
            "{ of: S9364, bill: S9500, when: { every: 24 } }",
            [
                "codes.yaml:29:15: error: this family does not bill S9364, so nothing can be billed in its place; name one of S9494"
            ]),
        ClaimMistake(
            "a code in place of itself", in: "home-month/codes.yaml",
            "{ of: S9494, bill: S9500, when: { every: 24 } }",
            "{ of: S9494, bill: S9494, when: { every: 24 } }",
            [
                "codes.yaml:29:28: error: S9494 stands in for itself; name the other code",
                "policies.yaml:27:21: error: nothing in the pack bills S9500, so no payer can take another code in its place; name a code of a family or a hierarchy",
            ]),
        ClaimMistake(
            "another code without a condition", in: "home-month/codes.yaml",
            "{ of: S9494, bill: S9500, when: { every: 24 } }",
            "{ of: S9494, bill: S9500, when: {} }",
            [
                "codes.yaml:29:41: error: the condition states nothing; add performer:, every: or another key, or drop when:"
            ]),
        ClaimMistake(
            "hours that are none", in: "home-month/codes.yaml",
            "when: { every: 24 }",
            "when: { every: daily }",
            [
                #"codes.yaml:29:50: error: expected a number of hours from 1 to 720, found "daily""#
            ]),
        ClaimMistake(
            "hours beyond a month", in: "home-month/codes.yaml",
            "when: { every: 24 }",
            "when: { every: 1000 }",
            [
                #"codes.yaml:29:50: error: expected a number of hours from 1 to 720, found "1000""#
            ]),
        ClaimMistake(
            "a range that runs backwards", in: "home-month/codes.yaml",
            "over 1 L to 2 L",
            "over 2 L to 1 L",
            [
                "codes.yaml:40:50: error: the range ends before it begins; swap its ends"
            ]),
        ClaimMistake(
            "a range of two units", in: "home-month/codes.yaml",
            "over 1 L to 2 L",
            "over 1 L to 2 g",
            [
                "codes.yaml:40:50: error: the range begins in mL and ends in mg; write both in mL"
            ]),
        ClaimMistake(
            "conditions in two units", in: "home-month/codes.yaml",
            "over 1 L to 2 L",
            "over 1 g to 2 g",
            [
                "codes.yaml:40:50: error: another condition of this family asks for mL a day, and this one for mg; ask for one of them"
            ]),
        ClaimMistake(
            "an unknown performer in a condition", in: "critical-day/codes.yaml",
            "together: [physician, practitioner]",
            "together: [physican, practitioner]",
            [
                "codes.yaml:18:83: error: no performer physican in codes.yaml; did you mean physician?"
            ]),
        ClaimMistake(
            "a modifier due on nothing", in: "home-month/codes.yaml",
            "due-on: [J0690, J1745], when: { portion: discarded }",
            "when: { portion: discarded }",
            [
                "codes.yaml:71:45: error: when: says when a modifier is due, and nothing says on which codes; add due-on:"
            ]),
        ClaimMistake(
            "a modifier that is not with itself", in: "home-month/codes.yaml",
            "not-with: [JZ]",
            "not-with: [JW]",
            [
                "codes.yaml:71:104: error: JW is always with itself; name another modifier"
            ]),
        ClaimMistake(
            "a modifier that is not with an unknown one", in: "home-month/codes.yaml",
            "not-with: [JZ]",
            "not-with: [JY]",
            [
                "codes.yaml:71:104: error: no modifier JY in codes.yaml; did you mean JW or JZ?"
            ]),
        ClaimMistake(
            "a portion that is none", in: "home-month/codes.yaml",
            "portion: discarded",
            "portion: wasted",
            [
                #"codes.yaml:71:80: error: expected one of given, discarded, whole, found "wasted""#
            ]),
        ClaimMistake(
            "a pool of one", in: "timed-therapy/codes.yaml",
            "[balance, exercise, manual, gait]",
            "[balance]",
            [
                "codes.yaml:12:50: error: one family shares its minutes with nobody; name another"
            ]),
        ClaimMistake(
            "a pool of what nobody knows", in: "timed-therapy/codes.yaml",
            "[balance, exercise, manual, gait]",
            "[balance, exercises]",
            [
                "codes.yaml:12:60: error: no family exercises in codes.yaml; did you mean exercise?"
            ]),
        ClaimMistake(
            "a pool of different blocks", in: "timed-therapy/codes.yaml",
            #"{ code: "97110", each: 15, credit: at-least 8 }"#,
            #"{ code: "97110", each: 30, credit: at-least 8 }"#,
            [
                "codes.yaml:12:60: error: exercise has blocks of 30 minutes, and those before it of 15; families of a pool have one length of block"
            ]),
        ClaimMistake(
            "a pool with a first code", in: "timed-therapy/codes.yaml",
            #"further: [{ code: "97110", each: 15, credit: at-least 8 }]"#,
            #"first: [{ code: "97110", from: 1 }]"#,
            [
                "codes.yaml:12:60: error: exercise has the first code 97110, and a pool shares blocks alone; bill 97110 under further:, or drop the family"
            ]),
        ClaimMistake(
            "a pool with two codes of a family", in: "timed-therapy/codes.yaml",
            #"further: [{ code: "97110", each: 15, credit: at-least 8 }]"#,
            #"further: [{ code: "97110", each: 15 }, { code: "97110", each: 15 }]"#,
            [
                "codes.yaml:12:60: error: a family of a pool has one code, whose blocks begin after 0; give each code a family of its own"
            ]),
        ClaimMistake(
            "a pool of what counts no minutes", in: "timed-therapy/codes.yaml",
            #"services: [exercise], further: [{ code: "97110", each: 15, credit: at-least 8 }]"#,
            #"services: [exercise], measure: occurrences, further: [{ code: "97110", each: 1 }]"#,
            [
                "codes.yaml:12:60: error: exercise does not count minutes, which is all that a pool shares; drop it"
            ]),
        ClaimMistake(
            "a family in two pools", in: "timed-therapy/codes.yaml",
            #"""
            pools:

            """#,
            #"""
            pools:
              - { id: other, title: other, families: [balance, exercise], credit: started }

            """#,
            [
                "codes.yaml:13:51: error: balance shares its minutes in other already; a family is in one pool",
                "codes.yaml:13:60: error: exercise shares its minutes in other already; a family is in one pool",
            ]),
        ClaimMistake(
            "a tier twice", in: "infusion-day/codes.yaml",
            "- { kind: push, initial",
            "- { kind: chemotherapy-push, initial",
            [
                "codes.yaml:34:18: error: push is no tier of this hierarchy; did you mean chemotherapy-push?",
                "codes.yaml:38:9: error: chemotherapy-push is a tier already, in line 30; a kind of service has one place in the hierarchy",
            ]),
        ClaimMistake(
            "a kind that is no tier", in: "infusion-day/codes.yaml",
            "shorter: push",
            "shorter: scan",
            [
                "codes.yaml:34:18: error: scan is no tier of this hierarchy; known are chemotherapy, chemotherapy-push, infusion, push, hydration"
            ]),
        ClaimMistake(
            "a shorter kind in a circle", in: "infusion-day/codes.yaml",
            #"- { kind: push, initial: "96374","#,
            #"- { kind: push, initial: "96374", from: 5, shorter: infusion,"#,
            [
                "codes.yaml:34:18: error: what is too short goes in a circle: infusion, then push, then infusion; let the last of them be billed as it is, or not at all"
            ]),
        ClaimMistake(
            "a push that is too short", in: "infusion-day/codes.yaml",
            #"{ kind: chemotherapy-push, initial: "96409","#,
            #"{ kind: chemotherapy-push, initial: "96409", shorter: push,"#,
            [
                "codes.yaml:30:63: error: a kind without from: is never too short; add from:, or drop shorter:"
            ]),
        ClaimMistake(
            "an add-on as the initial service", in: "infusion-day/codes.yaml",
            #"initial: "96413""#,
            #"initial: "96415""#,
            [
                "codes.yaml:24:9: error: 96415 is an add-on to 96413 and cannot be an initial service; name it under later: or further:"
            ]),
        ClaimMistake(
            "again after nothing", in: "infusion-day/codes.yaml",
            #"again: "96376", again-after: 30"#,
            "again-after: 30",
            [
                "codes.yaml:38:70: error: nothing is billed for the same drug again; add again:, or drop again-after:"
            ]),
        ClaimMistake(
            "a kind in a family and a hierarchy", in: "infusion-day/codes.yaml",
            "services: [scan]",
            "services: [scan, push]",
            [
                "codes.yaml:38:9: error: push belongs to scan already, so its minutes would be billed twice; a kind of service belongs to one family, or each payer lists one of those that share it under families:"
            ]),
        ClaimMistake(
            "a payer that pays two families of one kind", in: "prolonged-visit/policies.yaml",
            "families: [new-cpt, known-cpt]", "families: [new-cpt, known-cpt, new-medicare]",
            [
                "codes.yaml:20:5: error: new-visit belongs to new-cpt already, so its minutes would be billed twice; a kind of service belongs to one family, or each payer lists one of those that share it under families:"
            ]),
        ClaimMistake(
            "another code by what is billed beside it", in: "ambulance/policies.yaml",
            "bill: A0021 }", "bill: A0021, when: { beside: A0429 } }",
            [
                "policies.yaml:11:47: error: beside: is for modifiers, not for which code is billed; say kind: or another key in its place"
            ]),
        ClaimMistake(
            "an unknown modifier of another site", in: "infusion-day/codes.yaml",
            #"second-site: "59""#,
            "second-site: XU",
            [
                "codes.yaml:22:18: error: no modifier XU in codes.yaml; known are 59"
            ]),
        ClaimMistake(
            "an add-on of which nothing bills the primary", in: "anaesthesia/codes.yaml",
            #"{ code: "99140", label: an emergency, system: CPT, add-on-to: ["01402", "00790"]"#,
            #"{ code: "99140", label: an emergency, system: CPT, add-on-to: ["99141"]"#,
            [
                "codes.yaml:4:68: error: no code 99141 in codes.yaml; did you mean 99140?",
                "codes.yaml:20:13: error: 99140 is an add-on to 99141, which nothing in the pack bills; add the family of its primary, and list 99140 there under further:",
            ]),
        ClaimMistake(
            "a limit in units for a code in tenths", in: "anaesthesia/codes.yaml",
            "in-tenths: true",
            "in-tenths: true, most-a-day: 9",
            [
                "codes.yaml:3:106: error: a limit in units is for a code in whole units; drop most-a-day:, or in-tenths:"
            ]),
    ]
}
