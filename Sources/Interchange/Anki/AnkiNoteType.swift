/// How the notes look on a card: the question and its options in front, all the rest behind.
enum AnkiNoteType {
    static let id = StableID.moment("note type of preceptor, first form")

    static func json(at moment: Int) -> String {
        let fields = AnkiNote.fieldNames.enumerated().map { position, name in
            """
            {"name":\(name.quotedAsJSON),"ord":\(position),"sticky":false,"rtl":false,"font":"Arial","size":20,"media":[]}
            """
        }
        return """
            {"\(id)":{"id":\(id),"name":"Preceptor question","type":0,"mod":\(moment),"usn":-1,"sortf":0,"did":1,\
            "latexPre":"","latexPost":"","tags":[],"vers":[],"req":[[0,"any",[0]]],"css":\(css.quotedAsJSON),\
            "flds":[\(fields.joined(separator: ","))],\
            "tmpls":[{"name":"Question","ord":0,"qfmt":\(front.quotedAsJSON),"afmt":\(back.quotedAsJSON),\
            "bqfmt":"","bafmt":"","did":null}]}}
            """
    }

    private static let front = "<div>{{Question}}</div>{{Options}}"
    private static let back = """
        {{FrontSide}}<hr id=answer><div class="answer">{{Answer}}</div><div>{{Explanation}}</div>\
        <div class="sources">{{Sources}}</div>
        """
    private static let css = """
        .card { font-family: sans-serif; font-size: 18px; text-align: left; max-width: 40em; margin: auto; }
        .answer { font-weight: bold; margin-bottom: 1em; }
        .sources { font-size: 80%; margin-top: 1em; }
        """
}

extension String {
    /// As JSON writes a text.
    var quotedAsJSON: String {
        var quoted = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
