/// Why a certificate is not good: the first check that it fails.
package enum Refusal: Error, Equatable, Sendable {
    /// The file ends too early.
    case truncated(String)
    /// It is no certificate, or not of this form.
    case unreadable(String)
    /// The issuer has no such key.
    case unknownKey(String)
    /// The issuer did not sign this text.
    case forged
    case revoked(on: Timestamp, reason: String)
    /// The status list that was given does not tell.
    case statusUnknown(String)
    case notYetValid(from: Timestamp)
    case expired(on: Timestamp)

    /// The check, in one word.
    package var check: String {
        switch self {
        case .truncated: "truncated"
        case .unreadable: "unreadable"
        case .unknownKey: "unknown-key"
        case .forged: "forged"
        case .revoked: "revoked"
        case .statusUnknown: "status"
        case .notYetValid: "not-yet-valid"
        case .expired: "expired"
        }
    }

    /// What is wrong, in a sentence without its end.
    package var message: String {
        switch self {
        case .truncated(let what): "the certificate is cut off: \(what); get it anew from whoever sent it"
        case .unreadable(let what): "this is no certificate: \(what)"
        case .unknownKey(let key):
            "the certificate names the key \(plain(key)), which the issuer does not have; is it of another issuer?"
        case .forged: "the signature does not fit: the certificate was changed, or the issuer never signed it"
        case .revoked(let moment, let reason): "the issuer took the certificate back on \(moment.day): \(reason)"
        case .statusUnknown(let why): "the status list does not tell whether the certificate was taken back: \(why)"
        case .notYetValid(let moment): "the certificate is not valid before \(moment)"
        case .expired(let moment): "the certificate expired on \(moment)"
        }
    }

    /// A name that nobody vouches for yet, without what a terminal would obey.
    private func plain(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.prefix(200)))
    }
}
