import Team

/// Makes the pages that routes show: each within the frame that all have.
struct Pages: Sendable {
    let accounts: Accounts
    let address: PublicAddress
    let renderer: any PageRenderer
    let files: StaticFiles
    /// What people call whoever vouches for them; nil where nobody does.
    let provider: String?

    /// A page for a visit.
    ///
    /// - Parameters:
    ///   - template: Its name.
    ///   - title: What it is called.
    ///   - visit: Whom it is for.
    ///   - values: What it is filled with.
    ///   - script: The script that adds to it; nil for none.
    ///   - status: Other than 200 where something is wrong with what was sent.
    /// - Returns: What the browser gets.
    /// - Throws: Where there is no such template: a defect.
    func page(
        _ template: String, _ title: String, for visit: Visit, _ values: [String: PageValue] = [:],
        script: String? = nil, status: Int = 200
    ) throws -> WebAnswer {
        var all = values
        all["title"] = .text(title)
        all["styles"] = .text(files.address(of: "style.css"))
        all["icon"] = .text(files.address(of: "icon.svg"))
        all["script"] = .optional(script.map(files.address))
        if let actor = visit.actor, let token = visit.token {
            all["person"] = .text(actor.person.name)
            all["key"] = .text(token.formKey)
            all["ways"] = .list(Way.all.filter { actor.may($0.permission) }.map(\.value))
        }
        return .html(try renderer.render(template, all), status: status)
    }

    /// The same page once more where what was typed cannot be taken, with what is wrong, above and at its field.
    func again(
        _ template: String, _ title: String, for visit: Visit, _ values: [String: PageValue], _ error: TeamError
    ) throws -> WebAnswer {
        let refusal = Refusal(error)
        var all = values
        all["problem"] = .text(refusal.message)
        var answer = try page(template, title, for: visit, all, status: refusal.status)
        if let seconds = refusal.seconds { answer.fields.append(("retry-after", "\(seconds)")) }
        return answer
    }
}

/// A way from any page to another, for whom it is one.
private struct Way {
    let title: String
    let path: String
    let permission: Permission
    /// What is there, in a sentence.
    let summary: String

    static let all = [
        Way(title: "Exams", path: "/exams", permission: .sitExam, summary: "Sit what is assigned to you."),
        Way(
            title: "Training", path: "/training", permission: .train,
            summary: "Answer, see why, and be asked what you need next."),
        Way(
            title: "Sittings", path: "/sittings", permission: .watchExams,
            summary: "Who sits what now, how far they are, and what came of it."),
        Way(
            title: "Packs", path: "/packs", permission: .seePacks,
            summary: "What is asked, item by item, and versions that were put up."),
        Way(
            title: "Certificates", path: "/certificates", permission: .certify,
            summary: "Those that were issued, and how they stand."),
        Way(
            title: "Assignments", path: "/assignments", permission: .assignExams,
            summary: "Who is to sit what, and when."),
        Way(
            title: "Roster", path: "/roster", permission: .keepRoster,
            summary: "Take in people and groups from files."),
        Way(
            title: "Courses", path: "/courses", permission: .keepRoster,
            summary: "Take in who learns in a course of a learning system."),
        Way(title: "Groups", path: "/groups", permission: .appoint, summary: "Say who leads which group."),
        Way(title: "People", path: "/people", permission: .invite, summary: "Invite people, and see who is in."),
        Way(
            title: "Issuer", path: "/issuer", permission: .administer,
            summary: "Who signs certificates, and the keys to verify them."),
        Way(title: "Keys", path: "/keys", permission: .automate, summary: "Let programs in, as far as each key goes."),
        Way(
            title: "Learning systems", path: "/learning-systems", permission: .administer,
            summary: "Let Moodle, Canvas and others send people, and tell them scores."),
        Way(
            title: "Outbox", path: "/outbox", permission: .administer,
            summary: "Letters and results that are still to be sent."),
        Way(title: "Trail", path: "/trail", permission: .seeTrail, summary: "Who did what, and when."),
    ]

    var value: PageValue { ["title": .text(title), "path": .text(path), "summary": .text(summary)] }
}
