package import Content
import Glibc
package import Scoring

/// Whether forms can be made of a blueprint, and how many.
package struct BlueprintCheck: Sendable {
    /// What was checked.
    package let blueprint: ID<Blueprint>
    /// What stands in the way, with the position of the section; empty where forms can be made.
    package private(set) var failures: [(section: Int, message: String)] = []
    /// The power of ten of how many different forms there are at least; nil where there is none.
    ///
    /// Counted section by section, the scarcest first: the ways to choose so many of the families that earlier
    /// sections leave, each family of a template times the different visits among fifty of its seeds. Kinds, policies
    /// and tellings are not counted, nor what terms keep apart, so that the true number is larger.
    package private(set) var formsPowerOfTen: Double?

    /// How many seeds a form is tried from, each with what the forms before it used.
    private static let trials: UInt64 = 5

    /// Tries to make forms from a bank.
    package init(of bank: FormBank) {
        blueprint = bank.blueprint.id
        for (position, section) in bank.blueprint.sections.enumerated() {
            let there = bank.sections[position].families.count
            if there < section.count {
                failures.append(
                    (position, "\(section.id) needs \(section.count) items, and the pack makes \(there) apart"))
            }
        }
        guard failures.isEmpty else { return }
        var exposure = ExposureTable()
        for seed in 0..<Self.trials {
            do {
                let form = try bank.form(seed: seed, exposure: exposure)
                exposure.note(form.items.map(\.item.id))
            } catch {
                let position = bank.blueprint.sections.firstIndex { $0.id.text == error.section } ?? 0
                failures.append((position, error.message))
                return
            }
        }
        formsPowerOfTen = bank.formsPowerOfTen
    }
}

extension FormBank {
    fileprivate var formsPowerOfTen: Double {
        let order = sections.indices.sorted {
            sections[$0].families.count - blueprint.sections[$0].count
                < sections[$1].families.count - blueprint.sections[$1].count
        }
        var taken: [Int] = []
        var power = 0.0
        for position in order {
            let count = blueprint.sections[position].count
            let families = Set(sections[position].families.map(\.family))
            let lost = taken.reduce(0) { sum, other in
                let shared = !families.isDisjoint(with: sections[other].families.map(\.family))
                return sum + (shared ? blueprint.sections[other].count : 0)
            }
            taken.append(position)
            // The fewest visits that so many families can have between them.
            let visits = families.map { log10(Double(self.visits(of: $0))) }.sorted().prefix(count).reduce(0, +)
            power += visits + log10Choices(max(families.count - lost, count), count)
        }
        return power
    }

    private func visits(of family: ItemFamily) -> Int {
        guard case .template(let id) = family, let template = ExamPool(of: pack).templates.first(where: { $0.id == id })
        else { return 1 }
        return max(1, Set((0..<50).compactMap { template.fill(from: pack.wordLists, seed: $0)?.telling }).count)
    }
}

/// The power of ten of how many ways there are to choose some of so many.
private func log10Choices(_ all: Int, _ some: Int) -> Double {
    (0..<some).reduce(0) { $0 + log10(Double(all - $1)) - log10(Double($1 + 1)) }
}
