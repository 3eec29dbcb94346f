import Foundation
import PseudoTerminal
import Testing

@Suite struct `The image of the server` {
    @Test func `has every library that the server links`() throws {
        func text(_ path: String) throws -> String {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: repository(path))), as: UTF8.self)
        }
        let needs = try text("script/needs").matches(of: /(lib[a-z0-9-]+-dev|zlib1g-dev):\/include/).map(\.1)
        let image = try text("Containerfile")
        #expect(Set(needs).count >= 7)
        for package in Set(needs) { #expect(image.contains(" \(package)"), "\(package)") }
    }
}
