/// The minutes of one visit that count for a family under a policy, and those that do not.
///
/// Time by the clock is counted once however often it is covered, unless somebody counts it as often.
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
    /// Minutes of services that are billed apart, as many of them as lie within what counts.
    private(set) var takenOff: [(kind: ID<ServiceKind>, minutes: Int)] = []
    private let countsOnce: Bool
    private var untimedLeftOut = 0
    private var end = Int.max
    private var pieces: [Piece] = []
    private var apart: [(kind: ID<ServiceKind>, span: ClockSpan)] = []

    private struct Piece: Sendable {
        var span: ClockSpan
        let counts: Bool

        /// What is left of it outside of a span.
        func without(_ off: ClockSpan) -> [Piece] {
            let spans = [
                ClockSpan(from: span.start, to: min(span.end, off.start)),
                ClockSpan(from: max(span.start, off.end), to: span.end),
            ]
            return spans.compactMap { $0.map { Piece(span: $0, counts: counts) } }
        }
    }

    init(countsOnce: Bool = true) { self.countsOnce = countsOnce }

    /// Takes up a service; whether it counts is the policy's say.
    mutating func add(_ service: Service, counts: Bool) {
        guard let minutes = service.time.length else { return }
        if let span = service.span {
            pieces.append(Piece(span: span, counts: counts))
        } else if counts {
            untimed += minutes
        } else {
            untimedLeftOut += minutes
        }
        leaveOut(counts ? 0 : minutes, service.activity)
    }

    /// Takes up a service that is billed apart, whose minutes do not count.
    mutating func takeOff(_ service: Service) {
        if let span = service.span {
            apart.append((service.kind, span))
        } else if let minutes = service.time.length {
            takenOff.append((service.kind, minutes))
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
        end = endOfDay(midnight)
        let counting = pieces.allSatisfy(\.counts) ? pieces : pieces.filter(\.counts)
        let day = CountedTime.covered(by: counting, until: end)
        afterMidnight = CountedTime.covered(by: counting, until: .max).once - day.once
        overlap = countsOnce ? day.asOften - day.once : 0
        takeOffApart(from: counting, until: end)
        let most = (countsOnce ? day.once : day.asOften) + untimed
        counted = max(most - takenOff.reduce(0) { $0 + $1.minutes }, 0)
        total = CountedTime.covered(by: pieces, until: .max).once + untimed + untimedLeftOut
    }

    /// The spans that count, in the order of the clock.
    var spans: [ClockSpan] { pieces.filter(\.counts).map(\.span) }

    /// The spans that count before the day's care ends, without what is billed apart.
    var countedSpans: [ClockSpan] {
        let counting = apart.reduce(pieces.filter(\.counts)) { left, service in
            left.flatMap { $0.without(service.span) }
        }
        return counting.compactMap { ClockSpan(from: $0.span.start, to: min($0.span.end, end)) }
    }

    /// The minute at which the day's care ends for a policy: care that began again after midnight, with a gap before
    /// it, is another day's where only care that runs on belongs to the day it began.
    private func endOfDay(_ midnight: Policy.Midnight) -> Int {
        switch midnight {
        case .whole: return .max
        case .split: return ClockTime.minutesADay
        case .continuous:
            var reached = Int.min
            for piece in pieces where piece.counts {
                if piece.span.start >= ClockTime.minutesADay, reached > .min, piece.span.start > reached {
                    return piece.span.start
                }
                reached = max(reached, piece.span.end)
            }
            return .max
        }
    }

    /// Takes off the minutes of services billed apart that lie within what counts, each of them once.
    private mutating func takeOffApart(from counting: [Piece], until end: Int) {
        var counting = counting
        for service in apart {
            let before = CountedTime.covered(by: counting, until: end).once
            counting = counting.flatMap { $0.without(service.span) }
            let minutes = before - CountedTime.covered(by: counting, until: end).once
            if minutes > 0 { takenOff.append((service.kind, minutes)) }
        }
    }

    /// The minutes before an end that at least one piece covers, and the sum of the pieces' minutes before it.
    private static func covered(by pieces: [Piece], until end: Int) -> (once: Int, asOften: Int) {
        var once = 0
        var asOften = 0
        var reached = Int.min
        for piece in pieces {
            let stop = min(piece.span.end, end)
            once += max(stop - max(piece.span.start, reached), 0)
            asOften += max(stop - piece.span.start, 0)
            reached = max(reached, stop)
        }
        return (once, asOften)
    }
}
