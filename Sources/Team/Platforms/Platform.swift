import Learning
package import Scoring
import Signatures

/// A learning system that sends people here, by LTI 1.3, and what this house is called there.
package struct Platform: Sendable, Equatable {
    /// What it is kept under here.
    package let id: String
    /// What people call it.
    package let name: String
    /// Who its tokens say made them.
    package let issuer: String
    /// What this house is called there.
    package let client: String
    /// Which of its tenants or courses may send people; empty for all.
    package let deployments: [String]
    /// Where browsers are sent to ask for a token.
    package let authorization: String
    /// Where the house asks for what lets it ask further.
    package let token: String
    /// Where it publishes its keys.
    package let keys: String

    package init(
        id: String, name: String, issuer: String, client: String, deployments: [String],
        authorization: String, token: String, keys: String
    ) {
        self.id = id
        self.name = name
        self.issuer = issuer
        self.client = client
        self.deployments = deployments
        self.authorization = authorization
        self.token = token
        self.keys = keys
    }

    /// By whom somebody is known who comes from there. Several systems may share an issuer, and then no two of them mean
    /// the same person by a word; nor does a provider that people sign in at.
    package func identity(of subject: String) -> Identity {
        Identity(issuer: "lti \(client) \(issuer)", subject: subject)
    }
}

extension Identity {
    /// Whether a learning system means somebody by it, and no provider at which people sign in.
    package var isOfPlatform: Bool { issuer.hasPrefix("lti ") }
}

/// A course of a learning system, as whoever came from it last told.
package struct Course: Sendable, Equatable {
    /// The learning system, by its id here.
    package let platform: String
    /// What the course is called there.
    package let id: String
    /// As people write it.
    package let title: String
    /// Where its members are told; nil where they are not.
    package let members: String?

    package init(platform: String, id: String, title: String, members: String?) {
        self.platform = platform
        self.id = id
        self.title = title
        self.members = members
    }

    /// What its members are on the roster.
    package var group: String { hexadecimal(sha256(Array("\(platform) \(id)".utf8)).prefix(8)) }
}

/// Where a learning system wants to know what somebody's exam came to.
package struct GradePlace: Sendable, Equatable, Codable {
    /// The learning system, by its id here.
    package let platform: String
    /// What the person is called there.
    package let subject: String
    /// The column for the scores; nil where one has to be made.
    package let lineItem: String?
    /// The list of columns, where one may be made; nil where not.
    package let lineItems: String?
    /// The link that the person came by, as the learning system calls it.
    package let link: String

    package init(platform: String, subject: String, lineItem: String?, lineItems: String?, link: String) {
        self.platform = platform
        self.subject = subject
        self.lineItem = lineItem
        self.lineItems = lineItems
        self.link = link
    }
}

/// What a learning system is told of somebody's exam, as it waits in the outbox.
package struct PlatformScore: Sendable, Equatable, Codable {
    /// Where.
    package let place: GradePlace
    /// What the exam is called.
    package let title: String
    /// From 0 to 1; nil where what was told before is to count no longer, and nothing is there instead.
    package let fraction: Double?
    /// When the exam ended, or what it came to was another.
    package let at: Moment

    package init(at place: GradePlace, of title: String, _ fraction: Double?, at moment: Moment) {
        self.place = place
        self.title = title
        self.fraction = fraction
        at = moment
    }

    /// As the outbox keeps it.
    var text: String { MarkText.written(self) }

    /// Reads what the outbox keeps; nil where it is none.
    package init?(_ text: String) {
        guard let score: PlatformScore = MarkText.read(text) else { return nil }
        self = score
    }
}
