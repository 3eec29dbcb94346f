import Authoring
import Content
import Editing
package import Examining
package import Scoring
package import Team

/// Packs as people write them, in YAML.
package struct AuthoredPacks: PackMaker {
    package init() {}

    /// Reads them as they were sent, and finds all that is wrong with them.
    package func check(_ files: [(path: String, bytes: [UInt8])], on today: Day) -> CheckedPack {
        let reading = readPack(sent: files, today: today)
        let check = PackCheck(reading)
        let kept = reading.files.map { file in
            PackFile(path: file.path, text: String(decoding: file.bytes, as: UTF8.self))
        }
        let isGood = reading.pack != nil && check.count(.error) == 0
        return CheckedPack(
            isGood ? reading.revision : nil, files: isGood ? kept : [], problems: check.problems.map(\.description))
    }

    /// Reads those of a version that was found good.
    package func revision(of files: [PackFile]) -> PackRevision? {
        readPack(files: files.map { ($0.path, Array($0.text.utf8)) }).revision
    }
}

extension PackReading {
    fileprivate var revision: PackRevision? {
        pack.map { PackRevision($0, named: $0.id.text, revision: fingerprint, sha256: sha256) }
    }
}
