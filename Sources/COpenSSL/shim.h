#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/// A new RSA key of 2048 bits: the library's own function takes any arguments, which Swift does not.
static inline EVP_PKEY *openssl_new_rsa(void) { return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)2048); }

/// What the library has as macros, which Swift does not see.
static inline int openssl_set_oldest(SSL_CTX *context, int version) {
    return SSL_CTX_set_min_proto_version(context, version);
}

static inline uint64_t openssl_safe_options(void) { return SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION; }

static inline int openssl_set_newest(SSL_CTX *context, int version) {
    return SSL_CTX_set_max_proto_version(context, version);
}
