/// The minutes of one visit that count for a family under a policy, and those that do not.
///
/// Time by the clock is counted once however often it is covered.
struct CountedTime: Sendable {
    /// Minutes of every activity.
    let total: Int
    let counted: Int
    /// Minutes that two pieces had in common.
    let overlap: Int
    /// Minutes after midnight that belong to the next day's claim.
    let afterMidnight: Int
    /// Minutes that count and are known only as a length.
    private(set) var untimed = 0
    /// Minutes spent on activities that the payer does not count.
    private(set) var leftOut: [Activity: Int] = [:]
    private var pieces: [Piece] = []

    private struct Piece: Sendable {
        let span: ClockSpan
        let counts: Bool
    }

    /// Measures the services of a visit that are meant, under a policy.
    init(of visit: Visit, under policy: Policy, where isMeant: (ID<ServiceKind>) -> Bool) {
        var untimedLeftOut = 0
        for service in visit.services where isMeant(service.kind) {
            let counts = policy.counts.holds(service.activity)
            switch service.time {
            case .minutes(let minutes):
                let minutes = min(max(minutes, 0), Service.minuteLimit)
                if counts { untimed += minutes } else { untimedLeftOut += minutes }
                if !counts, minutes > 0 { leftOut[service.activity, default: 0] += minutes }
            case .clock(let start, let stop):
                let span = ClockSpan(from: start, to: stop, nextDay: service.isNextDay)
                pieces.append(Piece(span: span, counts: counts))
                if !counts { leftOut[service.activity, default: 0] += span.length }
            case .open, .unknown:
                continue
            }
        }
        if pieces.count > 1 { pieces.sort { $0.span.start < $1.span.start } }
        let end = policy.midnight == .split ? ClockTime.minutesADay : Int.max
        let covered = Self.covered(pieces, until: end, countingOnly: true)
        afterMidnight = Self.covered(pieces, until: .max, countingOnly: true).once - covered.once
        overlap = covered.asOften - covered.once
        counted = covered.once + untimed
        total = Self.covered(pieces, until: .max, countingOnly: false).once + untimed + untimedLeftOut
    }

    /// The spans that count, in the order of the clock.
    var spans: [ClockSpan] { pieces.filter(\.counts).map(\.span) }

    /// The minutes before an end that at least one piece covers, and the sum of the pieces' minutes before it.
    private static func covered(
        _ pieces: [Piece], until end: Int, countingOnly: Bool
    ) -> (once: Int, asOften: Int) {
        var once = 0
        var asOften = 0
        var reached = Int.min
        for piece in pieces where piece.counts || !countingOnly {
            let stop = min(piece.span.end, end)
            once += max(stop - max(piece.span.start, reached), 0)
            asOften += max(stop - piece.span.start, 0)
            reached = max(reached, stop)
        }
        return (once, asOften)
    }
}
