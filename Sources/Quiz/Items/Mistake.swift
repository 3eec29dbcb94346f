package import Content
package import Scoring

/// A claim that somebody with a misconception would bill for a visit, and what a payer objects to in it.
package struct Mistake: Sendable {
    /// What the believer would bill.
    package let billed: Claim
    /// The payer's objections; never empty.
    package let findings: [Finding]

    /// One of a visit's mistakes; nil where no misconception makes one that a payer would see.
    init?(in situation: Situation, with generator: inout SeededGenerator) {
        let wrong = situation.judged.differential.singles
        for position in generator.order(of: wrong.count) {
            let claim = wrong[position].claim
            if claim.isEmpty { continue }
            var objections = validate(claim, against: situation.key)
            objections.removeAll { $0.severity == .underbilled }
            guard !objections.isEmpty else { continue }
            billed = claim
            findings = objections
            return
        }
        return nil
    }

    /// The edits that it fails, in the order in which a scrubber runs them, as the findings are.
    var edits: [Edit.Name] {
        var edits: [Edit.Name] = []
        for finding in findings where edits.last != finding.edit { edits.append(finding.edit) }
        return edits
    }
}

/// Edits to choose from, in the order in which a scrubber runs them: those that fail and some that do not.
struct EditChoice: Sendable {
    /// Their positions among all edits.
    private let positions: [Int]

    private static let all = Edit.Name.allCases
    private static let laws = all.map { "\($0.rawValue): \(Edit.named($0).law)" }
    private static let hashedLaws = laws.map { SharedWord($0) }

    /// The positions of the edits that a mistake about visits may be taken for.
    private static let ofVisits: [Int] = positions(of: [
        .addOnWithoutPrimary, .mutuallyExclusive, .serviceDoesNotQualify, .placeOfService,
        .documentationMissing, .primaryRepeated, .unitCap, .unitsExceedTime,
    ])

    /// The same of a claim with drugs or therapies.
    private static let ofWholeClaims: [Int] = positions(of: [
        .modifierMissing, .modifierInvalid, .mutuallyExclusive, .notSeparatelyPayable, .authorisationMissing,
        .authorisationExceeded, .unitCap, .unitsExceedTime,
    ])

    private static let exceedsTime = positions(of: [.unitsExceedTime])

    private static func positions(of edits: [Edit.Name]) -> [Int] { edits.compactMap { all.firstIndex(of: $0) } }

    /// What fails, and some that might have.
    init(failing: [Edit.Name], in situation: Situation, with generator: inout SeededGenerator) {
        let plausible = situation.encounter.episode == nil ? Self.ofVisits : Self.ofWholeClaims
        var positions: [Int] = []
        positions.reserveCapacity(failing.count + 4)
        positions.append(contentsOf: failing.lazy.compactMap { Self.all.firstIndex(of: $0) })
        var others: [Int] = []
        others.reserveCapacity(plausible.count)
        for position in plausible where !positions.contains(position) { others.append(position) }
        // Of units that nothing supports there is one edit to choose.
        if failing.contains(.unitsExceedRecord) { others.removeAll(where: Self.exceedsTime.contains) }
        for position in generator.order(of: others.count).prefix(max(4 - failing.count, 2)) {
            positions.append(others[position])
        }
        positions.sort()
        self.positions = positions
    }

    var edits: [Edit.Name] { positions.map { Self.all[$0] } }
    /// What they demand, each in the place of its edit.
    var options: [String] { positions.map { Self.laws[$0] } }

    /// A correction as one reads it: `2 (units-exceed-time), 99601 x1`; nil where nothing fails.
    func inWords(_ failing: [Edit.Name], claim: Claim) -> String? {
        guard let position = edits.firstIndex(where: failing.contains) else { return nil }
        return "\(position + 1) (\(edits[position].rawValue)), \(claim)"
    }

    /// Adds the options, one after the other.
    func add(to print: inout Fingerprint) {
        for position in positions { print.add(Self.hashedLaws[position]) }
    }
}

/// Which edit a claim fails, and what should have been billed: the answer to an audit or a denial.
struct Correction: Sendable {
    let edit: Edit.Name
    let claim: Claim

    /// Reads `2, 99601 x1` or `units-exceed-time 99601 x1`.
    ///
    /// - Parameters:
    ///   - answer: As it was typed.
    ///   - opening: A word that may stand before it.
    ///   - choice: What the number chooses from.
    ///   - situation: The visit that it is about.
    /// - Throws: `UnreadableAnswer` where either part is missing or cannot be read.
    init(
        _ answer: String, after opening: String = "", among choice: EditChoice, of situation: Situation
    ) throws(UnreadableAnswer) {
        let example = "such as 2, \(situation.pack.example)"
        let scalars = answer.unicodeScalars
        let isWord = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
        }
        let opens = answer.lowercased().hasPrefix(opening)
        let body = opens ? scalars.dropFirst(opening.unicodeScalars.count) : scalars[...]
        guard let start = body.firstIndex(where: isWord) else {
            throw UnreadableAnswer("expected the number of what fails and the claim to bill instead, \(example)")
        }
        let word = body[start...].prefix(while: isWord)
        guard let edit = Self.edit(String(word).lowercased(), among: choice) else {
            throw UnreadableAnswer(
                "expected first the number of what fails, 1 to \(choice.edits.count), \(example)",
                at: scalars.distance(
                    from: scalars.startIndex, to: start)..<scalars.distance(
                        from: scalars.startIndex, to: word.endIndex))
        }
        // The mark of a list behind the number, as in `2.` and `2)`.
        let rest = body[word.endIndex...].drop { ".):".unicodeScalars.contains($0) }
        guard rest.contains(where: isWord) else {
            throw UnreadableAnswer("expected after it the claim to bill instead, or none, \(example)")
        }
        self.edit = edit
        do {
            claim = try situation.read(String(rest))
        } catch {
            let offset = scalars.distance(from: scalars.startIndex, to: rest.startIndex)
            throw UnreadableAnswer(
                error.message, at: error.position.map { $0.lowerBound + offset..<$0.upperBound + offset })
        }
    }

    /// As one would type it.
    func description(among choice: EditChoice) -> String {
        let position = choice.edits.firstIndex(of: edit).map { String($0 + 1) } ?? edit.rawValue
        return "\(position), \(claim.datedDescription)"
    }

    private static func edit(_ word: String, among choice: EditChoice) -> Edit.Name? {
        if let number = Int(word) { return choice.edits.indices.contains(number - 1) ? choice.edits[number - 1] : nil }
        return Edit.Name(rawValue: word).flatMap { choice.edits.contains($0) ? $0 : nil }
    }
}

extension Feedback {
    /// What there is to say of a correction: half for the edit, half for the claim.
    init(of correction: Correction, failing: [Edit.Name], in situation: Situation) {
        let claim = Feedback(of: situation.judged.assess(correction.claim), in: situation.judged, of: situation.pack)
        let isEditRight = failing.contains(correction.edit)
        self = claim
        fraction = (claim.fraction + (isEditRight ? 1 : 0)) / 2
        verdict = fraction == 1 ? .correct : fraction == 0 ? .incorrect : .partial
        remark = Self.remark(isEditRight: isEditRight, isClaimRight: claim.isRight, failing)
    }

    /// Which half of a correction is right, where one is; nil where both are.
    private static func remark(isEditRight: Bool, isClaimRight: Bool, _ failing: [Edit.Name]) -> String? {
        let names = failing.map(\.rawValue).joined(separator: ", ")
        return switch (isEditRight, isClaimRight) {
        case (true, true): nil
        case (true, false): "What fails you have right. The claim to bill instead is not."
        case (false, true): "The claim to bill is right. What fails is \(names)."
        case (false, false): "What fails is \(names)."
        }
    }

    /// The same where only the exact answer counts.
    var allOrNothing: Feedback {
        var feedback = self
        if !isRight {
            feedback.verdict = .incorrect
            feedback.fraction = 0
        }
        return feedback
    }
}

extension Pack {
    /// A claim to show how an answer is written.
    package var example: String {
        let main = codes.families.first { $0.id == codes.mainFamily } ?? codes.families.first
        let lines = [main?.first.first.map { "\($0.code) x1" }, main?.further.first.map { "\($0.code) x2" }]
        let example = lines.compactMap(\.self).joined(separator: ", ")
        return example.isEmpty ? "none" : example
    }
}
