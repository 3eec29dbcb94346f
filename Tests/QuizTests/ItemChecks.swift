import Content
import Quiz
import Scoring

/// What is wrong with an item, whatever its kind; empty where nothing is.
func complaints(about item: Item) -> [String] {
    var complaints: [String] = []
    func check(_ holds: Bool, _ complaint: String) {
        if !holds { complaints.append("\(item.id): \(complaint)") }
    }
    let feedback = try? item.judge(item.key)
    check(feedback?.isRight == true && feedback?.fraction == 1 && feedback?.remark == nil, "does not take \(item.key)")
    check(!item.stem.isEmpty && !item.stem.contains(""), "has no stem")
    check(!item.question.isEmpty && !item.heading.isEmpty, "has no question")
    check(item.why.hasSuffix(".") && !item.sources.isEmpty && !item.skills.isEmpty, "gives no reason: \(item.why)")
    check(!item.tellsKey, "tells \(item.key) in \(item.hints)")
    check(ItemID(item.id.description) == item.id, "cannot be read back")
    check(Set(item.options).count == item.options.count, "has an option twice")
    switch item {
    case .choice(let item): complaints += item.complaints
    case .audit(let item): complaints += item.complaints
    case .denial(let item): complaints += item.complaints
    case .claim, .clock, .circumstance, .term: break
    }
    return complaints
}

extension Item {
    /// What a hint could give away: the key, or the claim that its number stands for.
    private var telling: String {
        switch self {
        case .choice, .audit, .denial: situation?.key.claim.description ?? key
        case .claim, .clock, .circumstance, .term: key
        }
    }

    /// Whether a hint says what is to be answered, number of an option or not.
    fileprivate var tellsKey: Bool {
        // A circumstance's first hint says what to answer with yes; what matters is what the steps give away.
        let hints = kind == .circumstance ? Array(hints.dropFirst()) : hints
        let told = hints.joined(separator: " ").lowercased()
        let answer = telling.lowercased()
        if answer == "none" { return told.contains("nothing is billed") }
        if kind == .clock {
            return told.split { !($0.isNumber || $0 == ":") }.contains { $0 == answer }
        }
        return told.contains(answer)
    }
}

extension ChoiceItem {
    /// Wrong options differ from each other and from the key, and each is what a belief leads to.
    fileprivate var complaints: [String] {
        let right = claims.filter { $0.billsTheSame(as: situation.key.claim) }
        var complaints = right.count == 1 ? [] : ["\(id): \(right.count) options are right"]
        if !(3...4).contains(claims.count) { complaints.append("\(id): has \(claims.count) options") }
        for (place, claim) in claims.enumerated() where !claim.billsTheSame(as: situation.key.claim) {
            if claims[..<place].contains(where: claim.billsTheSame) { complaints.append("\(id): \(claim) comes twice") }
            let feedback = try? judge(String(place + 1))
            let believers = situation.judged.differential.singles.filter { $0.claim.billsTheSame(as: claim) }
            if believers.isEmpty { complaints.append("\(id): nobody would choose \(claim)") }
            if feedback?.verdict != .incorrect || feedback?.fraction != 0
                || feedback?.beliefs.map(\.ids) != believers.map(\.beliefs)
            {
                complaints.append("\(id): \(claim) does not stand for \(believers.map(\.beliefs))")
            }
        }
        return complaints
    }
}

extension AuditItem {
    /// What is billed is the key, or a believer's claim that a payer would object to; then the edit is among the
    /// options.
    fileprivate var complaints: [String] {
        if key == "pay" {
            return billed.billsTheSame(as: situation.key.claim) ? [] : ["\(id): would have \(billed) paid"]
        }
        return situation.complaints(about: billed, of: self)
    }
}

extension DenialItem {
    /// What came back is a believer's claim, with the reason codes of each objection.
    fileprivate var complaints: [String] {
        var complaints = situation.complaints(about: mistake.billed, of: self)
        let back = stem.last ?? ""
        for finding in mistake.findings {
            let codes = [finding.carc.map { "CARC \($0)" }, finding.rarc.map { "RARC \($0)" }].compactMap(\.self)
            if codes.isEmpty || !codes.allSatisfy(back.contains) { complaints.append("\(id): keeps back \(codes)") }
        }
        return complaints
    }
}

extension Situation {
    fileprivate func complaints(about billed: Claim, of item: some VisitItem) -> [String] {
        var complaints: [String] = []
        if !judged.differential.singles.contains(where: { $0.claim.billsTheSame(as: billed) }) {
            complaints.append("\(item.id): nobody would bill \(billed)")
        }
        let objections = validate(billed, against: judged.key).filter { $0.severity != .underbilled }
        let failing = Set(objections.map(\.edit))
        let shown = item.options.filter { option in failing.contains { option.hasPrefix("\($0.rawValue): ") } }
        if shown.count != failing.count || failing.isEmpty || item.options.count <= failing.count {
            complaints.append("\(item.id): \(failing) among \(item.options)")
        }
        // Every edit that fails is a right answer, and no other is.
        for (place, option) in item.options.enumerated() {
            let isRight = (try? item.judge("\(place + 1), \(key.claim)"))?.isRight == true
            if isRight != shown.contains(option) { complaints.append("\(item.id): \(option) is taken for \(isRight)") }
        }
        return complaints
    }
}
