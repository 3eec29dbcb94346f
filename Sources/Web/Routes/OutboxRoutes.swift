import Machine
import Scoring
import Team

/// What is to leave the house and did not yet.
struct OutboxPages {
    let pages: Pages
    let outbox: any OutboxStore

    var routes: [Route] {
        [
            Route(.get, "outbox", .permission(.administer)) { visit in
                let waiting = try pages.accounts.waiting(in: outbox, for: visit.person()).map(value)
                return try pages.page(
                    "outbox", "Outbox", for: visit,
                    [
                        "waiting": .list(waiting), "hasWaiting": .flag(!waiting.isEmpty),
                        "isDone": .flag(visit.request.query.has("done")),
                    ])
            },
            Route(.post, "outbox/:number", .permission(.administer)) { visit in
                let (actor, number) = (try visit.person(), Int64(visit.part("number")) ?? -1)
                if visit.form["do"] == "discard" {
                    try pages.accounts.discard(number, in: outbox, by: actor)
                } else {
                    try pages.accounts.tryAgain(number, in: outbox, by: actor)
                }
                return .goTo("/outbox?done=yes")
            },
        ]
    }

    private func value(of listed: ListedOutgoing) -> PageValue {
        let zone = FixedZone.utc
        return [
            "number": .text("\(listed.number)"), "since": .text(zone.text(of: listed.since)),
            "kind": .text(listed.kind.words), "tries": .text("\(listed.tries)"),
            "due": .text(listed.due.map { $0.milliseconds == 0 ? "at once" : zone.text(of: $0) } ?? "given up"),
            "trouble": .text(listed.problem ?? ""),
        ]
    }
}

extension Outgoing.Kind {
    /// What it is, as people say it.
    fileprivate var words: String {
        switch self {
        case .closed: "the end of an exam"
        case .mail: "a letter"
        case .statements: "what an exam came to, for the record store"
        case .grades: "a score, for the learning system"
        }
    }
}
