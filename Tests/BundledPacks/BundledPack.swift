import Authoring
package import Content
import PseudoTerminal
import Synchronization

/// A pack that comes along, as its files say; the one of home infusion where none is named.
///
/// - Throws: `PackError` with what is wrong where it cannot be read.
package func bundledPack(_ id: String = "home-infusion") throws -> Pack { try pack(in: "Content/Packs/\(id)") }

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
