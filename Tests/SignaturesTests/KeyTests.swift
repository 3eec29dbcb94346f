import FoundationEssentials
import Testing

@testable import Signatures

@Suite struct `An Ed25519 key` {
    /// The first three tests of RFC 8032, section 7.1: seed, public key, message and signature.
    @Test(
        arguments: [
            (
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    + "d25bf5f0595bbe24655141438e7a100b"
            ),
            (
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                    + "387b2eaeb4302aeeb00d291612bb0c00"
            ),
            (
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                    + "4a7c15e9716ed28dc027beceea1ec40a"
            ),
        ])
    func `signs as published`(seed: String, point: String, message: String, signature: String) throws {
        let key = try #require(SigningKey(hexadecimal: seed))
        let told = try #require(bytes(ofHexadecimal: message))
        #expect(key.publicKey.hexadecimal == point && hexadecimal(key.sign(told)) == signature)
        let known = try #require(PublicKey(hexadecimal: point))
        #expect(known == key.publicKey && known.verifies(key.sign(told), of: told))
    }

    @Test func `verifies nothing but what was signed`() {
        let (key, message) = (SigningKey(), Array("an entry".utf8))
        let signature = key.sign(message)
        for place in signature.indices {
            var changed = signature
            changed[place] ^= 1
            #expect(!key.publicKey.verifies(changed, of: message), "byte \(place)")
        }
        #expect(!key.publicKey.verifies(signature, of: message + [0]))
        #expect(!key.publicKey.verifies(signature, of: Array(message.dropLast())))
        #expect(!key.publicKey.verifies(signature + [0], of: message))
        #expect(!key.publicKey.verifies(Array(signature.dropLast()), of: message))
        #expect(!key.publicKey.verifies([], of: message))
        #expect(!SigningKey().publicKey.verifies(signature, of: message))
    }

    /// The seed of RFC 8032's first test, as OpenSSL writes it (RFC 8410).
    @Test func `is written as other programs write it`() throws {
        let key = try #require(
            SigningKey(hexadecimal: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
        let secret = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
        #expect(key.pem == "-----BEGIN PRIVATE KEY-----\n\(secret)\n-----END PRIVATE KEY-----\n")
        let point = "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
        #expect(key.publicKey.pem == "-----BEGIN PUBLIC KEY-----\n\(point)\n-----END PUBLIC KEY-----\n")
        #expect(SigningKey(pem: key.pem)?.publicKey == key.publicKey)
        // The thumbprint of RFC 8037, appendix A.3.
        #expect(key.publicKey.id == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }

    @Test(arguments: [
        "", "9d61", String(repeating: "00", count: 31), String(repeating: "00", count: 33),
        String(repeating: "9D", count: 32), String(repeating: "zz", count: 32),
    ])
    func `is none of other texts`(text: String) {
        #expect(SigningKey(hexadecimal: text) == nil && PublicKey(hexadecimal: text) == nil)
        #expect(SigningKey(pem: text) == nil)
        let lines = "-----BEGIN PRIVATE KEY-----\n\(text)\n-----END PRIVATE KEY-----\n"
        #expect(SigningKey(pem: lines) == nil)
    }

    /// Points of which anybody can make signatures: 0 and 1 are of small order.
    @Test(arguments: ["00", "01"])
    func `is no point that signs for everybody`(first: String) {
        #expect(PublicKey(hexadecimal: first + String(repeating: "00", count: 31)) == nil)
    }

    @Test func `comes back as a JSON Web Key, and is refused under another name or curve`() throws {
        let key = SigningKey().publicKey
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(key), as: UTF8.self)
        #expect(try JSONDecoder().decode(PublicKey.self, from: Data(text.utf8)) == key)
        let other = SigningKey().publicKey
        for (member, wrong) in [
            ("Ed25519", "P-256"), (key.id, other.id), (Base64URL.encode(key.bytes), Base64URL.encode(other.bytes)),
            (Base64URL.encode(key.bytes), Base64URL.encode(key.bytes.dropLast())),
        ] {
            let changed = text.replacing(member, with: wrong)
            #expect(changed != text)
            #expect(throws: DecodingError.self, "\(changed)") {
                try JSONDecoder().decode(PublicKey.self, from: Data(changed.utf8))
            }
        }
    }
}

@Suite struct `A sealed box` {
    @Test(arguments: [0, 1, 100, 10_000])
    func `is opened by its owner, and by nobody else`(count: Int) throws {
        let (key, message) = (SigningKey(), [UInt8](repeating: 7, count: count))
        let box = try #require(key.publicKey.seal(message))
        #expect(key.open(box) == message && SigningKey().open(box) == nil)
        #expect(key.publicKey.seal(message) != box, "two of one message are not alike")
    }

    @Test func `is opened as it was closed, or not at all`() throws {
        let key = SigningKey()
        let box = try #require(key.publicKey.seal(Array("the form".utf8)))
        for place in box.indices {
            var changed = box
            changed[place] ^= 0x80
            // The last bit of an X25519 point says nothing (RFC 7748), but the box's key is made of all its bytes.
            #expect(key.open(changed) == nil, "byte \(place)")
        }
        for count in [0, 1, 47, 48, box.count - 1] { #expect(key.open(Array(box.prefix(count))) == nil) }
        #expect(key.open(box + [0]) == nil)
    }
}

@Suite struct `A code of an owner` {
    @Test func `is another one for another message and another key`() {
        let (key, message) = (SigningKey(), Array("attempts".utf8))
        let code = key.code(of: message[...])
        #expect(code.count == 32 && code == key.code(of: message[...]))
        #expect(code != key.code(of: (message + [0])[...]) && code != key.code(of: []))
        #expect(code != SigningKey().code(of: message[...]))
    }
}
