import Scoring

/// How often somebody may fail to sign in, by account and by place, in a quarter of an hour.
package struct SignInLimits: Sendable {
    /// Failures of one account.
    let byAccount: Int
    /// Failures from one address of the network, behind which a whole office may sit.
    let byPlace: Int

    package init(byAccount: Int = 10, byPlace: Int = 100) {
        self.byAccount = byAccount
        self.byPlace = byPlace
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

    private static func account(_ address: String) -> String { "sign-in account \(address)" }
    private static func place(_ place: String) -> String { "sign-in place \(place)" }
}
