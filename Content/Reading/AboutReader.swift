import Scoring

extension PackReader {
    /// Reads pack.yaml: what the pack is, and the sources that everything else cites.
    func readAbout() -> Pack {
        var pack = Pack.empty
        let section = files.section("pack", log: log)
        guard var fields = section.files.first else {
            names.sources = Known([], isWhole: false)
            return pack
        }
        readFormat(&fields)
        pack.id = fields.required("id")?.id() ?? pack.id
        pack.title = fields.text("title", limit: 80) ?? ""
        pack.edition = fields.text("edition", limit: 40) ?? ""
        (pack.effective, places.effective) = fields.effective()
        pack.summary = fields.optional("summary")?.text() ?? ""
        pack.licence = fields.text("licence", limit: 80) ?? ""
        pack.notice = fields.text("notice") ?? ""
        pack.sources = readSources(&fields)
        names.sources = Known(pack.sources.map(\.id))
        defaultPolicy = fields.required("default-policy")
        mainFamily = fields.required("family")
        fields.finish()
        return pack
    }

    private func readFormat(_ fields: inout Fields) {
        guard let value = fields.required("format"), let format = value.integer(in: 1...99) else { return }
        if format != Pack.format {
            value.fail(
                "this pack is written in format \(format), and this program reads format \(Pack.format)",
                mend: "use a newer program")
        }
    }

    private func readSources(_ fields: inout Fields) -> [Source] {
        var places: [(String, Place)] = []
        let sources = fields.required("sources")?.list(ofAtLeastOne: "source") { value -> Source? in
            guard var fields = value.fields(of: "a source") else { return nil }
            let id: ID<Source>? = fields.required("id")?.id()
            let title = fields.text("title", limit: 300)
            let note = fields.optional("note")?.text(limit: 300)
            fields.finish()
            guard let id else { return nil }
            places.append((id.text, value.place))
            return Source(id: id.text, title: title ?? "", note: note)
        }
        unique(places, what: "source")
        return sources ?? []
    }
}

extension Pack {
    /// The version of the files' format that this program reads.
    package static let format = 1

    fileprivate static let empty = Pack(
        id: "unnamed", title: "", edition: "", effective: Effective(), summary: "", licence: "", notice: "",
        defaultPolicy: "", sources: [], codes: CodeSet(definitions: [], families: []), modifiers: [],
        serviceKinds: [], performers: [], policies: [], scenarios: [], templates: [], wordLists: [],
        terms: [], facts: [], abbreviations: [], circumstances: [], misconceptions: [])
}
