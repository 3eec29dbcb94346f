#if Server
import Examining
import Quiz
import Team

/// Fills an empty house with a lead, an educator and three coders, one of whom has passed an exam, one has not, and one is
/// at it; so that whoever looks around finds something everywhere.
struct Demo {
    let accounts: Accounts
    let desk: ExamDesk
    let training: TrainingDesk

    /// Everybody's.
    static let password = "try it out today"
    private static let pack = "home-infusion"
    private static let exam = "quiz"

    /// - Returns: What to say of it, a line each; nothing where somebody is in already.
    /// - Throws: `TeamError` or `ExamError` where it cannot be kept.
    func fill() throws -> [String] {
        guard let token = try accounts.inviteFirstAdministrator() else { return [] }
        let first = try accounts.accept(token, as: "Lena", at: "lena@example.org", password: Self.password)
        try accounts.setRoles(of: first.actor.person.id, to: [.administrator, .lead], by: first.actor)
        let lead = try accounts.actor(for: first.token)
        let coders = try ["Ada", "Ben", "Cleo"].map { try add($0, [.candidate, .learner], by: lead) }
        _ = try add("Dora", [.educator], by: lead)
        try desk.assign(Self.exam, of: Self.pack, to: coders.map(\.person.id), ExamWindow(), by: lead)
        try sit(coders[0], answering: 10) { $0.key }
        try sit(coders[1], answering: 10) { _ in "99601 x1" }
        try sit(coders[2], answering: 3) { $0.key }
        try train(coders[0])
        return [
            "For a look around, sign in with the password “\(Self.password)” as one of",
            "  lena@example.org   lead and administrator",
            "  ada@example.org    has passed an exam, and trains",
            "  ben@example.org    has not passed it",
            "  cleo@example.org   is sitting it",
            "  dora@example.org   looks after packs",
        ]
    }

    private func add(_ name: String, _ roles: Set<Role>, by lead: Actor) throws -> Actor {
        let address = "\(name.lowercased())@example.org"
        let invited = try accounts.invite(name, at: address, as: roles, by: lead)
        return try accounts.accept(invited.token, as: name, at: address, password: Self.password).actor
    }

    private func sit(_ coder: Actor, answering count: Int, _ answer: (Item) -> String) throws {
        let name = try desk.begin(Self.exam, of: Self.pack, by: coder)
        let items = try desk.attempt(name, of: coder).items
        for position in 0..<min(count, items.count) {
            _ = try desk.answer(position, answer(items[position]), after: 0, in: name, by: coder)
            if position + 1 < items.count { _ = try desk.show(position + 1, in: name, to: coder) }
        }
        if count >= items.count { try desk.handIn(name, by: coder) }
    }

    private func train(_ coder: Actor) throws {
        for number in 0..<8 {
            let view = try training.view(Self.pack, for: coder)
            guard let item = view.item else { return }
            let id = item.id.description
            if number == 0 {
                let flag = TrainingStep.flag("Is it said anywhere when the visit ends?")
                _ = try training.take(flag, about: id, in: Self.pack, by: coder)
            }
            _ = try training.take(.answer(number % 3 == 2 ? "99602 x1" : item.key), about: id, in: Self.pack, by: coder)
            _ = try training.take(.next, about: id, in: Self.pack, by: coder)
        }
        try training.end(Self.pack, by: coder)
    }
}
#endif
