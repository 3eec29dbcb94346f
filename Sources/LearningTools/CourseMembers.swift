import Couriers
package import Team
import WebTokens

/// Asks learning systems who is in a course (LTI Names and Role Provisioning Services 2.0).
package struct CourseMembers: Sendable {
    private let service: PlatformService

    /// - Parameter desk: Knows the learning systems.
    package init(of desk: LaunchDesk) {
        service = PlatformService(signingBy: desk.signer, asking: desk.client, clock: desk.clock)
    }

    private static let type = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json"
    /// How many pages are read at most, and how many members.
    private static let most = (pages: 50, members: 5_000)

    /// Who learns in a course now.
    ///
    /// - Throws: `TeamError` where its learning system does not say.
    package func learners(of course: Course, in platform: Platform) throws(TeamError) -> [CourseMember] {
        guard let first = course.members else {
            throw TeamError(.invalid, "\(platform.name) does not tell who is in \(course.title)")
        }
        var (members, next): ([CourseMember], String?) = ([], first)
        var asked: Set<String> = []
        while let address = next {
            guard asked.count < Self.most.pages, asked.insert(address).inserted,
                let known = platform.asked(address)
            else { throw failure(platform, "its pages have no end") }
            let reply: WebClient.Reply
            do {
                reply = try service.get(known, Self.type, allowedBy: .members, of: platform)
            } catch { throw failure(platform, error.message) }
            guard reply.status == 200, let list = JSONValue(reply.body)?["members"]?.list else {
                throw failure(platform, "it said \(reply.status)")
            }
            members += list.compactMap(Self.learner)
            guard members.count <= Self.most.members else { throw failure(platform, "there are too many") }
            next = reply.next
        }
        return members
    }

    private static func learner(_ member: JSONValue) -> CourseMember? {
        guard let subject = member["user_id"]?.text, !subject.isEmpty, subject.utf8.count <= 255,
            subject.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }),
            member["status"] == nil || member["status"]?.text == "Active",
            member["roles"]?.texts?.contains(where: Launch.isOfLearner) == true
        else { return nil }
        return CourseMember(subject: subject, name: member["name"]?.text)
    }

    private func failure(_ platform: Platform, _ problem: String) -> TeamError {
        TeamError(
            .unavailable, "\(platform.name) does not tell who is in the course: \(problem)",
            mend: "try again in a moment")
    }
}
