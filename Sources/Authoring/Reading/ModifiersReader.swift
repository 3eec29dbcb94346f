import Content
import Scoring

/// The modifiers that a code set makes due, and those that do not go together.
struct ReadModifiers {
    var rules: [ModifierRule] = []
    var rivals: [[Modifier]] = []
}

extension PackReader {
    /// Reads what the list of modifiers says besides their labels, once the codes are known.
    func readModifierRules(_ values: [Value]) -> ReadModifiers {
        var read = ReadModifiers()
        for value in values {
            // What is no mapping was reported when the labels were read.
            guard value.isMapping, var fields = value.fields(of: .modifierLabel) else { continue }
            readModifierRule(&fields, into: &read)
            fields.noteAsked()
        }
        return read
    }

    private func readModifierRule(_ fields: inout Fields, into modifiers: inout ReadModifiers) {
        let modifier = fields.value("modifier", isRequired: false).flatMap { Modifier($0.name ?? "") }
        let codes = fields.few("due-on", "code", knownCode)
        let condition = fields.value("when")
        let when = condition.flatMap(readCondition)
        if let condition, codes == nil {
            condition.fail("when: says when a modifier is due, and nothing says on which codes", mend: "add due-on:")
        }
        let others = fields.few("not-with", "modifier") { element -> Modifier? in
            guard let other = element.modifier() else { return nil }
            if other == modifier { element.fail("\(other) is always with itself", mend: "name another modifier") }
            return known(other, at: element, among: names.modifiers, what: "modifier")
        }
        checkMeasures(of: when, of: codes ?? [], at: condition)
        guard let modifier else { return }
        for other in others ?? [] where !modifiers.rivals.contains([other, modifier]) {
            modifiers.rivals.append([modifier, other])
        }
        guard let codes, condition == nil || when != nil else { return }
        let sources = fields.value("source", isRequired: false)?.elements.compactMap(\.name) ?? []
        modifiers.rules.append(ModifierRule(modifier, on: codes, when: when ?? Condition(), sources: sources))
    }

    /// Reads the modifiers that one payer wants.
    func readPayersModifier(_ value: Value) -> ModifierRule? {
        guard var fields = value.fields(of: .payersModifier) else { return nil }
        let modifier = fields.value("modifier").flatMap { value in
            value.modifier().map { known($0, at: value, among: names.modifiers, what: "modifier") }
        }
        let codes = fields.few("due-on", "code", knownCode)
        let condition = fields.value("when")
        let when = condition.flatMap { readPayersCondition($0, about: codes ?? []) }
        fields.finish()
        checkMeasures(of: when, of: codes ?? [], at: condition)
        guard let modifier, let codes, condition == nil || when != nil else { return nil }
        return ModifierRule(modifier, on: codes, when: when ?? Condition())
    }
}
