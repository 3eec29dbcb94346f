import Scoring

/// How often somebody may fail to sign in, by account and by place, in a quarter of an hour, and how often a
/// program may ask.
package struct SignInLimits: Sendable {
    /// Failures of one account.
    let byAccount: Int
    /// Failures from one address of the network, behind which a whole office may sit.
    let byPlace: Int

    /// Requests by one key, in a minute.
    let byKey: Int

    package init(byAccount: Int = 10, byPlace: Int = 100, byKey: Int = 3_000) {
        self.byAccount = byAccount
        self.byPlace = byPlace
        self.byKey = byKey
    }

    private static let stretch: Int64 = 15 * 60_000

    /// - Throws: `TeamError` of kind `tooMany` where it is one too many.
    func check(_ address: String, from place: String, at moment: Moment, in store: any TeamStore) throws(TeamError) {
        let period = moment.milliseconds / Self.stretch
        let account = try store.counted(Self.account(address), in: period)
        let here = try store.counted(Self.place(place), in: period)
        guard account < byAccount, here < byPlace else {
            let left = (period + 1) * Self.stretch - moment.milliseconds
            throw TeamError(
                .tooMany(seconds: Int(left / 1_000) + 1), "somebody failed to sign in too often",
                mend: "try again in a quarter of an hour")
        }
    }

    /// Counts a failure.
    func note(_ address: String, from place: String, at moment: Moment, in store: any TeamStore) throws(TeamError) {
        let period = moment.milliseconds / Self.stretch
        _ = try store.count(Self.account(address), in: period)
        _ = try store.count(Self.place(place), in: period)
    }

    /// Forgets the failures of an account: its owner is in.
    func forget(_ address: String, in store: any TeamStore) throws(TeamError) {
        try store.forgetCount(Self.account(address))
    }

    /// - Throws: `TeamError` of kind `tooMany` where keys were guessed too often from a place.
    func checkKeys(from place: String, at moment: Moment, in store: any TeamStore) throws(TeamError) {
        let period = moment.milliseconds / Self.stretch
        guard try store.counted(Self.keys(place), in: period) < byPlace else {
            let left = (period + 1) * Self.stretch - moment.milliseconds
            throw TeamError(
                .tooMany(seconds: Int(left / 1_000) + 1), "keys that are not good came too often from here",
                mend: "try again in a quarter of an hour")
        }
    }

    /// Counts a key that is none.
    func noteKey(from place: String, at moment: Moment, in store: any TeamStore) throws(TeamError) {
        _ = try store.count(Self.keys(place), in: moment.milliseconds / Self.stretch)
    }

    private static func keys(_ place: String) -> String { "key place \(place)" }
    private static func account(_ address: String) -> String { "sign-in account \(address)" }
    private static func place(_ place: String) -> String { "sign-in place \(place)" }
}
