import Scoring

extension PackReader {
    /// Reads pack.yaml: what the pack is, and the sources that everything else cites.
    func readAbout() -> Pack {
        var pack = Pack.empty
        var section = files.section("pack", log: log)
        guard var fields = section.files.first else { return pack }
        if let format = fields.required("format")?.integer(in: 1...99), format != Pack.format {
            fields.owner.fail(
                "this pack is written in format \(format), and this program reads format \(Pack.format)",
                mend: "use a newer program")
        }
        pack.id = fields.required("id")?.id() ?? pack.id
        pack.title = fields.text("title", limit: 80) ?? ""
        pack.edition = fields.text("edition", limit: 40) ?? ""
        pack.effective = fields.effective()
        pack.summary = fields.optional("summary")?.text() ?? ""
        pack.licence = fields.text("licence", limit: 80) ?? ""
        pack.notice = fields.text("notice") ?? ""
        pack.sources = readSources(&fields)
        names.sources = pack.sources.map(\.id)
        defaultPolicy = fields.required("default-policy")
        mainFamily = fields.required("family")
        section.files = [fields]
        section.finish()
        return pack
    }

    private func readSources(_ fields: inout Fields) -> [Source] {
        var places: [(String, Place)] = []
        let sources = fields.required("sources")?.list { value -> Source? in
            guard var fields = value.fields(of: "a source") else { return nil }
            let id: ID<Source>? = fields.required("id")?.id()
            let title = fields.text("title", limit: 300)
            let note = fields.optional("note")?.text(limit: 300)
            fields.finish()
            guard let id, let title else { return nil }
            places.append((id.text, value.place))
            return Source(id: id.text, title: title, note: note)
        }
        unique(places, what: "source")
        return sources ?? []
    }
}

extension Pack {
    /// The version of the files' format that this program reads.
    package static let format = 1

    static let empty = Pack(
        id: "unnamed", title: "", edition: "", effective: Effective(), summary: "", licence: "", notice: "",
        defaultPolicy: "", sources: [], codes: CodeSet(definitions: [], families: []), modifiers: [],
        serviceKinds: [], performers: [], policies: [], scenarios: [], templates: [], wordLists: [],
        terms: [], facts: [], abbreviations: [], circumstances: [], misconceptions: [])
}
