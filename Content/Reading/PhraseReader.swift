import Scoring

extension PackReader {
    /// Reads a text with slots in braces: `{start}`, `{start.12h}`, `{therapy.drug}`, `{Therapy.drug}`.
    func readPhrase(_ value: Value, in scope: SlotScope) -> Phrase? {
        guard let text = value.text(limit: 1_500) else { return nil }
        var pieces: [Phrase.Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                value.fail("a slot is opened with { and never closed")
                return nil
            }
            let name = String(rest[rest.index(after: open)..<close])
            guard let piece = readPiece(name, at: value, in: scope) else { return nil }
            pieces.append(piece)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return Phrase(pieces: pieces)
    }

    private func readPiece(_ text: String, at value: Value, in scope: SlotScope) -> Phrase.Piece? {
        let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard let first = parts.first else {
            value.fail("a slot's name stands between the braces")
            return nil
        }
        let name = first.prefix(1).lowercased() + first.dropFirst()
        guard let place = scope.place(of: name, at: value) else { return nil }
        let isCapitalized = first.first?.isUppercase == true
        guard let form = form(parts.count > 1 ? parts[1] : nil, of: scope.slots[place], at: value) else { return nil }
        return .slot(place, form, isCapitalized: isCapitalized)
    }

    private func form(_ name: String?, of slot: Template.Slot, at value: Value) -> Phrase.Form? {
        switch slot.values {
        case .rows(let columns, _):
            guard let name else {
                value.fail("\(slot.name) has columns", mend: "write \(slot.name).\(columns[0]) or another of them")
                return nil
            }
            return column(name, of: columns, in: slot, at: value).map(Phrase.Form.column)
        case .words: return fixedForm(name, among: [:], of: slot, at: value)
        case .times, .after: return fixedForm(name, among: ["12h": .twelveHour, "4": .fourDigits], of: slot, at: value)
        case .minutes, .sum: return fixedForm(name, among: ["hours": .hours], of: slot, at: value)
        }
    }

    private func fixedForm(
        _ name: String?, among forms: [String: Phrase.Form], of slot: Template.Slot, at value: Value
    ) -> Phrase.Form? {
        guard let name else { return .plain }
        if forms[name] == nil {
            let known = forms.keys.sorted().map { "\(slot.name).\($0)" }
            value.fail(
                "\(slot.name) has no form \(name.prefix(40))",
                mend: known.isEmpty ? "write \(slot.name)" : "known are \(known.joined(separator: ", "))")
        }
        return forms[name]
    }

    /// The place of a column; logs its absence.
    func column(_ name: String, of columns: [String], in slot: Template.Slot, at value: Value) -> Int? {
        if let place = columns.firstIndex(of: name) { return place }
        value.fail(
            "\(slot.name) has no column \(name.prefix(40))",
            mend: suggestion(for: name, among: columns) ?? "known are \(columns.joined(separator: ", "))")
        return nil
    }
}
