import Glibc
import Measurement
import Quiz

/// How an attempt's items follow from the answers before, as its form tells it.
package struct AdaptiveRecord: Codable, Sendable, Equatable {
    /// How many items at least, and at most.
    package let least: Int
    /// How many at most.
    package let most: Int
    /// It ends once ability is known as well as this, in hundredths; nil where it does not.
    package let error: Int?
    /// It ends once it is clear on which side of the cut the candidate is, but for so many hundredths; nil where it does
    /// not.
    package let indifference: Int?
    /// The ability from which a candidate passes, in thousandths of a standard deviation.
    package let cut: Int
    /// Of how many in a hundred of what may be asked the difficulty is known from what was sat; else it is predicted.
    package let calibrated: Int
    /// What share of all that may be asked is expected of each ability.
    package let scale: AbilityScale

    var classification: Classification? {
        indifference.map { Classification(cut: Double(cut) / 1_000, indifference: Double($0) / 100) }
    }
}

/// What share of all that an exam may ask is expected to be right of somebody of an ability.
package struct AbilityScale: Codable, Sendable, Equatable {
    /// Millionths, for abilities from -4 to 4 in quarters.
    private let shares: [Int]

    private static let abilities = (0...32).map { -4 + Double($0) / 4 }

    /// - Parameters:
    ///   - items: All that may be asked.
    ///   - weights: How much each section counts.
    init(of items: [(section: Int, credit: ExpectedCredit)], weights: [Int]) {
        let all = Double(max(weights.reduce(0, +), 1))
        let sections = Dictionary(grouping: items, by: \.section)
        shares = Self.abilities.map { ability in
            let sum = weights.enumerated().reduce(0.0) { sum, section in
                let own = sections[section.offset] ?? []
                let right = own.reduce(0) { $0 + $1.credit(at: ability) }
                return sum + Double(section.element) * (own.isEmpty ? 0 : right / Double(own.count))
            }
            return Int((sum / all * 1_000_000).rounded())
        }
    }

    init(shares: [Int]) { self.shares = shares }

    /// As a plain list of numbers.
    package init(from decoder: any Decoder) throws {
        let shares = try decoder.singleValueContainer().decode([Int].self)
        guard shares.count == Self.abilities.count, shares.allSatisfy(ResultRecord.fraction.contains) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a scale has \(Self.abilities.count) shares in millionths"))
        }
        self.shares = shares
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(shares)
    }

    var numbers: [Int] { shares }

    /// The share that is expected of an ability, in millionths; beyond the ends that of the ends.
    package func share(of ability: Double) -> Int {
        let position = min(max((ability + 4) * 4, 0), 32)
        let below = min(Int(position), 31)
        let part = position - Double(below)
        return shares[below] + Int((part * Double(shares[below + 1] - shares[below])).rounded())
    }

    /// The ability of which a share is expected, from 0 to 1, in thousandths.
    package func ability(ofShare share: Double) -> Int {
        let wanted = share * 1_000_000
        guard let above = shares.firstIndex(where: { Double($0) >= wanted }) else { return 4_000 }
        guard above > 0 else { return -4_000 }
        let part = (wanted - Double(shares[above - 1])) / Double(max(shares[above] - shares[above - 1], 1))
        return Int(((Self.abilities[above - 1] + part / 4) * 1_000).rounded())
    }

    /// The difficulty of an item that a share of people miss, where abilities are 0 on average.
    static func logit(ofMissing share: Double) -> Double {
        let share = min(max(share, 0.05), 0.95)
        return log(share / (1 - share))
    }
}

/// An item that was handed out in an adaptive attempt.
package struct GivenItem: Codable, Sendable, Equatable {
    /// Its identity.
    package let item: String
    /// What stands for its words.
    package let wording: String
    /// Its section, by position.
    package let section: Int
    /// In thousandths, as it was taken to be when it was chosen.
    package let difficulty: Int
    /// In thousandths, likewise.
    package let discrimination: Int
    /// Something that nobody can guess, so that nobody can find out by the digest what is asked.
    let salt: String

    init(_ item: Item, section: Int, _ parameters: ItemParameters, salt: String) {
        self.item = item.id.description
        wording = item.wording
        self.section = section
        difficulty = Int((parameters.difficulty * 1_000).rounded())
        discrimination = Int((parameters.discrimination * 1_000).rounded())
        self.salt = salt
    }

    /// Reads what a log tells.
    ///
    /// - Throws: `DecodingError` of parameters that no item has.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        item = try members.decode(String.self, forKey: .item)
        wording = try members.decode(String.self, forKey: .wording)
        section = try members.decode(Int.self, forKey: .section)
        difficulty = try members.decode(.difficulty, in: -100_000...100_000)
        discrimination = try members.decode(.discrimination, in: -100_000...100_000)
        salt = try members.decode(String.self, forKey: .salt)
    }

    init(item: String, wording: String, section: Int, difficulty: Int, discrimination: Int, salt: String) {
        self.item = item
        self.wording = wording
        self.section = section
        self.difficulty = difficulty
        self.discrimination = discrimination
        self.salt = salt
    }

    var parameters: ItemParameters {
        ItemParameters(discriminationThousandths: discrimination, difficultyThousandths: difficulty)
    }

    /// What a fraction of it in millionths tells of ability: whether it was right, and wholly so.
    func answer(of fraction: Int) -> Ability.Answer { Ability.Answer(item: parameters, isRight: fraction >= 1_000_000) }
}

/// What an adaptive attempt measured.
package struct MeasuredAbility: Codable, Sendable, Equatable {
    /// In thousandths of a standard deviation of those whom the items were calibrated on.
    package let ability: Int
    /// Its standard error, likewise.
    package let error: Int
    /// The share of all that the exam may ask that is expected to be right, in millionths.
    package let share: Int
    /// Between these the share lies nineteen times in twenty, in millionths.
    package let low: Int
    /// In millionths.
    package let high: Int
    /// Whether the exam came to the end that its rules set; else nobody passes by it.
    package let isWhole: Bool
}

extension MeasuredAbility {
    /// What fractions of items that were given tell, and whether it passes.
    static func judge(
        _ fractions: [Int], to given: [GivenItem], by record: AdaptiveRecord, isWhole: Bool
    ) -> (measured: MeasuredAbility, isPassed: Bool) {
        let answers = zip(given, fractions).map { $0.answer(of: $1) }
        let ability = Ability.expected(of: answers)
        let measured = MeasuredAbility(
            ability: Int((ability.value * 1_000).rounded()), error: Int((ability.error * 1_000).rounded()),
            share: record.scale.share(of: ability.value),
            low: record.scale.share(of: ability.value - 1.96 * ability.error),
            high: record.scale.share(of: ability.value + 1.96 * ability.error), isWhole: isWhole)
        let decision = record.classification?.decision(after: answers)
        let isAbove = measured.ability >= record.cut
        return (measured, isWhole && (decision.map { $0 == .pass } ?? isAbove))
    }
}

extension [MeasuredAbility] {
    /// The share of what abilities differ by that is more than error; nil of fewer than two.
    package var reliability: Double? {
        guard count > 1 else { return nil }
        let mean = reduce(0.0) { $0 + Double($1.ability) } / Double(count)
        let spread = reduce(0.0) { $0 + (Double($1.ability) - mean) * (Double($1.ability) - mean) } / Double(count)
        let error = reduce(0.0) { $0 + Double($1.error) * Double($1.error) } / Double(count)
        return spread + error > 0 ? spread / (spread + error) : nil
    }
}
