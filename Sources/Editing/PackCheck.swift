package import Authoring
package import Content
import Examining
package import Quiz

/// What is wrong with a pack: what reading it finds, whether forms can be made of its blueprints, and whether its lessons
/// teach what they ask.
package struct PackCheck: Sendable {
    /// In the order of the files.
    package let problems: [Problem]
    /// What forms each blueprint allows; none where the pack has errors.
    package let blueprints: [(blueprint: Blueprint, check: BlueprintCheck)]

    package init(_ reading: PackReading) {
        let pack = reading.pack
        blueprints = (pack?.blueprints ?? []).compactMap { blueprint in
            pack.map { (blueprint, BlueprintCheck(of: FormBank(for: blueprint, of: $0))) }
        }
        let unfilled = blueprints.flatMap { blueprint, check in
            check.failures.map { failure in
                let positions = reading.sections[blueprint.id] ?? []
                return Problem(
                    severity: .error,
                    position: positions.indices.contains(failure.section)
                        ? positions[failure.section] : FilePosition("blueprints.yaml"),
                    message: failure.message, mend: "ask for fewer, or loosen what the section allows")
            }
        }
        let unmade = (pack?.blueprints ?? []).compactMap { blueprint in
            pack.flatMap { adaptiveObstacle(of: blueprint, in: $0) }.map { obstacle in
                Problem(
                    severity: .error,
                    position: reading.sections[blueprint.id]?.first ?? FilePosition("blueprints.yaml"),
                    message: obstacle, mend: "change length:, count: or at-most:")
            }
        }
        let found =
            unfilled + unmade + (pack.map { LessonCheck(of: $0).problems } ?? []).map { Problem($0, in: reading) }
        problems = found.isEmpty ? reading.problems : (reading.problems + found).sorted { $0.position < $1.position }
    }

    /// How many problems of a kind there are.
    package func count(_ severity: Problem.Severity) -> Int { problems.count { $0.severity == severity } }
}

extension Problem {
    /// What is wrong with a lesson, where the lesson or its step stands.
    fileprivate init(_ problem: LessonCheck.Problem, in reading: PackReading) {
        let lesson = reading.lessons[problem.lesson]
        let step = problem.step.flatMap { step in
            lesson.flatMap { $0.steps.indices.contains(step) ? $0.steps[step] : nil }
        }
        self.init(
            severity: problem.isError ? .error : .warning,
            position: step ?? lesson?.whole ?? FilePosition("lessons.yaml"),
            message: problem.message, mend: problem.mend)
    }
}
