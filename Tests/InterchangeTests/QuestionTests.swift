import Content
import Quiz
import Scoring
import Testing

@testable import Interchange

@Suite struct `A question made of an item` {
    @Test func `takes what the item takes, and nothing else`() throws {
        let pack = try Sample.homeInfusion()
        for payer in Payers(of: pack).all {
            for scenario in pack.scenarios {
                let situation = Situation(scenario, under: payer)
                for item in ItemKind.allCases.compactMap(situation.item) {
                    let question = Question(item, of: pack)
                    #expect(
                        !question.right.isEmpty && Set(question.replies.map(\.text)).count == question.replies.count)
                    guard question.kind == .short else { continue }
                    for reply in question.replies {
                        #expect(try item.judge(reply.text).isRight == reply.isRight, "\(item.id): \(reply.text)")
                    }
                }
            }
        }
    }

    @Test func `gives an option its feedback, and a term its other names`() throws {
        let pack = try Sample.homeInfusion()
        let bank = QuestionBank(Selection(kinds: [.choice, .term], policies: Array(pack.policies.prefix(1))), of: pack)
        let facts = Set(pack.facts.map { "home-infusion/term/\($0.id)" })
        let choices = bank.questions.filter { $0.kind == .choice && !facts.contains($0.id) }
        #expect(choices.count > 20)
        #expect(
            choices.allSatisfy { $0.right.count == 1 && $0.wrong.allSatisfy { $0.feedback.hasPrefix("You may be") } })
        let named = try #require(pack.terms.first { !$0.accept.isEmpty })
        let question = try #require(bank.questions.first { $0.id == "home-infusion/term/\(named.id)" })
        #expect(question.right.map(\.text) == [named.term] + named.accept)
    }

    @Test func `has an identity that an edit does not change`() throws {
        let bank = try Sample.fullBank()
        #expect(Set(bank.questions.map(\.id)).count == bank.questions.count)
        #expect(bank.questions.allSatisfy { !$0.id.contains("@") && !$0.title.isEmpty })
        #expect(Set(bank.questions.map { StableID.moment($0.id) }).count == bank.questions.count)
    }

    @Test(arguments: [
        ("none", ["none", "nothing"]),
        ("99601 x1", ["99601 x1", "99601x1", "99601"]),
        (
            "99601 x1, 99602 x2",
            [
                "99601 x1, 99602 x2", "99602 x2, 99601 x1", "99601x1, 99602x2", "99601, 99602 x2", "99601 x1 99602 x2",
                "99601x1 99602x2", "99601 99602 x2",
            ]
        ),
    ]) func `a claim is spelt in few ways`(claim: String, spelt: [String]) throws {
        #expect(spellings(of: try parseAnswer(claim)) == spelt)
    }

    @Test(arguments: ["99601 x1, 99602 x2", "99601-SS x1, 99602 x3, 99506 x1", "99602 x12"])
    func `every spelling is the claim`(text: String) throws {
        let claim = try parseAnswer(text)
        let spelt = spellings(of: claim)
        #expect(spelt.first == text && (2...12).contains(spelt.count))
        for spelling in spelt { #expect(try parseAnswer(spelling).billsTheSame(as: claim), "\(spelling)") }
    }
}
