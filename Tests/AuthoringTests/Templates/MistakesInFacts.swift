/// What an author may get wrong in the facts of the small pack's template, and what is said of it.
let mistakesInFacts = [
    TemplateMistake(
        "a kind that codes.yaml lacks", replacing: "kind: specialty-drug }",
        with: "kind: speciality-drug }",
        [
            "23:19: error: no service speciality-drug in codes.yaml; did you mean specialty-drug?"
        ]),
    TemplateMistake(
        "a performer that codes.yaml lacks", replacing: "performer: nurse",
        with: "performer: nruse",
        [
            "20:18: error: no performer nruse in codes.yaml; did you mean nurse?"
        ]),
    TemplateMistake(
        "a place that is none", replacing: "performer: nurse",
        with: "place: home\n      performer: nurse",
        [
            #"20:14: error: "home" is no place of service; places are two digits in quotes, such as "12""#
        ]),
    TemplateMistake(
        "a place from words", replacing: "performer: nurse",
        with: "place: \"{therapy.short}\"\n      performer: nurse",
        [
            #"20:14: error: "gout" is no place of service; places are two digits in quotes, such as "12""#
        ]),
    TemplateMistake(
        "a kind from minutes", replacing: #""{therapy.kind}""#,
        with: #""{length}""#,
        [
            "23:19: error: length holds minutes, not words; name a slot of words"
        ]),
    TemplateMistake(
        "a kind without its column", replacing: #""{therapy.kind}""#,
        with: #""{therapy}""#,
        [
            "23:19: error: therapy has columns; write therapy.condition or another of them"
        ]),
    TemplateMistake(
        "a kind from a column that is not there", replacing: #""{therapy.kind}""#,
        with: #""{therapy.kinds}""#,
        [
            "23:19: error: therapy has no column kinds; did you mean kind?"
        ]),
    TemplateMistake(
        "a performer from a column of single words", replacing: "performer: nurse",
        with: #"performer: "{way.id}""#,
        [
            "20:18: error: way has no column id; write way"
        ]),
    TemplateMistake(
        "minutes beside start and stop", replacing: #"stop: "{stop}" }"#,
        with: #"stop: "{stop}", minutes: "{length}" }"#,
        [
            "23:80: error: minutes beside start and stop say the same thing twice; keep one of them"
        ]),
    TemplateMistake(
        "a start alone", replacing: #", stop: "{stop}" }"#,
        with: " }",
        [
            "23:11: error: the service starts and never stops; add stop:, or say missing: [stop]"
        ]),
    TemplateMistake(
        "a stop alone", replacing: #"start: "{start}", stop"#,
        with: "stop",
        [
            "23:11: error: the service stops and never starts; add start:, or say missing: [start]"
        ]),
    TemplateMistake(
        "no time at all", replacing: #", start: "{start}", stop: "{stop}" }"#,
        with: " }",
        [
            "23:11: error: the service has no time; give start: and stop:, or minutes:, or missing: [duration]"
        ]),
    TemplateMistake(
        "minutes for a start", replacing: #"start: "{start}""#,
        with: #"start: "{length}""#,
        [
            "23:44: error: a time is wanted here, not minutes; name another slot"
        ]),
    TemplateMistake(
        "a time for minutes", replacing: #"minutes-used-this-week: "{spent}""#,
        with: #"minutes-used-this-week: "{stop}""#,
        [
            "21:31: error: minutes are wanted here, not a time; name another slot"
        ]),
    TemplateMistake(
        "services beside visits", replacing: "      services:\n",
        with: "      visits: [{ services: [{ kind: infusion, minutes: 60 }] }]\n      services:\n",
        [
            "24:9: error: an encounter has services: or visits:, not both; put the services under a visit"
        ]),
    TemplateMistake(
        "no visits",
        replacing: "      services:\n        - { kind: \"{therapy.kind}\", start: \"{start}\", stop: \"{stop}\" }",
        with: "      visits: []",
        [
            "22:15: error: an encounter needs a visit; add one"
        ]),
    TemplateMistake(
        "no services",
        replacing: "      services:\n        - { kind: \"{therapy.kind}\", start: \"{start}\", stop: \"{stop}\" }",
        with: "      services: []",
        [
            "22:17: error: a visit needs a service; add one"
        ]),
    TemplateMistake(
        "a date outside the edition", replacing: "performer: nurse",
        with: "date: 2025-03-03\n      performer: nurse",
        [
            "20:13: warning: the visits of 2025-03-03 lie outside the days of this edition; move them, or widen effective: in pack.yaml"
        ]),
    TemplateMistake(
        "a key that nobody knows", replacing: "performer: nurse",
        with: "performers: nurse",
        [
            "20:7: error: unknown key \"performers\" in an encounter; did you mean performer?"
        ]),
    TemplateMistake(
        "a stop before its start", replacing: #"stop: "{stop}" }"#,
        with: #"stop: "06:30" }"#,
        [
            "20:7: error: with seed 0 a service stops no later than it starts, at 14:30; narrow the slots, or add a constraint under where:"
        ]),
    TemplateMistake(
        "a length of nothing", replacing: #"start: "{start}", stop: "{stop}" }"#,
        with: "minutes: 0 }",
        [
            "20:7: error: with seed 0 a service takes 0 minutes; narrow the slots, or add a constraint under where:"
        ]),
    TemplateMistake(
        "more than a day",
        replacing:
            "stop: { after: [start, length] }\n      spent: { sum: [length, 15] }\n    where:\n      - stop < 21:00\n",
        with: "stop: { after: [start, length, 1400] }\n      spent: { sum: [length, 15] }\n",
        [
            "18:7: error: with seed 0 a service takes 1608 minutes; narrow the slots, or add a constraint under where:"
        ]),
    TemplateMistake(
        "a row of nothing", replacing: "    - { condition: gout, short: gout, drug: a biologic, kind: infusion }",
        with: "    - {}",
        [
            "3:7: error: the row is empty; give it columns"
        ]),
    TemplateMistake(
        "an article before one hour", replacing: "the nurse left.",
        with: "the nurse took a hour, a 8-hour day, an unit.",
        [
            #"24:11: warning: the stem may read "a hour,"; reword it"#
        ]),
    TemplateMistake(
        "several where there is one", replacing: "the nurse left.",
        with: "the nurse left after 1 minutes.",
        [
            #"24:11: warning: the stem may read "1 minutes."; reword it"#
        ]),
    TemplateMistake(
        "a week with too many minutes", replacing: "{ sum: [length, 15] }",
        with: "{ sum: [length, 10000] }",
        [
            "20:7: error: with seed 0 10208 minutes are used in the week; narrow the slots, or add a constraint under where:"
        ]),
    TemplateMistake(
        "a start before the day", replacing: #"start: { time: ["07:00", "18:00"], step: 30 }"#,
        with: "noon: { time: [\"07:00\", \"18:00\"], step: 30 }\n      start: { after: [noon, -600] }",
        [
            "21:7: error: with seed 1 a service starts -60 minutes after the midnight that begins the day; narrow the slots, or add a constraint under where:"
        ]),
]
