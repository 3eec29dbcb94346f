extension QuestionBank {
    /// The test, in the words of QTI 2.1: as the plan has it, or all questions in their order.
    ///
    /// - Parameters:
    ///   - names: The identifiers of the questions' items.
    ///   - plan: How the test draws on them, or nil.
    /// - Returns: The document's root.
    func qtiTest(_ names: [String], _ plan: TestPlan?) -> Element {
        let sum = Element("sum", [], [Element("testVariables", [("variableIdentifier", "SCORE")])])
        // QTI knows no minutes.
        let limits = plan.map { [Element("timeLimits", [("maxTime", "\($0.minutes * 60)")])] } ?? []
        return Element(
            "assessmentTest",
            [("identifier", qtiName(name.isEmpty ? "questions" : name)), ("title", plan?.title ?? title)],
            [total(plan)] + limits + [
                plan.map { part($0, names) } ?? wholePart(names),
                Element("outcomeProcessing", [], [Element("setOutcomeValue", [("identifier", "SCORE")], [sum])]),
            ])
    }

    /// The sum of all marks. A test that is passed with so many of them says so.
    private func total(_ plan: TestPlan?) -> Element {
        let mastery = plan.map { [("masteryValue", "\($0.passFraction * Double($0.count))")] } ?? []
        return Element(
            "outcomeDeclaration",
            [("identifier", "SCORE"), ("cardinality", "single"), ("baseType", "float")] + mastery)
    }

    /// As an exam is sat: no feedback, and one answer to each question, which whoever may go back can change until the
    /// end.
    private func part(_ plan: TestPlan, _ names: [String]) -> Element {
        let mode = plan.isForwardOnly ? ("linear", "individual") : ("nonlinear", "simultaneous")
        let control = Element(
            "itemSessionControl",
            [("maxAttempts", "1"), ("showFeedback", "false"), ("allowReview", "false"), ("allowSkipping", "true")])
        return Element(
            "testPart", [("identifier", "part"), ("navigationMode", mode.0), ("submissionMode", mode.1)],
            [control] + sections(of: plan, names))
    }

    private func wholePart(_ names: [String]) -> Element {
        Element(
            "testPart", [("identifier", "part"), ("navigationMode", "nonlinear"), ("submissionMode", "individual")],
            [wholeSection(names)])
    }

    private func wholeSection(_ names: [String]) -> Element {
        Element(
            "assessmentSection", [("identifier", "questions"), ("title", title), ("visible", "true")],
            rubric(notices) + names.map { reference(to: $0, as: $0) })
    }

    // MARK: Sections of a plan

    private func sections(of plan: TestPlan, _ names: [String]) -> [Element] {
        var referred: Set<Int> = []
        return plan.sections.enumerated().map { position, section in
            let prefix = qtiName(section.id)
            let groups = section.groups.enumerated().map { number, group in
                // Its item's own identifier, as systems expect; a section that may draw it too needs one of its own.
                let references = group.map { question in
                    let isFirst = referred.insert(question).inserted
                    let name = names[question]
                    return reference(to: name, as: isFirst ? name : "\(prefix)_\(name)")
                }
                return self.group(references, named: "\(prefix)_\(number + 1)")
            }
            // What is said to the candidate comes once, before everything else.
            let words = position == 0 ? rubric([plan.summary] + notices) : []
            return Element(
                "assessmentSection", [("identifier", prefix), ("title", section.title), ("visible", "true")],
                [selection(section.count), ordering] + words + groups)
        }
    }

    /// The questions about one visit or word, of which one is asked. A lone question needs no section of its own.
    private func group(_ references: [Element], named identifier: String) -> Element {
        if let only = references.first, references.count == 1 { return only }
        return Element(
            "assessmentSection",
            [("identifier", identifier), ("title", identifier), ("visible", "false"), ("keepTogether", "false")],
            [selection(1)] + references)
    }

    private func selection(_ count: Int) -> Element { Element("selection", [("select", "\(count)")]) }
    private var ordering: Element { Element("ordering", [("shuffle", "true")]) }

    private func reference(to name: String, as identifier: String) -> Element {
        Element("assessmentItemRef", [("identifier", identifier), ("href", "items/\(name).xml")])
    }

    private func rubric(_ paragraphs: [String]) -> [Element] {
        if paragraphs.isEmpty { return [] }
        return [Element("rubricBlock", [("view", "candidate")], paragraphs.map { Element("p", text: $0) })]
    }
}
