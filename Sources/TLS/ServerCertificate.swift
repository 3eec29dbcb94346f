import COpenSSL

/// Why a connection cannot be encrypted, or no longer.
package struct TLSFault: Error, Equatable {
    /// What is wrong, and how to mend it where somebody can.
    package let message: String

    init(_ message: String) { self.message = message }

    /// What went wrong last on this thread, in the library's own words.
    static func last(_ what: String) -> TLSFault {
        let words = ERR_reason_error_string(ERR_peek_last_error()).map { ": \(String(cString: $0))" } ?? ""
        ERR_clear_error()
        return TLSFault(what + words)
    }
}

/// What a server shows to be known by, and the key that belongs to it. Connections that were begun with one go on with it.
package final class ServerCertificate: @unchecked Sendable {
    /// The library's own object, which threads may share.
    let context: OpaquePointer

    /// Reads both from files in PEM.
    ///
    /// - Parameters:
    ///   - chain: Where the certificate is, and behind it those that lead to one that browsers know.
    ///   - key: Where its key is, without a password.
    /// - Throws: `TLSFault` where one cannot be read, or they do not belong together.
    package init(chain: String, key: String) throws(TLSFault) {
        ERR_clear_error()
        guard let context = SSL_CTX_new(TLS_server_method()) else { throw .last("TLS cannot be had") }
        self.context = context
        // Nobody is asked for a password: there may be nobody.
        SSL_CTX_set_default_passwd_cb(context) { _, _, _, _ in 0 }
        guard openssl_set_oldest(context, TLS1_2_VERSION) == 1 else { throw .last("TLS 1.2 cannot be had") }
        SSL_CTX_set_options(context, openssl_safe_options())
        guard SSL_CTX_use_certificate_chain_file(context, chain) == 1 else {
            throw .last("\(chain) is no certificate in PEM that can be read")
        }
        guard SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1 else {
            throw .last("\(key) is no key of \(chain) in PEM that can be read without a password")
        }
    }

    deinit { SSL_CTX_free(context) }
}
