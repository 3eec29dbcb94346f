/// What charges measure, by what of an encounter it is taken from.
struct Measuring: OptionSet {
    let rawValue: UInt8

    /// Minutes of visits, or services counted at them.
    static let visits = Measuring(rawValue: 1)
    /// Drugs by their amounts or doses.
    static let drugs = Measuring(rawValue: 2)
    /// Days, of therapies or of visits.
    static let days = Measuring(rawValue: 4)
    /// All of it.
    static let everything: Measuring = [.visits, .drugs, .days]
}

extension Measure {
    /// What it is taken from.
    var measuring: Measuring {
        switch self {
        case .minutes, .occurrences, .sites: .visits
        case .amount, .doses: .drugs
        case .days: .days
        }
    }
}
