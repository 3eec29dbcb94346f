package import Quiz

extension TestStatistics {
    /// The figures of the exam as a whole: the name of each, its value, and what it is or why there is none.
    package var figures: [(name: String, value: String, note: String)] {
        var figures: [(String, String, String)] = [
            ("candidates", "\(candidates)", "first attempts that are handed in"),
            ("mean", mean.map(mark) ?? "-", "share of the full score"),
            ("standard deviation", standardDeviation.map(mark) ?? "-", "of that share"),
        ]
        guard let reliability else {
            return figures + [("reliability", "-", "takes two candidates whose scores differ")]
        }
        let what = reliability.isLowerBound ? "reliability, at least: forms differed" : "reliability"
        let note =
            what
            + (reliability.alpha < 0
                ? "; below 0, these scores tell nobody apart" : "; 0.80 is asked of a certification")
        let range = reliability.alphaInterval.map { "; likely from \(decimals($0.low)) to \(decimals($0.high))" } ?? ""
        figures.append(("alpha", decimals(reliability.alpha), note + range + fewCandidatesWords))
        if let kr20 = reliability.kr20 { figures.append(("KR-20", decimals(kr20), "the same, answers right or wrong")) }
        figures.append(
            (
                "standard error", decimals(reliability.standardError),
                "items by which a score scatters round the true one" + (reliability.isLowerBound ? ", at most" : "")
            ))
        if let consistency {
            figures.append(
                ("consistency", decimals(consistency.agreement), "would be passed or failed alike once more"))
            if let kappa = consistency.kappa { figures.append(("kappa", decimals(kappa), "the same beyond chance")) }
        }
        return figures
    }

    /// What is to be said of figures that rest on few people, after what they are; empty where they do not.
    var fewCandidatesWords: String {
        candidates < ItemFlag.enoughResponses
            ? "; fewer than \(ItemFlag.enoughResponses) candidates: a first look" : ""
    }

    /// What is to be said where items, or what they are made from, have fewer responses than figures can be relied on
    /// with; nil where all have enough.
    package var fewWords: String? {
        let few = families.count { $0.isSmall }
        guard few > 0 else { return nil }
        return few == families.count
            ? "Fewer than \(ItemFlag.enoughResponses) responses each: the figures of items are a first look."
            : "Where n is below \(ItemFlag.enoughResponses), the figures are a first look, and nothing is said of them."
    }
}

extension TestStatistics.Flagged {
    /// Whether it has fewer responses than figures can be relied on with.
    var isSmall: Bool { analysis.responses < ItemFlag.enoughResponses }

    /// What people are told of it.
    package var remarks: [String] { flags.compactMap(\.words) }

    /// The share that is right, with where it is likely to lie.
    package var difficultyWords: String { words(analysis.difficulty, analysis.difficultyInterval) }

    /// How well it tells apart, with where that is likely to lie.
    package var discriminationWords: String { words(analysis.discrimination, analysis.discriminationInterval) }

    private func words(_ value: Double?, _ interval: Interval?) -> String {
        guard let value else { return "" }
        return decimals(value) + (interval.map { " (\(decimals($0.low)) to \(decimals($0.high)))" } ?? "")
    }
}

extension ItemFlag {
    /// A few words; nil where a line on the whole report says it once.
    fileprivate var words: String? {
        switch self {
        case .hard: "very hard"
        case .easy: "nearly everybody is right"
        case .negativeDiscrimination: "who knows less does better: check it"
        case .weakDiscrimination: "tells few apart"
        case .attractiveWrongOption(let option, _): "draws who knows more: \(option)"
        case .idleOption(let option, _): "hardly chosen: \(option)"
        case .slow: "takes long"
        case .fewResponses: nil
        }
    }

    /// A word for programs.
    package var word: String {
        switch self {
        case .hard: "hard"
        case .easy: "easy"
        case .negativeDiscrimination: "negative-discrimination"
        case .weakDiscrimination: "weak-discrimination"
        case .attractiveWrongOption: "attractive-wrong-option"
        case .idleOption: "idle-option"
        case .slow: "slow"
        case .fewResponses: "few-responses"
        }
    }
}
