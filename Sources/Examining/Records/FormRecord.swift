package import Content
package import Quiz
import Scoring
import System

/// A form as it was handed out.
package struct FormRecord: Codable, Sendable, Equatable {
    package let candidate: String
    /// The user of the machine on which it is sat.
    package let user: String
    package let blueprint: String
    package let title: String
    /// As the pack was named: by id or folder.
    package let packName: String
    package let pack: String
    package let edition: String
    /// Changes whenever a file of the pack does.
    package let packRevision: String
    /// The SHA-256 of the pack's files, in hexadecimal digits; nil in logs of before it was kept.
    package var packSHA256: String?
    package let program: String
    /// Counted from 1.
    package let attempt: Int
    package let seed: UInt64
    package let items: [String]
    /// What stands for the words of each item, so that a later revision of the pack can be held against them; nil in
    /// logs of before these were kept.
    package var wordings: [String]?
    /// How hard the form is by prediction, in thousandths.
    package let difficulty: Int
    package let sections: [SectionRecord]
    package let seconds: Int
    package let navigation: String
    /// Of 100.
    package let passMark: Int
    /// The candidate's name on the roster; nil for somebody who is not on it.
    package var name: String?

    package struct SectionRecord: Codable, Sendable, Equatable {
        package let id: String
        package let title: String
        package let count: Int
    }
}

extension FormRecord {
    /// A form that is handed out to somebody now.
    ///
    /// - Parameters:
    ///   - form: What the blueprint and the seed make.
    ///   - blueprint: Of the pack.
    ///   - revision: Of the pack.
    ///   - examinee: Who sits it.
    ///   - attempt: Counted from 1.
    ///   - user: Of the machine on which it is sat.
    init(
        _ form: ExamForm, of blueprint: Blueprint, in revision: PackRevision, for examinee: Examinee, attempt: Int,
        user: String
    ) {
        self.init(
            candidate: examinee.id, user: user, blueprint: blueprint.id.text, title: blueprint.title,
            packName: revision.name, pack: revision.pack.id.text, edition: revision.pack.edition,
            packRevision: revision.revision, packSHA256: revision.sha256, program: programVersion, attempt: attempt,
            seed: form.seed, items: form.items.map(\.item.id.description), wordings: form.items.map(\.item.wording),
            difficulty: Int((form.difficulty * 1_000).rounded()),
            sections: blueprint.sections.map { SectionRecord(id: $0.id.text, title: $0.title, count: $0.count) },
            seconds: blueprint.minutes * 60, navigation: blueprint.navigation.rawValue,
            passMark: blueprint.passMark.percent, name: examinee.onRoster?.name)
    }

    /// What its attempt is called: readable names, and a number that keeps candidates apart.
    package var attemptName: String {
        let letters = candidate.lowercased().utf8.split {
            !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0)
        }
        let words = letters.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(40)
        let sum = "\(candidate)/\(pack)".utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return "\(words)-\(String(sum, radix: 16))-\(blueprint)-\(attempt)"
    }

    /// The items of the form, made anew from their identities.
    ///
    /// - Throws: `ExamError` where the pack no longer makes one of them as it was.
    package func items(from pack: Pack) throws(ExamError) -> [Item] {
        let payers = Payers(of: pack)
        let made = items.map { ItemID($0).flatMap(payers.item) }
        let found = made.compactMap(\.self)
        guard found.count == items.count else {
            throw ExamError(
                .unreadable,
                "the pack \(packName) no longer makes \(items.count - found.count) of the form's items as they were",
                mend: "put its edition \(edition) (revision \(packRevision)) back, or keep it in a folder of its own")
        }
        return found
    }

    /// What answers to the form come to.
    func result(of answers: [Int: String], to items: [Item]) -> ExamResult {
        ExamResult(
            answers, to: items, sections: sections.map { ($0.id, $0.title, $0.count) },
            passMark: Double(passMark) / 100)
    }
}
