package import Credentials
import System
package import Terminal

extension IssuerFolder {
    /// Issues a certificate that is valid from now on.
    ///
    /// - Parameters:
    ///   - achievement: What was achieved.
    ///   - candidate: The name of who did.
    ///   - email: Who gets it; nil where the name has to do.
    ///   - scoreBand: How well, as `80 to 89 %`.
    ///   - logHead: The head of the attempt's log in hexadecimal digits.
    ///   - days: How long it is valid.
    /// - Returns: The certificate with the issuer's signature.
    /// - Throws: `Failure` with status 64 for a fact that cannot stand in a certificate, or as `issuer` and `signingKey`.
    package func issue(
        _ achievement: Certificate.Achievement, to candidate: String, email: String?, scoreBand: String,
        logHead: String, days: Int
    ) throws(Failure) -> SignedCertificate {
        let issuer = try issuer()
        let key = try signingKey(of: issuer)
        var chance = SystemRandomNumberGenerator()
        let certificate: Certificate
        do {
            let now = try currentTimestamp()
            guard days > 0, let end = now.adding(days: days) else {
                throw Failure(.usage, "a certificate is valid for a day at least, and ends before the year 10000")
            }
            certificate = try Certificate(
                id: Certificate.newID(using: &chance), candidate: candidate, email: email, achievement: achievement,
                scoreBand: scoreBand, logHead: logHead, validFrom: now, validUntil: end)
        } catch let fact as InvalidFact {
            throw Failure(.usage, fact.message)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.defect, "\(error)")
        }
        do {
            return try SignedCertificate(certificate, by: issuer, with: key)
        } catch {
            throw Failure(.defect, "the certificate cannot be signed: \(error)")
        }
    }
}

extension SignedCertificate {
    /// The files of a certificate: the token, the badge and the page to print.
    private var files: [(name: String, text: String)] {
        [
            ("certificate.jwt", token + "\n"), ("badge.svg", Badge(self).svg),
            ("certificate.html", CertificatePage(self).html),
        ]
    }

    /// Writes its files into a new folder, all or none of them, and gives their paths.
    ///
    /// - Parameters:
    ///   - folder: Where nothing is yet.
    ///   - enter: Enters it in the register, once the files are ready and before they can be seen.
    /// - Returns: The paths.
    /// - Throws: `Failure` with status 73 where something is there already, or the folder cannot be made; what `enter`
    ///   throws.
    package func write(to folder: String, entering enter: () throws(Failure) -> Void) throws(Failure) -> [String] {
        let folder = try newFolder(folder)
        do {
            for file in files { try folder.add(file.text, as: file.name) }
            try enter()
            try folder.finish()
        } catch {
            folder.abandon()
            throw (error as? FileError).map { Failure($0) } ?? (error as? Failure) ?? Failure(.defect, "\(error)")
        }
        return files.map { "\(folder.path)/\($0.name)" }
    }
}

/// Now.
///
/// - Throws: `Failure` with status 70 where the clock is beyond the calendar.
package func currentTimestamp() throws(Failure) -> Timestamp {
    guard let now = Timestamp(seconds: Int(LocalTime.now / 1000)) else {
        throw Failure(.defect, "the clock of this machine is beyond the calendar; set it")
    }
    return now
}
