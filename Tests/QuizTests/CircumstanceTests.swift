import Content
import Quiz
import Scoring
import Testing

@Suite struct `A circumstance` {
    @Test(arguments: ["yes", "Yes.", "y", "reportable", " YES "])
    func `yes is right where the add-on is reportable`(answer: String) throws {
        let item = try circumstanceItem("ra-biologic", under: "cpt-midpoint")
        #expect(item.key == "yes")
        #expect(try item.judge(answer).isRight)
    }

    @Test(arguments: ["no 2", "no, 2", "2", "No: 2", "not reportable, 2", "no, at-home", "no because of 2"])
    func `no needs the circumstance that fails first`(answer: String) throws {
        let item = try circumstanceItem("office-visit", under: "cpt-midpoint")
        #expect(item.key == "no, 2")
        if answer == "not reportable, 2" {
            #expect(throws: UnreadableAnswer.self) { try item.judge(answer) }
        } else {
            #expect(try item.judge(answer).isRight)
        }
    }

    @Test func `another reason is half right`() throws {
        let feedback = try circumstanceItem("office-visit", under: "cpt-midpoint").judge("no 5")
        #expect(feedback.verdict == .partial)
        #expect(feedback.fraction == 0.5)
        #expect(feedback.remark == "Not reportable is right; the reason is another.")
    }

    @Test func `yes for no and no for yes are wrong`() throws {
        #expect(try circumstanceItem("office-visit", under: "cpt-midpoint").judge("yes").verdict == .incorrect)
        let wrong = try circumstanceItem("ra-biologic", under: "cpt-midpoint").judge("no 5")
        #expect(wrong.verdict == .incorrect)
        #expect(wrong.fraction == 0)
    }

    @Test(arguments: [
        ("no", "which is the first to fail? Answer no and its number, such as no 2"),
        ("no 9", "the numbers run from 1 to 6"),
        ("0", "the numbers run from 1 to 6"),
        ("perhaps", "expected yes, or no and the number of what fails, such as no 2"),
        ("yes and no 2", "expected yes, or no and the number of what fails, such as no 2"),
        ("", "expected yes, or no and the number of what fails, such as no 2"),
    ])
    func `says what it expected`(answer: String, message: String) throws {
        let item = try circumstanceItem("office-visit", under: "cpt-midpoint")
        let error = try #require(throws: UnreadableAnswer.self) { try item.judge(answer) }
        #expect(error.message == message)
    }

    /// The scenario of each circumstance that fails first, in the pack's order.
    @Test(arguments: [
        ("injection-only", "no, 1"), ("office-visit", "no, 2"), ("family-gives-the-drug", "no, 3"),
        ("practical-nurse", "no, 3"), ("no-stop-time", "no, 4"), ("two-hours-exactly", "no, 5"),
        ("infusion-and-dialysis", "yes"),
    ])
    func `the first to fail is the key`(scenario: String, key: String) throws {
        #expect(try circumstanceItem(ID(scenario), under: "bcbsm-2013").key == key)
    }
}
