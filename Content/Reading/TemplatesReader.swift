import Scoring

extension PackReader {
    /// Reads templates.yaml: patterns that make visits without end.
    func readTemplates(into pack: inout Pack) {
        var section = files.section("templates", log: log)
        var lists: [String: WordList] = [:]
        for (key, value) in section.entries("lists") {
            guard let name = key.text(limit: 40), let list = readList(value) else { continue }
            lists[name] = list
        }
        var places: [(ID<Template>, Place)] = []
        pack.templates = section.elements("templates").compactMap { value in
            guard var fields = value.fields(of: "a template") else { return nil }
            let template = readTemplate(&fields, lists: lists, of: pack)
            fields.finish()
            guard let template else { return nil }
            places.append((template.id, value.place))
            return template
        }
        section.finish()
        unique(places, what: "template")
    }

    private func readTemplate(_ fields: inout Fields, lists: [String: WordList], of pack: Pack) -> Template? {
        let id: ID<Template>? = fields.required("id")?.id()
        let title = fields.text("title", limit: 120)
        let scope = readSlots(fields.required("slots"), lists: lists)
        let constraints = fields.optional("where")?.list { readConstraint($0, in: scope) } ?? []
        let encounter = fields.required("encounter").flatMap { readPattern($0, in: scope, of: pack) }
        let stemValue = fields.required("stem")
        let stem = stemValue.flatMap { readPhrase($0, in: scope) }
        let note = fields.optional("note").flatMap { readPhrase($0, in: scope) }
        let policies =
            fields.optional("policies")?.list { known($0, among: names.policies, what: "policy", in: "policies.yaml") }
            ?? []
        let sources = sources(of: &fields)
        guard let id, let encounter, let stemValue, let stem else { return nil }
        let template = Template(
            id: id, title: title ?? "", slots: scope.slots, constraints: constraints, encounter: encounter, stem: stem,
            note: note, policies: policies, sources: sources)
        if !log.hasErrors { checkFillings(of: template, at: stemValue) }
        return template
    }

    // MARK: Lists and slots

    /// Words, or rows of words that fit each other.
    private struct WordList {
        /// Empty for a list of single words.
        var columns: [String] = []
        var rows: [[String]] = []

        var values: Template.Values {
            columns.isEmpty ? .words(rows.map { $0[0] }) : .rows(columns: columns, rows: rows)
        }
    }

    private func readList(_ value: Value) -> WordList? {
        var list = WordList()
        for (number, element) in value.elements.enumerated() {
            guard element.isMapping else {
                if let text = element.text(limit: 300) { list.rows.append([text]) }
                continue
            }
            let entries = element.entries(of: "a row").compactMap { key, value in
                key.text(limit: 40).flatMap { name in value.text(limit: 300).map { (name: name, text: $0) } }
            }
            if number == 0 { list.columns = entries.map(\.name) }
            let row = list.columns.compactMap { column in entries.first { $0.name == column }?.text }
            guard row.count == list.columns.count, entries.count == row.count else {
                element.fail(
                    "the row has other columns than the first", mend: "give it \(list.columns.joined(separator: ", "))")
                continue
            }
            list.rows.append(row)
        }
        let isMixed = !list.columns.isEmpty && list.rows.contains { $0.count != list.columns.count }
        if list.rows.isEmpty || isMixed {
            value.fail("a list holds words, or rows that all have the same columns")
            return nil
        }
        return list
    }

    private func readSlots(_ value: Value?, lists: [String: WordList]) -> SlotScope {
        var scope = SlotScope()
        for (key, value) in value?.entries(of: "a mapping of slots") ?? [] {
            guard let name = key.text(limit: 40) else { continue }
            guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }), name.first?.isLowercase == true else {
                key.fail("a slot's name is lower-case words joined by hyphens")
                continue
            }
            guard let values = readValues(value, lists: lists, in: scope) else { continue }
            scope.slots.append(Template.Slot(name: name, values: values))
        }
        return scope
    }

    private func readValues(_ value: Value, lists: [String: WordList], in scope: SlotScope) -> Template.Values? {
        guard var fields = value.fields(of: "a slot") else { return nil }
        defer { fields.finish() }
        if let list = fields.optional("from") {
            guard let name = list.text(limit: 40) else { return nil }
            if lists[name] == nil {
                list.fail(
                    "no list \(name)", mend: suggestion(for: name, among: lists.keys.sorted()) ?? "add it to lists:")
            }
            return lists[name]?.values
        }
        if let words = fields.optional("one-of") { return readList(words)?.values }
        if let times = fields.optional("time") {
            let step = fields.optional("step")?.integer(in: 1...720, unit: "minutes") ?? 5
            let ends = times.list { $0.time()?.minute }
            return range(ends, step: step, at: times).map { .times(from: $0, through: $1, step: step) }
        }
        if let minutes = fields.optional("minutes") {
            let step = fields.optional("step")?.integer(in: 1...720, unit: "minutes") ?? 1
            let ends = minutes.list { $0.integer(in: 0...1_440, unit: "minutes") }
            return range(ends, step: step, at: minutes).map { .minutes(from: $0, through: $1, step: step) }
        }
        if let after = fields.optional("after") { return scope.sum(after).map(Template.Values.after) }
        if let sum = fields.optional("sum") { return scope.sum(sum).map(Template.Values.sum) }
        value.fail("a slot has from, one-of, time, minutes, after or sum")
        return nil
    }

    private func range(_ ends: [Int], step: Int, at value: Value) -> (Int, Int)? {
        guard ends.count == 2, ends[0] <= ends[1] else {
            value.fail("expected the first and the last value, such as [20, 300]")
            return nil
        }
        return (ends[0], ends[1] - (ends[1] - ends[0]) % step)
    }

    private func readConstraint(_ value: Value, in scope: SlotScope) -> Template.Constraint? {
        guard let text = value.text(limit: 200) else { return nil }
        let words = text.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(where: { Template.Constraint.Comparison(rawValue: $0) != nil }),
            let comparison = Template.Constraint.Comparison(rawValue: words[place])
        else {
            value.fail("expected a comparison between slots, such as \"length > 120\"")
            return nil
        }
        guard let left = scope.sum(words[..<place], at: value), let right = scope.sum(words[(place + 1)...], at: value)
        else { return nil }
        return Template.Constraint(left: left, comparison: comparison, right: right)
    }
}

/// The slots that a template has so far, by their names.
struct SlotScope {
    var slots: [Template.Slot] = []

    /// The place of a slot; logs its absence with the nearest names.
    func place(of name: String, at value: Value) -> Int? {
        if let place = slots.firstIndex(where: { $0.name == name }) { return place }
        let near = suggestion(for: name, among: slots.map(\.name))
        value.fail(
            "no slot \(name.prefix(40)) before this",
            mend: near ?? "known are \(slots.map(\.name).joined(separator: ", "))")
        return nil
    }

    /// A list of slots and minutes to be added up.
    func sum(_ value: Value) -> [Template.Amount]? {
        let amounts = value.list { element in element.text(limit: 40).flatMap { amount($0, at: element) } }
        return amounts.isEmpty ? nil : amounts
    }

    /// Words such as `start + length`.
    func sum(_ words: ArraySlice<String>, at value: Value) -> [Template.Amount]? {
        var amounts: [Template.Amount] = []
        for (number, word) in words.enumerated() {
            let isPlus = number % 2 == 1
            guard isPlus == (word == "+") else {
                value.fail("expected slots joined by +, such as start + length")
                return nil
            }
            guard !isPlus else { continue }
            guard let amount = amount(word, at: value) else { return nil }
            amounts.append(amount)
        }
        guard words.count % 2 == 1 else {
            value.fail("expected slots joined by +, such as start + length")
            return nil
        }
        return amounts
    }

    /// A slot's minutes, a number of minutes, or a time of day; 24:00 is the midnight at the end.
    func amount(_ word: String, at value: Value) -> Template.Amount? {
        if let number = Int(word) { return .fixed(number) }
        if word == "24:00" { return .fixed(ClockTime.minutesADay) }
        if let time = ClockTime(word) { return .fixed(time.minute) }
        guard let place = place(of: word, at: value) else { return nil }
        switch slots[place].values {
        case .rows, .words:
            value.fail("\(word) holds words, not minutes")
            return nil
        case .times, .minutes, .after, .sum: return .slot(place)
        }
    }
}
