/// What an author may get wrong in the lists, slots and constraints of the small pack, and what is said of it.
let mistakesInSlots = [
    TemplateMistake(
        "an empty list", replacing: "doors: [Raining., Snowing.]",
        with: "doors: []",
        [
            "5:10: error: the list is empty; give it words, or rows of words that fit each other"
        ]),
    TemplateMistake(
        "a list with a capital", replacing: "doors: [Raining",
        with: "Doors: [Raining",
        [
            "5:3: error: the name of a list is lower-case words joined by hyphens; such as drug or first-drug",
            "11:21: error: no list doors; add it to lists:",
        ]),
    TemplateMistake(
        "a column with a space", replacing: "- { condition: gout, short:",
        with: "- { condition: gout, the short:",
        [
            "3:26: error: the name of a column is lower-case words joined by hyphens; such as drug or first-drug"
        ]),
    TemplateMistake(
        "a row without a column", replacing: ", drug: iron, kind: specialty-drug",
        with: ", kind: specialty-drug",
        [
            "4:7: error: a row needs the key drug; add it"
        ]),
    TemplateMistake(
        "a row with a column more", replacing: ", drug: iron,",
        with: ", drug: iron, root: by IV,",
        [
            "4:52: error: unknown key \"root\" in a row; known are condition, short, drug, kind"
        ]),
    TemplateMistake(
        "a column misspelt", replacing: ", drug: iron,",
        with: ", durg: iron,",
        [
            "4:40: error: unknown key \"durg\" in a row; did you mean drug?"
        ]),
    TemplateMistake(
        "a word among rows", replacing: "    - { condition: anemia, short: IDA, drug: iron, kind: specialty-drug }",
        with: "    - anemia",
        [
            "4:7: error: words stand among rows; give them the columns condition, short, drug, kind"
        ]),
    TemplateMistake(
        "a row among words", replacing: "[Raining., Snowing.]",
        with: "[Raining., { wind: high }]",
        [
            "5:21: error: a row stands among words; a list holds words, or rows that all have the same columns"
        ]),
    TemplateMistake(
        "a slot in a list", replacing: "[Raining., Snowing.]",
        with: #"[Raining., "{start} snow."]"#,
        [
            "5:21: error: the words of a list cannot hold slots; put the slot into the stem"
        ]),
    TemplateMistake(
        "a word twice", replacing: "[Raining., Snowing.]",
        with: "[Raining., Raining.]",
        [
            "5:21: warning: the list has this already, so it comes twice as often; drop it"
        ]),
    TemplateMistake(
        "a list that no slot takes", replacing: "      door: { from: doors }\n",
        with: "      door: { one-of: [Raining., Snowing.] }\n",
        [
            "5:3: warning: no slot takes its words from doors; delete the list"
        ]),
    TemplateMistake(
        "a slot with a capital", replacing: "      way: {",
        with: "      Way: {",
        [
            "12:7: error: the name of a slot is lower-case words joined by hyphens; such as drug or first-drug",
            "24:11: error: no slot way before this; known are therapy, door, start, length, stop, spent",
        ]),
    TemplateMistake(
        "a slot of nothing", replacing: "{ from: doors }",
        with: "{}",
        [
            "5:3: warning: no slot takes its words from doors; delete the list",
            "11:13: error: a slot needs something to be filled with; add from, one-of, time, minutes, number, date, amount, after, sum, containers, left",
        ]),
    TemplateMistake(
        "a slot of a step alone", replacing: "{ from: doors }",
        with: "{ step: 5 }",
        [
            "5:3: warning: no slot takes its words from doors; delete the list",
            "11:13: error: a slot needs something to be filled with; add from, one-of, time, minutes, number, date, amount, after, sum, containers, left",
        ]),
    TemplateMistake(
        "a slot in two ways", replacing: "{ minutes: [60, 240] }",
        with: "{ minutes: [60, 240], sum: [start, 5] }",
        [
            "14:15: error: a slot is filled in one way, not by minutes and sum; keep one of them"
        ]),
    TemplateMistake(
        "a slot in a way that nobody knows", replacing: "{ minutes: [60, 240] }",
        with: "{ minuets: [60, 240] }",
        [
            "14:17: error: unknown key \"minuets\" in a slot; did you mean minutes?"
        ]),
    TemplateMistake(
        "a list that is not there", replacing: "{ from: doors }",
        with: "{ from: dors }",
        [
            "5:3: warning: no slot takes its words from doors; delete the list",
            "11:21: error: no list dors; did you mean doors?",
        ]),
    TemplateMistake(
        "a step for words", replacing: "{ from: doors }",
        with: "{ from: doors, step: 2 }",
        [
            "11:34: error: only times, minutes, numbers, dates and amounts go by steps; drop step:"
        ]),
    TemplateMistake(
        "a range with one end", replacing: "{ minutes: [60, 240] }",
        with: "{ minutes: 60 }",
        [
            "14:26: error: expected the first and the last value; write them as [first, last]"
        ]),
    TemplateMistake(
        "a range turned round", replacing: "{ minutes: [60, 240] }",
        with: "{ minutes: [240, 60] }",
        [
            "14:26: error: the last value comes before the first; swap them"
        ]),
    TemplateMistake(
        "a range of other things", replacing: "{ minutes: [60, 240] }",
        with: "{ minutes: [an hour, 2000] }",
        [
            #"14:27: error: expected a whole number of minutes from 0 to 1440, found "an hour""#,
            #"14:36: error: expected a whole number of minutes from 0 to 1440, found "2000""#,
        ]),
    TemplateMistake(
        "a time that is none", replacing: #"["07:00", "18:00"]"#,
        with: #"["7", "18:00"]"#,
        [
            #"13:23: error: expected a time on the clock of 24 hours, such as "09:00", found "7""#
        ]),
    TemplateMistake(
        "a step that misses the end", replacing: "{ minutes: [60, 240] }",
        with: "{ minutes: [60, 240], step: 25 }",
        [
            "14:31: warning: steps of 25 minutes never reach the last value; move it 5 back or 20 on"
        ]),
    TemplateMistake(
        "a step of nothing", replacing: "{ minutes: [60, 240] }",
        with: "{ minutes: [60, 240], step: 0 }",
        [
            #"14:43: error: expected a whole number of minutes from 1 to 720, found "0""#
        ]),
    TemplateMistake(
        "a time after minutes", replacing: "{ after: [start, length] }",
        with: "{ after: [length, 15] }",
        [
            "15:22: error: a time follows from one other time, and minutes; write after: [start, length]"
        ]),
    TemplateMistake(
        "a time after two times", replacing: "{ after: [start, length] }",
        with: #"{ after: [start, "09:00"] }"#,
        [
            "15:22: error: a time follows from one other time, and minutes; write after: [start, length]"
        ]),
    TemplateMistake(
        "a time in a sum", replacing: "{ sum: [length, 15] }",
        with: "{ sum: [start, 15] }",
        [
            "16:21: error: a sum is of minutes alone; where a time follows, write after:"
        ]),
    TemplateMistake(
        "a sum of nothing", replacing: "{ sum: [length, 15] }",
        with: "{ sum: [] }",
        [
            "16:21: error: the list is empty; give it slots and minutes"
        ]),
    TemplateMistake(
        "a sum of words", replacing: "{ sum: [length, 15] }",
        with: "{ sum: [door, 15] }",
        [
            "16:22: error: door holds words, not minutes; name a slot of times or minutes"
        ]),
    TemplateMistake(
        "a sum of what comes below", replacing: "{ after: [start, length] }",
        with: "{ after: [start, spent] }",
        [
            "15:30: error: no slot spent before this; known are therapy, door, way, start, length"
        ]),
    TemplateMistake(
        "a sum of a slot misspelt", replacing: "{ sum: [length, 15] }",
        with: "{ sum: [lenght, 15] }",
        [
            "16:22: error: no slot lenght before this; did you mean length?"
        ]),
    TemplateMistake(
        "a number beyond all reason", replacing: "{ sum: [length, 15] }",
        with: "{ sum: [length, 9223372036854775807] }",
        [
            "16:30: error: 9223372036854775807 minutes are more than two weeks"
        ]),
    TemplateMistake(
        "no slots", replacing: "    slots:\n      therapy: { from: therapies }",
        with: "    slots: {}\n    other:\n      therapy: { from: therapies }",
        [
            "2:3: warning: no slot takes its words from therapies; delete the list",
            "5:3: warning: no slot takes its words from doors; delete the list",
            "9:12: error: a template needs a slot; add one",
            "10:5: error: unknown key \"other\" in a template; known are id, title, slots, where, encounter, stem, note, policies, exams-only, source",
        ]),
    TemplateMistake(
        "a slot that nothing uses", replacing: "      spent: {",
        with: "      more: { minutes: [1, 5] }\n      spent: {",
        [
            "16:7: warning: nothing uses the slot more; delete it"
        ]),
    TemplateMistake(
        "a constraint without spaces", replacing: "- stop < 21:00",
        with: "- stop<21:00",
        [
            #"18:9: error: expected a comparison between slots, such as "length > 120"; put spaces round <, <=, >, >=, = or !="#
        ]),
    TemplateMistake(
        "a constraint that ends in the air", replacing: "- stop < 21:00",
        with: "- stop < 21:00 +",
        [
            "18:9: error: expected slots joined by +, such as start + length"
        ]),
    TemplateMistake(
        "a constraint with two slots and no plus", replacing: "- stop < 21:00",
        with: "- start length < 21:00",
        [
            "18:9: error: expected slots joined by +, such as start + length"
        ]),
    TemplateMistake(
        "a time held against minutes", replacing: "- stop < 21:00",
        with: "- stop < 1260",
        [
            "18:9: error: a time is held against a number of minutes; write times as HH:MM, and 24:00 for the midnight at the end of the day"
        ]),
    TemplateMistake(
        "a constraint on words", replacing: "- stop < 21:00",
        with: "- door < 21:00",
        [
            "18:9: error: door holds words, not minutes; name a slot of times or minutes"
        ]),
    TemplateMistake(
        "a constraint that cannot hold", replacing: "- stop < 21:00",
        with: "- stop < 07:30",
        [
            "18:7: error: the slots can hardly be filled so that where: holds; widen the slots, or loosen a constraint"
        ]),
]
