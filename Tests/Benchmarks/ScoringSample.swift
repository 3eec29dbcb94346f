import Scoring

/// The home infusion family in a code set of a given size, counted by the midpoint.
final class ScoringSample {
    let beliefs: Beliefs
    let asked: Case
    let encounter: Encounter

    init(codes size: Int) {
        let family = Family(
            id: "home-infusion", title: "home infusion visit", services: ["infusion", "specialty-drug"],
            first: [.init(code: code("99601"), from: 1, covers: 120)],
            further: [.init(code: code("99602"), each: 60, after: 120)])
        let injection = Family(
            id: "injection", title: "home injection visit", services: ["injection"],
            first: [.init(code: code("99506"), from: 1)])
        var definitions: [CodeSet.Definition] = [
            .init(code: code("99601"), label: "the first two hours"),
            .init(code: code("99602"), label: "each further hour", addOnTo: [code("99601")]),
            .init(code: code("99506"), label: "an injection visit"),
        ]
        for number in 10_000..<10_000 + size { definitions.append(.init(code: code("\(number)"), label: "another")) }
        var policy = Policy(id: "midpoint", title: "the midpoint", credit: .midpoint)
        policy.places = ["12"]
        policy.performers = ["infusion-nurse", "registered-nurse"]
        policy.requires = [.start, .stop]
        policy.caps = .init(minutesADay: 240, minutesAWeek: 720)
        let codes = CodeSet(
            definitions: definitions, families: [family, injection],
            exclusions: [.init(pays: code("99601"), denies: [code("99506")])])
        beliefs = Beliefs(Self.misconceptions, about: Rules(codes: codes, policy: policy))
        guard let date = Day("2026-03-02"), let start = ClockTime("13:00"), let stop = ClockTime("16:00") else {
            preconditionFailure("a date and times that are none")
        }
        let service = Service("infusion", time: .clock(start: start, stop: stop))
        encounter = Encounter(date: date, visits: [Visit(services: [service], performer: "infusion-nurse")])
        asked = Case(encounter, among: beliefs)
    }

    private static let misconceptions: [Misconception] = [
        .init(id: "add-on-alone", changes: [.bills(.furtherOnly)]),
        .init(id: "add-on-from-zero", changes: [.furtherAfter(0)]),
        .init(id: "primary-per-hour", changes: [.firstEach(60)]),
        .init(id: "primary-per-two-hours", changes: [.firstEach(120), .credit(.started)]),
        .init(id: "add-on-is-two-hours", changes: [.furtherEach(120), .credit(.complete)]),
        .init(id: "always-rounds-up", changes: [.credit(.started)]),
        .init(id: "never-rounds", changes: [.credit(.complete)]),
        .init(id: "ignores-add-on", changes: [.bills(.firstOnly)]),
        .init(id: "bills-quarter-hours", changes: [.furtherEach(15)]),
        .init(id: "counts-travel", changes: [.countsAll]),
        .init(id: "adds-other-visit", changes: [.ignoresExclusions]),
        .init(id: "any-home-visit", changes: [.anyService]),
    ]

    /// Reads an answer and grades it, as for one line of a batch; the diagnosis is left out.
    func grade(_ answer: String) {
        guard let claim = try? asked.read(answer) else { return }
        keep(Scoring.grade(claim, on: asked.basis))
    }
}

private func code(_ text: String) -> Code {
    guard let code = Code(text) else { preconditionFailure("\(text) is no code") }
    return code
}
