import SignOn
import Team

/// Signing in at a provider, where one vouches for people: there, and back.
struct SignOnPages {
    let pages: Pages
    let desk: SignOnDesk?

    var routes: [Route] {
        [
            Route(.get, "sign-in/provider", .anyone) { visit in
                try go(SignOnFlow(.signIn(to: Pages.back(visit.request.query["to"]))))
            },
            Route(.get, "invitation/:token/provider", .anyone) { visit in
                _ = try pages.accounts.invitation(for: Token(visit.part("token")))
                return try go(SignOnFlow(.join(visit.part("token"))))
            },
            Route(.get, "sign-in/provider/back", .anyone) { visit in try comeBack(visit) },
            Route(.post, "account/provider", .signedIn) { visit in try prepare(visit) },
            Route(.post, "account/provider/disconnect", .signedIn) { visit in
                do {
                    try pages.accounts.disconnect(visit.person())
                    return .goTo("/account?changed=provider")
                } catch let error as TeamError where error.kind == .invalid {
                    return try pages.again("account", "Your account", for: visit, pages.account(visit), error)
                }
            },
        ]
    }

    private func known() throws(TeamError) -> SignOnDesk {
        guard let desk else { throw TeamError(.notFound, "nobody vouches for people here") }
        return desk
    }

    private func go(_ flow: SignOnFlow) throws -> WebAnswer {
        keeping(flow.text, in: .goTo(try known().address(for: flow)))
    }

    /// A page with the way there: browsers follow no form to another server that a page of ours sent.
    private func prepare(_ visit: Visit) throws -> WebAnswer {
        let desk = try known()
        let flow = SignOnFlow(.connect, in: visit.token)
        let values: [String: PageValue] = [
            "provider": .text(desk.provider.name), "address": .text(try desk.address(for: flow)),
        ]
        return keeping(flow.text, in: try pages.page("connect", "Connect an account", for: visit, values))
    }

    private func comeBack(_ visit: Visit) throws -> WebAnswer {
        let desk = try known()
        do {
            guard let flow = visit.request.cookie(cookie).flatMap({ SignOnFlow($0, in: visit.token) }) else {
                throw TeamError(.invalid, "this browser has not begun to sign in here", mend: "begin again")
            }
            if flow.purpose == .connect { _ = try visit.person() }
            let vouched = try desk.vouched(for: flow) { visit.request.query[$0] }
            return keeping("", in: try enter(flow, vouched, visit))
        } catch let error as TeamError {
            return keeping("", in: try refused(visit, error))
        }
    }

    private func enter(_ flow: SignOnFlow, _ vouched: SignOnDesk.Vouched, _ visit: Visit) throws -> WebAnswer {
        switch flow.purpose {
        case .signIn(let path):
            let entered = try pages.accounts.signIn(as: vouched.identity)
            return pages.entering(.goTo(path), with: entered.token)
        case .join(let token):
            let entered = try pages.accounts.accept(
                Token(token), as: vouched.identity, named: vouched.name, at: vouched.address)
            return pages.entering(.goTo("/"), with: entered.token)
        case .connect:
            try pages.accounts.connect(vouched.identity, to: visit.person())
            return .goTo("/account?changed=provider")
        }
    }

    private func refused(_ visit: Visit, _ error: TeamError) throws -> WebAnswer {
        guard visit.actor != nil else {
            return try pages.again("sign-in", "Sign in", for: visit, pages.signIn(to: "/"), error)
        }
        return try pages.again("account", "Your account", for: visit, pages.account(visit), error)
    }

    private var cookie: String { pages.address.isSecure ? "__Host-preceptor-way" : "preceptor-way" }

    /// The same answer, with what the browser keeps on its way, for ten minutes; nothing any more where that is empty.
    private func keeping(_ text: String, in answer: WebAnswer) -> WebAnswer {
        var answer = answer
        let age = text.isEmpty ? 0 : 600
        answer.fields.append(("set-cookie", "\(cookie)=\(text); Max-Age=\(age); \(pages.cookieRules)"))
        return answer
    }
}
