import PseudoTerminal
import Signatures
import Testing

@Suite struct `Base64url` {
    /// From RFC 4648, section 10, without the padding.
    @Test(arguments: [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")])
    func `writes the vectors of the standard`(plain: String, text: String) {
        #expect(Base64URL.encode(Array(plain.utf8)) == text)
        #expect(Base64URL.decode(text) == Array(plain.utf8))
    }

    @Test func `reads what it writes`() {
        var chance = Seeded(1)
        for count in 0..<200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
    }

    @Test(arguments: ["Z", "Zh", "Zm9", "Zg==", "Zm 9v", "Zm+v", "Zm/v", "Zm9vé"])
    func `refuses all but the one spelling`(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
