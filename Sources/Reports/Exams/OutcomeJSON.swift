import Audit
package import Content
package import Examining
package import Quiz

extension Outcome {
    /// What a program reads of it.
    package var json: JSON { attempt.json(study: study, release) }
}

extension StoredAttempt {
    /// What a program reads of an attempt.
    ///
    /// - Parameters:
    ///   - skills: What to study next.
    ///   - release: Whether its reader may know the result; if not, nothing tells of it.
    /// - Returns: One object.
    package func json(study skills: [Skill] = [], _ release: Release = .shown) -> JSON {
        let isShown = release == .shown
        let (result, fraction) = isShown ? (self.result, self.fraction) : (nil, nil)
        let sealed = isShown ? self.sealed : nil
        let addenda = isShown ? self.addenda : []
        let sections = profile.map { section in
            JSON.object([
                ("title", .string(section.title)), ("items", .integer(section.count)),
                ("fraction", .fraction(section.fraction)),
            ])
        }
        // Piece by piece, which the compiler works out in a thousandth of the time.
        var members: [(String, JSON)] = [
            ("candidate", .string(form.candidate)), ("blueprint", .string(form.blueprint)),
            ("pack", .string(form.pack)), ("edition", .string(form.edition)), ("attempt", .integer(form.attempt)),
            ("state", .string(phaseName)), ("answered", .integer(state.answers.count)),
            ("items", .integer(state.count)),
        ]
        members += [
            ("passed", .optional(bool: result?.isPassed)), ("fraction", .optional(fraction: fraction)),
            ("sections", .array(result == nil ? [] : sections)),
            ("study", .strings(isShown ? skills.map(\.rawValue) : [])), ("results", .string(release.word)),
            ("seconds", .integer(Int(state.limit / 1_000))),
        ]
        members += [
            ("extraTime", .optional(allotted?.extraTime)), ("head", .optional(head?.hash)),
            ("log", .string(location)), ("sealedFraction", .optional(fraction: sealed?.fraction)),
            ("sealedPassed", .optional(bool: sealed?.isPassed)),
            ("voided", .optional(voiding?.reason)), ("measured", result?.measured?.json ?? .null),
            ("interventions", .array(state.interventions.map { $0.json() })),
            ("late", .array(state.late.keys.sorted().map { .integer($0 + 1) })),
            ("addenda", .array(zip(addenda, addenda.areInForce).map { $0.json(isInForce: $1) })),
        ]
        return .object(members)
    }
}

extension StoredAttempt {
    /// What it came to in a word or two.
    package var verdict: String {
        if voiding != nil { return "voided" }
        return result.map { $0.isPassed ? "passed" : "not passed" } ?? phaseName
    }
}

extension Release {
    fileprivate var word: String {
        switch self {
        case .shown: "shown"
        case .held: "held"
        case .never: "never"
        }
    }
}
