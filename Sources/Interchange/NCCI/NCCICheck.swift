package import Content
package import Scoring

/// Something in a pack that one of CMS's tables says otherwise.
package struct NCCIDisagreement: Sendable, Equatable, CustomStringConvertible {
    /// The table that says otherwise.
    package let table: NCCITable
    /// What the rows are about.
    package let code: Code
    /// What differs, in a clause.
    package let message: String
    /// Since when the table says so; nil where it has no date for it.
    package let since: Day?

    package var description: String { since.map { "\(message), since \($0)" } ?? message }
}

extension Pack {
    /// What the pack and a table say differently of the pack's own codes. Only what both speak of is held against
    /// each other: a pack that states no caps is not told of those in the table.
    ///
    /// - Parameters:
    ///   - rows: The rows of the table about the codes of this pack.
    ///   - table: Which table it is.
    ///   - day: Edits count that are in force on it.
    /// - Returns: In the order of the pack's codes.
    package func disagreements(with rows: [NCCIRow], of table: NCCITable, on day: Day) -> [NCCIDisagreement] {
        switch table {
        case .addOn: codes.definitions.flatMap { addOnDisagreements(of: $0, with: rows, on: day) }
        case .ptp: exclusionDisagreements(with: rows, on: day)
        case .mue: codes.definitions.compactMap { capDisagreement(of: $0, with: rows) }
        }
    }

    // MARK: Add-ons

    private func addOnDisagreements(
        of definition: CodeSet.Definition, with rows: [NCCIRow], on day: Day
    ) -> [NCCIDisagreement] {
        let code = definition.code
        let edits = rows.compactMap { AddOnEdit($0, of: code) }
        let active = edits.filter { $0.period.contains(day) }
        func found(_ message: String, _ since: Day?) -> NCCIDisagreement {
            NCCIDisagreement(table: .addOn, code: code, message: message, since: since)
        }
        guard definition.isAddOn else {
            guard let first = active.first else { return [] }
            let primaries = active.compactMap(\.primary).map(\.description).prefix(4).joined(separator: ", ")
            let needs = primaries.isEmpty ? "a primary that the payer names" : primaries
            return [
                found(
                    "\(code) stands by itself in the pack; the file has it as an add-on to \(needs)", first.period.from)
            ]
        }
        guard !edits.isEmpty else { return [found("\(code) is an add-on in the pack; the file has no such edit", nil)] }
        // Where the payer names primaries, the pack may.
        let isClosed = !active.contains { $0.primary == nil || $0.type != 1 }
        let unlisted = definition.addOnTo.filter { primary in !active.contains { $0.primary == primary } && isClosed }
            .map { primary in
                let ended = edits.filter { $0.primary == primary }.compactMap(\.period.through).max()
                return found(
                    ended == nil
                        ? "\(code) goes with \(primary) in the pack; the file has no such pair"
                        : "\(code) goes with \(primary) in the pack; the file has ended that pair", ended)
            }
        let missing = active.filter { edit in
            edit.primary.map { codes.definition(of: $0) != nil && !definition.addOnTo.contains($0) } == true
        }
        return unlisted
            + missing.map { edit in
                found(
                    "\(code) goes with \(edit.primary.map(\.description) ?? "") in the file; not in the pack",
                    edit.period.from)
            }
    }

    private struct AddOnEdit {
        let primary: Code?
        let type: Int
        let period: NCCIRow.Period

        init?(_ row: NCCIRow, of wanted: Code) {
            guard case .addOn(let code, let primary, let type, let period) = row, code == wanted else { return nil }
            self.primary = primary
            self.type = type
            self.period = period
        }
    }

    // MARK: Exclusions

    /// A code that is paid, and one that is denied beside it.
    private struct Pair: Hashable {
        let pays: Code
        let denies: Code

        var turned: Pair { Pair(pays: denies, denies: pays) }
    }

    /// The edits that a file has of each pair, and the day on which they are looked at.
    private struct PairEdits {
        private(set) var edits: [Pair: [(modifier: NCCIRow.Modifier, period: NCCIRow.Period)]] = [:]
        let day: Day

        init(_ rows: [NCCIRow], on day: Day) {
            self.day = day
            for case .ptp(let pays, let denies, let modifier, let period) in rows {
                edits[Pair(pays: pays, denies: denies), default: []].append((modifier, period))
            }
        }

        func active(_ pair: Pair) -> (modifier: NCCIRow.Modifier, period: NCCIRow.Period)? {
            edits[pair]?.first { $0.period.contains(day) && $0.modifier != .notApplicable }
        }
    }

    private func exclusionDisagreements(with rows: [NCCIRow], on day: Day) -> [NCCIDisagreement] {
        let file = PairEdits(rows, on: day)
        var stated: Set<Pair> = []
        var found: [NCCIDisagreement] = []
        for exclusion in codes.exclusions {
            for denied in exclusion.denies {
                let pair = Pair(pays: exclusion.pays, denies: denied)
                stated.insert(pair)
                if file.active(pair) == nil { stated.insert(pair.turned) }
                if let told = disagreement(
                    of: pair, modifierMayUnbundle: exclusion.modifierMayUnbundle, with: file)
                {
                    found.append(told)
                }
            }
        }
        let missing = file.edits.keys.filter { !stated.contains($0) }
            .sorted { ($0.pays, $0.denies) < ($1.pays, $1.denies) }
        return found
            + missing.compactMap { pair in
                file.active(pair).map {
                    NCCIDisagreement(
                        table: .ptp, code: pair.pays,
                        message: "\(pair.pays) excludes \(pair.denies) in the file; not in the pack",
                        since: $0.period.from)
                }
            }
    }

    /// What a file says otherwise of a pair that the pack excludes; nil where it says the same.
    private func disagreement(
        of pair: Pair, modifierMayUnbundle: Bool, with file: PairEdits
    ) -> NCCIDisagreement? {
        let table = { (message: String, since: Day?) in
            NCCIDisagreement(
                table: .ptp, code: pair.pays,
                message: "\(pair.pays) excludes \(pair.denies) in the pack; \(message)", since: since)
        }
        if let edit = file.active(pair) {
            let mayUnbundle = edit.modifier == .allowed
            guard mayUnbundle != modifierMayUnbundle else { return nil }
            let words = mayUnbundle ? "a modifier may unbundle the pair" : "no modifier unbundles the pair"
            return table("in the file \(words)", edit.period.from)
        }
        if let turned = file.active(pair.turned) {
            return table("in the file it is \(pair.pays) that is denied", turned.period.from)
        }
        if let ended = file.edits[pair]?.compactMap(\.period.through).max() {
            return table("the file has ended that edit", ended)
        }
        return table("the file has no such edit", nil)
    }

    // MARK: Caps

    private func capDisagreement(of definition: CodeSet.Definition, with rows: [NCCIRow]) -> NCCIDisagreement? {
        guard let most = definition.mostADay else { return nil }
        let inFile = rows.lazy.compactMap { row -> Int? in
            if case .mue(definition.code, let most) = row { most } else { nil }
        }.first
        guard inFile != most else { return nil }
        let allowed = inFile.map { "the file allows \($0 == 0 ? "none" : quantity($0, "unit"))" }
        let limit = "\(definition.code) is limited to \(quantity(most, "unit")) a day in the pack"
        return NCCIDisagreement(
            table: .mue, code: definition.code, message: "\(limit); \(allowed ?? "the file has no limit for it")",
            since: nil)
    }
}
