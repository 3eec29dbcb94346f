import GRDB

/// What an Anki collection of one deck holds, in the form (schema 11) that every version of Anki imports.
struct AnkiCollection {
    private let bank: QuestionBank
    private let deck: Int64

    init(_ bank: QuestionBank) {
        self.bank = bank
        deck = StableID.moment("deck \(bank.name)")
    }

    static let schema = """
        CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
            ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
            models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
        CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
            usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld text NOT NULL, csum integer NOT NULL,
            flags integer NOT NULL, data text NOT NULL);
        CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
            mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
            due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
            lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
            flags integer NOT NULL, data text NOT NULL);
        CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
            ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
            type integer NOT NULL);
        CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
        CREATE INDEX ix_notes_usn ON notes (usn);
        CREATE INDEX ix_notes_csum ON notes (csum);
        CREATE INDEX ix_cards_usn ON cards (usn);
        CREATE INDEX ix_cards_nid ON cards (nid);
        CREATE INDEX ix_cards_sched ON cards (did, queue, due);
        CREATE INDEX ix_revlog_usn ON revlog (usn);
        CREATE INDEX ix_revlog_cid ON revlog (cid);
        """

    func write(to database: Database, at moment: Int) throws {
        try database.execute(
            sql: "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, '{}', ?, ?, ?, '{}')",
            arguments: [
                moment, moment * 1_000, moment * 1_000, AnkiNoteType.json(at: moment), decks(at: moment),
                Self.options,
            ])
        var used: Set<Int64> = []
        for (position, question) in bank.questions.enumerated() {
            let note = AnkiNote(question, of: bank.name)
            // Two names with one number are not to be expected, and must not lose a question.
            var id = note.id
            while !used.insert(id).inserted { id += 1 }
            try database.execute(
                sql: "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
                arguments: [
                    id, note.guid, AnkiNoteType.id, moment, note.tags, note.fields.joined(separator: "\u{1F}"),
                    note.sortField, 0,
                ])
            try database.execute(
                sql: "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                arguments: [id, id, deck, moment, position + 1])
        }
    }

    private func decks(at moment: Int) -> String {
        let about = ([bank.title] + bank.notices).joined(separator: "\n\n")
        let name = bank.name.isEmpty ? "questions" : bank.name
        return "{\(Self.deck(1, "Default", about: "", at: moment)),\(Self.deck(deck, name, about: about, at: moment))}"
    }

    private static func deck(_ id: Int64, _ name: String, about: String, at moment: Int) -> String {
        """
        "\(id)":{"id":\(id),"name":\(name.quotedAsJSON),"desc":\(about.quotedAsJSON),"mod":\(moment),"usn":-1,\
        "collapsed":false,"browserCollapsed":false,"dyn":0,"conf":1,"extendNew":0,"extendRev":0,\
        "newToday":[0,0],"revToday":[0,0],"lrnToday":[0,0],"timeToday":[0,0]}
        """
    }

    private static let options = """
        {"1":{"id":1,"name":"Default","mod":0,"usn":0,"maxTaken":60,"autoplay":true,"timer":0,"replayq":true,"dyn":false,\
        "new":{"delays":[1.0,10.0],"ints":[1,4,0],"initialFactor":2500,"order":1,"perDay":20,"bury":false},\
        "rev":{"perDay":200,"ease4":1.3,"ivlFct":1.0,"maxIvl":36500,"bury":false,"hardFactor":1.2},\
        "lapse":{"delays":[10.0],"mult":0.0,"minInt":1,"leechFails":8,"leechAction":1}}}
        """
}
