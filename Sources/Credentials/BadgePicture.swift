/// The badge as pixels, for whatever shows no SVG: a seal with a tick, and the signed certificate baked in. It has no
/// words, so that it needs no fonts.
package struct BadgePicture {
    private let signed: SignedCertificate

    package init(_ signed: SignedCertificate) { self.signed = signed }

    /// The file.
    package var png: [UInt8] { PNG.picture(Self.pixels, width: Self.size, baking: signed.token) }

    private static let size = 400
    private static let blue = (0x1F, 0x4E, 0x79)
    private static let gold = (0xC9, 0xA2, 0x27)
    private static let white = (0xFF, 0xFF, 0xFF)

    /// All of them in one colour each, with soft edges a pixel wide.
    private static let pixels: [UInt8] = {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(size * size * 4)
        for row in 0..<size {
            for column in 0..<size {
                let (x, y) = (Double(column) + 0.5 - 200, Double(row) + 0.5 - 200)
                let radius = (x * x + y * y).squareRoot()
                var color = white
                color = mixed(color, gold, cover(abs(radius - 176) - 1.5))
                color = mixed(color, blue, cover(abs(radius - 192) - 5))
                color = mixed(color, blue, cover(tick(x, y) - 14))
                pixels += [UInt8(color.0), UInt8(color.1), UInt8(color.2), UInt8(255 * cover(radius - 197))]
            }
        }
        return pixels
    }()

    /// How far a point is from the two strokes of the tick.
    private static func tick(_ x: Double, _ y: Double) -> Double {
        min(distance(x, y, from: (-80, 0), to: (-25, 58)), distance(x, y, from: (-25, 58), to: (85, -62)))
    }

    private static func distance(
        _ x: Double, _ y: Double, from start: (Double, Double), to end: (Double, Double)
    ) -> Double {
        let (dx, dy) = (end.0 - start.0, end.1 - start.1)
        let along = min(max(((x - start.0) * dx + (y - start.1) * dy) / (dx * dx + dy * dy), 0), 1)
        let (px, py) = (x - start.0 - along * dx, y - start.1 - along * dy)
        return (px * px + py * py).squareRoot()
    }

    /// How much of a pixel lies within an edge that is so far outside it.
    private static func cover(_ outside: Double) -> Double { min(max(0.5 - outside, 0), 1) }

    private static func mixed(_ under: (Int, Int, Int), _ over: (Int, Int, Int), _ part: Double) -> (Int, Int, Int) {
        func mix(_ under: Int, _ over: Int) -> Int { under + Int((Double(over - under) * part).rounded()) }
        return (mix(under.0, over.0), mix(under.1, over.1), mix(under.2, over.2))
    }
}
