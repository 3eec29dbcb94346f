import LearningTools
import Signatures
import Team

/// Where learning systems send people, and ask for what proves who this house is. What is sent here comes from other
/// servers' pages, and proves itself.
struct LaunchPages {
    let pages: Pages
    let launches: LaunchDesk?
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "lti/login", .elsewhere) { visit in try begin(visit, visit.request.query) },
            Route(.post, "lti/login", .elsewhere) { visit in try begin(visit, visit.form) },
            Route(.post, "lti/launch", .elsewhere) { visit in try launch(visit) },
            Route(.get, "lti/keys", .elsewhere) { _ in .json(try known().publishedKeys) },
        ]
    }

    private func known() throws(TeamError) -> LaunchDesk {
        guard let launches else { throw TeamError(.notFound, "no learning system sends people here") }
        return launches
    }

    /// On to the learning system's sign-in. Exams do not go on within its pages, where browsers keep no session: there a
    /// page leads to a window of its own.
    private func begin(_ visit: Visit, _ fields: FormFields) throws -> WebAnswer {
        let (address, flow, platform) = try known().begin { fields[$0] }
        let isWithin = ["iframe", "frame"].contains(visit.request.fields["sec-fetch-dest"] ?? "")
        guard isWithin, try fields["target_link_uri"] != known().choice else {
            return keeping(flow.text, in: .goTo(address))
        }
        let again = Self.parameters.filter { fields.has($0) }.map { name in
            "\(name)=\(fields[name].encodedWithPercents)"
        }
        let page = try pages.page(
            "window", "Open in a window", for: visit, ["way": .text("/lti/login?\(again.joined(separator: "&"))")])
        return page.shown(within: platform.origins, sendingTo: [])
    }

    private static let parameters = [
        "iss", "login_hint", "target_link_uri", "lti_message_hint", "lti_deployment_id", "client_id",
    ]

    private func launch(_ visit: Visit) throws -> WebAnswer {
        let launches = try known()
        let flow = visit.request.cookie(cookie).flatMap { LaunchFlow($0) }
        let launch = try launches.launched(for: flow) { visit.form[$0] }
        if let course = launch.course { try launches.store.keep(course) }
        switch launch.purpose {
        case .resource(let exam, let place): return keeping("", in: try enter(launch, exam, place))
        case .choose(let choosing): return keeping("", in: try choose(choosing, launch, visit))
        }
    }

    private func enter(_ launch: Launch, _ exam: String?, _ place: GradePlace?) throws -> WebAnswer {
        let entered = try pages.accounts.enter(launch.subject, named: launch.name, from: launch.platform)
        guard let exam, launch.isLearner else { return pages.entering(.goTo("/"), with: entered.token) }
        let parts = exam.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw TeamError(.notFound, "there is no such exam") }
        try desk.assign(parts[1], of: parts[0], to: entered.actor, from: launch.platform)
        if let place { try known().store.keep(place, of: entered.actor.person.id, in: exam) }
        let path = "/exams/\(parts[0].encodedWithPercents)/\(parts[1].encodedWithPercents)"
        return pages.entering(.goTo(path), with: entered.token)
    }

    /// A page with a form for each exam, which sends what was chosen to the learning system.
    private func choose(_ choosing: Choosing, _ launch: Launch, _ visit: Visit) throws -> WebAnswer {
        let launches = try known()
        func value(_ exam: String?, _ title: String) throws -> PageValue {
            let token = try launches.answer(to: choosing, of: launch.platform, exam, titled: title)
            return ["title": .text(title), "token": .text(token), "back": .text(choosing.back)]
        }
        let exams = try desk.offered.map { try value($0.exam, $0.title) }
        let values: [String: PageValue] = [
            "platform": .text(launch.platform.name), "choices": .list(exams + [try value(nil, "Training")]),
        ]
        return try pages.page("choose", "Choose what the link leads to", for: visit, values)
            .shown(within: choosing.origins, sendingTo: choosing.origins)
    }

    private var cookie: String { pages.address.isSecure ? "__Host-preceptor-launch" : "preceptor-launch" }

    /// The same answer, with what the browser keeps on its way, for ten minutes; nothing any more where that is empty. A
    /// learning system's page sends the form that comes back, perhaps from within a page of its own.
    private func keeping(_ text: String, in answer: WebAnswer) -> WebAnswer {
        var answer = answer
        let age = text.isEmpty ? 0 : 600
        let rules = pages.address.isSecure ? "SameSite=None; Secure; Partitioned" : "SameSite=Lax"
        answer.fields.append(
            ("set-cookie", "\(cookie)=\(text); Max-Age=\(age); Path=/; HttpOnly; \(rules)"))
        return answer
    }
}

extension WebAnswer {
    /// The same page, which others may show within theirs, and whose forms go there.
    fileprivate func shown(within frames: [String], sendingTo forms: [String]) -> WebAnswer {
        var answer = self
        let targets = (["'self'"] + forms).joined(separator: " ")
        let places = frames.isEmpty ? "'none'" : frames.joined(separator: " ")
        answer.fields.append(
            (
                "content-security-policy",
                "default-src 'self'; base-uri 'none'; form-action \(targets); "
                    + "frame-ancestors \(places); object-src 'none'"
            ))
        return answer
    }
}
