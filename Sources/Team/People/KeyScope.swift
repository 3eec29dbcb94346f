/// What a program may do that holds a key: at most this, and never more than the person whose key it is.
package enum KeyScope: String, Sendable, CaseIterable, Hashable {
    /// To see who is in and who is invited.
    case readPeople = "people:read"
    /// To invite people, to change what they do, and to let them in no longer.
    case writePeople = "people:write"
    /// To see groups and who is in them.
    case readGroups = "groups:read"
    /// To take in people and groups, as from a file.
    case writeGroups = "groups:write"
    /// To see who is to sit what.
    case readAssignments = "assignments:read"
    /// To say who is to sit what, and to take that back.
    case writeAssignments = "assignments:write"
    /// To see what came of exams.
    case readResults = "results:read"
    /// To have answers scored, which tells keys.
    case score
    /// To go on with the training of the person whose key it is.
    case train

    /// What somebody needs to make a key of this scope.
    package var needed: Permission {
        switch self {
        case .readPeople, .writePeople: .invite
        case .readGroups, .readAssignments, .writeAssignments: .assignExams
        case .writeGroups: .keepRoster
        case .readResults: .seeResults
        case .score: .automate
        case .train: .train
        }
    }

    /// All that the table may ask of somebody who does what the scope is for.
    var permissions: Set<Permission> {
        switch self {
        case .readPeople: [.invite]
        case .writePeople: [.invite, .administer]
        case .readGroups, .readAssignments, .writeAssignments: [.assignExams]
        case .writeGroups: [.keepRoster, .invite]
        case .readResults: [.seeResults, .watchExams]
        case .score: [.automate]
        case .train: [.train]
        }
    }
}

extension Set<KeyScope> {
    /// As it is kept: the names in order, with spaces between them.
    package var text: String { map(\.rawValue).sorted().joined(separator: " ") }

    /// Reads what `text` gives; words that name no scope are passed over.
    package init(text: String) { self = Set(text.split(separator: " ").compactMap { KeyScope(rawValue: String($0)) }) }
}
