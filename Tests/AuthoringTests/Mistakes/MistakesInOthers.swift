extension Mistake {
    static let inOthers = [
        Mistake(
            "an unknown key with nothing near it", in: "pack.yaml",
            "licence: CC0",
            #"""
            licence: CC0
            zebra: 1
            """#,
            [
                #"pack.yaml:9:1: error: unknown key "zebra" in a pack file; known are format, id, title, edition, effective, summary, licence, notice, sources, default-policy, family, place"#
            ]),
        Mistake(
            "a mapping where text should be", in: "policies.yaml",
            "statement: An hour counts once it is over.",
            "statement: { is: over }",
            [
                "policies.yaml:12:16: error: expected text, found a mapping"
            ]),
        Mistake(
            "a missing key", in: "policies.yaml",
            #"""
                statement: An hour counts once it is over.

            """#,
            "",
            [
                "policies.yaml:10:5: error: a policy needs the key statement; add it"
            ]),
        Mistake(
            "a key with nothing behind it", in: "pack.yaml",
            "title: a small pack",
            "title:",
            [
                "pack.yaml:3:7: error: expected text, found nothing"
            ]),
        Mistake(
            "an unknown code in a cap", in: "policies.yaml",
            #"units-a-day: { "99602": 2 }"#,
            #"units-a-day: { "99620": 2 }"#,
            [
                "policies.yaml:8:48: error: no code 99620 in codes.yaml; did you mean 99602?"
            ]),
        Mistake(
            "an unknown code credited by itself", in: "policies.yaml",
            #"credit-by-code: { "99602": complete }"#,
            #"credit-by-code: { "11111": complete }"#,
            [
                "policies.yaml:14:23: error: no code 11111 in codes.yaml; known are 99601, 99602, 99506"
            ]),
        Mistake(
            "a credit longer than its block", in: "policies.yaml",
            "credit: started",
            "credit: at-least 61",
            [
                "policies.yaml:5:13: error: a part of 60 minutes can never be at least 61; write 60 at most"
            ]),
        Mistake(
            "a credit longer than the block of its code", in: "policies.yaml",
            #""99602": complete"#,
            #""99602": at-least 90"#,
            [
                "policies.yaml:14:32: error: a part of 60 minutes can never be at least 90; write 60 at most"
            ]),
        Mistake(
            "a credit that nobody knows", in: "policies.yaml",
            "credit: started",
            "credit: half",
            [
                #"policies.yaml:5:13: error: expected a way of crediting, found "half"; write started, midpoint, complete or at-least N"#
            ]),
        Mistake(
            "a day's cap above a week's", in: "policies.yaml",
            "minutes-a-day: 240",
            "minutes-a-day: 240, minutes-a-week: 200",
            [
                "policies.yaml:8:11: error: a week's 200 minutes are fewer than a day's 240; swap them, or mend one"
            ]),
        Mistake(
            "a source that is twice there", in: "pack.yaml",
            "- { id: book, title: A book }",
            #"""
            - { id: book, title: A book }
              - { id: book, title: Another }
            """#,
            [
                "pack.yaml:12:5: error: source book is there already, in line 11; rename or drop one of them"
            ]),
        Mistake(
            "a policy that is twice there", in: "policies.yaml",
            "id: full",
            "id: started",
            [
                "policies.yaml:10:5: error: policy started is there already, in line 2; rename or drop one of them",
                "scenarios.yaml:9:40: error: no policy full in policies.yaml; known are started",
            ]),
        Mistake(
            "a term that is twice there", in: "terms.yaml",
            "facts:",
            #"""
              - { id: infusion, term: drip, definition: again, source: book }
            facts:
            """#,
            [
                "terms.yaml:3:5: error: term infusion is there already, in line 2; rename or drop one of them"
            ]),
        Mistake(
            "a fact that is twice there", in: "terms.yaml",
            "    source: book",
            #"""
                source: book
              - { id: allergies, topic: after, question: "Again?", answer: "yes", explanation: No., source: book }
            """#,
            [
                "terms.yaml:11:5: error: fact allergies is there already, in line 4; rename or drop one of them"
            ]),
        Mistake(
            "a circumstance that is twice there", in: "circumstances.yaml",
            #"met: "Yes.", unmet: "No.", source: book }"#,
            #"""
            met: "Yes.", unmet: "No.", source: book }
              - { id: by-a-nurse, test: place, question: At home?, met: "Yes.", unmet: "No.", source: book }
            """#,
            [
                "circumstances.yaml:3:5: error: circumstance by-a-nurse is there already, in line 2; rename or drop one of them"
            ]),
        Mistake(
            "a misconception that is twice there", in: "misconceptions.yaml",
            "id: all-pays",
            "id: lonely",
            [
                "misconceptions.yaml:3:5: error: misconception lonely is there already, in line 2; rename or drop one of them"
            ]),
        Mistake(
            "a missing source", in: "terms.yaml",
            ", source: book }",
            " }",
            [
                "terms.yaml:2:5: error: a term needs the key source; add it"
            ]),
        Mistake(
            "an unknown source", in: "terms.yaml",
            ", source: book }",
            ", source: bok }",
            [
                "terms.yaml:2:98: error: no source bok in pack.yaml; did you mean book?"
            ]),
        Mistake(
            "an empty list of sources", in: "terms.yaml",
            ", source: book }",
            ", source: [] }",
            [
                "terms.yaml:2:98: error: the list is empty; give at least one source"
            ]),
        Mistake(
            "a last day before the first", in: "pack.yaml",
            "{ from: 2026-01-01 }",
            "{ from: 2026-01-01, to: 2025-12-31 }",
            [
                "pack.yaml:5:12: error: the last day, 2025-12-31, comes before the first, 2026-01-01; swap them, or mend one",
                "scenarios.yaml:2:5: warning: the visit of 2026-03-02 lies outside the days of this edition; move it, or widen effective: in pack.yaml",
                "scenarios.yaml:11:5: warning: the visit of 2026-03-03 lies outside the days of this edition; move it, or widen effective: in pack.yaml",
                "scenarios.yaml:20:5: warning: the visit of 2026-03-04 lies outside the days of this edition; move it, or widen effective: in pack.yaml",
                "scenarios.yaml:30:5: warning: the visit of 2026-03-05 lies outside the days of this edition; move it, or widen effective: in pack.yaml",
                "scenarios.yaml:39:5: warning: the visit of 2026-03-06 lies outside the days of this edition; move it, or widen effective: in pack.yaml",
            ]),
        Mistake(
            "an unknown default policy", in: "pack.yaml",
            "default-policy: started",
            "default-policy: stated",
            [
                "pack.yaml:6:17: error: no policy stated in policies.yaml; did you mean started?"
            ]),
        Mistake(
            "an unknown family", in: "pack.yaml",
            "family: visit",
            "family: visits",
            [
                "pack.yaml:7:9: error: no family visits in codes.yaml; did you mean visit?"
            ]),
        Mistake(
            "an unknown topic", in: "terms.yaml",
            "topic: before",
            "topic: befor",
            [
                #"terms.yaml:5:12: error: expected one of documentation, responsibility, challenge, before, after, found "befor"; did you mean before?"#
            ]),
        Mistake(
            "an unknown test", in: "circumstances.yaml",
            "test: performer",
            "test: nurse",
            [
                #"circumstances.yaml:2:29: error: expected one of service, place, performer, documented, beyond-first, first-code, found "nurse""#
            ]),
        Mistake(
            "a place of three digits", in: "policies.yaml",
            #"places: ["12"]"#,
            #"places: ["012"]"#,
            [
                #"policies.yaml:6:14: error: expected a place of service: two digits in quotes, such as "12", found "012""#
            ]),
        Mistake(
            "a misconception that changes nothing", in: "misconceptions.yaml",
            "change: { exclusions: ignored }",
            "change: {}",
            [
                "misconceptions.yaml:3:74: error: a misconception changes something; add bills:, credit: or another change"
            ]),
        Mistake(
            "a change that is none", in: "misconceptions.yaml",
            "exclusions: ignored",
            "exclusions: kept",
            [
                #"misconceptions.yaml:3:88: error: expected ignored, found "kept""#
            ]),
        Mistake(
            "an id with a space in it", in: "terms.yaml",
            "id: allergies",
            "id: Drug Allergies",
            [
                #"terms.yaml:4:9: error: expected an id: lower-case words joined by hyphens, found "Drug Allergies"; write drug-allergies"#
            ]),
        Mistake(
            "an id longer than one may be", in: "terms.yaml",
            "id: allergies",
            "id: " + String(repeating: "a", count: 65),
            [
                "terms.yaml:4:9: error: the text has more than 64 characters; say it shorter"
            ]),
        Mistake(
            "text longer than it may be", in: "pack.yaml",
            "title: a small pack",
            "title: " + String(repeating: "é", count: 81),
            [
                "pack.yaml:3:8: error: the text has more than 80 characters; say it shorter"
            ]),
        Mistake(
            "a newer format", in: "pack.yaml",
            "format: 1",
            "format: 2",
            [
                "pack.yaml:1:9: error: this pack is written in format 2, and this program reads format 1; use a newer program"
            ]),
        Mistake(
            "a colon that makes a key", in: "policies.yaml",
            "statement: An hour counts once it is over.",
            "statement: Note: an hour counts once it is over.",
            [
                "policies.yaml:12:20: error: this colon makes a key where none can be; put quotes round text that holds a colon and a space, or check how far the line is indented"
            ]),
        Mistake(
            "quotes that are never closed", in: "pack.yaml",
            "notice: nothing to notice",
            #"notice: "nothing to notice"#,
            [
                "pack.yaml:9:9: error: the quotes that open here are never closed; close them"
            ]),
        Mistake(
            "a tab for indentation", in: "policies.yaml",
            "    title: full hours",
            "\ttitle: full hours",
            [
                "policies.yaml:11:1: error: a tab indents this line; indent with spaces"
            ]),
    ]
}
