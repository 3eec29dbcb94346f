import Scoring

extension PackReader {
    /// Fills a template some hundred times, and says what would read or count wrongly.
    func checkFillings(of template: Template, at value: Value) {
        var seen: Set<String> = []
        for seed in UInt64(0)..<300 {
            guard let filling = template.fill(seed: seed) else {
                value.fail(
                    "the slots of \(template.id) can hardly be filled so that where: holds",
                    mend: "widen the slots, or loosen a constraint")
                return
            }
            if let problem = filling.encounter.problem {
                value.fail("with seed \(seed) \(problem)", mend: "narrow the slots, or add a constraint under where:")
                return
            }
            let note = template.fill(seed: seed, as: .note)?.telling
            for telling in [filling.telling, note].compactMap(\.self) {
                guard let slip = grammarSlip(in: telling), seen.insert(slip).inserted else { continue }
                log.warning("with seed \(seed) the telling has \"\(slip)\"", at: value.place, mend: "reword it")
            }
            if let code = names.codes.all.first(where: { filling.telling.contains($0.description) }) {
                log.warning(
                    "the stem names \(code) and gives the answer away", at: value.place, mend: "tell only the facts")
                return
            }
        }
    }
}

extension Encounter {
    /// What no visit can be.
    fileprivate var problem: String? {
        for service in visits.flatMap(\.services) {
            switch service.time {
            case .minutes(let minutes) where !(0...ClockTime.minutesADay).contains(minutes):
                return "a service takes \(minutes) minutes"
            case .clock(let start, let stop) where start == stop: return "a service starts and stops at \(start)"
            default: continue
            }
        }
        return nil
    }
}

/// A slip that filling slots brings about: a wrong article, a word twice, a space too many.
private func grammarSlip(in text: String) -> String? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    for (word, next) in zip(words, words.dropFirst()) {
        let article = word.lowercased()
        guard let first = next.first(where: { $0.isLetter || $0.isNumber }) else { continue }
        if word.isEmpty || next.isEmpty { return "\(word)  \(next)" }
        let isVowel = "aeiouAEIO8".contains(first)
        let isSounded = ["hour", "honest", "MS", "RN", "LPN", "IV"].contains { next.hasPrefix($0) }
        let isMute = ["uni", "use", "eu", "one", "UTI"].contains { next.lowercased().hasPrefix($0) }
        if article == "a", isVowel || isSounded, !isMute { return "\(word) \(next)" }
        if article == "an", !isVowel && !isSounded || isMute { return "\(word) \(next)" }
        if word == next, word.contains(where: \.isLetter) { return "\(word) \(next)" }
    }
    return nil
}
