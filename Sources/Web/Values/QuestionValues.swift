import Content
import Quiz
import Reports
import Scoring

extension Item {
    /// What a page shows of the question, whoever asks it; an option that was chosen is shown so.
    func values(chosen: String? = nil) -> [String: PageValue] {
        [
            "question": .text(question.withCapital), "sheets": .list(sheets.map(\.value)),
            "stem": .list(stemBesideSheets.map { .text($0) }), "isChoice": .flag(isChoice),
            "hasOptions": .flag(!isChoice && !options.isEmpty),
            "options": .list(
                options.enumerated().map { number, option in
                    let choice = "\(number + 1)"
                    return ["choice": .text(choice), "option": .text(option), "isChosen": .flag(chosen == choice)]
                }),
            "help": .text((isChoice ? ItemKind.choice : kind).howAnswersAreWritten),
        ]
    }

    /// Whether the answer is one of the options, and nothing else.
    var isChoice: Bool { (kind == .choice || kind == .term) && !options.isEmpty }

    /// An answer as one reads it: of options, what the number stands for.
    func words(of answer: String) -> String {
        guard isChoice, let number = Int(answer), options.indices.contains(number - 1) else { return answer }
        return options[number - 1]
    }
}

extension WorkedExample {
    /// What there is to know of the visit before it is worked out.
    var values: [String: PageValue] {
        [
            "sheets": .list(situation.sheets.map(\.value)),
            "stem": .list(situation.stem.dropFirst(situation.sheets.count).map { .text($0) }), "hasOptions": false,
        ]
    }
}

extension Sheet {
    fileprivate var value: PageValue {
        ["paper": .text(title), "parts": .list(parts.reduce(into: []) { $0.add($1) }.map(\.value))]
    }
}

/// What a page shows together: fields that follow each other, or a table.
private enum SheetBlock {
    case fields([(name: String, text: String)])
    case table([[String]])

    var value: PageValue {
        switch self {
        case .fields(let fields):
            [
                "hasFields": true,
                "fields": .list(fields.map { ["name": .text($0.name), "text": .text($0.text)] }),
            ]
        case .table(let rows):
            [
                "hasRows": true, "head": .list((rows.first ?? []).map { .text($0) }),
                "rows": .list(rows.dropFirst().map { ["cells": .list($0.map { .text($0) })] }),
            ]
        }
    }
}

extension [SheetBlock] {
    fileprivate mutating func add(_ part: Sheet.Part) {
        switch part {
        case .table(let rows): append(.table(rows))
        case .field(let name, let text):
            guard case .fields(let fields)? = last else { return append(.fields([(name, text)])) }
            self[count - 1] = .fields(fields + [(name, text)])
        }
    }
}

extension UnreadableAnswer {
    /// What is said of a text that is no answer, and where it parts from one.
    func values(_ text: String) -> [String: PageValue] {
        [
            "unread": .text(message),
            "caret": .optional(
                position.map { position in
                    text + "\n" + String(repeating: " ", count: position.lowerBound)
                        + String(repeating: "^", count: Swift.max(1, position.count))
                }),
        ]
    }
}
