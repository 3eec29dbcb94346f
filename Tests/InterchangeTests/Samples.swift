import Authoring
import BundledPacks
import Content
import Foundation
import PseudoTerminal
import Quiz
import Testing

@testable import Interchange

/// The packs whose questions are taken elsewhere and back.
enum Sample {
    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A pack of three visits and two terms that stays as it is.
    static func lesson() throws -> Pack { try lessonPack() }

    static func homeInfusion() throws -> Pack { try visitPack() }

    /// A pack in a folder of the repository.
    static func pack(_ path: String) throws -> Pack {
        try #require(readPack(folder: top.appending(path: path).path).pack)
    }

    /// All questions of the lesson.
    static func lessonBank() throws -> QuestionBank { try cachedLessonBank.get() }

    /// The lesson's questions, which have no choices with feedback, and some that no writer may stumble over.
    static func goldenBank() throws -> QuestionBank {
        var bank = try lessonBank()
        bank.questions += awkward.questions
        return bank
    }

    /// The packs that come with the program.
    static let bundled = ["home-infusion", "critical-care", "outpatient-infusion"]

    /// Questions of a bundled pack under every policy, with one filling of every template: a part of each kind where
    /// there are thousands.
    static func wholeBank(_ name: String) throws -> QuestionBank { try wholeBanks[name]?.get() ?? QuestionBank() }

    private static let wholeBanks = Dictionary(
        uniqueKeysWithValues: bundled.map { name in
            (
                name,
                Result {
                    let pack = try bundledPack(name)
                    return QuestionBank(
                        Selection(kinds: ItemKind.allCases, policies: pack.policies, fillings: 1, seed: 5), of: pack
                    ).part(of: 600)
                }
            )
        })

    /// Questions of the bundled pack under one of its policies, with one filling of every template.
    static func fullBank() throws -> QuestionBank { try cachedFullBank.get() }

    private static let cachedLessonBank = Result {
        let pack = try lesson()
        return QuestionBank(Selection(kinds: ItemKind.allCases, policies: pack.policies), of: pack)
    }

    private static let cachedFullBank = Result {
        let pack = try homeInfusion()
        let policies = Array(pack.policies.prefix(1))
        return QuestionBank(Selection(kinds: ItemKind.allCases, policies: policies, fillings: 1, seed: 7), of: pack)
            .part(of: 120)
    }

    /// What no writer may stumble over.
    static let awkward = QuestionBank(
        name: "a/b c", title: "a \"title\" {with} signs", notices: ["// not a comment", "$CATEGORY: x"],
        questions: [
            Question(
                id: "x/choice/[1]\\", title: "::a:: = b ~ #c", stem: ["=1+1", "A. is {no} option", "// nor a comment"],
                kind: .choice,
                replies: [
                    .init("=SUM(A1)", isRight: false, feedback: "#no ~never"), .init("@x", isRight: true),
                    .init("\\n, a backslash", isRight: true, feedback: "-1"), .init("%50%", isRight: true),
                    .init("'quoted'", isRight: false), .init("'=1", isRight: false),
                ],
                explanation: ["<b>not bold</b> & so on", "####"], sources: ["Source: a; b", "\"c\""],
                tags: ["a b", "[x]", "-tag"]),
            Question(
                id: "", title: "", stem: ["naïve 👩‍⚕️ – 漢字", "T", "ANSWER: A"], kind: .short,
                replies: [.init("é = e", isRight: true), .init("->", isRight: true), .init("x", isRight: false)]),
        ])
}

extension QuestionBank {
    /// The bank with about so many of its questions, taken from all over it, or all of them in a thorough run.
    fileprivate func part(of most: Int) -> QuestionBank {
        var part = self
        // No step that kinds or policies repeat by, so that each of them is met.
        let step = [1, 11, 13, 17, 19, 23].first { questions.count / $0 <= most } ?? 29
        part.questions = Thoroughness.part(questions, every: step)
        return part
    }
}
