import Authoring
package import Content
import PseudoTerminal
import Scoring
import Synchronization

/// A pack that comes along, as its files say.
///
/// - Throws: `PackError` with what is wrong where it cannot be read.
package func bundledPack(_ id: String) throws -> Pack { try pack(in: "Content/Packs/\(id)") }

/// The visits of the home infusion pack: the payers of visits, what people wrongly believe about them, and whatever asks
/// about them. The whole pack has eight times as many pairs of beliefs, and tests of learners take as many times longer.
///
/// - Throws: `PackError` with what is wrong where it cannot be read.
package func visitPack() throws -> Pack {
    var pack = try bundledPack("home-infusion")
    pack.policies = Array(pack.policies.prefix(5))
    pack.misconceptions = Array(pack.misconceptions.prefix(12))
    let (policies, beliefs) = (pack.policies, Set(pack.misconceptions.map(\.id)))
    pack.scenarios.removeAll { !policies.contains(where: $0.isAsked) }
    pack.examScenarios.removeAll { !policies.contains(where: $0.isAsked) }
    pack.templates.removeAll { !policies.contains(where: $0.isAsked) }
    pack.examTemplates.removeAll { !policies.contains(where: $0.isAsked) }
    pack.lessons = Array(pack.lessons.prefix { $0.id != "days-of-a-therapy" })
    for place in pack.lessons.indices { pack.lessons[place].beliefs.removeAll { !beliefs.contains($0) } }
    for place in pack.blueprints.indices {
        pack.blueprints[place].sections.removeAll { section in
            !section.policies.isEmpty && !policies.contains { section.policies.contains($0.id) }
        }
    }
    return pack
}

/// A pack of three visits and two terms that stays as it is, so that what is shown of it does too.
///
/// - Throws: `PackError` with what is wrong where it cannot be read.
package func lessonPack() throws -> Pack { try pack(in: "Tests/EndToEnd/Packs/lesson") }

/// A pack in a folder of the repository, read once for all tests.
private func pack(in folder: String) throws -> Pack {
    try packs.withLock { packs in
        if let pack = packs[folder] { return pack }
        let reading = readPack(folder: repository(folder))
        guard let pack = reading.pack else { throw PackError.broken(name: folder, problems: reading.problems) }
        packs[folder] = pack
        return pack
    }
}

private let packs = Mutex<[String: Pack]>([:])
