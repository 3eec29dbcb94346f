import Examining
import Terminal

extension Exams {
    /// Says which certificates of attempts that count no longer are good still, and what takes them back.
    ///
    /// - Throws: `ExamError` where the register of certificates cannot be read.
    func warnOfCertificates(of names: [String]) throws {
        for one in try goodCertificates(of: names) {
            complain(
                "\(one.record.id) was issued for \(one.attempt ?? "it") and is good still; "
                    + "preceptor exam issuer revoke \(one.record.id) --reason TEXT takes it back")
        }
    }
}
