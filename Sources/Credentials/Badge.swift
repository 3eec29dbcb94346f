import Markup

/// The badge: a picture with the signed certificate baked in, so that the picture alone can be verified (Open Badges 3.0,
/// section 5.3).
package struct Badge {
    static let element = "openbadges:credential"

    private let signed: SignedCertificate

    package init(_ signed: SignedCertificate) { self.signed = signed }

    /// The file.
    package var svg: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture + "\n" }

    /// The picture, to be put into a page.
    var picture: String {
        let certificate = signed.certificate
        let title = lines(of: certificate.achievement.name, width: 20, atMost: 3)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 400 400" role="img">
            <title>\(certificate.achievement.name.escapedInXML), \(certificate.candidate.escapedInXML)</title>
            <\(Self.element) verify="\(signed.token)"></\(Self.element)>
            <circle cx="200" cy="200" r="192" fill="#fff" stroke="#1f4e79" stroke-width="10"/>
            <circle cx="200" cy="200" r="176" fill="none" stroke="#c9a227" stroke-width="3"/>
            <g text-anchor="middle" font-family="system-ui, sans-serif" fill="#1d2733">
            \(text(lines(of: signed.issuerName, width: 26, atMost: 1), from: 74, size: 16, step: 20))
            \(text(title, from: 166 - 17 * (title.count - 1), size: 30, step: 34, style: " font-weight=\"700\" fill=\"#1f4e79\""))
            \(text([certificate.scoreBand], from: 246, size: 18, step: 22))
            \(text(lines(of: certificate.candidate, width: 26, atMost: 2), from: 284, size: 20, step: 24))
            \(text(["valid until \(certificate.validUntil.day)"], from: 340, size: 14, step: 18))
            </g>
            </svg>
            """
    }

    private func text(_ lines: [String], from top: Int, size: Int, step: Int, style: String = "") -> String {
        lines.enumerated().map { position, line in
            "<text x=\"200\" y=\"\(top + position * step)\" font-size=\"\(size)\"\(style)>\(line.escapedInXML)</text>"
        }.joined(separator: "\n")
    }
}
