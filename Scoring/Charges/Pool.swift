/// Charges that share one total of minutes: how many units there are follows from all the minutes of a day together,
/// and which code gets them from the minutes of each.
///
/// Medicare counts timed therapy so (Claims Processing Manual, chapter 5, section 20.2); other payers count each code by
/// itself, which is for the policy to say.
package struct Pool: Sendable, Equatable {
    /// The name by which the pack knows the pool.
    package var id: ID<Pool>
    /// What it is called in a sentence.
    package var title: String
    /// The families that share, each of a single code for blocks of `each` minutes.
    package var families: [ID<Family>]
    /// Minutes in a unit of every code.
    package var each: Int
    /// How a part of a unit is credited in the total.
    package var credit: Credit

    package init(id: ID<Pool>, title: String, families: [ID<Family>], each: Int, credit: Credit) {
        self.id = id
        self.title = title
        self.families = families
        self.each = each
        self.credit = credit
    }

    /// Shares out the units that the minutes of all codes together earn: to each code its whole units first, then one
    /// by one to those that have most minutes left, the earlier of two alike first.
    ///
    /// - Parameter minutes: Those of each code, in the order of the record.
    /// - Returns: Units of service for each.
    func share(_ minutes: [Int]) -> [Int] {
        guard each > 0 else { return minutes.map { _ in 0 } }
        var units = minutes.map { $0 / each }
        var left = credit.units(in: minutes.reduce(0, +), each: each) - units.reduce(0, +)
        let longest = minutes.indices.sorted { (minutes[$1] % each, $0) < (minutes[$0] % each, $1) }
        for index in longest where left > 0 && minutes[index] % each > 0 {
            units[index] += 1
            left -= 1
        }
        return units
    }
}
