extension Mistake {
    static let inLessons = [
        Mistake(
            "a lesson that needs a later one", in: "lessons.yaml", "teaches: [part]", "needs: [others]",
            [
                "lessons.yaml:4:13: error: no lesson others stands before this one; there are none yet: add it"
            ]),
        Mistake(
            "a lesson that needs one by a wrong name", in: "lessons.yaml", "needs: [long-visits]",
            "needs: [long-visit]",
            ["lessons.yaml:11:13: error: no lesson long-visit stands before this one; did you mean long-visits?"]),
        Mistake(
            "a skill that there is none of", in: "lessons.yaml", "teaches: [part]", "teaches: [parts]",
            [
                #"lessons.yaml:4:15: error: expected one of service, place, performer, documentation, overlap, activity, midnight, same-day, cap, first-code, further-code, part, exclusion, edition, amount, discarded, per-diem, concurrent, modifier, code-choice, pool, hierarchy, clock, circumstance, audit, denial, term, found "parts"; did you mean part?"#
            ]),
        Mistake(
            "a belief that the pack has not", in: "lessons.yaml", "beliefs: [lonely]", "beliefs: [lonly]",
            ["lessons.yaml:5:15: error: no misconception lonly in misconceptions.yaml; did you mean lonely?"]),
        Mistake(
            "a scenario that the pack has not", in: "lessons.yaml", "scenario: long-visit,", "scenario: long-visits,",
            ["lessons.yaml:8:30: error: no scenario long-visits in scenarios.yaml; did you mean long-visit?"]),
        Mistake(
            "a policy that the pack has not", in: "lessons.yaml", "policies: [started, full]",
            "policies: [started, ful]",
            ["lessons.yaml:14:67: error: no policy ful in policies.yaml; did you mean full?"]),
        Mistake(
            "a template that the pack has not", in: "lessons.yaml", "scenario: long-visit,", "template: long,",
            ["lessons.yaml:8:30: error: no template long in templates.yaml; there are none yet: add it"]),
        Mistake(
            "a page that cites nothing", in: "lessons.yaml", "two codes., source: book }", "two codes. }",
            ["lessons.yaml:7:9: error: a page needs the key source; add it"]),
        Mistake(
            "a page that cites what nobody named", in: "lessons.yaml", "two codes., source: book }",
            "two codes., source: bok }",
            ["lessons.yaml:7:54: error: no source bok in pack.yaml; did you mean book?"]),
        Mistake(
            "a step that is two things", in: "lessons.yaml", "- example: { scenario: long-visit, policy: full }",
            "- { example: { scenario: long-visit, policy: full }, faded: { scenario: long-visit, policy: full } }",
            ["lessons.yaml:8:9: error: the step is several things; make a step of each"]),
        Mistake(
            "a step that is nothing", in: "lessons.yaml", "- example: { scenario: long-visit, policy: full }",
            "- source: book",
            ["lessons.yaml:8:9: error: the step is none of page:, example:, faded: and practice:; add one of them"]),
        Mistake(
            "a visit that is two", in: "lessons.yaml", "{ scenario: long-visit, policy: full }", "{ policy: full }",
            [
                "lessons.yaml:8:18: error: a visit is a scenario or a template's; give scenario: or template:, and not both"
            ]),
        Mistake(
            "a practice of nothing", in: "lessons.yaml", ", scenarios: [with-injection] }", " }",
            ["lessons.yaml:14:19: error: a practice has scenarios: or templates:; give one"]),
        Mistake(
            "a practice of terms", in: "lessons.yaml", "kinds: [claim]", "kinds: [term]",
            ["lessons.yaml:14:19: error: a practice is about visits, and terms are about none; leave term out"]),
        Mistake(
            "a skill that rests on itself", in: "lessons.yaml", "lessons:",
            "prerequisites:\n  - { skill: part, needs: [cap] }\n  - { skill: cap, needs: [part] }\nlessons:",
            ["lessons.yaml:3:5: error: cap rests on itself; leave one of them out"]),
        Mistake(
            "what a skill rests on said twice", in: "lessons.yaml", "lessons:",
            "prerequisites:\n  - { skill: part, needs: [cap] }\n  - { skill: part, needs: [place] }\nlessons:",
            ["lessons.yaml:3:5: error: what part rests on is said already; say all of it once"]),
        Mistake(
            "a lesson told twice", in: "lessons.yaml", "- id: others", "- id: long-visits",
            ["lessons.yaml:9:5: error: lesson long-visits is there already, in line 2; rename or drop one of them"]),
    ]
}
