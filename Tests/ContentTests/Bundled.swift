import Foundation
import Testing

@testable import Content

/// The bundled home-infusion pack.
enum Bundled {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Content/Packs/home-infusion").path

    static func pack() throws -> Pack { try #require(reading.pack) }

    static let reading = readPack(folder: folder)
}
