import Quiz

/// How an attempt's answers were scored anew.
package struct RegradeRecord: Codable, Sendable, Equatable {
    /// The edition of the pack under whose keys they were scored.
    package let edition: String
    /// The revision of the pack under whose keys they were scored.
    package let packRevision: String
    /// The SHA-256 of that pack's files; nil in addenda of before it was kept.
    package var packSHA256: String?
    /// The program that judged.
    package let program: String
    /// The fraction of each item in millionths, in the order of the form.
    package let fractions: [Int]
    /// The items that came out otherwise, or could not be scored anew.
    package let items: [RegradedItem]
}

extension RegradeRecord {
    /// Reads what a log tells.
    ///
    /// - Throws: `DecodingError` of what no item comes to.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        edition = try members.decode(String.self, forKey: .edition)
        packRevision = try members.decode(String.self, forKey: .packRevision)
        packSHA256 = try members.decodeIfPresent(String.self, forKey: .packSHA256)
        program = try members.decode(String.self, forKey: .program)
        fractions = try members.decodeAll(.fractions, in: ResultRecord.fraction)
        items = try members.decode([RegradedItem].self, forKey: .items)
    }
}

/// One item of a regrade.
package struct RegradedItem: Codable, Sendable, Equatable {
    /// The item's number in the form, from 1.
    package let item: Int
    /// Why the score is what it is.
    package let rule: RegradeRule
    /// Fractions in millionths.
    package let before: Int
    /// Likewise, as it is now.
    package let after: Int
}

/// What becomes of an item when its attempt is scored under another revision of the pack.
package enum RegradeRule: String, Codable, Sendable {
    /// The pack still asks in the same words: the answer is held against the key as it is now.
    case rescored
    /// The pack asks in other words now, or its facts did change: the answer was to another question, and its score
    /// stands.
    case askedOtherwise = "asked-otherwise"
    /// The words that the candidate read were not kept, and the key is another one: the score stands.
    case wordsUnknown = "words-unknown"
    /// The pack no longer makes the item: the score stands.
    case gone

    /// Why the score of an item is what it is.
    package var text: String {
        switch self {
        case .rescored: "scored by the key as it is now"
        case .askedOtherwise: "stands; the pack asks otherwise now"
        case .wordsUnknown: "stands; the item changed, and the words it was asked in were not kept"
        case .gone: "stands; the pack no longer makes the item"
        }
    }
}
