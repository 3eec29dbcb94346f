/// The minutes of one visit that count for a family under a policy, and those that do not.
///
/// Time by the clock is counted once however often it is covered.
struct CountedTime: Sendable {
    /// Minutes of every activity.
    private(set) var total = 0
    private(set) var counted = 0
    /// Minutes that two pieces had in common.
    private(set) var overlap = 0
    /// Minutes after midnight that belong to the next day's claim.
    private(set) var afterMidnight = 0
    /// Minutes that count and are known only as a length.
    private(set) var untimed = 0
    /// Minutes spent on activities that the payer does not count.
    private(set) var leftOut: [(activity: Activity, minutes: Int)] = []
    private var untimedLeftOut = 0
    private var pieces: [Piece] = []

    private struct Piece: Sendable {
        let span: ClockSpan
        let counts: Bool
    }

    /// Takes up a service; whether it counts is the policy's say.
    mutating func add(_ service: Service, counts: Bool) {
        switch service.time {
        case .minutes(let minutes):
            let minutes = min(max(minutes, 0), Service.minuteLimit)
            if counts { untimed += minutes } else { untimedLeftOut += minutes }
            leaveOut(counts ? 0 : minutes, service.activity)
        case .clock(let start, let stop):
            let span = ClockSpan(from: start, to: stop, nextDay: service.isNextDay)
            pieces.append(Piece(span: span, counts: counts))
            leaveOut(counts ? 0 : span.length, service.activity)
        case .open, .unknown: break
        }
    }

    private mutating func leaveOut(_ minutes: Int, _ activity: Activity) {
        guard minutes > 0 else { return }
        if let known = leftOut.firstIndex(where: { $0.activity == activity }) {
            leftOut[known].minutes += minutes
        } else {
            leftOut.append((activity, minutes))
        }
    }

    /// Adds up what was taken up.
    mutating func finish(_ midnight: Policy.Midnight) {
        if pieces.count > 1 { pieces.sort { $0.span.start < $1.span.start } }
        let day = covered(until: midnight == .split ? ClockTime.minutesADay : .max, countingOnly: true)
        afterMidnight = covered(until: .max, countingOnly: true).once - day.once
        overlap = day.asOften - day.once
        counted = day.once + untimed
        total = covered(until: .max, countingOnly: false).once + untimed + untimedLeftOut
    }

    /// The spans that count, in the order of the clock.
    var spans: [ClockSpan] { pieces.filter(\.counts).map(\.span) }

    /// The minutes before an end that at least one piece covers, and the sum of the pieces' minutes before it.
    private func covered(until end: Int, countingOnly: Bool) -> (once: Int, asOften: Int) {
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
