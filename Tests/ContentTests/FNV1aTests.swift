import Content
import Testing

/// The values are those of the algorithm's authors (the FNV reference code's test vectors for 64 bits).
@Suite struct `FNV-1a` {
    @Test(
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)])
    func `hashes as published`(text: String, hash: UInt64) { #expect(FNV1a(text).value == hash) }

    @Test func `hashes a text the same whole, in parts and as bytes`() {
        var parts = FNV1a("Pflege für ")
        parts.add("Frau Ö")
        var bytes = FNV1a()
        bytes.add(Array("Pflege für Frau ".utf8))
        for byte in "Ö".utf8 { bytes.add(byte) }
        let whole = FNV1a("Pflege für Frau Ö")
        #expect(parts.value == whole.value && bytes.value == whole.value)
    }
}
