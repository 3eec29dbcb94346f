package import Content
import Quiz
import Scoring

/// How a test puts its questions before a candidate: a blueprint, as far as QTI has words for it.
package struct TestPlan: Sendable, Equatable {
    /// Part of a test, of which every candidate gets so many questions.
    struct Section: Sendable, Equatable {
        let id: String
        let title: String
        let count: Int
        /// The questions by their positions in the bank. Those of one group tell of the same visit or word, and a
        /// candidate gets one of them at most.
        let groups: [[Int]]
    }

    let title: String
    let summary: String
    /// A candidate's time for the whole test, in minutes.
    let minutes: Int
    let isForwardOnly: Bool
    /// The least result that passes, as a share of all marks.
    let passFraction: Double
    let sections: [Section]
    /// What of the blueprint no test in QTI can say.
    let losses: [Loss]

    /// How many questions a candidate gets.
    var count: Int { sections.reduce(0) { $0 + $1.count } }
}

/// Why no test can be made of a blueprint.
package struct TestPlanError: Error, Sendable, CustomStringConvertible {
    package let description: String
}

extension QuestionBank {
    /// The questions that a blueprint's sections allow, and the test that is made of them.
    ///
    /// - Parameters:
    ///   - blueprint: Of the pack.
    ///   - pack: The pack.
    ///   - fillings: How many visits each template makes for each way in which it may be asked.
    ///   - seed: That of the first of them.
    /// - Returns: The questions, each once, and how sections draw on them.
    /// - Throws: `TestPlanError` where a section has too few.
    package static func test(
        after blueprint: Blueprint, of pack: Pack, fillings: Int, seed: UInt64
    ) throws(TestPlanError) -> (bank: QuestionBank, plan: TestPlan) {
        let items = FormBank.items(for: blueprint, of: pack, fillings: fillings, seed: seed)
        let bank = QuestionBank(asking: items.map(\.item), of: pack)
        var sections: [TestPlan.Section] = []
        var families: [ItemFamily] = []
        for section in blueprint.sections {
            let fitting = items.indices.filter { section.allows(items[$0].item, items[$0].difficulty) }
            let groups = Dictionary(grouping: fitting) { items[$0].item.id.family }.sorted { $0.key < $1.key }
            guard groups.count >= section.count else {
                throw TestPlanError(
                    description: "\(section.id) needs \(section.count) items, and there are \(groups.count) apart")
            }
            families += groups.map(\.key)
            sections.append(
                .init(id: section.id.text, title: section.title, count: section.count, groups: groups.map(\.value)))
        }
        let isShared = Set(families).count < families.count
        return (bank, TestPlan(blueprint, sections, isShared: isShared))
    }
}

extension TestPlan {
    /// - Parameters:
    ///   - blueprint: What the test follows.
    ///   - sections: With the questions that each may draw.
    ///   - isShared: Whether two sections may ask about one visit or word.
    fileprivate init(_ blueprint: Blueprint, _ sections: [Section], isShared: Bool) {
        var losses = blueprint.lossesInQTI
        if isShared { losses.append(Loss("no rule that keeps one visit out of two sections")) }
        if sections.contains(where: { $0.groups.count > $0.count }) {
            losses.append(Loss("no rule that makes every candidate's test equally hard"))
        }
        self.init(
            title: blueprint.title, summary: blueprint.summary, minutes: blueprint.minutes,
            isForwardOnly: blueprint.navigation == .forward, passFraction: blueprint.passMark.fraction,
            sections: sections, losses: losses)
    }
}

extension Blueprint {
    /// What of how the exam is sat no test in QTI can say.
    fileprivate var lossesInQTI: [Loss] {
        let wait = waitingHours == 0 ? "" : ", \(quantity(waitingHours, "hour")) apart"
        var losses = [
            "no limit of \(quantity(attempts, "attempt"))\(wait): set it where the test is given",
            "no justification of the pass mark",
        ]
        if passMark.isProvisional { losses.append("no word that the pass mark is provisional") }
        if evidence != nil {
            losses.append("no rule that nobody is certified by a test that is not known to measure well")
        }
        if let adaptive {
            losses.append(
                "no choice of each item by the answers before: every candidate gets \(quantity(count, "item")), not "
                    + "\(adaptive.length.lowerBound) to \(adaptive.length.upperBound)")
        }
        switch results {
        case .atOnce: break
        case .afterWindow: losses.append("no rule that results are shown once the window is over")
        case .never: losses.append("no rule that results are never shown")
        }
        if grace > 0 {
            losses.append(
                "no \(quantity(grace, "second")) of grace for answers that were written in time and came in late")
        }
        return losses.map { Loss($0) }
    }
}
