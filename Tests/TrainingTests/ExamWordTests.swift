import Testing

@testable import Training

@Suite struct `What is typed in an exam` {
    @Test(
        arguments: [
            ("next", .next), ("NEXT", .next), (" back ", .back), ("review", .review), ("flag", .flag),
            ("submit", .submit), ("Quit", .quit), ("help", .help), ("go 7", .go(7)), ("GO\t7", .go(7)),
            ("go -2", .go(-2)), ("submit\u{A0}", .submit), ("go 0", .go(0)),
        ] as [(String, ExamWord)])
    func `is a command`(line: String, word: ExamWord) { #expect(ExamWord(line) == word) }

    @Test(
        arguments: [
            ("99601 x1,  99602 x2", "99601 x1, 99602 x2"), ("none", "none"), ("next item", "next item"),
            ("go", "go"), ("go on", "go on"), ("go 1 2", "go 1 2"), ("go 1.5", "go 1.5"), ("hint", "hint"),
            ("answer", "answer"), ("answer next", "next"), ("Answer  go 7", "go 7"), ("answer answer", "answer"),
            ("", ""),
        ])
    func `is an answer`(line: String, answer: String) { #expect(ExamWord(line) == .answer(answer)) }
}
