import Content
import Examining
import Machine
import Scoring
import Team

/// Versions of packs, for whoever looks after them.
struct PackPages {
    let pages: Pages
    let desk: PackDesk
    private var items: PackItemPages { PackItemPages(pages: pages, desk: desk) }

    var routes: [Route] {
        [
            Route(.get, "packs", .permission(.seePacks)) { visit in
                try pages.page("packs", "Packs", for: visit, values(visit))
            },
            Route(.post, "packs", .permission(.putUpPacks), mostBytes: Self.mostBytes) { visit in try putUp(visit) },
            Route(.get, "packs/:version", .permission(.seePacks)) { visit in try show(visit) },
            Route(.get, "packs/:version/items/:kind/:id", .permission(.seePacks)) { visit in try items.preview(visit) },
            Route(.get, "packs/:version/files", .permission(.seeExamItems)) { visit in
                let files = try desk.files(of: visit.part("version"), for: visit.person())
                return .download(files.archive, "\(visit.part("version").prefix(12)).zip", "application/zip")
            },
            Route(.post, "packs/:version/review", .permission(.reviewPacks)) { visit in
                try changing(visit) { actor in try desk.review(visit.part("version"), by: actor) }
            },
            Route(.post, "packs/:version/turn-down", .permission(.reviewPacks)) { visit in
                try changing(visit, to: "/packs?done=yes") { actor in
                    try desk.turnDown(visit.part("version"), because: visit.form["reason"], by: actor)
                }
            },
            Route(.post, "packs/:version/use", .permission(.usePacks)) { visit in
                try changing(visit) { actor in
                    var day: Day?
                    if !visit.form["from"].isEmpty {
                        day = Day(visit.form["from"])
                        if day == nil { throw TeamError(.invalid, "this is no day", mend: "it looks like 2026-03-02") }
                    }
                    try desk.use(visit.part("version"), from: day, by: actor)
                }
            },
        ]
    }

    /// A pack has 4 MB at most; what a form says beside it, and what lies beside a pack in its folder, may come along.
    private static let mostBytes = 6 << 20

    /// The most problems that a page tells of.
    private static let mostProblems = 200

    // MARK: All of them

    private func values(_ visit: Visit) throws -> [String: PageValue] {
        let actor = try visit.person()
        let (versions, uses) = try desk.versions(for: actor)
        let names = try namesByID()
        let current = desk.inUse.current.sorted { $0.key < $1.key }.map(\.value)
        return [
            "current": .list(
                current.map { revision in
                    [
                        "path": .text("/packs/\(revision.sha256)"), "title": .text(revision.pack.title.withCapital),
                        "about": .text("\(revision.pack.id), edition \(revision.pack.edition)"),
                    ]
                }),
            "versions": .list(
                versions.map { version in
                    [
                        "path": .text("/packs/\(version.id)"), "title": .text(version.title),
                        "pack": .text(version.pack), "edition": .text(version.edition), "note": .text(version.note),
                        "by": .text(names[version.putUp.by.text] ?? ""),
                        "at": .text(desk.time.zone.text(of: version.putUp.at)),
                        "state": .text(state(of: version, uses)),
                    ]
                }),
            "hasVersions": .flag(!versions.isEmpty), "mayPutUp": .flag(actor.may(.putUpPacks)),
            "isDone": .flag(visit.request.query.has("done")), "note": .text(visit.form["note"]),
        ]
    }

    private func state(of version: PackVersion, _ uses: [PackUse]) -> String {
        guard version.review != nil else { return "draft" }
        if desk.inUse.current[version.pack]?.sha256 == version.id { return "in use" }
        let next = uses.last { $0.version == version.id && $0.from > desk.time.now }
        return next.map { "in use from \(desk.time.zone.text(of: $0.from))" } ?? "reviewed"
    }

    private func putUp(_ visit: Visit) throws -> WebAnswer {
        do {
            let checked = try desk.putUp(SentPack(visit.form).files, visit.form["note"], by: visit.person())
            if let revision = checked.revision, checked.problems.isEmpty {
                return .goTo("/packs/\(revision.sha256)?done=yes")
            }
            var values = try values(visit)
            values["hasProblems"] = true
            values["isPutUp"] = .flag(checked.revision != nil)
            values["put"] = .optional(checked.revision.map { "/packs/\($0.sha256)" })
            values["problems"] = .list(checked.problems.prefix(Self.mostProblems).map { .text($0) })
            let more = checked.problems.count - Self.mostProblems
            values["moreProblems"] = .optional(more > 0 ? "\(more)" : nil)
            return try pages.page(
                "packs", "Packs", for: visit, values, status: checked.revision == nil ? 422 : 200)
        } catch let error as TeamError {
            return try pages.again("packs", "Packs", for: visit, values(visit), error)
        }
    }

    // MARK: One version

    private func show(_ visit: Visit, _ error: TeamError? = nil) throws -> WebAnswer {
        let actor = try visit.person()
        let id = visit.part("version")
        let revision = try desk.revision(id, for: actor)
        let pack = revision.pack
        let (versions, uses) = try desk.versions(for: actor)
        let version = versions.first { $0.id == id }
        let names = try namesByID()
        let current = desk.inUse(insteadOf: revision)
        let isDraft = version.map { $0.review == nil } ?? false
        let isInUse = current?.sha256 == id
        var values: [String: PageValue] = [
            "path": .text("/packs/\(id)"), "about": .text("\(pack.id), edition \(pack.edition)"),
            "summary": .text(pack.summary), "hash": .text(id),
            "state": .text(version.map { state(of: $0, uses) } ?? (isInUse ? "in use" : "comes with the server")),
            "note": .optional(version.flatMap { $0.note.isEmpty ? nil : $0.note }),
            "putUp": .optional(version.map { words(of: $0.putUp, names) }),
            "reviewed": .optional(version?.review.map { words(of: $0, names) }),
            "mayReview": .flag(isDraft && actor.may(.reviewPacks) && version?.putUp.by != actor.person.id),
            "mayTurnDown": .flag(isDraft && actor.may(.reviewPacks)),
            "mayUse": .flag(!isDraft && !isInUse && actor.may(.usePacks)), "from": .text(visit.form["from"]),
            "reason": .text(visit.form["reason"]), "today": .text("\(desk.time.today)"),
            "mayDownload": .flag(version != nil && actor.may(.seeExamItems)),
            "isDone": .flag(visit.request.query.has("done")),
            "kinds": .list(try items.kinds(of: revision, for: actor)),
        ]
        let history = uses.filter { $0.pack == pack.id.text }
        values["hasHistory"] = .flag(!history.isEmpty)
        values["history"] = .list(history.map { use in value(of: use, versions, names) })
        if let current, !isInUse, actor.may(.seeExamItems) {
            values["difference"] = .group(PackDifference(from: current.pack, to: pack).values)
        }
        let title = pack.title.withCapital
        guard let error else { return try pages.page("pack", title, for: visit, values) }
        return try pages.again("pack", title, for: visit, values, error)
    }

    private func value(of use: PackUse, _ versions: [PackVersion], _ names: [String: String]) -> PageValue {
        let version = versions.first { $0.id == use.version }
        return [
            "from": .text(desk.time.zone.text(of: use.from)),
            "what": .text(version.map { "\($0.edition), put up \(words(of: $0.putUp, names))" } ?? "the server's own"),
            "path": .optional(version.map { "/packs/\($0.id)" }), "said": .text(words(of: use.said, names)),
        ]
    }

    private func changing(
        _ visit: Visit, to path: String? = nil, _ change: (Actor) throws -> Void
    ) throws -> WebAnswer {
        do {
            try change(try visit.person())
            return .goTo(path ?? "/packs/\(visit.part("version"))?done=yes")
        } catch let error as TeamError where error.kind == .invalid || error.kind == .taken {
            return try show(visit, error)
        }
    }

    private func words(of deed: PackVersion.Deed, _ names: [String: String]) -> String {
        "by \(names[deed.by.text] ?? deed.by.text), \(desk.time.zone.text(of: deed.at))"
    }

    private func namesByID() throws -> [String: String] {
        Dictionary(try pages.accounts.store.people().map { ($0.id.text, $0.name) }) { first, _ in first }
    }
}
