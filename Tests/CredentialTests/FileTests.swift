import Foundation
import FoundationXML
import Testing

@testable import Credentials
@testable import Signatures

@Suite struct `A badge` {
    @Test func `and a page give back the token`() throws {
        let signed = try Sample(name: "Zoë \"Z\" <O'Neil> & Söhne").signed()
        for text in [Badge(signed).svg, CertificatePage(signed).html, signed.token, signed.token + "\n"] {
            #expect(try CertificateFile.token(in: Array(text.utf8)) == signed.token)
        }
    }

    @Test(arguments: [
        "Ada", "Zoë \"Z\" <O'Neil> & Söhne", String(repeating: "long ", count: 40), String(repeating: "W", count: 200),
    ])
    func `is well-formed, whatever the name`(name: String) throws {
        let signed = try Sample(name: name).signed()
        #expect(XMLParser(data: Data(Badge(signed).svg.utf8)).parse())
        let page = CertificatePage(signed).html
        #expect(!page.contains("<script") && !page.contains("src="))
        #expect(lines(of: name, width: 26, atMost: 2).allSatisfy { $0.count <= 26 })
    }

    @Test func `that is cut off is said to be truncated`() throws {
        let svg = Array(Badge(try Sample().signed()).svg.utf8)
        for count in stride(from: 6, to: svg.count - 2, by: 7) {
            #expect(throws: Refusal.truncated("the picture has no end")) {
                try CertificateFile.token(in: Array(svg.prefix(count)))
            }
        }
    }

    @Test func `as pixels gives back the token, and is told from one that is cut off or holds none`() throws {
        let signed = try Sample(name: "Zoë \"Z\" <O'Neil> & Söhne").signed()
        let png = BadgePicture(signed).png
        #expect(try CertificateFile.token(in: png) == signed.token)
        for count in stride(from: 8, to: png.count, by: 97) {
            #expect(throws: Refusal.truncated("the picture has no end")) {
                try CertificateFile.token(in: Array(png.prefix(count)))
            }
        }
        let bare = PNG.picture([0, 0, 0, 255], width: 1, baking: "")
        #expect(try CertificateFile.token(in: bare) == "")
        let twice = Array(png.dropLast(12)) + png.dropFirst(8)
        #expect(throws: Refusal.self) { try CertificateFile.token(in: Array(twice)) }
        for place in stride(from: 8, to: 2_000, by: 3) {
            var mutant = png
            mutant[place] ^= 0xFF
            _ = try? CertificateFile.token(in: mutant)
        }
    }

    @Test func `without a credential or with two is refused`() throws {
        let svg = Badge(try Sample().signed()).svg
        let element = "<openbadges:credential"
        let without = svg.split(separator: element).joined(separator: "<g ")
        let twice = svg.split(separator: element).joined(separator: element + " verify=\"a.b.c\"/>" + element)
        for text in [without, twice] {
            #expect(throws: Refusal.self) { try CertificateFile.token(in: Array(text.utf8)) }
        }
    }

    @Test(arguments: ["", "hello", "{}", "eyJ hello", "\u{0}\u{1}"]) func `is not what something else is`(text: String)
        throws
    {
        #expect(try CertificateFile.token(in: Array(text.utf8)) == nil)
    }

    @Test func `has a key that is kept and read back`() throws {
        let key = SigningKey()
        #expect(SigningKey(pem: key.pem)?.publicKey == key.publicKey)
        #expect(SigningKey(pem: key.publicKey.pem) == nil && SigningKey(pem: "") == nil)
        #expect(SigningKey(pem: String(key.pem.dropFirst())) == nil)
    }

    /// The example of RFC 8037, appendix A.
    @Test func `has a key whose name is the thumbprint of the standard`() throws {
        let bytes = try #require(Base64URL.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"))
        #expect(PublicKey(bytes)?.id == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }
}
