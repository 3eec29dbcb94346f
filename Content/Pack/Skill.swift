/// What an item exercises. Skills are the core's own rules under names that a learner understands.
package enum Skill: String, Sendable, CaseIterable {
    case service, place, performer, documentation
    case overlap, activity, midnight
    case sameDay = "same-day"
    case cap
    case firstCode = "first-code"
    case furtherCode = "further-code"
    /// How a part of a block is credited.
    case part
    case exclusion
    case edition
    /// A drug's dose in billing units.
    case amount
    /// What is left in a drug's containers.
    case discarded
    /// Days of a therapy.
    case perDiem = "per-diem"
    /// Therapies that run on the same days.
    case concurrent
    case modifier
    /// Which of several codes stands for it.
    case codeChoice = "code-choice"
    /// Minutes that several codes share.
    case pool
    /// The initial service and what follows it.
    case hierarchy
    case clock, circumstance, audit, denial, term

    /// The skill in a learner's words.
    package var title: String {
        switch self {
        case .service: "services that qualify"
        case .place: "place of service"
        case .performer: "who performed it"
        case .documentation: "what the record supports"
        case .overlap: "overlapping times"
        case .activity: "time that counts"
        case .midnight: "visits past midnight"
        case .sameDay: "two visits on a day"
        case .cap: "the payer's limits"
        case .firstCode: "the first code"
        case .furtherCode: "add-on units"
        case .part: "parts of an hour"
        case .exclusion: "codes that exclude each other"
        case .edition: "codes and policies in force"
        case .amount: "doses in billing units"
        case .discarded: "what was discarded"
        case .perDiem: "days of a therapy"
        case .concurrent: "concurrent therapies"
        case .modifier: "modifiers that are due"
        case .codeChoice: "which code stands for it"
        case .pool: "minutes that codes share"
        case .hierarchy: "the initial service and what follows"
        case .circumstance: "when the add-on is reportable"
        case .clock: "reading the clock"
        case .audit: "auditing a claim"
        case .denial: "answering a denial"
        case .term: "terms and facts"
        }
    }
}
