import Foundation
import PseudoTerminal
import PythonPackages
import Testing

@testable import Credentials
@testable import Signatures

/// What openbadgeslib, which others wrote, says of certificates and badges.
@Suite struct `The Open Badges verifier of PyPI` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A line for each of the files.
    private func verdicts(on texts: [(name: String, text: String)], by key: PublicKey) throws -> [String] {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/verify.py").path
        let pem = try folder.write(key.pem, to: "key.pem")
        let files = try texts.map { try folder.write($0.text, to: $0.name) }
        let result = try PythonPackages("openbadges").run(script, [pem] + files)
        try #require(result.status == .exited(0), "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    /// Certificates that begin an hour ago, so that the verifier's clock finds them valid.
    private func sample(days: Int = 30, from: Int = Int(Date.now.timeIntervalSince1970) - 3_600) throws -> Sample {
        try Sample(from: from, days: days)
    }

    @Test(.timeLimit(.minutes(5))) func `accepts the token and the badge`() throws {
        let sample = try sample()
        let signed = try sample.signed()
        let lines = try verdicts(
            on: [("a.jwt", signed.token), ("a.svg", Badge(signed).svg)], by: sample.key.publicKey)
        let facts =
            "Ada Byron; mailto:ada@example.org; Home infusion nursing visits; 80 to 89 %; urn:preceptor:log-head:"
        #expect(lines == Array(repeating: facts + sample.certificate.logHead, count: 2))
    }

    @Test(.timeLimit(.minutes(5))) func `refuses each tampered copy, as we do`() throws {
        let sample = try sample()
        let signed = try sample.signed()
        var copies = try tampered(signed.token)
        let expired = try Sample(from: Sample.now - 900 * 86_400, days: 30)
        copies.append(try resigned(expired.certificate, by: sample))
        copies.append(
            try resigned(try self.sample(from: Int(Date.now.timeIntervalSince1970) + 86_400).certificate, by: sample))
        copies.append(try self.sample().signed().token)

        let badge = Badge(signed).svg
        var files = copies.enumerated().map { (name: "\($0).jwt", text: $1) }
        files += copies.enumerated().map { place, copy in
            (name: "\(place).svg", text: badge.split(separator: signed.token).joined(separator: copy))
        }
        let lines = try verdicts(on: files, by: sample.key.publicKey)
        #expect(lines.count == files.count)
        for (line, file) in zip(lines, files) { #expect(line.hasPrefix("refused: "), "\(file.name): \(line)") }
        for copy in copies { #expect(try sample.refusal(of: copy, at: Int(Date.now.timeIntervalSince1970)) != nil) }
    }

    private func resigned(_ certificate: Certificate, by sample: Sample) throws -> String {
        try SignedCertificate(certificate, by: sample.issuer, with: sample.key).token
    }

    /// Copies with other facts, other algorithms, other signatures, and cut off.
    private func tampered(_ token: String) throws -> [String] {
        let parts = token.split(separator: ".").map(String.init)
        func replacing(_ old: String, _ new: String, in part: Int) throws -> String {
            let text = String(decoding: try #require(Base64URL.decode(parts[part])), as: UTF8.self)
            try #require(text.contains(old))
            var changed = parts
            changed[part] = Base64URL.encode(Array(text.split(separator: old).joined(separator: new).utf8))
            return changed.joined(separator: ".")
        }
        var copies = [
            try replacing("80 to 89", "90 to 99", in: 1), try replacing("Ada Byron", "Eve Smith", in: 1),
            try replacing("ada@", "eve@", in: 1), try replacing("Home infusion", "Critical care", in: 1),
            try replacing("9f3a9f3a", "00000000", in: 1), try replacing(#""exp":"#, #""exp":9"#, in: 1),
            try replacing("EdDSA", "none", in: 0), try replacing("EdDSA", "HS256", in: 0),
            parts[0] + "." + parts[1], parts[0] + "." + parts[1] + ".",
            String(token.dropLast(10)), String(token.prefix(token.count / 2)), "",
        ]
        for place in stride(from: 0, to: 80, by: 16) {
            var signature = Array(parts[2])
            signature[place] = signature[place] == "A" ? "B" : "A"
            copies.append(parts[0] + "." + parts[1] + "." + String(signature))
        }
        return copies
    }
}
