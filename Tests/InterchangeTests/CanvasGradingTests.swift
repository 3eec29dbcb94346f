import Content
import Testing

@testable import Interchange

/// What goes out as QTI 1.2, graded by the rules of the importer of Canvas (`qti_exporter`): of a short answer every text
/// that a condition names is right, whatever the condition does; of options those of which the last condition that names
/// them, and not to exclude them, sets the score.
@Suite struct `Canvas grades as Preceptor does` {
    /// The replies that Canvas takes for right, as it reads an item.
    private func right(_ item: Element) -> Set<String> {
        let conditions = item.first("resprocessing")?.all("respcondition") ?? []
        let isTyped = !item.everywhere { $0 == "response_str" }.isEmpty
        if isTyped { return Set(conditions.flatMap { $0.everywhere { $0 == "varequal" } }.map(\.text)) }
        var names: Set<String> = []
        for condition in conditions {
            let test = condition.first("conditionvar")
            let named = (test?.first("and")?.all("varequal") ?? []) + (test?.all("varequal") ?? [])
            let isCredit = (Double(condition.first("setvar")?.text ?? "") ?? 0) > 0
            for name in named.map(\.text) { if isCredit { names.insert(name) } else { names.remove(name) } }
        }
        let labels = item.everywhere { $0 == "response_label" }
        return Set(
            labels.filter { names.contains($0["ident"] ?? "") }.flatMap { $0.everywhere { $0 == "mattext" } }.map(
                \.text))
    }

    @Test(arguments: Sample.bundled, [QTI12Profile.canvas, .cartridge])
    func `every answer and reply of a bundled pack`(pack: String, profile: QTI12Profile) throws {
        let bank = try Sample.wholeBank(pack)
        let names = bank.questions.indices.map { "q\($0)" }
        let items = bank.qti12(for: profile, names: names).everywhere { $0 == "item" }
        try #require(items.count == bank.questions.count)
        for (item, question) in zip(items, bank.questions) {
            #expect(right(item) == Set(question.right.map(\.text)), "\(question.id)")
            let types = item.everywhere { $0 == "fieldentry" }.map(\.text)
            let type = profile == .canvas ? "short_answer_question" : "cc.fib.v0p1"
            #expect(types.contains(type) == (question.kind == .short))
        }
    }

    @Test func `several options, of which all and no others are to be ticked`() throws {
        let bank = QuestionBank(questions: [
            Question(
                stem: ["Which two?"], kind: .choice,
                replies: [.init("a", isRight: true), .init("b", isRight: false), .init("c", isRight: true)])
        ])
        let item = try #require(bank.qti12(for: .canvas, names: ["q"]).everywhere { $0 == "item" }.first)
        #expect(right(item) == ["a", "c"])
        let test = QTI12Conditions(of: item)
        #expect(test.result(of: ["R1", "R3"]).score == 100)
        for wrong in [["R1"], ["R1", "R2", "R3"], ["R2"], []] { #expect(test.result(of: Set(wrong)).score == 0) }
    }
}
