import Content
import Scoring

extension PackReader {
    /// Fills a template some hundred times, and says what would count or read wrongly.
    func check(_ reading: TemplateReading, with lists: [WordList]) {
        reading.scope.reportUnused()
        for seed in UInt64(0)..<200 {
            guard let draw = Draw(reading.template, seed: seed, from: lists) else {
                reading.conditions.fail(
                    "the slots can hardly be filled so that where: holds",
                    mend: "widen the slots, or loosen a constraint")
                return
            }
            if let problem = draw.problem(in: reading.template.encounter)
                ?? problem(inEpisodeOf: draw.encounter(reading.template.encounter))
            {
                reading.facts.fail(
                    "with seed \(seed) \(problem)", mend: "narrow the slots, or add a constraint under where:")
                return
            }
        }
        var tellings = [Telling(of: reading.template.stem, at: reading.stem, isNote: false)]
        if let note = reading.template.note, let value = reading.note {
            tellings.append(Telling(of: note, at: value, isNote: true))
        }
        for telling in tellings { checkTold(reading.template, in: telling) }
        guard readsTellings else { return }
        var seen: Set<String> = []
        let rows = reading.template.slots.map { $0.values.rowCount(in: lists) }.max() ?? 1
        for row in 0..<max(rows, 20) {
            guard let draw = Draw(reading.template, seed: UInt64(row), from: lists, row: row) else { continue }
            for telling in tellings { check(draw, in: telling, seen: &seen) }
        }
    }

    /// One of a template's two texts.
    private struct Telling {
        let phrase: Phrase
        let value: Value
        let isNote: Bool

        init(of phrase: Phrase, at value: Value, isNote: Bool) {
            self.phrase = phrase
            self.value = value
            self.isNote = isNote
        }

        var name: String { isNote ? "note" : "stem" }
    }

    /// Warns of each oddity once in a template, and of an abbreviation once in a pack.
    private func check(_ draw: Draw, in telling: Telling, seen: inout Set<String>) {
        let text = draw.telling(telling.phrase)
        func warn(_ message: String, mend: String) {
            // Times and minutes differ from filling to filling.
            let digits = message.map { $0.isNumber ? "0" : $0 }
            guard seen.insert(telling.name + String(digits)).inserted else { return }
            log.warning("the \(telling.name) \(message)", at: telling.value.position, mend: mend)
        }
        if let slip = slip(in: text, isNote: telling.isNote) { warn("may read \"\(slip)\"", mend: "reword it") }
        if let code = names.codes.all.first(where: { text.holds($0.description) }) {
            warn("names \(code) and gives the answer away", mend: "tell only the facts")
        }
        guard telling.isNote else { return }
        for word in abbreviations(in: text) where !names.abbreviations.explain(word) {
            names.abbreviations.add(word)
            warn("may have \"\(word)\", which nothing explains", mend: "add it to abbreviations: in terms.yaml")
        }
    }

    /// Warns of facts that a telling leaves out: what they come from must be in the words, one way or another.
    private func checkTold(_ template: Template, in telling: Telling) {
        let origins = template.origins
        let told = telling.phrase.slots.reduce(into: Set<Int>()) { $0.formUnion(origins[$1]) }
        for slot in template.encounter.slots where !origins[slot].isSubset(of: told) {
            log.warning(
                "the \(telling.name) does not tell \(template.slots[slot].name), which the facts rest on",
                at: telling.value.position, mend: "write {\(template.slots[slot].name)}, or what it follows from")
        }
    }
}

// MARK: What no visit can be

extension Draw {
    /// What the facts say that cannot be.
    fileprivate func problem(in facts: EncounterPattern) -> String? {
        let used = minutes(facts.minutesUsedThisWeek)
        if !(0...10_080).contains(used) { return "\(used) minutes are used in the week" }
        let services = facts.visits.flatMap(\.services)
        return services.lazy.compactMap { problem(in: $0.time) }.first ?? encounter(facts).impossibleFacts.first?.words
    }

    private func problem(in time: EncounterPattern.TimePattern) -> String? {
        let day = ClockTime.minutesADay
        switch time {
        case .minutes(let amount):
            let length = minutes(amount)
            return (1...day).contains(length) ? nil : "a service takes \(length) minutes"
        case .clock(let start, let stop):
            let (from, to) = (minutes(start), minutes(stop))
            if let problem = problem(inStart: from) { return problem }
            if to <= from { return "a service stops no later than it starts, at \(ClockTime(wrapping: from))" }
            return to - from > day ? "a service takes \(to - from) minutes" : nil
        case .open(let start): return problem(inStart: minutes(start))
        case .unknown: return nil
        }
    }

    private func problem(inStart start: Int) -> String? {
        (0..<2 * ClockTime.minutesADay).contains(start)
            ? nil : "a service starts \(start) minutes after the midnight that begins the day"
    }
}
