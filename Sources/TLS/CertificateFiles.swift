import Glibc
import Synchronization

/// The certificate that a server shows now. Where its files are renewed, the new one is shown from then on.
package final class CertificateFiles: Sendable {
    private let (chain, key): (String, String)
    private let kept: Mutex<Kept>

    private struct Kept {
        var certificate: ServerCertificate
        /// As the files were when they were read last, whether or not they were good.
        var seen: [FileMark]
    }

    /// - Parameters:
    ///   - chain: Where the certificate is, and behind it those that lead to one that browsers know.
    ///   - key: Where its key is.
    /// - Throws: `TLSFault` where they cannot be read.
    package init(chain: String, key: String) throws(TLSFault) {
        (self.chain, self.key) = (chain, key)
        let seen = [FileMark(of: chain), FileMark(of: key)]
        kept = Mutex(Kept(certificate: try ServerCertificate(chain: chain, key: key), seen: seen))
    }

    /// What a connection that begins now is shown.
    package var certificate: ServerCertificate { kept.withLock { $0.certificate } }

    /// Reads the files again where they are others than before. While one of them is still to come, or they are not good,
    /// what was shown is shown further.
    ///
    /// - Returns: Whether another certificate is shown now.
    /// - Throws: `TLSFault` where they are not good; once for each change.
    @discardableResult
    package func renew() throws(TLSFault) -> Bool {
        let seen = [FileMark(of: chain), FileMark(of: key)]
        let isNew = kept.withLock { kept in
            defer { kept.seen = seen }
            return kept.seen != seen
        }
        guard isNew else { return false }
        let certificate = try ServerCertificate(chain: chain, key: key)
        kept.withLock { $0.certificate = certificate }
        return true
    }
}

/// By what a file is told from what stood in its place before.
private struct FileMark: Equatable {
    private let numbers: [Int]

    /// Follows links: certificates are often renewed by leading one elsewhere.
    init(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            numbers = []
            return
        }
        numbers = [
            Int(status.st_dev), Int(status.st_ino), status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        ]
    }
}
