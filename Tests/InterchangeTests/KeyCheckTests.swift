import Content
import Quiz
import Scoring
import Testing

@testable import Interchange

@Suite struct `A key from elsewhere` {
    private let checker: KeyChecker
    private let bank: QuestionBank

    init() throws {
        checker = KeyChecker(under: Payers(of: try Sample.lesson()))
        bank = try Sample.lessonBank()
    }

    private func question(_ id: String) throws -> Question {
        try #require(bank.questions.first { $0.id == "lesson/\(id)" })
    }

    @Test func `agrees where nobody touched it`() throws {
        for question in bank.questions {
            let check = checker.check(question)
            #expect(check == (question.id.contains("/term/") ? .own : .agrees), "\(question.id)")
        }
    }

    @Test(arguments: [
        ("claim/half-an-hour-more/cpt-midpoint", "99601 x1, 99602 x1", "99601 x1"),
        ("clock/half-an-hour-more/cpt-midpoint", "120", "150"),
        (
            "circumstance/in-the-office/cpt-midpoint", "Yes, it is reportable",
            "No, this fails first: Was it in the patient's home?"
        ),
    ]) func `is not believed where the facts call for another`(id: String, theirs: String, ours: String) throws {
        var question = try question(id)
        if question.kind == .short {
            question.replies = [.init(theirs, isRight: true)]
        } else {
            for place in question.replies.indices {
                question.replies[place].isRight = question.replies[place].text == theirs
            }
        }
        guard case .disagrees(let claimed, let due, let policy) = checker.check(question) else {
            Issue.record("\(checker.check(question))")
            return
        }
        #expect(due == ours && policy == "cpt-midpoint")
        #expect(claimed == theirs || claimed == "anything but \(ours)")
    }

    @Test func `is derived by the words of the visit where there is no identity`() throws {
        var question = try question("claim/half-an-hour-more/cpt-midpoint")
        question.id = ""
        question.tags = []
        #expect(checker.check(question) == .agrees)
        question.replies = [.init("99601, 99602", isRight: true)]
        #expect(
            checker.check(question)
                == .disagrees(theirs: "99601, 99602", ours: "99601 x1", policy: "cpt-midpoint"))
    }

    @Test func `cannot be derived without facts`() {
        let claim = Question(stem: ["Two hours?"], kind: .short, replies: [.init("99601", isRight: true)])
        #expect(checker.check(claim) == .noFacts)
        let word = Question(stem: ["What is it?"], kind: .short, replies: [.init("an add-on", isRight: true)])
        #expect(checker.check(word) == .notDerived)
    }
}
