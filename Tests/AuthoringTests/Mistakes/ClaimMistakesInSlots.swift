extension ClaimMistake {
    /// What an author may get wrong in the templates of a whole claim, and what is said of it.
    static let inSlots = [
        ClaimMistake(
            "a slot of amounts in two units", in: "home-month/templates.yaml",
            "amount: [101 mg, 999 mg], step: 2 mg",
            "amount: [101 mg, 999 mL], step: 2 mg",
            [
                "templates.yaml:38:23: error: the amounts are not all in one unit; write them and step: in the same unit"
            ]),
        ClaimMistake(
            "a container in another unit", in: "home-month/templates.yaml",
            "left: [dose, 100 mg]",
            "left: [dose, 100 mL]",
            [
                "templates.yaml:40:21: error: a container of 100 mL does not fit what is given; write more than nothing, in the same unit"
            ]),
        ClaimMistake(
            "a date after a time", in: "home-month/templates.yaml",
            "second: { after: [first, gap] }",
            "second: { after: [first, length] }",
            [
                "templates.yaml:14:32: error: no slot length before this; known are case, first, days, last, gap"
            ]),
        ClaimMistake(
            "a number that is a word", in: "home-month/templates.yaml",
            "every: 8, often",
            "every: eight, often",
            [
                #"templates.yaml:25:73: error: "eight" is no number of hours from 1 to 720; mend the list, or name another column"#
            ]),
        ClaimMistake(
            "an amount that is a word", in: "home-month/templates.yaml",
            "dose: 2 g, every",
            "dose: two grams, every",
            [
                #"templates.yaml:27:37: error: "two grams" is no amount such as "345 mg"; mend the list, or name another column"#
            ]),
        ClaimMistake(
            "dates held against minutes", in: "home-month/templates.yaml",
            "where: [last > first,",
            "where: [last > length,",
            [
                "templates.yaml:18:13: error: the two sides are not of one kind; hold dates against dates, and amounts against amounts in the same unit"
            ]),
        ClaimMistake(
            "amounts of two kinds", in: "home-month/templates.yaml",
            "dose > 120 mg",
            "dose > 120 mL",
            [
                "templates.yaml:43:13: error: the two sides are not of one kind; hold dates against dates, and amounts against amounts in the same unit"
            ]),
        ClaimMistake(
            "a last visit that may come later", in: "home-month/templates.yaml",
            "before: { after: [first, -90] }",
            "before: { after: [first, 1] }",
            [
                "templates.yaml:20:7: error: with seed 0 the last visit before 2026-03-20 is of 2026-03-21; narrow the slots, or add a constraint under where:"
            ]),
        ClaimMistake(
            "a date that is a number", in: "home-month/templates.yaml",
            #"{ date: "{second}", group"#,
            #"{ date: "{days}", group"#,
            [
                "templates.yaml:23:19: error: a date is wanted here; name a slot of dates"
            ]),
        ClaimMistake(
            "a telling that dates have not", in: "home-month/templates.yaml",
            "{before.short}",
            "{before.12h}",
            [
                #"templates.yaml:30:11: error: before has no form "12h"; known are before, before.long, before.short"#
            ]),
    ]
}
