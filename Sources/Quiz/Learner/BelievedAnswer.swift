import Content
import Scoring

extension Item {
    /// What somebody types who applies some rules and errs in nothing else; nil where they have no answer of their own.
    func answer(under rules: Rules) -> String? {
        switch self {
        case .claim(let item):
            return item.situation.shown(derive(item.situation.encounter, under: rules).claim)
        case .denial(let item):
            return "\(item.editNumber), \(item.situation.shown(derive(item.situation.encounter, under: rules).claim))"
        case .clock(let item):
            return String(derive(item.situation.encounter, under: rules).countedMinutes)
        case .choice(let item):
            let claim = derive(item.situation.encounter, under: rules).claim
            return item.claims.firstIndex(where: claim.billsTheSame).map { String($0 + 1) }
        case .circumstance(let item):
            let unmet = derive(item.situation.encounter, under: rules).circumstances.firstUnmet
            let tests = item.situation.pack.circumstances.map(\.test)
            guard let unmet else { return "yes" }
            return tests.firstIndex(of: unmet).map { "no \($0 + 1)" }
        case .audit(let item):
            let claim = derive(item.situation.encounter, under: rules).claim
            return claim.billsTheSame(as: item.billed)
                ? "pay" : "\(item.editNumber), \(item.situation.shown(claim))"
        case .term: return nil
        }
    }
}

extension ItemContent {
    /// The number of the edit that fails, which has nothing to do with what is believed of time and codes; 1 where
    /// none does.
    var editNumber: String { key.first?.isNumber == true ? String(key.prefix { $0 != "," }) : "1" }
}
