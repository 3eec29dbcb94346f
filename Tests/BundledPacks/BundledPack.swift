import Authoring
package import Content
import PseudoTerminal
import Synchronization

/// A pack that comes along, as its files say, read once for all tests; the one of home infusion where none is named.
///
/// - Throws: `PackError` with what is wrong where it cannot be read.
package func bundledPack(_ id: String = "home-infusion") throws -> Pack {
    try packs.withLock { packs in
        if let pack = packs[id] { return pack }
        let reading = readPack(folder: repository("Content/Packs/\(id)"))
        guard let pack = reading.pack else { throw PackError.broken(name: id, problems: reading.problems) }
        packs[id] = pack
        return pack
    }
}

private let packs = Mutex<[String: Pack]>([:])
