import Couriers
import Scoring
package import Team
import WebTokens

/// Tells learning systems what exams came to (LTI Assignment and Grade Services 2.0).
package struct GradeCarrier: Carrier {
    private let store: any PlatformStore
    private let service: PlatformService

    /// - Parameter desk: Knows the learning systems.
    package init(of desk: LaunchDesk) {
        store = desk.store
        service = PlatformService(signingBy: desk.signer, asking: desk.client, clock: desk.clock)
    }

    /// What it carries.
    package var kind: Outgoing.Kind { .grades }

    /// Carries something; it blocks until it knows.
    package func carry(_ outgoing: Outgoing) -> Carriage {
        guard let grade = PlatformScore(outgoing.body) else { return .never("it cannot be read") }
        do {
            guard let platform = try store.platforms().first(where: { $0.id == grade.place.platform }) else {
                return .never("the learning system was taken out")
            }
            return try carry(grade, to: platform)
        } catch let fault as TransferFault { return .notNow(fault.message) } catch { return .notNow("\(error)") }
    }

    private func carry(_ grade: PlatformScore, to platform: Platform) throws(TransferFault) -> Carriage {
        let column: String
        switch try self.column(for: grade, of: platform) {
        case .found(let address): column = address
        case .none(let carriage): return carriage
        }
        let reply = try service.post(
            Self.scores(of: column), grade.score, "application/vnd.ims.lis.v1.score+json", allowedBy: .score,
            of: platform)
        switch reply.status {
        // 409: a later score is there already.
        case 200..<300, 409: return .carried
        case 400, 404, 410, 422: return .never("\(platform.name) said \(reply.status)")
        default: return .notNow("\(platform.name) said \(reply.status)")
        }
    }

    private enum Column {
        case found(String)
        case none(Carriage)
    }

    /// The column for the score: the link's own, or else one that is found or made by the exam's name.
    private func column(for grade: PlatformScore, of platform: Platform) throws(TransferFault) -> Column {
        if let known = grade.place.lineItem { return .found(known) }
        guard let list = grade.place.lineItems else { return .none(.never("there is no column for it")) }
        let type = "application/vnd.ims.lis.v2.lineitem"
        let link = WebClient.form([("resource_link_id", grade.place.link)])
        let known = try service.get(
            list + (list.contains("?") ? "&" : "?") + link, "\(type)container+json", allowedBy: .lineItem, of: platform)
        let columns = known.status == 200 ? JSONValue(known.body)?.list ?? [] : []
        let own = columns.first { $0["resourceLinkId"]?.text == grade.place.link }
        if let address = own?["id"]?.text.flatMap({ platform.asked($0) }) { return .found(address) }
        let new: JSONValue = .object([
            "scoreMaximum": .number(100), "label": .text(grade.title), "resourceLinkId": .text(grade.place.link),
        ])
        let made = try service.post(list, new, "\(type)+json", allowedBy: .lineItem, of: platform)
        guard (200..<300).contains(made.status),
            let address = JSONValue(made.body)?["id"]?.text.flatMap({ platform.asked($0) })
        else { return .none(.notNow("\(platform.name) makes no column (\(made.status))")) }
        return .found(address)
    }

    /// The address of a column's scores: the path goes on before the question mark.
    package static func scores(of column: String) -> String {
        let halves = column.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return "\(halves[0])/scores" + (halves.count > 1 ? "?\(halves[1])" : "")
    }
}

extension PlatformScore {
    /// As it is told, in hundredths with two digits behind the point. Without a score, one that is there is taken out
    /// (AGS 2.0, 3.4.2).
    fileprivate var score: JSONValue {
        let always: [String: JSONValue] = ["userId": .text(place.subject), "timestamp": .text(at.isoText)]
        let told: [String: JSONValue]
        if let fraction {
            told = [
                "scoreGiven": .number((fraction * 10_000).rounded() / 100), "scoreMaximum": .number(100),
                "activityProgress": .text("Completed"), "gradingProgress": .text("FullyGraded"),
            ]
        } else {
            told = ["activityProgress": .text("Initialized"), "gradingProgress": .text("NotReady")]
        }
        return .object(always.merging(told) { $1 })
    }
}
