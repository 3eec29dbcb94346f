extension Prerequisite: PackedParts {
    package static let parts = Parts(Prerequisite.init) { ($0.skill, $0.needs) }
}

extension Lesson: PackedParts {
    package static let parts = Parts(Lesson.init) { ($0.id, $0.title, $0.needs, $0.teaches, $0.beliefs, $0.steps) }
}

extension Lesson.Step: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .page(try input.next(), sources: try input.next())
            case 1: .example(try input.next())
            case 2: .faded(try input.next())
            case 3: .practice(try input.next())
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .page(let paragraphs, let sources): output.put(case: 0, paragraphs, sources)
        case .example(let visit): output.put(case: 1, visit)
        case .faded(let visit): output.put(case: 2, visit)
        case .practice(let practice): output.put(case: 3, practice)
        }
    }
}

extension Lesson.Visit: PackedParts {
    package static let parts = Parts(Lesson.Visit.init) { ($0.subject, $0.policy) }
}

extension Lesson.Visit.Subject: Packed {
    package init(unpacking input: inout PackedInput) throws(NotPacked) {
        self =
            switch try input.byte() {
            case 0: .scenarios(try input.next())
            case 1: .template(try input.next(), seed: UInt64(bitPattern: Int64(try Int(unpacking: &input))))
            default: throw input.broken
            }
    }

    package func pack(into output: inout PackedOutput) {
        switch self {
        case .scenarios(let ids): output.put(case: 0, ids)
        case .template(let id, let seed): output.put(case: 1, id, Int(Int64(bitPattern: seed)))
        }
    }
}

extension Lesson.Practice: PackedParts {
    package static let parts = Parts(Lesson.Practice.init) {
        ($0.count, $0.kinds, $0.policies, $0.scenarios, $0.templates, $0.tellings)
    }
}
