import Credentials
package import Examining
import Reports
package import Terminal

extension Console {
    /// Shows certificates that were issued.
    package func show(_ issued: [IssuedCertificate]) {
        if issued.isEmpty { return line("No certificate is in the register yet.") }
        for one in issued {
            line(style.bold(one.holder) + "  " + one.record.achievement)
            var rows = [
                ["Certificate", one.record.id], ["Issued", "\(one.record.validFrom), \(one.record.scoreBand)"],
                ["Attempt", one.attempt ?? "-"],
            ]
            if let earlier = one.earlier { rows.append(["Issued again", "before it \(earlier)"]) }
            table(rows + [["Now", one.words]])
        }
    }
}
