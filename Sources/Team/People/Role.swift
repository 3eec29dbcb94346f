/// What somebody does in the house. Who does several things has several roles.
package enum Role: String, Sendable, CaseIterable, Codable, Hashable {
    /// Trains and takes lessons.
    case learner
    /// Sits exams that are assigned.
    case candidate
    /// Looks after packs.
    case educator
    /// Watches exams while they are sat.
    case proctor
    /// Says who sits what, and sees what came of it.
    case lead
    /// Does the same for the people of the groups that they lead, and for nobody else.
    case groupLead = "group-lead"
    /// Says who is who, and sees what everybody did.
    case administrator
}

/// What may be done, each by the roles that the table below gives it to, and by nobody else.
package enum Permission: String, Sendable, CaseIterable, Hashable {
    /// To train, and to see one's own progress.
    case train
    /// To sit an exam that is assigned to oneself, and to see its result.
    case sitExam
    /// To see who sits what, how far they are, and what looks odd.
    case watchExams
    /// To say who sits which exam, and when.
    case assignExams
    /// To see what came of everybody's exams.
    case seeResults
    /// To let an attempt count no longer.
    case judge
    /// To issue certificates, and to take them back.
    case certify
    /// To look at packs, item by item, but for what is kept for exams.
    case seePacks
    /// To look at what is kept for exams, too, and at what a version of a pack changes.
    case seeExamItems
    /// To put up versions of packs.
    case putUpPacks
    /// To review versions that somebody else has put up.
    case reviewPacks
    /// To say which version of a pack is in use from when on.
    case usePacks
    /// To take people and groups in from files.
    case keepRoster
    /// To say who leads which group.
    case appoint
    /// To invite people who train and sit exams.
    case invite
    /// To invite anybody, to change who may do what, and to let people in no longer.
    case administer
    /// To see what everybody did.
    case seeTrail
    /// To make keys by which programs do what one may do oneself.
    case automate
}

extension Role {
    /// The table: everything that somebody of this role may do.
    package var permissions: Set<Permission> {
        switch self {
        case .learner: [.train]
        case .candidate: [.train, .sitExam]
        case .educator: [.train, .seePacks, .seeExamItems, .putUpPacks, .reviewPacks, .usePacks]
        case .proctor: [.watchExams]
        case .lead:
            [
                .train, .seePacks, .watchExams, .assignExams, .seeResults, .judge, .certify, .keepRoster, .appoint,
                .invite, .automate,
            ]
        case .groupLead: [.train, .watchExams, .assignExams, .seeResults, .automate]
        case .administrator: [.train, .appoint, .invite, .administer, .seeTrail, .automate]
        }
    }

    /// Whether what somebody of this role may do is about the groups alone that the person leads.
    var isOfGroups: Bool { self == .groupLead }

    /// The roles that somebody may give who may invite, and not administer.
    package static let givenByLeads: Set<Role> = [.learner, .candidate]
}

extension Set<Role> {
    /// As it is kept: the names in order, with spaces between them.
    package var text: String { map(\.rawValue).sorted().joined(separator: " ") }

    /// Reads what `text` gives; words that name no role are passed over.
    package init(text: String) { self = Set(text.split(separator: " ").compactMap { Role(rawValue: String($0)) }) }
}
