import Quiz

/// What the entries of a log tell together.
extension [ExamEntry] {
    /// The time that the candidate was given; nil where it is the form's.
    var allotted: AllottedTime? {
        for entry in self { if case .start(let allotted) = entry.event { return allotted } }
        return nil
    }

    /// Whether the form is the first entry and no other, and what it asks and came to is told once, at the end, after it
    /// was handed in.
    var areInOrder: Bool {
        var events = dropFirst()
        let isResult = if case .result? = events.last?.event { true } else { false }
        if isResult { events = events.dropLast() }
        let isContents = if case .contents? = events.last?.event { true } else { false }
        if isContents { events = events.dropLast() }
        let areOthers = events.allSatisfy { entry in
            switch entry.event {
            case .form, .contents, .result: false
            case .start, .give, .action: true
            }
        }
        let isHandedIn = events.contains { [.submit, .timeout].contains($0.asEvent?.action) }
        return areOthers && (isHandedIn || !isResult && !isContents)
    }

    /// What was handed out in an adaptive attempt.
    var boxes: [SealedContents] {
        compactMap { if case .give(let box) = $0.event { box } else { nil } }
    }
}

extension FormRecord {
    /// The form with what entries tell of it at the end; as it is where they tell nothing, and nil where they tell
    /// something else than was closed in it.
    func disclosed(by entries: [ExamEntry]) -> FormRecord? {
        for entry in entries.reversed() {
            guard case .contents(let contents) = entry.event else { continue }
            let isSame = sealed?.isOf(contents.beginning) == true && isWhole(contents, boxes: entries.boxes)
            return isSame ? telling(contents) : nil
        }
        return self
    }

    /// Whether contents tell as many items as there were, and in an adaptive attempt what was handed out.
    private func isWhole(_ contents: FormContents, boxes: [SealedContents]) -> Bool {
        guard adaptive != nil else { return contents.items.count == count && contents.given == nil }
        let given = contents.given ?? []
        return given.count == boxes.count && zip(boxes, given).allSatisfy { $0.isOf($1) }
            && contents.items == given.map(\.item) && contents.wordings == given.map(\.wording)
    }
}
