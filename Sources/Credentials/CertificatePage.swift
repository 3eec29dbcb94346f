import Markup

/// The certificate as one page to print, which needs nothing but itself.
package struct CertificatePage {
    private let signed: SignedCertificate

    package init(_ signed: SignedCertificate) { self.signed = signed }

    /// The file.
    package var html: String {
        let certificate = signed.certificate
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(certificate.achievement.name.escapedInXML): \(certificate.candidate.escapedInXML)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <main>
            <p class="issuer">\(signed.issuerName.escapedInXML)</p>
            <h1>Certificate</h1>
            <p>awarded to</p>
            <p class="candidate">\(certificate.candidate.escapedInXML)</p>
            <p>for</p>
            <p class="achievement">\(certificate.achievement.name.escapedInXML)</p>
            <p class="criteria">\(certificate.achievement.criteria.escapedInXML)</p>
            <div class="badge">\(Badge(signed).picture)</div>
            <dl>\(facts.map { "<dt>\($0.0)</dt><dd>\($0.1.escapedInXML)</dd>" }.joined())</dl>
            <p class="note">Verify the badge or the token that belong to this page: preceptor exam verify FILE</p>
            </main>
            </body>
            </html>

            """
    }

    private var facts: [(String, String)] {
        let certificate = signed.certificate
        return [
            ("Score band", certificate.scoreBand), ("Valid from", "\(certificate.validFrom.day)"),
            ("Valid until", "\(certificate.validUntil.day)"), ("Certificate", certificate.id),
            ("Log of the attempt", certificate.logHead),
        ]
    }

    private static let style = """
        body { font: 16px/1.5 Georgia, serif; color: #1d2733; background: #fff; margin: 0; }
        main { max-width: 44rem; margin: 2rem auto; padding: 2rem; border: 3px double #1f4e79; text-align: center; }
        h1 { font-size: 2.6rem; margin: .5rem 0; color: #1f4e79; } p { margin: .3rem 0; }
        .issuer { letter-spacing: .08em; } .candidate { font-size: 2rem; } .achievement { font-size: 1.5rem; font-weight: bold; }
        .criteria { margin: 1rem auto; max-width: 34rem; } .badge svg { width: 14rem; height: 14rem; margin: 1rem auto; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; text-align: left; font-size: .85rem; }
        dt { color: #66717f; } dd { margin: 0; overflow-wrap: anywhere; } .note { font-size: .8rem; color: #66717f; }
        @page { margin: 12mm; } @media print { main { margin: 0 auto; } }
        """
}
