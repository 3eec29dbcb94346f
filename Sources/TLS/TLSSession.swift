import COpenSSL

/// One encrypted connection, seen from the server: what comes from the network goes in, and what the other side said comes
/// out; and the other way round. It knows no socket and never waits, and is used by one thread at a time.
package final class TLSSession {
    private let ssl: OpaquePointer
    /// What came and was not opened yet, and what is sealed and to be sent. Both belong to the session.
    private let (incoming, outgoing): (OpaquePointer, OpaquePointer)
    /// Whether both sides know each other's keys.
    package private(set) var isEstablished = false

    /// A record of TLS holds no more.
    private static let record = 16_384

    /// A connection that shows a certificate.
    ///
    /// - Throws: `TLSFault` where there is no memory for it.
    package init(showing certificate: ServerCertificate) throws(TLSFault) {
        ERR_clear_error()
        guard let ssl = SSL_new(certificate.context) else { throw .last("a connection cannot be encrypted") }
        guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
            SSL_free(ssl)
            throw .last("a connection cannot be encrypted")
        }
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_accept_state(ssl)
        (self.ssl, self.incoming, self.outgoing) = (ssl, incoming, outgoing)
    }

    deinit { SSL_free(ssl) }

    /// Takes in what came from the network.
    ///
    /// - Returns: What the other side said, as far as it is whole, and whether it has said that it says no more.
    /// - Throws: `TLSFault` where it does not hold to the protocol. What is to be sent then tells it so.
    package func open(_ sealed: UnsafeRawBufferPointer) throws(TLSFault) -> (said: [UInt8], isEnd: Bool) {
        ERR_clear_error()
        guard sealed.isEmpty || BIO_write(incoming, sealed.baseAddress, Int32(sealed.count)) == sealed.count else {
            throw .last("there is no room for what came")
        }
        if !isEstablished {
            let result = SSL_do_handshake(ssl)
            guard result == 1 else {
                guard SSL_get_error(ssl, result) == SSL_ERROR_WANT_READ else { throw .last("no common keys") }
                return ([], false)
            }
            isEstablished = true
        }
        return try read()
    }

    private func read() throws(TLSFault) -> (said: [UInt8], isEnd: Bool) {
        var said: [UInt8] = []
        while true {
            var (count, result): (Int, Int32) = (0, 0)
            let piece = [UInt8](unsafeUninitializedCapacity: Self.record) { bytes, filled in
                result = SSL_read_ex(ssl, bytes.baseAddress, bytes.count, &count)
                filled = result == 1 ? count : 0
            }
            if result == 1 {
                said += piece
                continue
            }
            switch SSL_get_error(ssl, result) {
            case SSL_ERROR_WANT_READ: return (said, false)
            case SSL_ERROR_ZERO_RETURN: return (said, true)
            default: throw .last("what came is not what was sent")
            }
        }
    }

    /// Seals what is to be said; `sealed` has it then.
    ///
    /// - Throws: `TLSFault` before both sides know each other's keys, or after the end.
    package func say(_ bytes: UnsafeRawBufferPointer) throws(TLSFault) {
        guard isEstablished else { throw TLSFault("nothing is said before the keys are known") }
        guard !bytes.isEmpty else { return }
        ERR_clear_error()
        var count = 0
        guard SSL_write_ex(ssl, bytes.baseAddress, bytes.count, &count) == 1, count == bytes.count else {
            throw .last("nothing can be said any more")
        }
    }

    /// Tells the other side that nothing more is said; `sealed` has it then.
    package func end() {
        guard isEstablished else { return }
        ERR_clear_error()
        _ = SSL_shutdown(ssl)
    }

    /// Takes out what is to be sent.
    package func sealed() -> [UInt8] {
        let count = BIO_ctrl_pending(outgoing)
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
            filled = max(0, Int(BIO_read(outgoing, bytes.baseAddress, Int32(count))))
        }
    }
}
