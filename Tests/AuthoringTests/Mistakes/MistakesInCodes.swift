extension Mistake {
    static let inCodes = [
        Mistake(
            "a wrong type", in: "codes.yaml",
            "each: 60",
            "each: an hour",
            [
                #"codes.yaml:20:32: error: expected a whole number of minutes from 1 to 1440, found "an hour""#
            ]),
        Mistake(
            "an unknown code in an exclusion", in: "codes.yaml",
            #"denies: ["99506"]"#,
            #"denies: ["99507"]"#,
            [
                "codes.yaml:27:31: error: no code 99507 in codes.yaml; did you mean 99506?"
            ]),
        Mistake(
            "an unknown code in a family", in: "codes.yaml",
            #"{ code: "99506", from: 1 }"#,
            #"{ code: "99507", from: 1 }"#,
            [
                "codes.yaml:25:17: error: no code 99507 in codes.yaml; did you mean 99506?"
            ]),
        Mistake(
            "a code that excludes itself", in: "codes.yaml",
            #"denies: ["99506"]"#,
            #"denies: ["99601"]"#,
            [
                "codes.yaml:27:31: error: 99601 cannot exclude itself; name the other code"
            ]),
        Mistake(
            "an empty list of exclusions", in: "codes.yaml",
            #"denies: ["99506"]"#,
            "denies: []",
            [
                "codes.yaml:27:30: error: the list is empty; give at least one code"
            ]),
        Mistake(
            "an add-on whose primary does not exist", in: "codes.yaml",
            #"add-on-to: ["99601"]"#,
            #"add-on-to: ["99601", "99600"]"#,
            [
                "codes.yaml:10:26: error: no code 99600 in codes.yaml; did you mean 99601 or 99602?"
            ]),
        Mistake(
            "an add-on to itself", in: "codes.yaml",
            #"add-on-to: ["99601"]"#,
            #"add-on-to: ["99601", "99602"]"#,
            [
                "codes.yaml:10:26: error: 99602 cannot be an add-on to itself; name its primary code"
            ]),
        Mistake(
            "an add-on that no family bills after its primary", in: "codes.yaml",
            #"add-on-to: ["99601"]"#,
            #"add-on-to: ["99506"]"#,
            [
                "codes.yaml:20:9: error: 99602 is an add-on to 99506, which this family never bills; add its primary under first:, or give 99602 a family of its own"
            ]),
        Mistake(
            "an add-on as a first code", in: "codes.yaml",
            #"{ code: "99601", from: 1, covers: 120 }"#,
            #"{ code: "99602", from: 1, covers: 120 }"#,
            [
                "codes.yaml:18:9: error: 99602 is an add-on to 99601, which nothing in the pack bills; add the family of its primary, and list 99602 there under further:"
            ]),
        Mistake(
            "ranges that overlap", in: "codes.yaml",
            #"- { code: "99601", from: 1, covers: 120 }"#,
            #"""
            - { code: "99601", from: 1, to: 60, covers: 120 }
                  - { code: "99506", from: 60 }
            """#,
            [
                "codes.yaml:19:9: error: minute 60 calls for 99601 and for 99506; give 99601 to: 59"
            ]),
        Mistake(
            "two ranges that begin at one minute", in: "codes.yaml",
            #"- { code: "99601", from: 1, covers: 120 }"#,
            #"""
            - { code: "99601", from: 1, covers: 120 }
                  - { code: "99506", from: 1 }
            """#,
            [
                "codes.yaml:19:9: error: minute 1 calls for 99601 and for 99506; let one begin later"
            ]),
        Mistake(
            "a range that ends before it begins", in: "codes.yaml",
            "from: 1, covers: 120",
            "from: 31, to: 30, covers: 120",
            [
                "codes.yaml:18:9: error: the range ends at minute 30, before it begins at 31; swap from: and to:"
            ]),
        Mistake(
            "a family that bills nothing", in: "codes.yaml",
            #"""
                first:
                  - { code: "99506", from: 1 }

            """#,
            "",
            [
                "codes.yaml:21:5: error: a family needs first: or further:, or both; add one"
            ]),
        Mistake(
            "a kind of service in two families", in: "codes.yaml",
            "services: [injection]",
            "services: [injection, infusion]",
            [
                "codes.yaml:21:5: error: infusion belongs to visit already, so its minutes would be billed twice; a kind of service belongs to one family, or each payer lists one of those that share it under families:"
            ]),
        Mistake(
            "a family's credit longer than its block", in: "codes.yaml",
            "after: 120 }",
            "after: 120, credit: at-least 75 }",
            [
                "codes.yaml:20:56: error: a part of 60 minutes can never be at least 75; write 60 at most"
            ]),
        Mistake(
            "a code that is twice there", in: "codes.yaml",
            #"- { code: "99506", label: an injection"#,
            #"""
            - { code: "99602", label: again, system: CPT, source: book }
              - { code: "99506", label: an injection
            """#,
            [
                "codes.yaml:12:5: error: code 99602 is there already, in line 7; rename or drop one of them"
            ]),
        Mistake(
            "a family that is twice there", in: "codes.yaml",
            #"""
            - id: injection
                title
            """#,
            #"""
            - id: visit
                title
            """#,
            [
                "codes.yaml:21:5: error: family visit is there already, in line 14; rename or drop one of them"
            ]),
        Mistake(
            "a modifier that is twice there", in: "codes.yaml",
            "- { modifier: SS, label: in a suite, source: book }",
            #"""
            - { modifier: SS, label: in a suite, source: book }
              - { modifier: ss, label: again, source: book }
            """#,
            [
                "codes.yaml:30:5: error: modifier SS is there already, in line 29; rename or drop one of them"
            ]),
        Mistake(
            "a service that is twice there", in: "codes.yaml",
            "{ id: injection, label: injection }",
            #"""
            { id: injection, label: injection }
              - { id: injection, label: again }
            """#,
            [
                "codes.yaml:33:5: error: service injection is there already, in line 32; rename or drop one of them"
            ]),
        Mistake(
            "a performer that is twice there", in: "codes.yaml",
            "- { id: cousin, label: a cousin }",
            #"""
            - { id: cousin, label: a cousin }
              - { id: nurse, label: again }
            """#,
            [
                "codes.yaml:36:5: error: performer nurse is there already, in line 34; rename or drop one of them"
            ]),
        Mistake(
            "a key that is twice in one mapping", in: "codes.yaml",
            "    label: the first two hours",
            #"""
                label: the first two hours
                label: twice
            """#,
            [
                "codes.yaml:3:5: error: label stands more than once in this mapping; keep one of them"
            ]),
        Mistake(
            "a bracket that is never closed", in: "codes.yaml",
            "services: [injection]",
            "services: [injection",
            [
                "codes.yaml:23:15: error: the bracket that opens here is not closed where it should be; close it, or add the comma that is missing inside"
            ]),
        Mistake(
            "a list that leaves its column", in: "codes.yaml",
            #"""
              - id: injection
                title
            """#,
            #"""
               - id: injection
                title
            """#,
            [
                "codes.yaml:21:4: error: this is not YAML: while parsing a block collection did not find expected '-' indicator; check the quotes and the indentation of this line and the one before"
            ]),
    ]
}
