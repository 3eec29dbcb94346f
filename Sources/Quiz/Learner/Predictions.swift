import Content

/// What each of some hypotheses would answer to an item.
package struct Predictions: Sendable {
    /// The hypotheses, by their positions in the space.
    package let hypotheses: [Int]
    /// For each of them the position of its answer among `responses`; nil where it leads to no answer that can be given.
    package let positions: [Int?]
    /// The different answers, the right one first.
    package let responses: [Response]
    /// How many answers can be given: the options where there are some, else those above and one that stands for all
    /// others.
    package let possible: Int
    private let hasOptions: Bool

    /// Nil where beliefs have no part in the item.
    package init?(_ item: Item, in space: BeliefSpace, for hypotheses: [Int]) {
        guard let policy = item.id.policy, let believers = space.believers(under: policy) else { return nil }
        let answers = item.responses(of: ([space.right] + hypotheses).map { believers[$0] })
        guard let key = answers[0] else { return nil }
        var responses = [key]
        positions = answers.dropFirst().map { response -> Int? in
            guard let response else { return nil }
            if let position = responses.firstIndex(of: response) { return position }
            responses.append(response)
            return responses.count - 1
        }
        self.hypotheses = hypotheses
        self.responses = responses
        let options = item.optionCount
        hasOptions = options != nil
        possible = max(options ?? responses.count + 1, responses.count, 2)
    }

    /// The position of the right answer among the responses.
    static let key = 0

    /// The answer that a hypothesis leads to; nil where it leads to none that can be given.
    func answer(of hypothesis: Int) -> Response? {
        guard let number = hypotheses.firstIndex(of: hypothesis), let position = positions[number] else { return nil }
        return responses[position]
    }

    /// Whether a hypothesis leads to a wrong answer, so that the item tells it from the truth.
    func isProbe(of hypothesis: Int) -> Bool {
        guard let answer = answer(of: hypothesis) else { return false }
        return answer != responses[Self.key]
    }

    func chances(_ model: AnswerModel) -> AnswerModel.Chances {
        model.chances(among: possible, areOptions: hasOptions)
    }

    /// The probability of a response under each of the hypotheses. One without an answer of its own gives any alike.
    package func likelihoods(of response: Response, _ model: AnswerModel) -> [Double] {
        let chances = chances(model)
        let given = responses.firstIndex(of: response)
        return positions.map { position in
            guard let position else { return 1 / Double(possible) }
            if position == given { return chances.own }
            if position == Self.key { return chances.wrong }
            return given == Self.key ? chances.key : chances.other
        }
    }
}

extension Item {
    /// How many answers there are to choose from; nil where an answer is free.
    fileprivate var optionCount: Int? {
        switch kind {
        case .choice: options.count
        case .circumstance: options.count + 1
        case .audit: 2
        case .claim, .clock, .denial, .term: nil
        }
    }
}
