import CCurl
package import Team

/// Carries letters to a mail server (RFC 5321).
package struct MailCarrier: Carrier {
    private let server: MailServer
    private let authorities: String?
    private let patience: Int

    /// - Parameters:
    ///   - server: That takes them on.
    ///   - authorities: A file of certificates to trust in place of the system's; nil for those.
    ///   - patience: How many seconds one may take.
    package init(to server: MailServer, trusting authorities: String? = nil, within patience: Int = 60) {
        self.server = server
        self.authorities = authorities
        self.patience = patience
    }

    /// What it carries.
    package var kind: Outgoing.Kind { .mail }

    /// Carries something; it blocks until it knows.
    package func carry(_ outgoing: Outgoing) -> Carriage {
        guard let letter = Letter(outgoing.body) else { return .never("this is no letter") }
        guard let box = Mailbox(letter.address) else { return .never("this is no mail address") }
        let message = MailMessage(letter, to: box, from: server, about: outgoing.subject, written: outgoing.since)
        do {
            let (result, status) = try transfer(message, to: box).perform()
            return came(of: result, status)
        } catch { return .notNow(error.message) }
    }

    private func transfer(_ message: MailMessage, to box: Mailbox) throws(TransferFault) -> Transfer {
        let transfer = try Transfer(trusting: authorities)
        transfer.set(CURLOPT_PROTOCOLS_STR, server.scheme)
        transfer.set(CURLOPT_URL, "\(server.scheme)://\(server.host)\(server.port)/")
        // Nothing is said in the clear but on this machine.
        transfer.set(CURLOPT_USE_SSL, Int((server.isHere ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
        transfer.set(CURLOPT_MAIL_FROM, "<\(server.sender)>")
        transfer.set(CURLOPT_MAIL_RCPT, ["<\(box.text)>"])
        if let user = server.user {
            transfer.set(CURLOPT_USERNAME, user)
            transfer.set(CURLOPT_PASSWORD, server.password ?? "")
        }
        transfer.set(CURLOPT_UPLOAD, 1)
        transfer.set(CURLOPT_CONNECTTIMEOUT, min(patience, 15))
        transfer.set(CURLOPT_TIMEOUT, patience)
        // The library says goodbye, too, and waits for the answer.
        transfer.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, patience)
        transfer.exchange(message.bytes, receivingAtMost: 64 << 10)
        return transfer
    }

    /// What the server says for good begins with a 5; all else may go well another time.
    private func came(of result: CURLcode, _ status: Int) -> Carriage {
        if result == CURLE_OK { return .carried }
        let words = TransferFault(result).message
        let told = status > 0 ? "\(words) (the mail server said \(status))" : words
        let isForGood = (500..<600).contains(status) && result != CURLE_LOGIN_DENIED && result != CURLE_USE_SSL_FAILED
        return isForGood ? .never(told) : .notNow(told)
    }
}
