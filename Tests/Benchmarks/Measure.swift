import Glibc

/// Nanoseconds of processor time that one operation takes: the median of many batches, each long enough for the clock.
func nanoseconds(_ operation: () -> Void) -> Double {
    func time(_ count: Int) -> Double {
        let start = processorTime()
        for _ in 0..<count { operation() }
        return processorTime() - start
    }
    var count = 1
    while time(count) < 500_000 { count *= 2 }
    let batches = (0..<201).map { _ in time(count) / Double(count) }
    return median(batches)
}

/// Nanoseconds that this thread was at work, whatever else the machine does.
private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// Keeps a value from being optimised away.
@inline(never)
func keep<Value>(_ value: Value) {}

/// Milliseconds that something takes.
func milliseconds(_ operation: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(operation) / .milliseconds(1)
}

/// The middle one; of figures that come in no order.
func median(_ figures: [Double]) -> Double { figures.sorted()[figures.count / 2] }

/// Prints how many nanoseconds an operation takes.
///
/// Its budget grows with how much longer this machine takes than the one that budgets of single operations were set on:
/// there, taking a typed answer apart and nothing more, the floor under grading, took 70 ns.
func report(_ title: String, budget: Double? = nil, floor: Double, _ operation: () -> Void) {
    let slowness = max(floor / 70, 1)
    let row = Row(title: title, figure: nanoseconds(operation), budget: budget.map { $0 * slowness })
    print(row.text(floor: floor))
}

/// A figure beside the floor measured in the same run, and the most that it may be.
struct Row {
    let title: String
    let figure: Double
    var budget: Double?

    func text(floor: Double) -> String {
        let figures = [figure, figure / floor].map { padded(tenths($0), to: 10) }.joined()
        let verdict = budget.map { "  budget \(tenths($0)): \(figure <= $0 ? "kept" : "MISSED")" } ?? ""
        return title + String(repeating: " ", count: max(46 - title.count, 1)) + figures + verdict
    }
}

func tenths(_ number: Double) -> String {
    let tenths = Int(number * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
}

private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
}
