/// Whom a team examines: its candidates, its groups, and who is to sit what.
package struct Roster: Sendable, Codable, Equatable {
    /// The candidates, by id.
    package internal(set) var candidates: [RosterCandidate] = []
    /// The groups, by id.
    package internal(set) var groups: [RosterGroup] = []
    /// Who is to sit which exam, and when.
    package internal(set) var assignments: [Assignment] = []
    /// The number by which the register of exams knows each person, by the id that attempts are kept under: whoever sat
    /// an exam, on the roster or not. Nil where nobody did.
    package private(set) var numbers: [String: String]?

    /// Who may change what attempts are worth, or whether they count, by name; nil where nobody was named.
    package private(set) var graders: [String]?

    package init() {}

    /// Whether nobody and nothing is in it, but for the numbers of those who sat an exam.
    package var isEmpty: Bool { candidates.isEmpty && groups.isEmpty && assignments.isEmpty }

    // MARK: Looking up

    /// The candidate of an id; nil where there is none.
    package func candidate(_ id: String) -> RosterCandidate? { candidates.first { $0.id == id } }

    /// The group of an id; nil where there is none.
    package func group(_ id: String) -> RosterGroup? { groups.first { $0.id == id } }

    /// How many candidates a target means.
    package func count(of target: Assignment.Target) -> Int {
        switch target {
        case .candidate: 1
        case .group(let id): group(id)?.members.count ?? 0
        }
    }

    /// Everybody who is meant by a word: the one whose id or login it is, else all who have this mail address, this
    /// identifier in another system, or this name.
    package func candidates(named word: String) -> [RosterCandidate] {
        if let one = candidate(word) ?? candidates.first(where: { $0.login == word }) { return [one] }
        let address = word.lowercased()
        let known = candidates.filter { $0.email?.lowercased() == address || $0.identifiers?.contains(word) == true }
        return known.isEmpty ? candidates.filter { $0.name == word } : known
    }

    /// The group whose id it is, else all that have this title.
    package func groups(named word: String) -> [RosterGroup] {
        group(word).map { [$0] } ?? groups.filter { $0.title == word }
    }

    /// The groups that a candidate, given by id, is in.
    package func groups(of candidate: String) -> [RosterGroup] { groups.filter { $0.members.contains(candidate) } }

    /// The groups of everybody who is in one, by the candidate's id.
    package var groupsByCandidate: [String: [RosterGroup]] {
        var found: [String: [RosterGroup]] = [:]
        for group in groups { for member in group.members { found[member, default: []].append(group) } }
        return found
    }

    // MARK: Changing

    /// The number by which the register knows a person.
    ///
    /// - Parameters:
    ///   - id: What the person's attempts are kept under.
    ///   - number: Becomes the person's where there was none.
    /// - Returns: The person's number from now on.
    package mutating func number(of id: String, else number: String) -> String {
        if let known = numbers?[id] { return known }
        if numbers == nil { numbers = [:] }
        numbers?[id] = number
        return number
    }

    /// Takes a candidate out, with what was assigned to no one else.
    package mutating func remove(candidate id: String) {
        candidates.removeAll { $0.id == id }
        for position in groups.indices { groups[position].members.removeAll { $0 == id } }
        assignments.removeAll { $0.to == .candidate(id) }
    }

    /// Takes a group out, with what was assigned to it; its candidates stay.
    package mutating func remove(group id: String) {
        groups.removeAll { $0.id == id }
        assignments.removeAll { $0.to == .group(id) }
    }

    /// Lets somebody change what attempts are worth, or no longer.
    package mutating func setGrader(_ name: String, _ isOne: Bool) {
        let others = (graders ?? []).filter { $0 != name }
        let all = (others + (isOne ? [name] : [])).sorted()
        graders = all.isEmpty ? nil : all
    }

    /// Gives a candidate extra time, in place of what there was; nil takes it away.
    package mutating func accommodate(_ id: String, with accommodation: Accommodation?) {
        guard let position = candidates.firstIndex(where: { $0.id == id }) else { return }
        candidates[position].accommodation = accommodation
    }

    /// Lets a candidate's time stand still in breaks, in place of what there was; nil takes that away.
    package mutating func allow(_ breaks: BreakTime?, to id: String) {
        guard let position = candidates.firstIndex(where: { $0.id == id }) else { return }
        candidates[position].breaks = breaks
    }

    /// Lets a candidate sit an exam more often than others, in place of what was granted before; nil takes it back.
    package mutating func grant(_ policy: RetakePolicy?, of blueprint: String, in pack: String, to id: String) {
        guard let position = candidates.firstIndex(where: { $0.id == id }) else { return }
        let others = (candidates[position].retakes ?? []).filter { $0.pack != pack || $0.blueprint != blueprint }
        let all = others + [policy].compactMap(\.self)
        candidates[position].retakes = all.isEmpty ? nil : all
    }

    /// Takes away what is known of a person: the candidate, what was assigned to nobody else, and the number by which the
    /// register knows whoever it was.
    package mutating func forget(_ id: String) {
        remove(candidate: id)
        numbers?[id] = nil
        if numbers?.isEmpty == true { numbers = nil }
    }

    /// Adds an assignment, in place of an earlier one of the same exam to the same group or candidate.
    package mutating func assign(_ assignment: Assignment) {
        unassign(pack: assignment.pack, blueprint: assignment.blueprint, from: assignment.to)
        assignments.append(assignment)
        assignments.sort { $0.order < $1.order }
    }

    /// Takes an assignment away, and tells whether it was there.
    @discardableResult
    package mutating func unassign(pack: String, blueprint: String, from target: Assignment.Target) -> Bool {
        let before = assignments.count
        assignments.removeAll { $0.pack == pack && $0.blueprint == blueprint && $0.to == target }
        return assignments.count < before
    }
}

/// Somebody who may be examined.
package struct RosterCandidate: Sendable, Codable, Equatable {
    /// What attempts are kept under, for ever.
    package let id: String
    /// Another word by which the candidate may be called: the username of OneRoster.
    package internal(set) var login: String?
    /// The name, as people write it.
    package internal(set) var name: String
    /// More time than others have; nil for none.
    package internal(set) var accommodation: Accommodation?
    /// Breaks during which the time stands still; nil for none.
    package internal(set) var breaks: BreakTime?
    /// The mail address, which means the candidate as the login does; nil where none is known.
    package internal(set) var email: String?
    /// By which other systems know the candidate: a number of the staff, say. Nil where none are known.
    package internal(set) var identifiers: [String]?
    /// What is granted to the person beside what blueprints say; nil where nothing is.
    package internal(set) var retakes: [RetakePolicy]?
}

/// Candidates who are examined together: a team, a class.
package struct RosterGroup: Sendable, Codable, Equatable {
    /// The name by which assignments and commands call it.
    package let id: String
    /// The title, as people write it.
    package internal(set) var title: String
    /// Ids of candidates, in order.
    package internal(set) var members: [String]
}

/// What stands in the way of a word's being a candidate's or a group's name; nil where nothing does.
package func nameProblem(_ name: String) -> String? {
    if name.allSatisfy(\.isWhitespace) { return "it is empty" }
    if name.count > 100 { return "it has \(name.count) characters, and 100 are the most" }
    if name.hasPrefix("-") { return "it begins with a hyphen, as options do" }
    let strange = name.unicodeScalars.first { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        case .spaceSeparator: scalar != " "
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
    if let strange {
        return "it has a character that nobody sees, U+\(String(strange.value, radix: 16, uppercase: true))"
    }
    let mixed = name.split { !$0.isLetter }.first { Set($0.unicodeScalars.compactMap(Alphabet.init)).count > 1 }
    return mixed.map { "\($0) has letters of two alphabets, some of which look alike" }
}

/// Alphabets that have letters which look alike.
private enum Alphabet {
    case latin, greek, cyrillic

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        default: return nil
        }
    }
}
