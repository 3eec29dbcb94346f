import BundledPacks
import Quiz
import Scoring
import Testing

@testable import Authoring
@testable import Content

@Suite struct `A term` {
    private func term(_ name: String, accept: [String] = [], others: [String] = []) throws -> TermItem {
        var pack = try visitPack()
        let terms = [name] + others
        pack.terms = terms.map {
            Term(id: ID($0), term: $0, accept: $0 == name ? accept : [], definition: "words", sources: ["guide"])
        }
        return TermItem(pack.terms[0], in: pack)
    }

    /// Questions that ask nearly the same refuse none of each other's answers.
    @Test(
        arguments: ["record-follow-up", "chart-next-appointments", "plan-next-visits"],
        ["follow-up", "next appointments", "next visits", "the next appointment"])
    func `takes every right wording of what comes after the visit`(fact: String, answer: String) throws {
        let pack = try visitPack()
        let found = try #require(pack.facts.first { $0.id.text == fact })
        #expect(try TermItem(found, in: pack).judge(answer).isRight)
    }

    @Test(arguments: [
        ("home infusion therapy", "Home Infusion Therapy"),
        ("home infusion therapy", "  home   infusion therapies "),
        ("specialty drug", "specialty drugs"),
        ("add-on code", "add on code"),
        ("add-on code", "addon code"),
        ("add-on code", "an Add-On Code."),
        ("place of service", "the place of service"),
        ("units", "unit"),
        ("claim adjustment reason code", "claim-adjustment reason codes"),
        ("MUE", "mue"),
        ("access", "access"),
        ("a", "a"),
    ])
    func `takes case, plural, hyphen and article as they come`(name: String, typed: String) throws {
        let feedback = try term(name).judge(typed)
        #expect(feedback.isRight)
        #expect(feedback.fraction == 1)
    }

    @Test(arguments: [
        ("midpoint rule", "midpiont rule"),
        ("midpoint rule", "mid point rul"),
        ("denial", "deniel"),
        ("specialty drug", "speciality drug"),
        ("modifier", "modifer"),
    ])
    func `takes a small slip, and says what it was taken for`(name: String, typed: String) throws {
        let feedback = try term(name).judge(typed)
        #expect(feedback.isRight)
        #expect(feedback.remark == "Taken for \(name).")
    }

    @Test(arguments: [
        ("CARC", "RARC"), ("RARC", "CARC"), ("MUE", "MUEE"), ("audit", "adept"), ("denial", "claim"),
        ("modifier", "modify it"), ("PTP", "PTB"),
    ])
    func `takes nothing else`(name: String, typed: String) throws {
        let feedback = try term(name).judge(typed)
        #expect(!feedback.isRight)
        #expect(feedback.fraction == 0)
        #expect(feedback.remark == nil)
    }

    @Test func `is not a slip where it is another term`() throws {
        #expect(try term("central line").judge("central lane").isRight)
        #expect(try !term("central line", others: ["central lane"]).judge("central lane").isRight)
    }

    @Test func `takes every answer that the pack accepts`() throws {
        let item = try term("PICC", accept: ["peripherally inserted central catheter", "PICC line"])
        #expect(try item.judge("picc").isRight)
        #expect(try item.judge("PICC lines").isRight)
        #expect(try item.judge("peripherally inserted central cateter").isRight)
    }

    @Test(arguments: ["", "   ", "?!", "…"])
    func `cannot be read without a letter`(typed: String) throws {
        let item = try term("denial")
        #expect(throws: UnreadableAnswer.self) { try item.judge(typed) }
    }

    @Test func `is not confused with its pair in the bundled pack`() throws {
        let pack = try visitPack()
        let carc = TermItem(try #require(pack.terms.first { $0.id == "carc" }), in: pack)
        #expect(try carc.judge("carc").isRight)
        #expect(try !carc.judge("RARC").isRight)
        #expect(try !carc.judge("remark code").isRight)
        #expect(try carc.judge("reason code").isRight)
    }

    private func chosen(wrong: [String] = ["age", "insurance"]) throws -> TermItem {
        let fact = Fact(
            id: "ask", topic: .before, question: "What must be asked?", answer: "allergies",
            accept: ["allergy history"],
            wrong: wrong, explanation: "So.", sources: ["guide"])
        return TermItem(fact, in: try visitPack())
    }

    @Test func `of which one wording of many would be guessed is chosen, by number, letter or words`() throws {
        let item = try chosen()
        #expect(Set(item.options) == ["allergies", "age", "insurance"] && item.question == "which is it?")
        let place = try #require(item.options.firstIndex(of: "allergies"))
        for answer in [
            "\(place + 1)", "(\(place + 1))", ["a", "b", "c"][place], "Allergies", "allergy history", "alergies",
        ] {
            #expect(try item.judge(answer).isRight, "\(answer)")
        }
        for answer in ["\((place + 1) % 3 + 1)", "age", "4", "the weather"] {
            #expect(try !item.judge(answer).isRight, "\(answer)")
        }
        #expect(item.key == "allergies" && item.hints.count == 1)
        #expect(try chosen(wrong: ["age"]).hints.isEmpty, "to rule one of two out is to tell the other")
    }

    @Test func `keeps its identity where it is typed, and is another where options are added`() throws {
        #expect(try chosen(wrong: []).id.description == "home-infusion/term/ask@b289712c")
        let typed = try chosen(wrong: [])
        #expect(try chosen().id != typed.id)
        #expect(typed.options.isEmpty && typed.question == "in a word or two")
    }

    @Test(arguments: ["home-infusion", "critical-care", "outpatient-infusion"])
    func `of a bundled pack is chosen, or has one wording and no other`(pack: String) throws {
        let pack = try bundledPack(pack)
        let terms = Set(pack.terms.flatMap { [$0.term] + $0.accept })
        let figures: Set = [
            "two hours", "one hour", "one calendar month", "half", "seven", "four weeks", "three", "eleven", "nothing",
            "once", "no",
        ]
        let guessed = pack.facts.filter(\.wrong.isEmpty).filter { fact in
            !fact.answer.contains { $0.isNumber || $0.isUppercase } && !figures.contains(fact.answer)
                && terms.isDisjoint(with: [fact.answer] + fact.accept)
        }
        #expect(guessed.map(\.answer) == [])
    }

    @Test func `hints at its length and its letters`() throws {
        #expect(try term("denial").hints == ["One word, beginning with d.", "d....."])
        #expect(try term("place of service").hints == ["3 words, beginning with p.", "p.... o. s......"])
    }
}
