import Content
import Examining
import Machine
import Quiz
import Scoring

extension Accounts {
    /// Signs in whom a learning system sends; whoever is new is admitted to train and to sit exams. Nobody is ever taken
    /// for somebody who is in already because of a name or a mail address: what a learning system says of these, its
    /// users may have typed.
    ///
    /// - Parameters:
    ///   - subject: What the person is called there.
    ///   - name: As people write it; nil where the learning system does not say.
    ///   - platform: Who sends.
    /// - Returns: The token of a session.
    /// - Throws: `TeamError` where the person no longer comes in.
    package func enter(
        _ subject: String, named name: String?, from platform: Platform
    ) throws(TeamError) -> (token: Token, actor: Actor) {
        let identity = platform.identity(of: subject)
        _ = try admit([(subject, name)], from: platform)
        return try signIn(as: identity)
    }

    /// Takes people in whom a learning system names, where they are not in yet.
    ///
    /// - Returns: All of them, who may be shut out.
    func admit(_ named: [(subject: String, name: String?)], from platform: Platform) throws(TeamError) -> [Person] {
        var everybody: [Person] = []
        for (subject, name) in named {
            let identity = platform.identity(of: subject)
            if let person = try store.person(of: identity) {
                everybody.append(person)
                continue
            }
            let person = try newcomer(name, from: platform)
            do {
                try store.apply(
                    [.admit(person), .connect(identity, person.id)],
                    noting: [TrailEntry(at: now, by: nil, .joined, to: person.id.text, note: platform.name)])
                everybody.append(person)
            } catch {
                // Another node may have been faster.
                guard error.kind == .taken, let person = try store.person(of: identity) else { throw error }
                everybody.append(person)
            }
        }
        return everybody
    }

    private func newcomer(_ name: String?, from platform: Platform) throws(TeamError) -> Person {
        let id = Person.ID.new()
        guard let address = MailAddress("\(id.text)@\(MailAddress.nowhere)") else {
            throw TeamError(.defect, "an address cannot be made")
        }
        let known = name.flatMap { try? Self.readName($0) } ?? "Somebody from \(platform.name)"
        return Person(id: id, name: known, address: address, roles: Role.givenByLeads, since: now)
    }
}

extension MailAddress {
    /// Where the addresses of those end whose learning system sends them: nobody reads there (RFC 2606), and nobody
    /// signs in by such an address.
    static let nowhere = "learning-system.invalid"

    /// Whether letters can be sent there.
    package var isReachable: Bool { !text.hasSuffix("@\(Self.nowhere)") }

    /// As people are shown it.
    package var words: String { isReachable ? text : "by a learning system" }
}

extension ExamDesk {
    /// Assigns an exam to whom a learning system sends to it, where it is not assigned yet.
    ///
    /// - Parameters:
    ///   - blueprint: What is to be sat.
    ///   - pack: The id of the pack that it is of.
    ///   - actor: Who came.
    ///   - platform: Who sends.
    /// - Throws: `TeamError` or `ExamError` where there is no such exam, or the person sits none.
    package func assign(
        _ blueprint: String, of pack: String, to actor: Actor, from platform: Platform
    ) throws {
        try actor.check(.sitExam)
        let (revision, exam) = try exam(blueprint, of: pack)
        let roster = try exams.roster.read()
        if let examinee = try? Examinee(actor.person.id.text, on: roster),
            !roster.assignments(of: exam, in: revision.pack, to: examinee.id).isEmpty
        {
            return
        }
        try enroll([actor.person])
        _ = try exams.assign(
            exam, of: revision.pack, to: ["candidate:\(actor.person.id.text)"], ExamWindow(), isTakenBack: false)
        try exams.numberPeople([actor.person.id.text])
        try people.apply(
            [],
            noting: [
                TrailEntry(
                    at: exams.time.now, by: nil, .assigned, to: actor.person.id.text,
                    note: "\(pack) \(blueprint) \(platform.name)")
            ])
    }

    /// What a learning system may offer: every exam of the packs in use, by title.
    package var offered: [(exam: String, title: String)] {
        packs.values.flatMap { revision in
            revision.pack.blueprints.map { (exam: "\(revision.pack.id.text)/\($0.id.text)", title: $0.title) }
        }.sorted { ($0.title, $0.exam) < ($1.title, $1.exam) }
    }
}
