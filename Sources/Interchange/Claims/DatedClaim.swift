package import Scoring

extension Claim {
    /// The same, where lines that name no days have those of another claim: of its line that bills the same, else of one
    /// of the code, each taken once.
    package func dated(like other: Claim) -> Claim {
        var dated = self
        var left = other.lines.filter { $0.dates != nil }
        let isAsModified = { (one: ClaimLine, other: ClaimLine) in
            one.code == other.code && one.hasSameModifiers(as: other)
        }
        let likenesses: [(ClaimLine, ClaimLine) -> Bool] = [
            { $0 == $1 }, { isAsModified($0, $1) && $0.units == $1.units }, { isAsModified($0, $1) },
            { $0.code == $1.code },
        ]
        for (rank, isAlike) in likenesses.enumerated() {
            for (position, line) in lines.enumerated() where rank == 0 || dated.lines[position].dates == nil {
                guard let pair = left.firstIndex(where: { isAlike(line, $0) }) else { continue }
                dated.lines[position].dates = left.remove(at: pair).dates
            }
        }
        return dated
    }
}
