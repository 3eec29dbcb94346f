import Signatures
import Testing

@Suite struct `Hashes and digits` {
    /// FIPS 180-4's examples for SHA-256, and BLAKE2b of 32 bytes as Python's hashlib has it.
    @Test(
        arguments: [
            (
                "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"
            ),
            (
                "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
            ),
        ])
    func `are as published`(text: String, sha: String, blake: String) {
        let bytes = Array(text.utf8)
        #expect(hexadecimal(sha256(bytes)) == sha)
        // A slice of more bytes is hashed as those of the slice are.
        let more = [0x7B] + bytes + [0x7D]
        #expect(hexadecimal(blake2b(more[1..<(more.count - 1)])) == blake)
        #expect(hexadecimal(blake2b(bytes[...])) == blake)
    }

    @Test func `come back from digits`() {
        let all = (UInt8.min...UInt8.max).map(\.self)
        #expect(bytes(ofHexadecimal: hexadecimal(all)) == all && bytes(ofHexadecimal: "") == [])
        #expect(hexadecimal([0, 10, 255]) == "000aff")
    }

    @Test(arguments: ["a", "abc", "0A", "0g", "g0", " 00", "00 ", "é", "0x00", "００"])
    func `are read of lower-case digits in pairs alone`(text: String) {
        #expect(bytes(ofHexadecimal: text) == nil)
    }
}

@Suite struct `A password` {
    @Test(arguments: ["correct horse", "", "Pa\u{DF}wort \u{1F511}", String(repeating: "x", count: 4_096)])
    func `is known again by its hash`(password: String) throws {
        let hash = try #require(passwordHash(of: password, .least))
        #expect(isPassword(password, hashedAs: hash) && !isPassword(password + " ", hashedAs: hash))
        #expect(hash.hasPrefix("$argon2id$") && passwordHash(of: password, .least) != hash, "each has its salt")
    }

    @Test func `is known letter by letter`() throws {
        let hash = try #require(passwordHash(of: "Secret", .least))
        for other in ["secret", "Secre", "Secrets", "SECRET", ""] { #expect(!isPassword(other, hashedAs: hash)) }
    }

    @Test(arguments: ["", "plain", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$", "$2b$12$abcdefghijklmnopqrstuv"])
    func `is none where the hash is not whole`(hash: String) {
        #expect(!isPassword("", hashedAs: hash) && !isPassword("plain", hashedAs: hash))
    }

    @Test func `and tokens are drawn anew each time`() {
        let tokens = Set((0..<100).map { _ in randomToken() })
        #expect(tokens.count == 100 && tokens.allSatisfy { Base64URL.decode($0)?.count == 32 })
        let names = Set((0..<100).map { _ in randomName() })
        #expect(names.count == 100 && names.allSatisfy { bytes(ofHexadecimal: $0)?.count == 16 })
    }

    @Test(
        arguments: [
            ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "", false), ("ab", "abc", false),
            ("abc", "abd", false), ("xbc", "abc", false),
        ])
    func `or token is compared whole`(first: String, second: String, isAlike: Bool) {
        #expect(isSame(first, second) == isAlike && isSame(second, first) == isAlike)
    }
}
