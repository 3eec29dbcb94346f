import Content
import Examining
import Machine
import Quiz
import Reports
import Scoring
import Signatures
import Team

/// What a version of a pack asks, with what learners and exams tell of it.
struct PackItemPages {
    let pages: Pages
    let desk: PackDesk

    /// The scenarios, templates and terms of a version, as far as somebody may see them.
    ///
    /// - Throws: `TeamError` or `ExamError` where what is told of them cannot be read.
    func kinds(of revision: PackRevision, for actor: Actor) throws -> [PageValue] {
        let told = try told(of: revision, to: actor)
        return PackEntry.Kind.allCases.compactMap { kind in
            let entries = PackEntry.all(kind, of: revision.pack)
            guard !entries.isEmpty, !kind.isSecret || actor.may(.seeExamItems) else { return nil }
            return [
                "title": .text(kind.title), "count": .text("\(entries.count)"),
                "entries": .list(
                    entries.map { entry in
                        [
                            "path": .text(entry.path(in: revision.sha256)), "id": .text(entry.id),
                            "title": .text(entry.title), "told": .optional(told.brief(of: entry.family)),
                        ]
                    }),
            ]
        }
    }

    /// The items that are asked about one of them.
    ///
    /// - Throws: `TeamError` or `ExamError` where there is none, or it may not be seen.
    func preview(_ visit: Visit) throws -> WebAnswer {
        let actor = try visit.person()
        let revision = try desk.revision(visit.part("version"), for: actor)
        let pack = revision.pack
        let payers = Payers(of: pack).all
        let payer =
            payers.first { $0.policy.id.text == visit.request.query["policy"] }
            ?? payers.first { $0.policy.id == pack.defaultPolicy } ?? payers.first
        guard let kind = PackEntry.Kind(rawValue: visit.part("kind")), !kind.isSecret || actor.may(.seeExamItems),
            let entry = PackEntry.all(kind, of: pack).first(where: { $0.id == visit.part("id") }), let payer
        else { throw TeamError(.notFound, "there is no such item") }
        let seed = UInt64(visit.request.query["seed"]) ?? 1
        let items = entry.items(in: pack, under: payer, seed: seed)
        let path = entry.path(in: revision.sha256)
        let others = kind == .term ? [] : payers.filter { $0.policy.id != payer.policy.id }
        var values: [String: PageValue] = [
            "back": .text("/packs/\(revision.sha256)"), "about": .text(entry.title), "isEmpty": .flag(items.isEmpty),
            "items": .list(items.map(\.preview)), "policy": .optional(kind == .term ? nil : payer.policy.title),
            "hasOthers": .flag(!others.isEmpty),
            "others": .list(
                others.map { other in
                    let query = "policy=\(other.policy.id.text.encodedWithPercents)&seed=\(seed)"
                    return ["path": .text("\(path)?\(query)"), "title": .text(other.policy.title)]
                }),
            "next": .optional(
                kind == .template || kind == .examTemplate
                    ? "\(path)?policy=\(payer.policy.id.text.encodedWithPercents)&seed=\(seed &+ 1)" : nil),
        ]
        values.merge(try told(of: revision, to: actor).values(of: entry.family, desk.time.zone)) { $1 }
        return try pages.page("pack-item", entry.id, for: visit, values)
    }

    private func told(of revision: PackRevision, to actor: Actor) throws -> ToldOfItems {
        let report = ExamReport(
            of: try desk.attempts(at: revision, for: actor), in: revision.pack, roster: Roster(), group: nil,
            only: nil, at: desk.time)
        return ToldOfItems(by: try desk.remarks(on: revision.pack.id.text, for: actor), and: report)
    }
}

/// What learners say and what exams show of what a pack asks.
private struct ToldOfItems {
    private let remarks: [String: [ItemRemark]]
    private let figures: [String: [(exam: String, figures: TestStatistics.Flagged)]]

    init(by remarks: [ItemRemark], and report: ExamReport) {
        self.remarks = Dictionary(grouping: remarks, by: \.family.description)
        let all = report.parts.flatMap { part in part.statistics.families.map { (exam: part.title, figures: $0) } }
        figures = Dictionary(grouping: all, by: \.figures.analysis.name)
    }

    /// A few words beside its name; nil where nothing is told.
    func brief(of family: ItemFamily) -> String? {
        let remarks = remarks[family.description]?.count ?? 0
        let exams = (figures[family.description] ?? []).map { exam, figures in
            let share = figures.analysis.difficulty.map { ", \(mark($0)) right" } ?? ""
            return "\(exam): \(quantity(figures.analysis.responses, "answer"))\(share)"
        }
        let all = (remarks > 0 ? [quantity(remarks, "flag")] : []) + exams
        return all.isEmpty ? nil : all.joined(separator: "; ")
    }

    func values(of family: ItemFamily, _ zone: any Zone) -> [String: PageValue] {
        let remarks = remarks[family.description] ?? []
        let figures = figures[family.description] ?? []
        return [
            "hasRemarks": .flag(!remarks.isEmpty),
            "remarks": .list(
                remarks.map { remark in
                    [
                        "note": .text(remark.note), "kind": .text(remark.kind.rawValue),
                        "at": .text(zone.text(of: remark.at)),
                    ]
                }),
            "hasFigures": .flag(!figures.isEmpty),
            "figures": .list(
                figures.map { exam, figures in
                    [
                        "exam": .text(exam), "answers": .text("\(figures.analysis.responses)"),
                        "right": .text(figures.difficultyWords), "apart": .text(figures.discriminationWords),
                        "remark": .text(figures.remarks.joined(separator: "; ")),
                    ]
                }),
        ]
    }
}
