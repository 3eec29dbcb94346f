import Credentials
import Signatures

extension Exams {
    /// Says where the issuer's status list is going to be published, which certificates name from now on.
    ///
    /// - Throws: `ExamError` for what is no web address, and where nobody issues.
    package func publishStatusList(at address: String) throws(ExamError) {
        _ = try changeIssuer(keeping: nil) { issuer throws(ExamError) in
            do throws(InvalidFact) { try issuer.publishStatusList(at: address) } catch {
                throw ExamError(.invalid, error.message)
            }
        }
    }

    /// The status list of all certificates that were issued, signed, from now on.
    ///
    /// - Parameter days: For how long it holds.
    /// - Returns: A JSON Web Token.
    /// - Throws: `ExamError` where nobody issues, or the issuer has no address for the list.
    package func statusList(days: Int) throws(ExamError) -> String {
        let issuer = try issuer()
        let revoked = Set(issuer.revocations.map(\.id))
        let list = StatusList(settingBits: try issued().filter { revoked.contains($0.id) }.compactMap(\.statusIndex))
        let now = try timestamp()
        guard days > 0, let end = now.adding(days: days) else {
            throw ExamError(.invalid, "a status list holds for a day at least, and until the year 10000 at most")
        }
        let key = try issuers.signingKey(of: issuer.keys[0])
        let token: String?
        do { token = try issuer.sign(list, from: now, until: end, with: key) } catch {
            throw ExamError(.defect, "the status list cannot be signed: \(error)")
        }
        guard let token else {
            throw ExamError(
                .invalid, "the issuer publishes no status list", mend: "give --url, where it is going to be")
        }
        return token
    }

    /// Where the next certificate is going to stand in the issuer's status list; nil where it has none.
    ///
    /// - Throws: `ExamError` where the register cannot be read.
    func nextStatus(
        by issuer: Issuer, using generator: inout some RandomNumberGenerator
    ) throws(ExamError) -> Certificate.Status? {
        guard let list = issuer.statusList else { return nil }
        let index = StatusList.index(besides: Set(try issued().compactMap(\.statusIndex)), by: &generator)
        do { return try Certificate.Status(list: list, index: index) } catch {
            throw ExamError(.invalid, error.message)
        }
    }
}
