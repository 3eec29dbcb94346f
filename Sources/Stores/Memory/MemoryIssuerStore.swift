package import Credentials
package import Examining
package import Signatures
import Synchronization

/// An issuer and its keys that are gone when the program ends, for trying out what keeps them.
package final class MemoryIssuerStore: IssuerStore {
    private struct Kept {
        var issuer: Issuer?
        var keys: [PublicKey: SigningKey] = [:]
        var sealingKey: SigningKey?
    }

    private let kept = Mutex(Kept())

    package init() {}

    package let location = "memory"

    package func issuer() -> Issuer? { kept.withLock(\.issuer) }

    package func update(
        keeping key: SigningKey?, _ change: (Issuer?) throws(ExamError) -> Issuer
    ) throws(ExamError) -> Issuer {
        try kept.withLock { kept throws(ExamError) in
            let issuer = try change(kept.issuer)
            kept.issuer = issuer
            if let key { kept.keys[key.publicKey] = key }
            return issuer
        }
    }

    package func signingKey(of key: PublicKey) throws(ExamError) -> SigningKey {
        guard let secret = kept.withLock({ $0.keys[key] }) else {
            throw ExamError(.notFound, "the key \(key.id) is missing")
        }
        return secret
    }

    package func forget(_ key: PublicKey) { kept.withLock { $0.keys[key] = nil } }

    package func sealingKey() -> SigningKey? { kept.withLock(\.sealingKey) }

    package func keepSealingKey(_ key: SigningKey) -> SigningKey {
        kept.withLock { kept in
            let sealing = kept.sealingKey ?? key
            kept.sealingKey = sealing
            return sealing
        }
    }
}
