import Foundation
import Testing

@testable import Authoring
@testable import Content

/// The bundled packs; the home-infusion pack where none is named.
enum Bundled {
    static let folders = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Content/Packs").path

    static let folder = folder(of: "home-infusion")

    static func folder(of id: String) -> String { "\(folders)/\(id)" }

    static func pack() throws -> Pack { try #require(reading.pack) }

    static let reading = readPack(folder: folder)
}
