import Batch
import Content
import Examining
import Reports
import Scoring
import Team

/// Scores answers as `preceptor score --batch` does: the same JSON in and out, one object or a line each.
struct APIScoring {
    let desk: ExamDesk

    /// What the description says of it.
    static let operation = APIOperation(
        method: .post, pattern: "score", name: "score",
        summary: "Scores one answer, or lines of them: `error` stands in place of a line that cannot be scored.",
        scope: .score,
        body: .object([
            .free("id", .name, "Comes back with the result."),
            .needed("answer", .text(shortest: 0, longest: 10_000), "Such as `99601 x1, 99602 x2`, or `none`."),
            .free("pack", .name), .free("policy", .name), .free("scenario", .name),
            .free("minutes", .integer(0...1_440)), .free("start", .name), .free("stop", .name),
            .free("primary", .name),
        ]), isOfLines: true, answer: .anyObject
    ) { _ in nil }

    var route: Route {
        Route(.post, "\(APIOperation.root)/score", .key(.score)) { visit in
            switch visit.request.kind {
            case "application/json": try one(visit.request.body)
            case "application/x-ndjson": try lines(visit.request.body)
            default:
                throw TeamError(
                    .invalid, "the body is neither JSON nor lines of it",
                    mend: "send it as application/json or application/x-ndjson")
            }
        }
    }

    private var scorer: BatchScorer {
        get throws(TeamError) {
            guard let usual = desk.packs.keys.contains(Self.usual) ? Self.usual : desk.packs.keys.sorted().first else {
                throw TeamError(.notFound, "there is no pack")
            }
            let packs = desk.packs
            return BatchScorer(pack: usual, policy: nil) { name throws(Unscored) in
                guard let found = packs[name] else {
                    throw Unscored("no pack \(name.prefix(40)) is in use here", isMissing: true)
                }
                return found.pack
            }
        }
    }

    /// The pack of lines that name none, as everywhere.
    private static let usual = "home-infusion"

    private func one(_ body: [UInt8]) throws -> WebAnswer {
        let (json, isScored) = try scorer.result(of: body[...], number: 1)
        guard isScored else { throw TeamError(.invalid, json.messageOfError) }
        return .json(Array((json.text + "\n").utf8))
    }

    private func lines(_ body: [UInt8]) throws -> WebAnswer {
        let scorer = try scorer
        var output: [UInt8] = []
        for (position, line) in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
            _ = scorer.score(line, number: position + 1, to: &output)
        }
        return WebAnswer(200, fields: [("content-type", "application/x-ndjson")], body: .bytes(output))
    }
}

extension JSON {
    /// What stands as `message` in `error`.
    fileprivate var messageOfError: String {
        guard case .object(let members) = self, case .object(let error)? = members.first(where: { $0.0 == "error" })?.1,
            case .string(let message)? = error.first(where: { $0.0 == "message" })?.1
        else { return "the answer cannot be scored" }
        return message
    }
}
