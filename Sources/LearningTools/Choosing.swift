import Couriers
import Scoring
import Signatures
import Team
import WebTokens

/// Choosing what a link of a learning system is to lead to (LTI Deep Linking 2.0).
package struct Choosing: Sendable, Equatable {
    /// Where what was chosen is sent to.
    package let back: String
    /// The pages that may show the choice within them, and that what was chosen is sent to.
    package let origins: [String]
    private let deployment: String
    /// What is sent along as it came.
    private let data: JSONValue?
    private let takesColumn: Bool

    /// Reads what a token asks for; nil where no link to this house may be chosen.
    init?(_ claims: JSONValue, deployment: String, of platform: Platform) {
        let settings = claims["https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"]
        guard let settings, let back = settings["deep_link_return_url"]?.text.flatMap({ platform.asked($0) }),
            let origin = WebClient.origin(of: back),
            settings["accept_types"]?.texts?.contains("ltiResourceLink") == true
        else { return nil }
        self.back = back
        self.deployment = deployment
        data = settings["data"]
        takesColumn = settings["accept_lineitem"] != .flag(false)
        origins = Set([origin] + platform.origins).sorted()
    }

    /// What the learning system is sent.
    ///
    /// - Parameters:
    ///   - exam: As `pack/blueprint`; nil for the first page.
    ///   - title: What the link is called.
    ///   - launch: Where the link leads to.
    ///   - platform: To whom.
    ///   - signer: Signs it.
    ///   - now: When.
    /// - Returns: A token; nil where it cannot be signed.
    func answer(
        _ exam: String?, titled title: String, leadingTo launch: String, to platform: Platform,
        by signer: TokenSigner, at now: Moment
    ) -> String? {
        var item: [String: JSONValue] = [
            "type": .text("ltiResourceLink"), "title": .text(title), "url": .text(launch),
            "window": .object(["targetName": .text("_blank")]),
        ]
        if let exam {
            item["custom"] = .object(["exam": .text(exam)])
            if takesColumn {
                item["lineItem"] = .object([
                    "scoreMaximum": .number(100), "label": .text(title), "resourceId": .text(exam),
                ])
            }
        }
        let second = Double(now.milliseconds / 1_000)
        let claim = "https://purl.imsglobal.org/spec/lti/claim"
        var claims: [String: JSONValue] = [
            "iss": .text(platform.client), "aud": .text(platform.issuer), "iat": .number(second),
            "exp": .number(second + 3_600), "nonce": .text(randomToken()),
            "\(claim)/deployment_id": .text(deployment), "\(claim)/message_type": .text("LtiDeepLinkingResponse"),
            "\(claim)/version": .text("1.3.0"),
            "https://purl.imsglobal.org/spec/lti-dl/claim/content_items": .list([.object(item)]),
        ]
        claims["https://purl.imsglobal.org/spec/lti-dl/claim/data"] = data
        return signer.token(.object(claims))
    }
}
