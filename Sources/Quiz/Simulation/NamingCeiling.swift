import Content

extension Simulation {
    /// How many learners could be named at best.
    ///
    /// An item parts beliefs by the answers that they lead to. After so many answers no more beliefs can be named than the
    /// best tree of items has ends, since of those that share an end one alone is named; where every answer is right that
    /// is no misconception at all.
    ///
    /// - Parameter answers: After how many answers.
    /// - Returns: The share of learners with one belief each who could be named, were items chosen as well as they can be
    ///   and did nobody slip; nil for a pack of too many beliefs to go through.
    package mutating func ceiling(after answers: Int) -> Double? {
        let singles = singles
        guard singles.count < UInt64.bitWidth, !singles.isEmpty else { return nil }
        let hypotheses = [space.right] + singles
        var parts: Set<Partition> = []
        for recipe in book.recipes(of: [.claim, .clock, .circumstance], seeds: Self.variants) {
            guard let predictions = bank.candidate(recipe, live: [])?.predictions else { continue }
            let part = Partition(of: hypotheses.map { predictions.positions[$0] })
            if part.cells.count > 1 { parts.insert(part) }
        }
        var tree = NamingTree(of: Array(parts))
        let all = UInt64.max >> UInt64(UInt64.bitWidth - hypotheses.count)
        return Double(tree.ends(of: all, after: answers) - 1) / Double(singles.count)
    }
}

/// Beliefs in cells by the answers to which they lead, each cell as a set of bits.
private struct Partition: Hashable {
    let cells: [UInt64]

    init(of places: [Int?]) {
        var cells: [Int?: UInt64] = [:]
        for (bit, place) in places.enumerated() { cells[place, default: 0] |= 1 << UInt64(bit) }
        self.init(cells.values)
    }

    init(_ cells: some Sequence<UInt64>) { self.cells = cells.filter { $0 != 0 }.sorted() }

    /// The same of some of the beliefs.
    func within(_ some: UInt64) -> Partition { Partition(cells.map { $0 & some }) }

    /// Whether whoever another tells apart this does, too.
    func refines(_ other: Partition) -> Bool {
        cells.allSatisfy { cell in other.cells.contains { $0 & cell == cell } }
    }
}

/// The best tree of items.
private struct NamingTree {
    /// The items, those left out that part no more than another.
    private let parts: [Partition]
    /// The most ends that were found for some beliefs after so many answers.
    private var known: [[UInt64: Int]] = []

    init(of parts: [Partition]) { self.parts = Self.finest(parts) }

    private static func finest(_ parts: [Partition]) -> [Partition] {
        var finest: [Partition] = []
        for part in parts.sorted(by: { $0.cells.count > $1.cells.count })
        where !finest.contains(where: { $0.refines(part) }) { finest.append(part) }
        return finest
    }

    /// The most ends that a tree of so many answers has for some beliefs.
    mutating func ends(of some: UInt64, after answers: Int) -> Int {
        guard answers > 0, some.nonzeroBitCount > 1 else { return some == 0 ? 0 : 1 }
        if answers == 1 { return parts.reduce(1) { max($0, $1.cells.count { $0 & some != 0 }) } }
        while known.count <= answers { known.append([:]) }
        if let ends = known[answers][some] { return ends }
        var best = 1
        for part in Self.finest(Array(Set(parts.map { $0.within(some) }))) where best < some.nonzeroBitCount {
            best = max(best, ends(under: part, after: answers - 1, above: best))
        }
        known[answers][some] = best
        return best
    }

    /// The ends under one item, or less where they come to no more than is known already.
    private mutating func ends(under part: Partition, after answers: Int, above best: Int) -> Int {
        var most = part.cells.reduce(0) { $0 + $1.nonzeroBitCount }
        for cell in part.cells where most > best {
            most -= cell.nonzeroBitCount - ends(of: cell, after: answers)
        }
        return most
    }
}
