package import Content

/// What a pack can put into the sections of a blueprint, as bytes: to find it out takes longer than to read it. It is of
/// use for the same revision of the pack only.
package struct KnownStock: Sendable {
    let sections: [FormBank.Stock]

    /// What a bank has found out.
    package init(of bank: FormBank) { sections = bank.sections }
}

extension KnownStock: Packed {
    /// - Throws: `NotPacked` where the bytes are no such stock.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        var sections: [FormBank.Stock] = []
        for _ in 0..<(try input.count()) { sections.append(try FormBank.Stock(unpacking: &input)) }
        self.sections = sections
    }

    /// Writes it so that it can be read again.
    package func pack(into output: inout PackedOutput) {
        output.put(number: sections.count)
        for section in sections { section.pack(into: &output) }
    }
}

extension FormBank.Stock: Packed {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        target = Double(bitPattern: UInt64(bitPattern: Int64(try input.number())))
        for _ in 0..<(try input.count()) {
            guard let family = ItemFamily(try input.text()) else { throw input.broken }
            var ways: [FormBank.Way] = []
            for _ in 0..<(try input.count()) { ways.append(try FormBank.Way(unpacking: &input)) }
            families.append((family, ways))
            var levels: [ItemKind: Double] = [:]
            for _ in 0..<(try input.count()) {
                let kind = try ItemKind(unpacking: &input)
                levels[kind] = Double(bitPattern: UInt64(bitPattern: Int64(try input.number())))
            }
            difficulties[family] = levels
        }
    }

    func pack(into output: inout PackedOutput) {
        output.put(number: Int(Int64(bitPattern: target.bitPattern)))
        output.put(number: families.count)
        for (family, ways) in families {
            output.put(text: family.description)
            output.put(number: ways.count)
            for way in ways { way.pack(into: &output) }
            let levels = (difficulties[family] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
            output.put(number: levels.count)
            for (kind, level) in levels {
                kind.pack(into: &output)
                output.put(number: Int(Int64(bitPattern: level.bitPattern)))
            }
        }
    }
}

extension FormBank.Way: Packed {
    init(unpacking input: inout PackedInput) throws(NotPacked) {
        switch try input.byte() {
        case 0:
            self = .scenario(
                try input.number(), policy: try input.number(), try ItemKind(unpacking: &input))
        case 1:
            self = .template(
                try input.number(), policy: try input.number(), try ItemKind(unpacking: &input),
                try Register(unpacking: &input))
        case 2: self = .entry(try input.text())
        default: throw input.broken
        }
    }

    func pack(into output: inout PackedOutput) {
        switch self {
        case .scenario(let position, let policy, let kind): output.put(case: 0, position, policy, kind)
        case .template(let position, let policy, let kind, let register):
            output.put(case: 1, position, policy, kind, register)
        case .entry(let id): output.put(case: 2, id)
        }
    }
}
