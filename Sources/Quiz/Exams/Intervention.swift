package import Content

/// What whoever watches an exam did about the time of one attempt, and answers for.
package struct Intervention: Sendable, Equatable {
    /// What was done.
    package let deed: Deed
    /// Who did it, by id.
    package let by: String
    /// Why, as the candidate is told; nil where that is plain.
    package let reason: String?

    /// What can be done about the time.
    package enum Deed: Sendable, Equatable {
        /// So many milliseconds more were given.
        case extend(Int64)
        /// The time was made to stand still; nobody works meanwhile.
        case hold
        /// The time runs on.
        case release
    }

    /// A deed, with who answers for it.
    package init(_ deed: Deed, by person: String, because reason: String?) {
        self.deed = deed
        by = person
        self.reason = reason
    }

    /// The most that is given at once, in milliseconds: ten hours.
    package static let most: Int64 = 36_000_000
}

/// As bytes.
extension Intervention: Packed {
    /// Reads what `pack` wrote.
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        deed =
            switch try input.byte() {
            case 0: .extend(Int64(try input.number()))
            case 1: .hold
            case 2: .release
            default: throw input.broken
            }
        by = try input.text()
        reason = try input.byte() == 0 ? nil : try input.text()
    }

    /// Writes it so that it can be read back.
    package func pack(into output: inout PackedOutput) {
        switch deed {
        case .extend(let time): output.put(case: 0, Int(time))
        case .hold: output.put(case: 1)
        case .release: output.put(case: 2)
        }
        output.put(text: by)
        output.put(case: reason == nil ? 0 : 1)
        if let reason { output.put(text: reason) }
    }
}
