import Couriers
package import Team
package import WebTokens

/// What a learning system says of somebody whom it sends (LTI 1.3), once its token is believed.
package struct Launch: Sendable, Equatable {
    /// Who sends.
    package let platform: Platform
    /// What the person is called there.
    package let subject: String
    /// As people write it; nil where it does not say.
    package let name: String?
    /// Whether the person learns in the course, and does not only look after it.
    package let isLearner: Bool
    /// The course; nil where it says none.
    package let course: Course?
    /// What for.
    package let purpose: Purpose

    /// What somebody is sent for.
    package enum Purpose: Sendable, Equatable {
        /// To what a link leads to: an exam, as `pack/blueprint`, or the first page; and where its score is told.
        case resource(exam: String?, GradePlace?)
        /// To choose what a link is to lead to.
        case choose(Choosing)
    }

    /// Reads what a token says.
    ///
    /// - Throws: `LaunchFault` where it is no launch.
    package init(_ claims: JSONValue, of subject: String, from platform: Platform) throws(LaunchFault) {
        func claim(_ name: String) -> JSONValue? { claims["https://purl.imsglobal.org/spec/lti/claim/\(name)"] }
        guard claim("version")?.text == "1.3.0" else { throw .version }
        guard let deployment = claim("deployment_id")?.text, deployment.utf8.count <= 255,
            platform.deployments.isEmpty || platform.deployments.contains(deployment)
        else { throw .deployment }
        self.platform = platform
        self.subject = subject
        name = claims["name"]?.text
        let roles = claim("roles")?.texts ?? []
        isLearner = roles.contains(where: Self.isOfLearner)
        course = Self.course(claim("context"), claims, of: platform)
        switch claim("message_type")?.text {
        case "LtiResourceLinkRequest":
            guard let link = claim("resource_link")?["id"]?.text, !link.isEmpty, link.utf8.count <= 255 else {
                throw .link
            }
            purpose = .resource(
                exam: claim("custom")?["exam"]?.text,
                isLearner ? Self.gradePlace(claims, of: subject, by: link, from: platform) : nil)
        case "LtiDeepLinkingRequest":
            guard let choosing = Choosing(claims, deployment: deployment, of: platform) else { throw .choosing }
            purpose = .choose(choosing)
        default: throw .message
        }
    }

    /// A role is written as a word, or as an address that ends with it (LTI 1.3, appendix A).
    package static func isOfLearner(_ role: String) -> Bool {
        let membership = "http://purl.imsglobal.org/vocab/lis/v2/membership"
        return role == "Learner" || role == "\(membership)#Learner" || role.hasPrefix("\(membership)/Learner#")
    }

    private static func course(_ context: JSONValue?, _ claims: JSONValue, of platform: Platform) -> Course? {
        guard let id = context?["id"]?.text, !id.isEmpty, id.utf8.count <= 255 else { return nil }
        let title = [context?["title"]?.text, context?["label"]?.text].compactMap(\.self).first { !$0.isEmpty }
        let service = claims["https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"]
        let members = service?["context_memberships_url"]?.text.flatMap { platform.asked($0) }
        return Course(
            platform: platform.id, id: id, title: String((title ?? "A course of \(platform.name)").prefix(100)),
            members: members)
    }

    private static func gradePlace(
        _ claims: JSONValue, of subject: String, by link: String, from platform: Platform
    ) -> GradePlace? {
        guard let service = claims["https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"],
            let scopes = service["scope"]?.texts, scopes.contains(Scope.score.rawValue)
        else { return nil }
        let column = service["lineitem"]?.text.flatMap { platform.asked($0) }
        let columns = service["lineitems"]?.text.flatMap { platform.asked($0) }
        let mayMake = scopes.contains(Scope.lineItem.rawValue)
        guard column != nil || (columns != nil && mayMake) else { return nil }
        return GradePlace(
            platform: platform.id, subject: subject, lineItem: column, lineItems: mayMake ? columns : nil, link: link)
    }
}

/// What a learning system may be asked.
enum Scope: String, Sendable {
    case score = "https://purl.imsglobal.org/spec/lti-ags/scope/score"
    case lineItem = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem"
    case members = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly"
}

/// Why what a learning system sends is no launch.
package enum LaunchFault: String, Error, Sendable {
    case version = "it speaks another version than LTI 1.3"
    case deployment = "it comes from a deployment that is not taken here"
    case link = "it names no link"
    case choosing = "nothing of this house can be chosen there"
    case message = "it asks for something that is not done here"
}

extension Platform {
    /// An address that a learning system names, where it is one that is asked. One of this machine is only where all of
    /// the system is here, so that nobody has the house ask its neighbours.
    func asked(_ address: String) -> String? {
        let isSafe = address.hasPrefix("https://") || token.hasPrefix("http://")
        return isSafe && address.utf8.count <= 2_000 && WebClient.isAsked(address) ? address : nil
    }
}
