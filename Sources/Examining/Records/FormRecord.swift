package import Content
import Machine
package import Quiz
import Scoring
import Signatures

/// A form as it was handed out.
package struct FormRecord: Codable, Sendable, Equatable {
    /// Who sits it, by id.
    package let candidate: String
    /// The user of the machine on which it is sat.
    package let user: String
    /// What is sat, by the blueprint's id.
    package let blueprint: String
    /// The exam's.
    package let title: String
    /// As the pack was named: by id or folder.
    package let packName: String
    /// The pack's id.
    package let pack: String
    /// The pack's edition.
    package let edition: String
    /// Changes whenever a file of the pack does.
    package let packRevision: String
    /// The SHA-256 of the pack's files, in hexadecimal digits; nil in logs of before it was kept.
    package var packSHA256: String?
    /// The version of the program that handed it out.
    package let program: String
    /// Counted from 1.
    package let attempt: Int
    /// What the form was made from; nil while it is closed.
    package internal(set) var seed: UInt64?
    var handedOut: [String]?
    /// What stands for the words of each item; nil while it is closed, and in logs of before these were kept.
    package internal(set) var wordings: [String]?
    /// How hard the form is by prediction, in thousandths; nil while it is closed.
    package internal(set) var difficulty: Int?
    /// What it asks, closed for the owner of a key; nil in logs of before, which tell it.
    package internal(set) var sealed: SealedContents?
    /// Its sections, in order.
    package let sections: [SectionRecord]
    /// How long everybody has.
    package let seconds: Int
    /// How the candidate may move, as `Blueprint.Navigation` names it.
    package let navigation: String
    /// The least result that passes, in percent.
    package let passMark: Int
    /// The candidate's name on the roster; nil for somebody who is not on it.
    package var name: String?
    /// Whether the pass mark is provisional; nil where it is not, and in logs of before it was kept.
    package var isProvisional: Bool?
    /// What must be known of the exam before anybody is certified; nil where nothing is asked.
    package var evidence: Blueprint.Evidence?
    /// Seconds after the end of the time in which answers are taken in that were written before it; nil for none.
    package var grace: Int?
    /// How its items follow from the answers before; nil where it is fixed.
    package internal(set) var adaptive: AdaptiveRecord?
    /// The families that an adaptive attempt may draw on; nil while that is closed.
    var eligible: [String]?
    /// What was handed out in an adaptive attempt; nil while that is closed.
    package internal(set) var given: [GivenItem]?
    /// The salt of what the form asks (`FormContents`), with which it is written and never beside it.
    var salt: String?

    /// No form has more items: what states more was not written by this program, and nothing is counted with it.
    static let mostItems = 1_000_000

    /// A section as it was handed out.
    package struct SectionRecord: Codable, Sendable, Equatable {
        /// By which the blueprint names it.
        package let id: String
        /// As candidates read it.
        package let title: String
        /// How many items it has.
        package let count: Int
    }

    private enum CodingKeys: String, CodingKey {
        case candidate, user, blueprint, title, packName, pack, edition, packRevision, packSHA256, program, attempt,
            seed
        case handedOut = "items"
        case wordings, difficulty, sealed, sections, seconds, navigation, passMark, name
        case isProvisional = "provisional"
        case evidence, grace, adaptive
    }

    /// The identities of the items, section by section; none while they are closed.
    package var items: [String] { handedOut ?? [] }

    /// How many items there are; in an adaptive attempt so far, as far as that is told.
    package var count: Int { adaptive == nil ? sections.reduce(0) { $0 + $1.count } : items.count }

    /// What it asks; nil while that is closed.
    var contents: FormContents? {
        guard let seed, let handedOut, let difficulty else { return nil }
        return FormContents(
            seed: seed, items: handedOut, wordings: wordings, difficulty: difficulty, salt: salt, eligible: eligible,
            given: given)
    }

    /// The same form, telling what it asks.
    func telling(_ contents: FormContents) -> FormRecord {
        var form = self
        form.seed = contents.seed
        form.handedOut = contents.items
        form.wordings = contents.wordings
        form.difficulty = contents.difficulty
        form.salt = contents.salt
        form.eligible = contents.eligible
        form.given = contents.given
        return form
    }

    /// The same form, telling what it asks to nobody but the owner of a key.
    ///
    /// - Throws: `ExamError` where nothing can be closed for the key.
    func closed(for key: PublicKey) throws(ExamError) -> FormRecord {
        guard let contents, let sealed = SealedContents(contents, for: key) else {
            throw ExamError(.defect, "the form cannot be closed for the key \(key.id)")
        }
        var form = self
        (form.seed, form.handedOut, form.wordings, form.difficulty, form.salt) = (nil, nil, nil, nil, nil)
        form.eligible = nil
        form.sealed = sealed
        return form
    }
}

extension FormRecord {
    /// A form that is handed out to somebody now.
    ///
    /// - Parameters:
    ///   - form: What the blueprint and the seed make.
    ///   - salt: Something that nobody can guess.
    ///   - blueprint: Of the pack.
    ///   - revision: Of the pack.
    ///   - examinee: Who sits it.
    ///   - attempt: Counted from 1.
    ///   - user: Of the machine on which it is sat.
    init(
        _ form: ExamForm, salt: String, of blueprint: Blueprint, in revision: PackRevision, for examinee: Examinee,
        attempt: Int, user: String
    ) {
        self.init(
            candidate: examinee.id, user: user, blueprint: blueprint.id.text, title: blueprint.title,
            packName: revision.name, pack: revision.pack.id.text, edition: revision.pack.edition,
            packRevision: revision.revision, packSHA256: revision.sha256, program: programVersion, attempt: attempt,
            seed: form.seed, handedOut: form.items.map(\.item.id.description),
            wordings: form.items.map(\.item.wording), difficulty: Int((form.difficulty * 1_000).rounded()),
            sections: blueprint.sections.map { SectionRecord(id: $0.id.text, title: $0.title, count: $0.count) },
            seconds: blueprint.minutes * 60, navigation: blueprint.navigation.rawValue,
            passMark: blueprint.passMark.percent, name: examinee.onRoster?.name,
            isProvisional: blueprint.passMark.isProvisional ? true : nil, evidence: blueprint.evidence,
            grace: blueprint.grace > 0 ? blueprint.grace : nil, salt: salt)
    }

    /// A form whose items are still to be chosen, handed out to somebody now.
    ///
    /// - Parameters:
    ///   - bank: What it may ask.
    ///   - eligible: The families that it may draw on.
    ///   - seed: Decides what chance decides.
    ///   - salt: Something that nobody can guess.
    ///   - revision: Of the pack.
    ///   - examinee: Who sits it.
    ///   - attempt: Counted from 1.
    ///   - user: Of the machine on which it is sat.
    init(
        adaptive bank: AdaptiveBank, _ eligible: [String], seed: UInt64, salt: String, in revision: PackRevision,
        for examinee: Examinee, attempt: Int, user: String
    ) {
        let blueprint = bank.forms.blueprint
        self.init(
            ExamForm(blueprint: blueprint.id, seed: seed, items: []), salt: salt, of: blueprint, in: revision,
            for: examinee, attempt: attempt, user: user)
        adaptive = bank.record
        self.eligible = eligible
    }

    /// The same form with another item that was handed out.
    func giving(_ item: GivenItem) -> FormRecord {
        var form = self
        form.given = (given ?? []) + [item]
        form.handedOut = items + [item.item]
        form.wordings = (wordings ?? []) + [item.wording]
        return form
    }

    /// Whether what it counts can be counted with.
    var isWithinBounds: Bool {
        sections.allSatisfy { (0...Self.mostItems).contains($0.count) } && AllottedTime.range.contains(seconds)
            && AllottedTime.range.contains(grace ?? 0)
    }

    /// What its attempt is called.
    package var attemptName: String {
        Examining.attemptName(of: candidate, at: blueprint, in: pack, number: attempt)
    }

    /// Whether its attempt may be called so.
    func isCalled(_ name: String) -> Bool {
        name == attemptName || name == earlierAttemptName(of: candidate, at: blueprint, in: pack, number: attempt)
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

/// What an attempt is called: readable names, and a number that keeps candidates apart. Of an id of which the readable
/// part says little, such as one in another script, the number is long enough that nobody else has it.
///
/// - Parameters:
///   - candidate: By id.
///   - blueprint: The id of what is sat.
///   - pack: The id of the pack that it is of.
///   - number: Counted from 1.
/// - Returns: A name that can be a file's.
package func attemptName(of candidate: String, at blueprint: String, in pack: String, number: Int) -> String {
    let words = readableWords(of: candidate)
    guard candidate.utf8.contains(where: { $0 >= 0x80 }) || words.isEmpty else {
        return earlierAttemptName(of: candidate, at: blueprint, in: pack, number: number)
    }
    let hash = hexadecimal(sha256(Array("\(candidate)/\(pack)".utf8))).prefix(16)
    return "\(words.isEmpty ? "candidate" : words)-\(hash)-\(blueprint)-\(number)"
}

/// What attempts of every candidate were called before.
func earlierAttemptName(of candidate: String, at blueprint: String, in pack: String, number: Int) -> String {
    let words = readableWords(of: candidate)
    let sum = "\(candidate)/\(pack)".utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return "\(words)-\(String(sum, radix: 16))-\(blueprint)-\(number)"
}

/// The part of an id that a file's name can show.
private func readableWords(of candidate: String) -> String {
    let letters = candidate.lowercased().utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
    return String(letters.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-").prefix(40))
}
