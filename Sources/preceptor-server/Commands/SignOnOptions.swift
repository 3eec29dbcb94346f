#if Server
import ArgumentParser
import Couriers
import Machine
import SignOn
import Team
import TeamStores
import Web

/// Who vouches for people, by OpenID Connect.
struct SignOnOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who vouches for people by OpenID Connect, such as https://login.example.org; also PRECEPTOR_SIGN_IN.",
            discussion: "What proves that this server is the client is said by PRECEPTOR_SIGN_IN_SECRET.",
            valueName: "issuer"))
    var signIn: String?

    @Option(
        help: ArgumentHelp("What this server is called there; also PRECEPTOR_SIGN_IN_CLIENT.", valueName: "client"))
    var signInClient: String?

    @Option(
        help: ArgumentHelp(
            "What people call whoever vouches for them; also PRECEPTOR_SIGN_IN_NAME.", valueName: "name"))
    var signInName: String?

    /// Where people sign in; nil where nobody vouches for them.
    ///
    /// - Throws: `Stop` where what is named is none.
    func desk(of database: TeamDatabase, at place: PublicAddress) throws -> SignOnDesk? {
        guard let issuer = signIn ?? environmentValue("PRECEPTOR_SIGN_IN") else { return nil }
        guard let client = signInClient ?? environmentValue("PRECEPTOR_SIGN_IN_CLIENT") else {
            throw Stop(64, "say what this server is called by \(issuer), with --sign-in-client")
        }
        let name = signInName ?? environmentValue("PRECEPTOR_SIGN_IN_NAME") ?? "your organization"
        let time = database.time
        let provider = try Provider(
            issuer, client: client, secret: environmentValue("PRECEPTOR_SIGN_IN_SECRET"), named: name)
        return SignOnDesk(
            at: provider, comingBackTo: "\(place.origin)/sign-in/provider/back",
            by: WebClient(trusting: environmentValue("PRECEPTOR_CERTIFICATES"))
        ) { time.now }
    }
}
#endif
