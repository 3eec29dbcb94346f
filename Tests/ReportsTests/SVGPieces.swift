/// The pieces of a chart, read out of its markup.
struct Box {
    let x, y, width, height: Double
    let fill, title: String
}

struct Circle {
    let x, y, radius: Double
    let fill, title: String
}

extension String {
    /// The boxes of a chart, in the order in which they are drawn.
    var boxes: [Box] {
        let pattern =
            /<rect x="([-0-9.]+)" y="([-0-9.]+)" width="([0-9.]+)" height="([0-9.]+)" rx="2" fill="var\(--([a-z]+)\)"[^>]*>(?:<title>([^<]*)<\/title>)?/
        return matches(of: pattern).map { match in
            Box(
                x: Double(match.1) ?? .nan, y: Double(match.2) ?? .nan, width: Double(match.3) ?? .nan,
                height: Double(match.4) ?? .nan, fill: String(match.5), title: match.6.map(String.init) ?? "")
        }
    }

    /// The circles of a chart.
    var circles: [Circle] {
        let pattern =
            /<circle cx="([-0-9.]+)" cy="([-0-9.]+)" r="([0-9.]+)" fill="var\(--([a-z]+)\)"[^>]*>(?:<title>([^<]*)<\/title>)?/
        return matches(of: pattern).map { match in
            Circle(
                x: Double(match.1) ?? .nan, y: Double(match.2) ?? .nan, radius: Double(match.3) ?? .nan,
                fill: String(match.4), title: match.5.map(String.init) ?? "")
        }
    }

    /// The words of a chart, but for what a pointer shows.
    var texts: [String] { matches(of: /<text [^>]*>([^<]*)<\/text>/).map { String($0.1) } }
}
