import Team

extension Route {
    /// Style, scripts and pictures.
    static func `static`(_ files: StaticFiles) -> Route {
        Route(.get, "static/:name", .anyone) { visit in
            guard let answer = files.answer(visit.part("name"), mark: visit.request.query["v"]) else {
                throw TeamError(.notFound, "there is no such file")
            }
            return answer
        }
    }

    /// Whether the server can do its work: whoever asks this sends nobody here while it cannot. And how much it does.
    static func health(_ store: any TeamStore, _ tally: Tally) -> Route {
        Route(.get, "health/:what", .anyone) { visit in
            switch visit.part("what") {
            case "live": return .text("ok\n")
            case "metrics": return .text(tally.text, type: "text/plain; version=0.0.4; charset=utf-8")
            case "ready":
                _ = try store.counted("ready", in: 0)
                return .text("ok\n")
            default: throw TeamError(.notFound, "there is no such page")
            }
        }
    }

    /// Whether it is asked by whatever looks after servers, by any name of the host.
    var isAboutTheServer: Bool { pattern.hasPrefix("health/") }
}
