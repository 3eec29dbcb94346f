#if Server
import ArgumentParser
import Couriers
import Machine

/// The server that takes letters on.
struct MailOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server that takes letters on, such as smtp://mail.example.org:587; also PRECEPTOR_MAIL.",
            discussion: "Who uses it is said by PRECEPTOR_MAIL_USER and PRECEPTOR_MAIL_PASSWORD.", valueName: "url"))
    var mail: String?

    @Option(
        help: ArgumentHelp(
            "In whose name letters are sent, such as 'Exams <exams@example.org>'; also PRECEPTOR_MAIL_FROM.",
            valueName: "address"))
    var mailFrom: String?

    /// The server; nil where nobody named one.
    ///
    /// - Throws: `Stop` where what is named is none.
    func server() throws -> MailServer? {
        guard let place = mail ?? environmentValue("PRECEPTOR_MAIL") else { return nil }
        guard let sender = mailFrom ?? environmentValue("PRECEPTOR_MAIL_FROM") else {
            throw Stop(64, "say in whose name letters are sent, with --mail-from")
        }
        do {
            return try MailServer(
                place, sender: sender, user: environmentValue("PRECEPTOR_MAIL_USER"),
                password: environmentValue("PRECEPTOR_MAIL_PASSWORD"))
        } catch { throw Stop(64, error.message) }
    }
}
#endif
