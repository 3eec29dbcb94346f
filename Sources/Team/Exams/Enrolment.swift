import Quiz
import Scoring

/// What the rows of a file make of people: who of them is in already, who comes new, and the same rows with everybody
/// under their own id. A person is known by the mail address, and later by the word that files call them.
struct Enrolment {
    /// With the ids of people in place of the words of the files.
    private(set) var rows: [RosterRow] = []
    /// What keeps somebody from being taken in.
    private(set) var problems: [RosterProblem] = []
    /// Those who were not in before.
    private(set) var newcomers: [Person] = []
    /// Those who were.
    private(set) var known: [Person] = []
    private let roster: Roster
    private let moment: Moment
    private let byAddress: [MailAddress: Person]
    private let byID: [String: Person]
    /// The users who are something else than students, as rows about roles say.
    private let others: Set<String>
    /// People by the words of the files.
    private var found: [String: Person.ID] = [:]
    /// Which word of a file a person has.
    private var words: [Person.ID: String] = [:]

    init(of rows: [RosterRow], people: [Person], on roster: Roster, at moment: Moment) {
        self.roster = roster
        self.moment = moment
        byAddress = Dictionary(people.map { ($0.address, $0) }) { first, _ in first }
        byID = Dictionary(people.map { ($0.id.text, $0) }) { first, _ in first }
        others = Self.others(in: rows)
        for row in rows {
            if case .candidate(let candidate) = row.statement { find(candidate, row) }
        }
        self.rows = rows.map(renamed)
    }

    private static func others(in rows: [RosterRow]) -> Set<String> {
        var roles: [String: Set<String>] = [:]
        for row in rows {
            if case .role(let user, let role) = row.statement, !row.isGone { roles[user, default: []].insert(role) }
        }
        return Set(roles.filter { !$0.value.contains("student") }.keys)
    }

    private mutating func find(_ candidate: RosterRow.Candidate, _ row: RosterRow) {
        guard found[candidate.id] == nil, candidate.otherRole == nil, !others.contains(candidate.id) else { return }
        let address = candidate.email.flatMap { MailAddress($0) }
        let person = address.flatMap { byAddress[$0] } ?? onRoster(candidate.id).flatMap { byID[$0.id] }
        if let person {
            guard person.roles.contains(.candidate) else {
                return refuse(row, "\(person.name) is no candidate", mend: "an administrator can make one")
            }
            return take(person, as: candidate.id, row, isNew: false)
        }
        guard !row.isGone else { return }
        guard let address else {
            return refuse(
                row, "\(candidate.id) has no mail address, by which people sign in", in: "email", mend: "add it")
        }
        let new = Person(
            id: .new(), name: candidate.name ?? address.text, address: address, roles: Role.givenByLeads, since: moment)
        take(new, as: candidate.id, row, isNew: true)
    }

    private mutating func take(_ person: Person, as word: String, _ row: RosterRow, isNew: Bool) {
        let same = (known + newcomers).first { $0.address == person.address }
        if let same, let other = words[same.id] {
            return refuse(row, "\(word) has the mail address of \(other)", in: "email", mend: "correct one of them")
        }
        found[word] = person.id
        words[person.id] = word
        if isNew { newcomers.append(person) } else { known.append(person) }
    }

    private mutating func refuse(_ row: RosterRow, _ message: String, in column: String? = nil, mend: String) {
        problems.append(RosterProblem(message, in: column, at: row.position, mend: mend))
    }

    private func onRoster(_ word: String) -> RosterCandidate? {
        roster.candidates.first { $0.id == word || $0.identifiers?.contains(word) == true }
    }

    private func id(of word: String) -> String { found[word]?.text ?? onRoster(word)?.id ?? word }

    private func renamed(_ row: RosterRow) -> RosterRow {
        let statement: RosterRow.Statement =
            switch row.statement {
            case .candidate(let candidate): .candidate(renamed(candidate))
            case .group: row.statement
            case .organizations(let user, let ids): .organizations(user: id(of: user), ids: ids)
            case .role(let user, let role): .role(user: id(of: user), role)
            case .membership(let user, let group, let isStudent):
                .membership(user: id(of: user), group: group, isStudent: isStudent)
            }
        return RosterRow(statement, isGone: row.isGone, at: row.position)
    }

    private func renamed(_ candidate: RosterRow.Candidate) -> RosterRow.Candidate {
        let id = id(of: candidate.id)
        guard id != candidate.id else { return candidate }
        var renamed = RosterRow.Candidate(id: id)
        renamed.login = candidate.login
        renamed.name = candidate.name
        renamed.email = candidate.email
        let others = candidate.identifiers ?? onRoster(candidate.id)?.identifiers ?? []
        renamed.identifiers = others.contains(candidate.id) ? others : others + [candidate.id]
        renamed.otherRole = candidate.otherRole
        renamed.accommodation = candidate.accommodation
        renamed.groups = candidate.groups
        return renamed
    }
}
