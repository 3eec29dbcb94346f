import LearningTools
import Team
import Testing
import WebTokens

@Suite struct `A launch` {
    private func launch(_ token: String, memberships: String, column: String) throws -> Launch {
        let platform = Platform(
            id: "1", name: "The school", issuer: "https://lms.example.org", client: "house", deployments: [],
            authorization: "https://lms.example.org/authorize", token: token, keys: "https://lms.example.org/keys")
        let claim = "https://purl.imsglobal.org/spec/lti/claim"
        let claims: JSONValue = .object([
            "\(claim)/version": .text("1.3.0"), "\(claim)/message_type": .text("LtiResourceLinkRequest"),
            "\(claim)/deployment_id": .text("1"), "\(claim)/resource_link": .object(["id": .text("link")]),
            "\(claim)/context": .object(["id": .text("course")]), "\(claim)/roles": .list([.text("Learner")]),
            "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": .object([
                "context_memberships_url": .text(memberships)
            ]),
            "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint": .object([
                "scope": .list([.text("https://purl.imsglobal.org/spec/lti-ags/scope/score")]),
                "lineitem": .text(column),
            ]),
        ])
        return try Launch(claims, of: "ada", from: platform)
    }

    @Test(arguments: [
        "http://127.0.0.1:5432/", "http://[::1]/", "http://lms.example.org/1", "ftp://lms.example.org/1",
        "https://a@lms.example.org/1", "file:///etc/passwd",
    ]) func `asks nobody's neighbours`(address: String) throws {
        let launch = try launch("https://lms.example.org/token", memberships: address, column: address)
        #expect(launch.course?.members == nil && launch.purpose == .resource(exam: nil, nil))
        let good = "https://lms.example.org/1"
        let right = try self.launch("https://lms.example.org/token", memberships: good, column: good)
        #expect(right.course?.members == good && right.purpose != .resource(exam: nil, nil))
    }

    @Test(arguments: [
        "Learner": true, "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner": true,
        "http://purl.imsglobal.org/vocab/lis/v2/membership/Learner#GuestLearner": true, "Instructor": false,
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor": false, "learner": false,
        "http://evil.example/membership#Learner": false,
        "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Learner": false,
    ]) func `knows who learns in the course`(role: String, isLearner: Bool) {
        #expect(Launch.isOfLearner(role) == isLearner)
    }

    @Test(arguments: [
        "https://lms.example.org/1": "https://lms.example.org/1/scores",
        "https://lms.example.org/1?type=x": "https://lms.example.org/1/scores?type=x",
    ]) func `has its scores below its column, before the question mark`(column: String, scores: String) {
        #expect(GradeCarrier.scores(of: column) == scores)
    }
}
