/// What an author may get wrong in the words of the small pack's template, and what is said of it.
let mistakesInWords = [
    TemplateMistake(
        "a brace that opens only", replacing: "gets {therapy.drug} from",
        with: "gets {therapy.drug from",
        [
            "24:11: error: a brace is not one of a pair; slots are written {start}"
        ]),
    TemplateMistake(
        "a brace that closes only", replacing: "gets {therapy.drug} from",
        with: "gets therapy.drug} from",
        [
            "24:11: error: a brace is not one of a pair; slots are written {start}"
        ]),
    TemplateMistake(
        "braces round nothing", replacing: "gets {therapy.drug} from",
        with: "gets {} from",
        [
            "24:11: error: a slot's name stands between braces; such as {start}"
        ]),
    TemplateMistake(
        "a slot that is not there, and another", replacing: "{therapy.drug} from {start} to",
        with: "{therapie.drug} from {begin} to",
        [
            "24:11: error: no slot therapie before this; did you mean therapy?",
            "24:11: error: no slot begin before this; known are therapy, door, way, start, length, stop, spent",
        ]),
    TemplateMistake(
        "a column that is not there", replacing: "{therapy.drug} from",
        with: "{therapy.drugs} from",
        [
            "24:11: error: therapy has no column drugs; did you mean drug?"
        ]),
    TemplateMistake(
        "a slot without its column", replacing: "{therapy.drug} from",
        with: "{therapy} from",
        [
            "24:11: error: therapy has columns; write therapy.condition or another of them"
        ]),
    TemplateMistake(
        "a form that is not there", replacing: "from {start} to",
        with: "from {start.24h} to",
        [
            #"24:11: error: start has no form "24h"; known are start, start.12h, start.4"#
        ]),
    TemplateMistake(
        "a form for minutes", replacing: "{spent.short} this",
        with: "{spent.12h} this",
        [
            #"25:11: error: spent has no form "12h"; known are spent, spent.hours, spent.short"#
        ]),
    TemplateMistake(
        "a column for words", replacing: "{door}",
        with: "{door.wind}",
        [
            "25:11: error: door has no column wind; write door"
        ]),
    TemplateMistake(
        "a point without a form", replacing: "from {start} to",
        with: "from {start.} to",
        [
            #"24:11: error: start has no form ""; known are start, start.12h, start.4"#
        ]),
    TemplateMistake(
        "a wrong article", replacing: "gets {therapy.drug} from",
        with: "gets a {therapy.drug} from",
        [
            #"24:11: warning: the stem may read "a a"; reword it"#,
            #"24:11: warning: the stem may read "a iron"; reword it"#,
        ]),
    TemplateMistake(
        "a word twice in the text", replacing: "gets {therapy.drug} from",
        with: "gets gets {therapy.drug} from",
        [
            #"24:11: warning: the stem may read "gets gets"; reword it"#
        ]),
    TemplateMistake(
        "a small letter after a full stop", replacing: "{Way}, the",
        with: "{way}, the",
        [
            #"24:11: warning: the stem may read "17:33. by"; reword it"#,
            #"24:11: warning: the stem may read "12:45. on"; reword it"#,
        ]),
    TemplateMistake(
        "a small letter first", replacing: "stem: A patient",
        with: "stem: a patient",
        [
            #"24:11: warning: the stem may read "a"; reword it"#
        ]),
    TemplateMistake(
        "no full stop", replacing: "the nurse left.",
        with: "the nurse left",
        [
            #"24:11: warning: the stem may read "left"; reword it"#
        ]),
    TemplateMistake(
        "two full stops", replacing: "{door} {start.4}",
        with: "{door}. {start.4}",
        [
            #"25:11: warning: the note may read ".."; reword it"#
        ]),
    TemplateMistake(
        "a fact untold", replacing: "from {start} to {stop}. {Way}",
        with: "at some time. {Way}",
        [
            "24:11: warning: the stem does not tell start, which the facts rest on; write {start}, or what it follows from",
            "24:11: warning: the stem does not tell stop, which the facts rest on; write {stop}, or what it follows from",
            "24:11: warning: the stem does not tell spent, which the facts rest on; write {spent}, or what it follows from",
        ]),
    TemplateMistake(
        "a fact untold in the note", replacing: ", {spent.short} this week",
        with: ".",
        [
            #"25:11: warning: the note may read ".."; reword it"#
        ]),
    TemplateMistake(
        "a code in the text", replacing: "the nurse left.",
        with: "the nurse billed 99601.",
        [
            "24:11: warning: the stem names 99601 and gives the answer away; tell only the facts"
        ]),
    TemplateMistake(
        "an abbreviation that nothing explains", replacing: "note: Pt w/",
        with: "note: Pt c/o pain, hx of SOB, w/",
        [
            #"25:11: warning: the note may have "c/o", which nothing explains; add it to abbreviations: in terms.yaml"#,
            #"25:11: warning: the note may have "hx", which nothing explains; add it to abbreviations: in terms.yaml"#,
            #"25:11: warning: the note may have "SOB", which nothing explains; add it to abbreviations: in terms.yaml"#,
        ]),
    TemplateMistake(
        "a policy that is not there", replacing: "policies: [started]",
        with: "policies: [start]",
        [
            "26:16: error: no policy start in policies.yaml; did you mean started?"
        ]),
    TemplateMistake(
        "no policies", replacing: "policies: [started]",
        with: "policies: []",
        [
            "26:15: error: the list is empty; leave policies: out where the template makes sense under all"
        ]),
    TemplateMistake(
        "a source that is not there", replacing: "source: book",
        with: "source: bok",
        [
            "27:13: error: no source bok in pack.yaml; did you mean book?"
        ]),
    TemplateMistake(
        "no title", replacing: "    title: a visit\n",
        with: "",
        [
            "7:5: error: a template needs the key title; add it"
        ]),
    TemplateMistake(
        "a key of a template misspelt", replacing: "    note: Pt",
        with: "    notes: Pt",
        [
            "25:5: error: unknown key \"notes\" in a template; did you mean note?"
        ]),
]
