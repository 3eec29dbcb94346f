import Credentials
import Examining
import Machine
import Scoring
import Signatures
import Team

/// Certificates: as those see them who issue them, and as anybody sees one who has its link.
struct CertificatePages {
    let pages: Pages
    let desk: ExamDesk

    var routes: [Route] {
        [
            Route(.get, "certificates", .permission(.certify)) { visit in try list(visit) },
            Route(.post, "certificates/:id/revoke", .permission(.certify)) { visit in
                do {
                    try desk.revoke(id(visit), because: visit.form["reason"], by: visit.person())
                    return .goTo("/certificates?done=yes")
                } catch let error as TeamError where error.kind == .invalid {
                    return try list(visit, error)
                } catch let error as ExamError where error.kind == .checkFailed || error.kind == .invalid {
                    return try list(visit, TeamError(.invalid, error.message))
                }
            },
            Route(.get, "issuer", .permission(.administer)) { visit in try issuer(visit) },
            Route(.post, "issuer", .permission(.administer)) { visit in
                do {
                    try desk.makeIssuer(named: visit.form["name"], at: pages.address.origin, by: visit.person())
                    return .goTo("/issuer")
                } catch let error as TeamError where error.kind == .invalid {
                    return try issuer(visit, error)
                } catch let error as ExamError where error.kind == .taken || error.kind == .invalid {
                    return try issuer(visit, TeamError(.invalid, error.message))
                }
            },
            Route(.get, "issuer.json", .anyone) { visit in try document() },
            Route(.get, "certificate/:id", .anyone) { visit in try show(visit) },
            Route(.get, "certificate/:id/:file", .anyone) { visit in try file(visit) },
        ]
    }

    /// The certificate's id, of which paths have the part that differs.
    private func id(_ visit: Visit) -> String { "urn:uuid:\(visit.part("id"))" }

    private func list(_ visit: Visit, _ error: TeamError? = nil) throws -> WebAnswer {
        let certificates = try desk.certificates(for: visit.person())
        let values: [String: PageValue] = [
            "certificates": .list(certificates.map(\.value)), "hasCertificates": .flag(!certificates.isEmpty),
            "hasIssuer": .flag(try desk.issuer() != nil), "isDone": .flag(visit.request.query.has("done")),
        ]
        guard let error else { return try pages.page("certificates", "Certificates", for: visit, values) }
        return try pages.again("certificates", "Certificates", for: visit, values, error)
    }

    private func issuer(_ visit: Visit, _ error: TeamError? = nil) throws -> WebAnswer {
        let issuer = try desk.issuer()
        let values: [String: PageValue] = [
            "issuer": .optional(issuer?.name), "url": .text(issuer?.url ?? pages.address.origin),
            "isSecure": .flag(pages.address.isSecure),
            "keys": .list((issuer?.keys ?? []).map { .text($0.hexadecimal) }), "name": .text(visit.form["name"]),
        ]
        guard let error else { return try pages.page("issuer", "Issuer", for: visit, values) }
        return try pages.again("issuer", "Issuer", for: visit, values, error)
    }

    /// What anybody needs to verify certificates without this server.
    private func document() throws -> WebAnswer {
        guard let issuer = try desk.issuer() else { throw TeamError(.notFound, "nobody issues certificates here") }
        let published = issuer.published(at: try desk.exams.timestamp())
        return .json(Array(try published.json().utf8))
    }

    private func show(_ visit: Visit) throws -> WebAnswer {
        let shown = try desk.certificate(id(visit))
        let record = shown.record
        let values: [String: PageValue] = [
            "isGood": .flag(shown.problem == nil), "problem-words": .optional(shown.problem?.withCapital),
            "candidate": .text(IssuedCertificate.holder(shown.candidate)),
            "achievement": .text(shown.signed?.certificate.achievement.name ?? record.achievement),
            "criteria": .optional(shown.signed?.certificate.achievement.criteria),
            "band": .text(record.scoreBand), "from": .text("\(record.validFrom.day)"),
            "until": .text("\(record.validUntil.day)"), "issuer": .optional(try desk.issuer()?.name),
            "path": .text("/certificate/\(visit.part("id"))"),
        ]
        return try pages.page("certificate", "Certificate", for: visit, values)
    }

    private func file(_ visit: Visit) throws -> WebAnswer {
        guard let signed = try desk.certificate(id(visit)).signed else {
            throw TeamError(.notFound, "this certificate is not good any more")
        }
        let name = visit.part("file")
        switch name {
        case "certificate.jwt": return .download(Array("\(signed.token)\n".utf8), name, "application/jwt")
        case "badge.svg": return .download(Array(Badge(signed).svg.utf8), name, "image/svg+xml")
        case "badge.png": return .download(BadgePicture(signed).png, name, "image/png")
        case "certificate.html":
            return .download(Array(CertificatePage(signed).html.utf8), name, "text/html; charset=utf-8")
        default: throw TeamError(.notFound, "there is no such file")
        }
    }
}

extension IssuedCertificate {
    /// What lists show of it.
    var value: PageValue {
        let part = record.id.split(separator: ":").last.map(String.init) ?? ""
        return [
            "path": .text("/certificate/\(part)"), "part": .text(part),
            "candidate": .text(holder),
            "achievement": .text(record.achievement), "issued": .text("\(record.validFrom.day)"),
            "words": .text(words), "isGood": .flag(revocation == nil && !isExpired),
        ]
    }
}
