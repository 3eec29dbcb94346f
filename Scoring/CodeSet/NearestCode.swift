extension CodeSet {
    /// The code of the set that a slip of the finger turned into another: one character changed, or two neighbours
    /// swapped. The slips are tried one by one, so that it takes no longer in a large set than in a small one.
    func nearest(to code: Code) -> Code? {
        var nearest = Int.max
        func consider(_ slip: Code) {
            if let index = index(of: slip) { nearest = min(nearest, index) }
        }
        for position in 0..<Code.length {
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
                consider(code.changing(digit, at: position))
            }
        }
        for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") {
            consider(code.changing(letter, at: 0))
        }
        for position in 1..<Code.length {
            consider(code.swappingNeighbours(before: position))
        }
        return definitions.indices.contains(nearest) ? definitions[nearest].code : nil
    }
}
