import BundledPacks
import Content
import Quiz
import Scoring
import Testing

@testable import Interchange

/// What goes out as QTI, graded by its own response processing.
@Suite struct `QTI grades as Preceptor does` {
    private static let cases: [(String, QTIVersion)] = Sample.bundled.flatMap { [($0, .v21), ($0, .v30)] }

    @Test(arguments: cases) func `by its response processing, every answer and reply of a bundled pack`(
        pack: String, version: QTIVersion
    ) throws {
        for question in try Sample.wholeBank(pack).questions {
            let grader = try QTIGrader(version.document(question.qtiItem("item")))
            let general = question.explanationWithSources.joined(separator: " ")
            for reply in question.replies {
                let response = question.kind == .short ? reply.text : grader.options[reply.text] ?? "none"
                let outcome = try grader.outcome(of: [response])
                let due = question.right.count > 1 && question.kind == .choice ? 0 : reply.credit
                #expect(abs(outcome.score - due) < 1e-9, "\(question.id): \(reply.text)")
                let told = [reply.feedback, general].filter { !$0.isEmpty }
                #expect(outcome.told == told, "\(question.id): \(reply.text)")
            }
            #expect(try grader.outcome(of: ["something else"]).score == 0)
        }
    }

    @Test(arguments: [QTIVersion.v21, .v30]) func `all of several options, and no others`(version: QTIVersion) throws {
        let question = Question(
            stem: ["Which two?"], kind: .choice,
            replies: [.init("a", isRight: true, feedback: "A."), .init("b", isRight: true), .init("c", isRight: false)])
        let grader = try QTIGrader(version.document(question.qtiItem("item")))
        let names = ["a", "b", "c"].compactMap { grader.options[$0] }
        try #require(names.count == 3)
        #expect(try grader.outcome(of: [names[0], names[1]]) == .init(score: 1, told: ["A."]))
        for wrong in [[names[0]], [names[1]], names, [names[2]], []] {
            #expect(try grader.outcome(of: Set(wrong)).score == 0, "\(wrong)")
        }
    }

    /// What an item of the pack says of each of its listed replies, by its own judgement.
    @Test(arguments: Sample.bundled) func `as the items themselves judge`(pack: String) throws {
        let payers = try bundledPayers(pack)
        let pack = payers.pack
        for payer in payers.all {
            for scenario in pack.scenarios {
                let situation = Situation(scenario, under: payer)
                for item in ItemKind.allCases.compactMap(situation.item) {
                    let question = Question(item, of: pack)
                    for (place, reply) in question.replies.enumerated() {
                        let circumstance = place == 0 ? "yes" : "no, \(place)"
                        let option = item.kind == .choice ? "\(place + 1)" : circumstance
                        let answer = question.kind == .short ? reply.text : option
                        let fraction = try item.judge(answer).fraction
                        #expect(abs(reply.credit - fraction) < 1e-5, "\(item.id): \(reply.text)")
                    }
                }
            }
        }
    }
}
