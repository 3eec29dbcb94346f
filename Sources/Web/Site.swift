import Examining
package import LearningTools
package import SignOn
import Signatures
package import Team

/// All pages and what they do. It knows no socket: a request comes in as a value, and what a browser gets goes out as one.
package struct Site: Sendable {
    let accounts: Accounts
    let address: PublicAddress
    let renderer: any PageRenderer
    let files: StaticFiles
    private let tally: Tally
    /// Everything that can be asked.
    package let routes: [Route]

    /// - Parameters:
    ///   - accounts: People, and what lets them in.
    ///   - desk: Exams.
    ///   - training: Training.
    ///   - signOn: Lets people sign in elsewhere; nil where nobody vouches for them.
    ///   - launches: Takes in whom learning systems send; nil where none does.
    ///   - outbox: What is to leave the house.
    ///   - address: Where the server is, as browsers see it.
    ///   - renderer: Makes pages.
    ///   - files: What pages need beside themselves.
    package init(
        _ accounts: Accounts, _ desk: ExamDesk, _ training: TrainingDesk, signOn: SignOnDesk? = nil,
        launches: LaunchDesk? = nil,
        outbox: any OutboxStore, at address: PublicAddress,
        renderer: any PageRenderer, files: StaticFiles
    ) {
        self.accounts = accounts
        self.address = address
        self.renderer = renderer
        self.files = files
        let tally = Tally()
        self.tally = tally
        let pages = Pages(
            accounts: accounts, address: address, renderer: renderer, files: files, provider: signOn?.provider.name)
        routes =
            [.static(files), .health(accounts.store, tally)] + pages.signInRoutes + pages.houseRoutes
            + ExamPages(pages: pages, desk: desk).routes
            + TrainingPages(pages: pages, desk: training).routes
            + LessonPages(pages: pages, desk: training.lessons).routes
            // Before pages of one sitting, whose names would be any.
            + ListFiles(desk: desk).routes
            + LeadPages(pages: pages, desk: desk, watch: Watch(desk)).routes
            + AssignmentPages(pages: pages, desk: desk).routes
            + RosterPages(pages: pages, desk: desk).routes
            + GroupPages(pages: pages, desk: desk).routes
            + ReportPages(pages: pages, desk: desk).routes
            + SignOnPages(pages: pages, desk: signOn).routes
            + LaunchPages(pages: pages, launches: launches, desk: desk).routes
            + PlatformPages(pages: pages, launches: launches, desk: desk).routes
            + OutboxPages(pages: pages, outbox: outbox).routes
            + PackPages(pages: pages, desk: PackDesk(of: desk, and: training)).routes
            + CertificatePages(pages: pages, desk: desk).routes
            + KeyPages(pages: pages).routes
            + API(accounts, desk, training, at: address).routes
    }

    /// The most bytes that may be sent with a request; its body is not looked at.
    package func mostBytes(with request: WebRequest) -> Int {
        let asked = routes.first { $0.method == request.method && request.path.flatMap($0.match) != nil }
        return asked?.mostBytes ?? 1 << 20
    }

    /// What whoever has sent more than that gets, or has taken too long.
    package func respond(to request: WebRequest, whoseBody fault: BodyFault) -> WebAnswer {
        tally.counting { securing(refusal(of: request, fault)) }
    }

    /// What a browser gets for what it asks. It blocks until that is known.
    package func respond(to request: WebRequest) -> WebAnswer {
        tally.counting { answer(to: request) }
    }

    private func answer(to request: WebRequest) -> WebAnswer {
        var answer: WebAnswer
        do { answer = try reply(to: request) } catch { answer = refusal(of: request, error) }
        if request.method == .head { answer.body = .bytes([]) }
        return securing(answer)
    }

    private func reply(to request: WebRequest) throws -> WebAnswer {
        guard let path = request.path else { throw TeamError(.notFound, "there is no such page") }
        let found = routes.compactMap { route in route.match(path).map { (route: route, parts: $0) } }
        guard !found.isEmpty else { throw TeamError(.notFound, "there is no such page") }
        let method = request.method == .head ? .get : request.method
        guard let (route, parts) = found.first(where: { $0.route.method == method }) else {
            let allowed = found.map(\.route.method.rawValue).joined(separator: ", ")
            var answer = request.isOfInterface ? Refusal.wrongMethod.problem : WebAnswer(405)
            answer.fields.append(("allow", allowed))
            return answer
        }
        if route.isAboutTheServer { return try route.handle(Visit(request, parts)) }
        guard request.fields["host"]?.lowercased() == address.authority else {
            return .text("This server is \(address.origin), and no other.\n", status: 421)
        }
        if case .key(let scope) = route.access {
            return try route.handle(program(request, parts, scope))
        }
        if route.access == .elsewhere { return try route.handle(Visit(request, parts)) }
        let token = request.cookie(address.sessionCookie).flatMap(Token.init)
        let actor = try known(token)
        let visit = Visit(request, parts, actor, token)
        try check(visit, for: route)
        return try route.handle(visit)
    }

    /// Who holds a token; nil where nobody does.
    private func known(_ token: Token?) throws(TeamError) -> Actor? {
        do { return try accounts.actor(for: token) } catch {
            guard error.kind == .signedOut else { throw error }
            return nil
        }
    }

    /// The visit of a program, by the key that it sends: no cookie counts, so that no page can send it.
    private func program(_ request: WebRequest, _ parts: [String: String], _ scope: KeyScope?) throws -> Visit {
        let words = (request.fields["authorization"] ?? "").split(separator: " ")
        let isBearer = words.count == 2 && words[0].lowercased() == "bearer"
        let (actor, key) = try accounts.actor(
            byKey: isBearer ? Token(String(words[1])) : nil, from: request.place)
        if let scope {
            guard key.scopes.contains(scope) else {
                throw TeamError(.forbidden, "this key does not allow \(scope.rawValue)", mend: "make one that does")
            }
            try actor.check(scope.needed)
        }
        return Visit(request: request, parts: parts, actor: actor, token: nil, key: key, form: FormFields())
    }

    /// Holds a visit against what the route asks for.
    private func check(_ visit: Visit, for route: Route) throws {
        if route.method != .get { try checkSender(of: visit) }
        switch route.access {
        case .anyone, .elsewhere: return
        case .signedIn: _ = try visit.person()
        case .permission(let permission): try visit.person().check(permission)
        case .key: throw TeamError(.signedOut, "no key came along")
        }
    }

    /// Nobody but our own pages may send something to be done: the browser says from where it comes, and who is signed in
    /// proves to have read a page of the session.
    private func checkSender(of visit: Visit) throws {
        let origin = visit.request.fields["origin"]?.lowercased()
        let isOurs = origin.map { $0 == address.origin } ?? (visit.request.fields["sec-fetch-site"] == "same-origin")
        guard isOurs else { throw TeamError(.forbidden, "this form was not sent from a page of this server") }
        guard visit.actor != nil, let token = visit.token else { return }
        let key = visit.request.fields["x-form-key"] ?? visit.form["key"]
        guard token.isKey(key) else {
            let isWithFiles = visit.request.fields["content-type"]?.lowercased().hasPrefix("multipart/") == true
            guard !isWithFiles || visit.request.form != nil else {
                throw TeamError(
                    .invalid, "this form cannot be read", mend: "send at most 1,000 files, each of them whole")
            }
            throw TeamError(.forbidden, "this page is too old to be sent", mend: "load it again")
        }
    }
}

extension Visit {
    init(_ request: WebRequest, _ parts: [String: String], _ actor: Actor? = nil, _ token: Token? = nil) {
        self.init(
            request: request, parts: parts, actor: actor, token: actor == nil ? nil : token,
            form: request.form ?? FormFields())
    }
}

extension Site {
    /// What is said of a request that is refused.
    private func refusal(of request: WebRequest, _ error: any Error) -> WebAnswer {
        let refusal = Refusal(error)
        if request.isOfInterface { return refusal.problem }
        if refusal.status == 401, !request.wantsJSON, request.method == .get {
            let back = request.path.map { "/" + $0.map(\.encodedWithPercents).joined(separator: "/") } ?? "/"
            return .goTo("/sign-in?to=\(back.encodedWithPercents)")
        }
        var answer = request.wantsJSON ? refusal.json : page(of: refusal)
        if let seconds = refusal.seconds { answer.fields.append(("retry-after", "\(seconds)")) }
        return answer
    }

    private func page(of refusal: Refusal) -> WebAnswer {
        let values: [String: PageValue] = [
            "title": .text(refusal.title), "message": .text(refusal.message),
            "styles": .text(files.address(of: "style.css")), "icon": .text(files.address(of: "icon.svg")),
        ]
        let page = try? renderer.render("refusal", values)
        return page.map { .html($0, status: refusal.status) } ?? .text(refusal.message + "\n", status: refusal.status)
    }

    /// The same answer, with what keeps browsers from doing what our pages never ask for.
    private func securing(_ answer: WebAnswer) -> WebAnswer {
        var answer = answer
        // Only a page that says so itself is shown within others'.
        if answer.field("content-security-policy") == nil {
            answer.fields += [
                (
                    "content-security-policy",
                    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
                ),
                ("x-frame-options", "DENY"),
            ]
        }
        answer.fields += [
            ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ]
        if address.isSecure { answer.fields.append(("strict-transport-security", "max-age=31536000")) }
        if answer.field("cache-control") == nil { answer.fields.append(("cache-control", "no-store")) }
        return answer
    }
}
