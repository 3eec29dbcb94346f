/// What a family bills at once: one visit or several that are joined, the doses of a drug, the days of a therapy.
struct Measured {
    /// The index of the family.
    let family: Int
    /// How much there is of what the family measures; nil where nobody knows how long a visit took.
    var amount: Int?
    /// How often the same is billed, as with doses that are all alike.
    var times = 1
    /// Whether it is a later visit of a day, all of which is billed as further blocks.
    var isLater = false
    /// Tells visits apart whose lines are not added up, counted from 1; 0 where they are.
    var ownLines = 0
    /// What conditions may ask about; nil where none does.
    var setting: Setting?
    /// The days of service; nil where the encounter has but one.
    var dates: DaySpan?

    /// Two visits billed as one. A length that is unknown adds nothing.
    func joined(to other: Measured) -> Measured {
        guard let amount else { return other }
        var joined = self
        joined.amount = amount + (other.amount ?? 0)
        if let setting, let more = other.setting { joined.setting = setting.joined(to: more) }
        if let dates, let more = other.dates { joined.dates = dates.joined(to: more) }
        return joined
    }
}
