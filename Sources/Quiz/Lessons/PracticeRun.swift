import Content
import Scoring

/// The practice of a lesson: items of what was taught, until so many were answered right.
///
/// Every third item is one of the lessons before, so that what was learnt stays in use beside what is new.
package struct PracticeRun: Sendable {
    private let lesson: Lesson
    private let practice: Lesson.Practice
    /// What earlier lessons practise.
    private let earlier: [Lesson.Practice]
    private let taught: Set<Skill>
    private let order: SkillOrder
    private let payers: Payers
    private var generator: SeededGenerator
    private var identities: Set<String> = []
    /// Items that were answered or skipped.
    package private(set) var asked = 0
    /// Those that were answered right, without a hint.
    package private(set) var right = 0
    private var wasRight = true

    /// Draws before a wish for an item is given up.
    private static let draws = 80

    init(_ practice: Lesson.Practice, of lesson: Lesson, in course: Course, under payers: Payers, seed: UInt64) {
        self.lesson = lesson
        self.practice = practice
        self.payers = payers
        taught = course.taught(by: lesson)
        order = SkillOrder(of: course.pack)
        earlier = course.foundations(of: lesson).flatMap(\.practices)
        generator = SeededGenerator(seed: seed)
    }

    /// How many must be answered right.
    package var goal: Int { practice.count }

    /// Whether it is over: enough were right, or so many were asked that something else would help more.
    var isOver: Bool { right >= goal && wasRight || asked >= 3 * goal }

    /// Whether it shows that the lesson is mastered: enough right, and two of three at least.
    var isMastered: Bool { right >= goal && 3 * right >= 2 * asked }

    mutating func note(isRight: Bool) {
        asked += 1
        wasRight = isRight
        if isRight { right += 1 }
    }

    /// The next item, which is not asked twice.
    ///
    /// - Parameter belief: A misconception that the item should bring to light.
    /// - Returns: The item; nil where there is none.
    mutating func next(tellingOf belief: ID<Misconception>?) -> Item? {
        let isEarlier = asked % 3 == 2 && !earlier.isEmpty && belief == nil
        let own = { [payers, lesson] (item: Item) in
            if let belief { return payers.tells(item, of: belief) }
            return lesson.teaches.isEmpty || !item.skills.isDisjoint(with: lesson.teaches)
        }
        let item =
            isEarlier
            ? draw(from: earlier[generator.below(earlier.count)]) { _ in true }
            : draw(from: practice, where: own)
        let found = item ?? draw(from: practice) { _ in true }
        if let found { identities.insert(found.id.description) }
        return found
    }

    private mutating func draw(from practice: Lesson.Practice, where suits: (Item) -> Bool) -> Item? {
        for attempt in 0..<Self.draws {
            let kind = practice.kinds[(asked + attempt) % practice.kinds.count]
            guard let item = payers.item(of: practice, kind, with: &generator),
                !identities.contains(item.id.description),
                item.skills.union(order.named(in: item)).isSubset(of: taught), suits(item)
            else { continue }
            return item
        }
        return nil
    }
}

extension Lesson {
    var practices: [Practice] {
        steps.compactMap { if case .practice(let practice) = $0 { practice } else { nil } }
    }
}

extension Payers {
    /// Whether whoever holds a misconception answers an item otherwise than its key.
    func tells(_ item: Item, of belief: ID<Misconception>) -> Bool {
        guard let payer = all.first(where: { $0.policy.id == item.id.policy }),
            let believer = payer.beliefs.singles.first(where: { $0.names == [belief] }),
            let response = item.responses(of: [believer]).first ?? nil
        else { return false }
        return response != item.response(item.key)
    }

    /// An item that a practice allows, of a kind; nil where the visit that is drawn has none.
    func item(
        of practice: Lesson.Practice, _ kind: ItemKind, with generator: inout SeededGenerator
    ) -> Item? {
        let policy = practice.policies[generator.below(practice.policies.count)]
        guard let payer = all.first(where: { $0.policy.id == policy }) else { return nil }
        let position = generator.below(practice.scenarios.count + practice.templates.count)
        if position < practice.scenarios.count {
            guard let scenario = pack.scenario(practice.scenarios[position]), scenario.isAsked(under: payer.policy)
            else {
                return nil
            }
            return Situation(scenario, under: payer).item(kind)
        }
        let telling = practice.tellings[generator.below(practice.tellings.count)]
        guard let template = pack.template(practice.templates[position - practice.scenarios.count]),
            template.isAsked(under: payer.policy)
        else { return nil }
        let seed = UInt64(generator.below(Int(Int32.max)))
        return Situation(template, seed: seed, as: telling, under: payer)?.item(kind)
    }
}
