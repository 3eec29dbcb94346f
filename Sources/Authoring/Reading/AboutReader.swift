import Content
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
        pack.id = fields.value("id")?.id() ?? pack.id
        pack.title = fields.text("title") ?? ""
        pack.edition = fields.text("edition") ?? ""
        (pack.effective, positions.effective) = fields.effective()
        pack.summary = fields.text("summary") ?? ""
        pack.licence = fields.text("licence") ?? ""
        pack.notice = fields.text("notice") ?? ""
        pack.sources = readSources(&fields)
        names.sources = Known(pack.sources.map(\.id))
        defaultPolicy = fields.value("default-policy")
        mainFamily = fields.value("family")
        pack.usualPlace = fields.value("place")?.placeOfService() ?? pack.usualPlace
        fields.finish()
        return pack
    }

    private func readFormat(_ fields: inout Fields) {
        guard let format = fields.integer("format"), format != Pack.format else { return }
        if let value = fields.value("format") {
            value.fail(
                "this pack is written in format \(format), and this program reads format \(Pack.format)",
                mend: "use a newer program")
        }
    }

    private func readSources(_ fields: inout Fields) -> [Source] {
        var positions: [(String, FilePosition)] = []
        let sources = fields.value("sources")?.list(ofAtLeastOne: "source") { value -> Source? in
            guard var fields = value.fields(of: .source) else { return nil }
            let id: ID<Source>? = fields.value("id")?.id()
            let title = fields.text("title")
            let note = fields.text("note")
            let covers = fields.few("covers", nil, CodePattern.init(reading:))
            let until = fields.value("until")?.day()
            fields.finish()
            guard let id else { return nil }
            positions.append((id.text, value.position))
            if let covers { citations.covers[id.text] = covers }
            if let until { citations.until.append((id.text, until, value.position)) }
            return Source(id: id.text, title: title ?? "", note: note)
        }
        unique(positions, what: "source")
        return sources ?? []
    }
}

extension Pack {
    /// The version of the files' format that this program reads.
    package static let format = 1
}
