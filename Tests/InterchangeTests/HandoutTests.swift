import Snapshots
import Testing

@testable import Interchange

/// `PRECEPTOR_SNAPSHOTS=record` writes the files anew.
@Suite struct `A handout` {
    private static let bank = QuestionBank(
        name: "visits", title: "Visits & more", notices: ["All rights <reserved>."],
        questions: [
            Question(
                stem: ["A nurse stays from 08:00 to 10:30.", "What is billed?"], kind: .short,
                replies: [
                    .init("99601 x1", isRight: true), .init("99601", isRight: true), .init("99602", credit: 0.5),
                ],
                explanation: ["Half an hour more is no whole hour."], sources: ["Guide"]),
            Question(
                stem: ["Which <two>?"], kind: .choice,
                replies: [
                    .init("start", isRight: true), .init("weather", isRight: false), .init("stop", isRight: true),
                ]),
        ])

    @Test func `and its answer sheet are pages to print that need nothing else`() throws {
        expectSnapshot(String(decoding: Self.bank.handout.bytes, as: UTF8.self), named: "handout", in: "Golden")
        expectSnapshot(
            String(decoding: Self.bank.answerSheet.bytes, as: UTF8.self), named: "answer-sheet", in: "Golden")
        for export in [try Sample.fullBank().handout, Sample.awkward.handout, Sample.awkward.answerSheet] {
            let page = String(decoding: export.bytes, as: UTF8.self)
            for forbidden in ["<script", "src=", "href=", "http", "url("] { #expect(!page.contains(forbidden)) }
        }
    }

    @Test func `tells no answer, and says what it leaves to the answer sheet`() {
        let page = String(decoding: Self.bank.handout.bytes, as: UTF8.self)
        #expect(!page.contains("99601 x1") && !page.contains("whole hour") && page.contains("Mark every one"))
        #expect(
            Self.bank.handout.losses.map(\.description) == [
                "no feedback, explanations and sources: the answer sheet has them: 1 question without"
            ])
    }
}
