import Content

extension PackReader {
    /// Reads a text with slots in braces: `{start}`, `{start.12h}`, `{therapy.drug}`, `{Therapy.drug}`.
    func readPhrase(_ value: Value, in scope: SlotScope) -> Phrase? {
        guard let text = value.text(limit: 1_500) else { return nil }
        var pieces: [Phrase.Piece] = []
        var isBroken = false
        var rest = text[...]
        while let brace = rest.firstIndex(where: { "{}".contains($0) }) {
            if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
            let inside = rest[rest.index(after: brace)...].prefix { !"{}".contains($0) }
            guard rest[brace] == "{", inside.endIndex < rest.endIndex, rest[inside.endIndex] == "}" else {
                value.fail("a brace is not one of a pair", mend: "slots are written {start}")
                return nil
            }
            if let piece = readPiece(inside, at: value, in: scope) { pieces.append(piece) } else { isBroken = true }
            rest = rest[rest.index(after: inside.endIndex)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return isBroken ? nil : Phrase(pieces: pieces)
    }

    private func readPiece(_ text: Substring, at value: Value, in scope: SlotScope) -> Phrase.Piece? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let first = parts[0].first else {
            value.fail("a slot's name stands between braces", mend: "such as {start}")
            return nil
        }
        guard let position = scope.position(of: first.lowercased() + parts[0].dropFirst(), at: value),
            let form = form(parts.count > 1 ? parts[1] : nil, of: position, at: value, in: scope)
        else { return nil }
        return .slot(position, form, isCapitalized: first.isUppercase)
    }

    private func form(_ name: String?, of position: Int, at value: Value, in scope: SlotScope) -> Phrase.Form? {
        let slot = scope.slots[position]
        switch slot.values {
        case .list:
            return column(name, of: scope.columns(of: position) ?? [], in: slot, at: value).map(Phrase.Form.column)
        case .times, .after: return form(name, among: ["12h": .twelveHour, "4": .fourDigits], of: slot, at: value)
        case .minutes, .sum: return form(name, among: ["hours": .hours, "short": .shortHours], of: slot, at: value)
        case .numbers, .numberSum, .containers: return form(name, among: ["words": .numberWord], of: slot, at: value)
        case .dates, .dateAfter:
            return form(name, among: ["long": .longDate, "short": .shortDate], of: slot, at: value)
        case .amounts, .left: return form(name, among: [:], of: slot, at: value)
        }
    }

    private func form(
        _ name: String?, among forms: [String: Phrase.Form], of slot: Template.Slot, at value: Value
    ) -> Phrase.Form? {
        guard let name else { return .plain }
        if forms[name] == nil {
            let known = ([slot.name] + forms.keys.sorted().map { "\(slot.name).\($0)" }).joined(separator: ", ")
            value.fail("\(slot.name) has no form \"\(name.prefix(40))\"", mend: "known are \(known)")
        }
        return forms[name]
    }
}
