import Signatures
import Team

extension Pages {
    /// Coming in and going out.
    var signInRoutes: [Route] {
        [
            Route(.get, "", .signedIn) { visit in try page("home", "Preceptor", for: visit, home(visit)) },
            Route(.get, "sign-in", .anyone) { visit in
                try page("sign-in", "Sign in", for: visit, signIn(to: Self.back(visit.request.query["to"])))
            },
            Route(.post, "sign-in", .anyone) { visit in try signIn(visit) },
            Route(.get, "invitation/:token", .anyone) { visit in
                let invitation = try accounts.invitation(for: Token(visit.part("token")))
                return try page("invitation", "Welcome", for: visit, values(of: invitation, visit))
            },
            Route(.post, "invitation/:token", .anyone) { visit in try accept(visit) },
            Route(.post, "sign-out", .signedIn) { visit in
                let actor = try visit.person()
                if visit.form.has("everywhere") {
                    try accounts.signOutEverywhere(actor)
                } else {
                    try accounts.signOut(actor)
                }
                return leaving(.goTo("/sign-in"))
            },
            Route(.get, "account", .signedIn) { visit in
                try page("account", "Your account", for: visit, account(visit))
            },
            Route(.post, "account/password", .signedIn) { visit in try changePassword(visit) },
        ]
    }

    private func home(_ visit: Visit) -> [String: PageValue] {
        ["first": .optional(visit.actor?.person.name.split(separator: " ").first.map(String.init))]
    }

    private func signIn(_ visit: Visit) throws -> WebAnswer {
        let to = Self.back(visit.form["to"])
        do {
            let entered = try accounts.signIn(visit.form["address"], visit.form["password"], from: visit.request.place)
            return entering(.goTo(to), with: entered.token)
        } catch {
            return try again(
                "sign-in", "Sign in", for: visit,
                signIn(to: to).merging(["address": .text(visit.form["address"])]) { $1 }, error)
        }
    }

    private func accept(_ visit: Visit) throws -> WebAnswer {
        let token = Token(visit.part("token"))
        let invitation = try accounts.invitation(for: token)
        do {
            let entered = try accounts.accept(
                token, as: visit.form["name"], at: visit.form["address"], password: visit.form["password"])
            return entering(.goTo("/"), with: entered.token)
        } catch {
            return try again("invitation", "Welcome", for: visit, values(of: invitation, visit), error)
        }
    }

    private func values(of invitation: Invitation, _ visit: Visit) -> [String: PageValue] {
        [
            "token": .text(visit.part("token")),
            "name": .text(visit.form.has("name") ? visit.form["name"] : invitation.name),
            "address": .text(invitation.address?.text ?? visit.form["address"]),
            "isAddressKnown": .flag(invitation.address != nil), "provider": .optional(provider),
        ]
    }

    private func changePassword(_ visit: Visit) throws -> WebAnswer {
        let actor = try visit.person()
        do {
            try accounts.changePassword(of: actor, from: visit.form["old"], to: visit.form["new"])
            return .goTo("/account?changed=yes")
        } catch {
            return try again("account", "Your account", for: visit, account(visit), error)
        }
    }

    /// What the page for signing in shows, before going on to another.
    func signIn(to path: String) -> [String: PageValue] {
        ["to": .text(path), "provider": .optional(provider), "way": .text(path.encodedWithPercents)]
    }

    /// What the page of whoever is signed in shows.
    func account(_ visit: Visit) throws -> [String: PageValue] {
        let actor = try visit.person()
        let changed = visit.request.method == .get ? visit.request.query["changed"] : ""
        return [
            "address": .optional(actor.person.address.isReachable ? actor.person.address.text : nil),
            "isChanged": .flag(changed == "yes"),
            "mayTrain": .flag(actor.may(.train)), "roles": .optional(visit.actor?.person.roles.text),
            "provider": .optional(provider),
            "isConnected": .flag(
                try accounts.store.identities(of: actor.person.id).contains { !$0.isOfPlatform }),
            "isOtherWay": .flag(changed == "provider"),
        ]
    }

    /// Where somebody wanted to go who had to sign in first: a page of ours, or the first one.
    static func back(_ path: String) -> String {
        let isOurs =
            path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.count <= 200
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isOurs ? path : "/"
    }

    /// The same answer, with what lets the browser in.
    func entering(_ answer: WebAnswer, with token: Token) -> WebAnswer {
        var answer = answer
        answer.fields.append(("set-cookie", "\(address.sessionCookie)=\(token.text); \(cookieRules)"))
        return answer
    }

    private func leaving(_ answer: WebAnswer) -> WebAnswer {
        var answer = answer
        answer.fields.append(("set-cookie", "\(address.sessionCookie)=; Max-Age=0; \(cookieRules)"))
        return answer
    }

    /// What browsers hold to with all cookies of ours.
    var cookieRules: String { "Path=/; HttpOnly; SameSite=Lax" + (address.isSecure ? "; Secure" : "") }
}
