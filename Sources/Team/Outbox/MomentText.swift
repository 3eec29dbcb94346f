import Machine
package import Scoring

extension Moment {
    /// As other systems read it: `2026-11-30T09:05:00.250Z`.
    package var isoText: String {
        let since = max(0, milliseconds)
        let second = since / 1_000 % 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { twoDigits(Int($0)) }.joined(separator: ":")
        return "\(FixedZone.utc.day(of: self))T\(clock).\(String(1_000 + since % 1_000).dropFirst())Z"
    }
}
