import Testing

@testable import Scoring

/// A visit of pieces such as `09:00-11:30`, `23:00-01:00`, `30` minutes or `travel 08:00-09:00`.
private func visit(_ pieces: String...) -> Visit {
    Visit(services: pieces.map(service), performer: "registered-nurse")
}

private func service(_ text: String) -> Service {
    let words = text.split(separator: " ")
    let activity = words.count > 1 ? Activity(rawValue: String(words[0])) ?? .patientCare : .patientCare
    let isNextDay = words.first == "next"
    let ends = words[words.count - 1].split(separator: "-")
    guard ends.count == 2, let start = ClockTime(ends[0]), let stop = ClockTime(ends[1]) else {
        return Service("infusion", activity: activity, time: Int(ends[0]).map { .minutes($0) } ?? .unknown)
    }
    return Service("infusion", activity: activity, time: .clock(start: start, stop: stop), isNextDay: isNextDay)
}

@Suite struct `Impossible facts` {
    @Test(arguments: [
        [visit()], [visit("09:00-11:30")], [visit("09:00-11:30", "10:00-12:30")],
        [visit("09:00-11:30"), visit("11:30-12:30")], [visit("11:30-12:30"), visit("09:00-11:30")],
        [visit("08:00-09:00", "15:00-16:00"), visit("10:00-11:00")], [visit("09:00-11:30"), visit("60"), visit("?")],
        [visit("09:00-11:30"), visit("travel 11:00-12:00", "12:00-13:00")],
        [visit("23:00-01:00"), visit("next 01:00-02:00")], [visit("720"), visit("720")],
        [visit("12:00-00:00"), visit("next 00:00-23:00")], [visit("1440", "1440")],
    ]) private func `are none where all can be true`(visits: [Visit]) {
        #expect(encounter(visits).impossibleFacts == [])
    }

    @Test(arguments: [
        ([visit("09:00-11:30"), visit("10:00-12:30")], "09:00 to 11:30 and one from 10:00 to 12:30"),
        ([visit("10:00-12:30"), visit("09:00-11:30")], "09:00 to 11:30 and one from 10:00 to 12:30"),
        ([visit("08:00-20:00"), visit("09:00-10:00")], "08:00 to 20:00 and one from 09:00 to 10:00"),
        ([visit("09:00-10:00"), visit("09:00-10:00")], "09:00 to 10:00 and one from 09:00 to 10:00"),
        ([visit("08:00-12:00", "09:00-10:00"), visit("11:00-13:00")], "08:00 to 12:00 and one from 11:00 to 13:00"),
        ([visit("22:00-02:00"), visit("next 01:00-03:00")], "22:00 to 02:00 the next day and one from 01:00"),
    ]) private func `are visits at the same time`(visits: [Visit], spans: String) throws {
        let facts = encounter(visits).impossibleFacts
        try #require(facts.count == 1)
        #expect(facts[0].words.contains("a visit from \(spans)"), "\(facts[0].words)")
        #expect(
            facts[0].mend == "make them one visit with several services, name who else gave care, or mend the times")
    }

    @Test(arguments: [
        ([visit("1000"), visit("1000"), visit("1000")], ImpossibleFact.longDay(Day.first, minutes: 3_000)),
        ([visit("08:00-20:00"), visit("721")], .longDay(Day.first, minutes: 1_441)),
        ([visit("1440", "1440", "1")], .longVisit(minutes: 2_881)),
    ]) private func `are more minutes than there are`(visits: [Visit], fact: ImpossibleFact) {
        #expect(encounter(visits).impossibleFacts == [fact])
    }

    /// The minutes of two visits are as many as a minute by minute count exactly where nothing overlaps.
    @Test(arguments: 0..<200) func `are what a count minute by minute finds`(seed: Int) {
        func number(_ place: Int, _ limit: Int) -> Int { (seed * 7919 + place * 104_729 + seed * place * 31) % limit }
        let spans = (0..<4).map { place in
            let start = number(place, 1300)
            return (start: start, end: min(start + 1 + number(place + 9, 200), 1439))
        }
        let visits = [spans[0...1], spans[2...3]].map { pieces in
            Visit(
                services: pieces.map {
                    let start = ClockTime(wrapping: $0.start)
                    return Service("infusion", time: .clock(start: start, stop: ClockTime(wrapping: $0.end)))
                }, performer: "registered-nurse")
        }
        let minutes = [spans[0...1], spans[2...3]].map { Set($0.flatMap { $0.start..<$0.end }) }
        #expect(encounter(visits).impossibleFacts.isEmpty == minutes[0].isDisjoint(with: minutes[1]))
    }

    private func encounter(_ visits: [Visit]) -> Encounter {
        Encounter(date: Day.first, visits: visits)
    }
}
