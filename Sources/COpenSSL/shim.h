#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

/// A new RSA key of 2048 bits: the library's own function takes any arguments, which Swift does not.
static inline EVP_PKEY *openssl_new_rsa(void) { return EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)2048); }
