import COpenSSL
import Testing

@testable import TLS

/// A browser's side of a connection, as others wrote it, without a socket.
final class Client {
    private let ssl: OpaquePointer
    private let context: OpaquePointer
    private let (incoming, outgoing): (OpaquePointer, OpaquePointer)

    /// - Parameter newest: The newest version that it speaks; 0 for all.
    /// - Throws: Where there is no memory for it.
    init(upTo newest: Int32 = 0) throws {
        context = try #require(SSL_CTX_new(TLS_client_method()))
        // Old versions are spoken at all only so.
        SSL_CTX_set_cipher_list(context, "DEFAULT@SECLEVEL=0")
        openssl_set_newest(context, newest)
        ssl = try #require(SSL_new(context))
        incoming = try #require(BIO_new(BIO_s_mem()))
        outgoing = try #require(BIO_new(BIO_s_mem()))
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_connect_state(ssl)
    }

    deinit {
        SSL_free(ssl)
        SSL_CTX_free(context)
    }

    /// What it would send now.
    func sent() -> [UInt8] {
        ERR_clear_error()
        SSL_do_handshake(ssl)
        var bytes = [UInt8](repeating: 0, count: BIO_ctrl_pending(outgoing))
        if !bytes.isEmpty { #expect(BIO_read(outgoing, &bytes, Int32(bytes.count)) == bytes.count) }
        return bytes
    }

    func take(_ bytes: [UInt8]) { if !bytes.isEmpty { BIO_write(incoming, bytes, Int32(bytes.count)) } }

    func say(_ bytes: [UInt8]) -> [UInt8] {
        var count = 0
        #expect(bytes.isEmpty || SSL_write_ex(ssl, bytes, bytes.count, &count) == 1)
        return sent()
    }

    func end() -> [UInt8] {
        SSL_shutdown(ssl)
        return sent()
    }

    /// What it has heard since it was asked last.
    func heard() -> [UInt8] {
        var (all, count) = ([UInt8](), 0)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        ERR_clear_error()
        while SSL_read_ex(ssl, &piece, piece.count, &count) == 1 { all += piece.prefix(count) }
        return all
    }

    /// Whether the other side has said that it says no more.
    var isAtEnd: Bool { SSL_get_shutdown(ssl) & SSL_RECEIVED_SHUTDOWN != 0 }

    /// The certificate that it was shown.
    var shown: [UInt8] {
        guard let certificate = SSL_get1_peer_certificate(ssl) else { return [] }
        defer { X509_free(certificate) }
        let count = i2d_X509(certificate, nil)
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { bytes, filled in
            var place = bytes.baseAddress
            filled = Int(i2d_X509(certificate, &place))
        }
    }

    /// Lets both sides speak until both are silent.
    ///
    /// - Returns: What the session heard.
    @discardableResult
    func meet(_ session: TLSSession) throws -> [UInt8] {
        var heard: [UInt8] = []
        while true {
            let (mine, its) = (sent(), session.sealed())
            guard !mine.isEmpty || !its.isEmpty else { return heard }
            take(its)
            heard += try session.open(mine).said
        }
    }
}

extension TLSSession {
    func open(_ bytes: [UInt8]) throws(TLSFault) -> (said: [UInt8], isEnd: Bool) {
        let sealed = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { sealed.deallocate() }
        sealed.copyBytes(from: bytes)
        return try open(UnsafeRawBufferPointer(sealed))
    }

    func say(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try say($0) } }
}
