@testable import Scoring

/// The arithmetic of a sentence, read back from its words by somebody who knows nothing of what it is about.
struct WrittenArithmetic {
    /// What does not add up; empty where all does.
    private(set) var errors: [String] = []
    /// How many statements were found.
    private(set) var count = 0

    init(_ text: String) {
        sums(text)
        parts(text)
        limits(text)
        clock(text)
    }

    private mutating func check(_ holds: Bool, _ text: some StringProtocol) {
        count += 1
        if !holds { errors.append(String(text)) }
    }

    /// `24 + 23 makes 47`, `Together that is 300 + 200.5, 500.5 mg`.
    private mutating func sums(_ text: String) {
        for match in text.matches(of: /([\d.]+(?: \+ [\d.]+)+)(?: makes|,) ([\d.]+)/) {
            let terms = match.1.split(separator: " + ").map(Self.thousandths)
            check(terms.reduce(0, +) == Self.thousandths(match.2), match.0)
        }
    }

    /// `275 minutes are left: 4 times 60 and a part of 35`, `34.5 mg is 3 times 10 and a part of 4.5`, `97110 has 31
    /// minutes, 2 times 15 and 1 left`.
    private mutating func parts(_ text: String) {
        for match in text.matches(of: /([\d.]+) minutes are left: (?:(\d+) times )?([\d.]+) and a part of ([\d.]+)/) {
            let times = match.2.flatMap { Int($0) } ?? 1
            check(Self.isDivided(match.1, times, match.3, match.4), match.0)
        }
        for match in text.matches(of: /([\d.]+) [a-zL]+ (?:is|are) (\d+) times ([\d.]+)(?: and a part of ([\d.]+))?/) {
            check(Self.isDivided(match.1, Int(match.2) ?? 0, match.3, match.4 ?? "0"), match.0)
        }
        for match in text.matches(of: /has (\d+) minutes?, (\d+) times (\d+) and (\d+) left/) {
            check(Self.isDivided(match.1, Int(match.2) ?? 0, match.3, match.4), match.0)
        }
        for match in text.matches(of: /(\d+) times that is [A-Z\d]{5} x(\d+)/) {
            check((Int(match.2) ?? 1) % (Int(match.1) ?? 1) == 0, match.0)
        }
    }

    /// `240 of the 270 minutes can be billed`, `so x4 becomes x2`.
    private mutating func limits(_ text: String) {
        for match in text.matches(of: /(\d+) of the (\d+) minutes? can be billed/) {
            check((Int(match.1) ?? 0) < (Int(match.2) ?? 0), match.0)
        }
        for match in text.matches(of: /so x(\d+) becomes (?:x(\d+)|none)/) {
            check((match.2.flatMap { Int($0) } ?? 0) < (Int(match.1) ?? 0), match.0)
        }
        for match in text.matches(of: /(\d+) (?:minutes|days|doses|services)? ?(?:is|are) fewer than the (\d+)/) {
            check((Int(match.1) ?? 0) < (Int(match.2) ?? 0), match.0)
        }
    }

    /// `09:00 to 10:00 and 23:00 to 00:30 the next day come to 150 minutes`.
    private mutating func clock(_ text: String) {
        for match in text.matches(
            of: /((?:(?:, | and )?\d\d:\d\d to \d\d:\d\d(?: the next day)?)+) (?:is|come to) (\d+) minutes?\./)
        {
            let spans = match.1.matches(of: /(\d\d:\d\d) to (\d\d:\d\d)/)
            let minutes = spans.reduce(0) { sum, span in
                let start = ClockTime(span.1)?.minute ?? 0
                let stop = ClockTime(span.2)?.minute ?? 0
                return sum + stop - start + (stop <= start ? ClockTime.minutesADay : 0)
            }
            check(minutes == Int(match.2), match.0)
        }
    }

    private static func isDivided(
        _ all: some StringProtocol, _ times: Int, _ each: some StringProtocol, _ rest: some StringProtocol
    ) -> Bool {
        let each = thousandths(each)
        let rest = thousandths(rest)
        return thousandths(all) == times * each + rest && rest < each
    }

    private static func thousandths(_ text: some StringProtocol) -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: true)
        let rest = parts.count > 1 ? String(parts[1].prefix(3)) : ""
        return (Int(parts.first ?? "0") ?? 0) * 1_000
            + (Int(rest + String(repeating: "0", count: 3 - rest.count)) ?? 0)
    }
}
