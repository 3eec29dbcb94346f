package import Content
package import Scoring

/// What is wrong with the course of a pack: what is asked before it is taught, and taught and never asked.
package struct LessonCheck: Sendable {
    /// Something that is wrong with a lesson.
    package struct Problem: Sendable, Equatable {
        /// The lesson that it is about.
        package let lesson: ID<Lesson>
        /// The position of a step in the lesson; nil where the problem is of all of it.
        package let step: Int?
        /// What is wrong.
        package let message: String
        /// How to mend it.
        package let mend: String
        /// Whether the course cannot be taken so.
        package let isError: Bool
    }

    /// What is wrong, lesson by lesson.
    package private(set) var problems: [Problem] = []
    private let course: Course
    private let payers: Payers
    private let order: SkillOrder
    /// What the items of the lesson at hand exercise, and the misconceptions that they bring to light.
    private var asked: (skills: Set<Skill>, beliefs: Set<ID<Misconception>>) = ([], [])

    /// Fillings of a template that are looked at.
    private static let fillings: UInt64 = 12

    /// Checks the course of a pack.
    package init(of pack: Pack) {
        course = Course(of: pack)
        payers = Payers(of: pack)
        order = SkillOrder(of: pack)
        for lesson in course.lessons { check(lesson) }
        checkWhole()
    }

    private mutating func check(_ lesson: Lesson) {
        asked = ([], [])
        let taught = course.taught(by: lesson)
        for (position, step) in lesson.steps.enumerated() {
            switch step {
            case .page: break
            case .example(let visit): check(visit, count: 1, isAsked: false, taught, at: (lesson.id, position))
            case .faded(let visit):
                let count = payers.example(of: visit)?.asked.count ?? 1
                check(visit, count: count, isAsked: true, taught, at: (lesson.id, position))
            case .practice(let practice): check(practice, taught, at: (lesson.id, position))
            }
        }
        for skill in lesson.teaches where course.lesson(teaching: skill)?.id == lesson.id {
            let untaught = order.needs(of: skill).subtracting(taught)
            guard let need = Skill.allCases.first(where: untaught.contains) else { continue }
            add(
                (lesson.id, nil),
                "\(lesson.id) teaches \(skill.rawValue), which rests on \(need.rawValue), and that is not taught yet",
                mend: "add the lesson that teaches it to needs:, or mend prerequisites:")
        }
        for skill in lesson.teaches where !asked.skills.contains(skill) {
            add(
                (lesson.id, nil),
                "\(lesson.id) teaches \(skill.rawValue), and none of its visits and items asks for it",
                mend: "add one that does, or leave the skill out")
        }
        for belief in lesson.beliefs where !asked.beliefs.contains(belief) {
            add(
                (lesson.id, nil), "\(lesson.id) takes up \(belief), which gives the right answer in all of its items",
                mend: "add one in which it goes wrong, or leave it out")
        }
        if case .page? = lesson.steps.first { return }
        add((lesson.id, 0), "\(lesson.id) begins without a page", mend: "say first what it is about")
    }

    /// - Parameters:
    ///   - visit: What the lesson shows or asks.
    ///   - count: How many visits are taken of it.
    ///   - isAsked: Whether the learner works them out.
    ///   - taught: The skills that it may take.
    ///   - position: The lesson, and the step in it.
    private mutating func check(
        _ visit: Lesson.Visit, count: Int, isAsked: Bool, _ taught: Set<Skill>, at position: (ID<Lesson>, Int?)
    ) {
        let examples = (0..<count).compactMap { payers.example(of: visit, number: $0) }
        guard !examples.isEmpty else {
            return add(position, "the pack cannot make the visit", mend: "take another seed", isError: true)
        }
        for example in examples {
            let untaught = example.situation.skills.subtracting(taught)
            if isAsked {
                asked.skills.formUnion(example.situation.skills)
                note(.claim(ClaimItem(example.situation)))
            }
            guard let skill = Skill.allCases.first(where: untaught.contains) else { continue }
            return add(
                position, "the visit takes \(skill.rawValue), which neither the lesson nor what it needs teaches",
                mend: "add it to teaches:, or the lesson that teaches it to needs:")
        }
    }

    private mutating func check(_ practice: Lesson.Practice, _ taught: Set<Skill>, at position: (ID<Lesson>, Int?)) {
        var identities: Set<String> = []
        for (name, items) in payers.items(of: practice, fillings: Self.fillings) {
            let allowed = items.filter { $0.skills.union(order.named(in: $0)).isSubset(of: taught) }
            for item in allowed {
                identities.insert(item.id.description)
                asked.skills.formUnion(item.skills)
                note(item)
            }
            guard allowed.isEmpty else { continue }
            let lack = items.first.flatMap { item in
                Skill.allCases.first {
                    item.skills.union(order.named(in: item)).contains($0) && !taught.contains($0)
                }
            }
            let reason = lack.map { "every one takes what is not taught yet, such as \($0.rawValue)" }
            add(
                position,
                "the practice asks no item of \(name): \(reason ?? "there is none of these kinds and policies")",
                mend: "leave it out, or teach that first")
        }
        guard identities.count < practice.count else { return }
        add(
            position, "the practice wants \(practice.count) right answers, and makes \(identities.count) items",
            mend: "add scenarios, templates, kinds or policies", isError: true)
    }

    /// Takes note of the misconceptions that an item brings to light.
    private mutating func note(_ item: Item) {
        for belief in course.pack.misconceptions.map(\.id)
        where !asked.beliefs.contains(belief) && payers.tells(item, of: belief) {
            asked.beliefs.insert(belief)
        }
    }

    /// Every misconception of the pack is taken up, and every skill that a scenario exercises is taught.
    private mutating func checkWhole() {
        guard let last = course.lessons.last else { return }
        let ignored = course.pack.misconceptions.map(\.id).filter { course.lesson(about: $0) == nil }
        if !ignored.isEmpty {
            let names = ignored.map(\.text).joined(separator: ", ")
            add((last.id, nil), "no lesson takes up \(names)", mend: "name what is missing in the beliefs: of one")
        }
        let situations = course.pack.scenarios.flatMap { scenario in
            payers.all.filter { scenario.isAsked(under: $0.policy) }.map { Situation(scenario, under: $0) }
        }
        let exercised = situations.reduce(into: Set<Skill>()) { $0.formUnion($1.skills) }
        let untaught = Skill.allCases.filter { exercised.contains($0) && course.lesson(teaching: $0) == nil }
        if !untaught.isEmpty {
            let names = untaught.map(\.rawValue).joined(separator: ", ")
            add((last.id, nil), "no lesson teaches \(names), which scenarios ask for", mend: "teach it in one")
        }
    }

    private mutating func add(
        _ position: (lesson: ID<Lesson>, step: Int?), _ message: String, mend: String, isError: Bool = false
    ) {
        problems.append(
            Problem(lesson: position.lesson, step: position.step, message: message, mend: mend, isError: isError))
    }
}

extension Payers {
    /// The items that a practice allows, by the scenario or template that they are made of.
    fileprivate func items(of practice: Lesson.Practice, fillings: UInt64) -> [(name: String, items: [Item])] {
        let payers = all.filter { practice.policies.contains($0.policy.id) }
        func items(_ situation: (Payer) -> Situation?) -> [Item] {
            payers.compactMap(situation).flatMap { situation in practice.kinds.compactMap(situation.item) }
        }
        let scenarios = practice.scenarios.compactMap(pack.scenario).map { scenario in
            (
                scenario.id.text,
                items { scenario.isAsked(under: $0.policy) ? Situation(scenario, under: $0) : nil }
            )
        }
        let templates = practice.templates.compactMap(pack.template).map { template in
            let made = (0..<fillings).flatMap { seed in
                practice.tellings.flatMap { telling in
                    items { payer in
                        guard template.isAsked(under: payer.policy) else { return nil }
                        return Situation(template, seed: seed, as: telling, under: payer)
                    }
                }
            }
            return (template.id.text, made)
        }
        return scenarios + templates
    }
}
