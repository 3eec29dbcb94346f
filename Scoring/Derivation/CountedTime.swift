/// The minutes of one visit that count for a family under a policy, and those that do not.
///
/// Time by the clock is counted once however often it is covered: pieces are joined before they are measured.
struct CountedTime: Sendable {
    /// Minutes of every activity.
    private(set) var total = 0
    private(set) var counted = 0
    /// Minutes spent on activities that the payer does not count.
    private(set) var leftOut: [Activity: Int] = [:]
    /// Minutes that two pieces had in common.
    private(set) var overlap = 0
    /// Minutes after midnight that belong to the next day's claim.
    private(set) var afterMidnight = 0
    /// The pieces that count, by the clock, in the order they were recorded.
    private(set) var pieces: [Span] = []
    /// Minutes that count and are known only as a length.
    private(set) var untimed = 0

    /// Minutes since the midnight that began the date of service; the end is not included.
    struct Span: Hashable, Sendable {
        var start: Int
        var end: Int
        var length: Int { end - start }
    }

    init(of visit: Visit, for family: Family, under policy: Policy) {
        var everything: [Span] = []
        for service in visit.services where family.services.contains(service.kind) {
            let counts = policy.counts.contains(service.activity)
            switch service.time {
            case .minutes(let minutes):
                total += max(minutes, 0)
                if counts { untimed += max(minutes, 0) } else { leftOut[service.activity, default: 0] += minutes }
            case .clock(let start, let stop):
                let span = Span(from: start, to: stop, nextDay: service.isNextDay)
                everything.append(span)
                if counts { pieces.append(span) } else { leftOut[service.activity, default: 0] += span.length }
            case .open, .unknown:
                continue
            }
        }
        var counting = pieces
        if policy.midnight == .split {
            counting = pieces.compactMap(\.beforeMidnight)
            afterMidnight = pieces.covered - counting.covered
        }
        overlap = counting.reduce(0) { $0 + $1.length } - counting.covered
        total += everything.covered
        counted = counting.covered + untimed
    }
}

extension CountedTime.Span {
    init(from start: ClockTime, to stop: ClockTime, nextDay: Bool) {
        let day = nextDay ? ClockTime.minutesADay : 0
        self.start = day + start.minute
        end = day + stop.minute + (stop.minute <= start.minute ? ClockTime.minutesADay : 0)
    }

    fileprivate var beforeMidnight: CountedTime.Span? {
        start < ClockTime.minutesADay ? .init(start: start, end: min(end, ClockTime.minutesADay)) : nil
    }
}

extension [CountedTime.Span] {
    /// Minutes that at least one of the spans covers.
    fileprivate var covered: Int {
        if count == 1 { return self[0].length }
        var minutes = 0
        var reached = Int.min
        for span in sorted(by: { $0.start < $1.start }) {
            minutes += Swift.max(0, span.end - Swift.max(span.start, reached))
            reached = Swift.max(reached, span.end)
        }
        return minutes
    }
}
