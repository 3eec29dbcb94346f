import Scoring
import Testing

@testable import Quiz

private let date = Day.first

private func minutes(_ kind: ID<ServiceKind>, _ minutes: Int, _ activity: Activity = .patientCare) -> Service {
    Service(kind, activity: activity, time: .minutes(minutes))
}

private func encounter(_ visits: [Service]...) -> Encounter {
    Encounter(date: date, visits: visits.map { Visit(services: $0, performer: "nurse") })
}

/// An encounter that is like another but for one fact.
@Suite struct `A visit that is like another` {
    private static let busy = encounter(
        [minutes("infusion", 90), minutes("infusion", 20, .travel)],
        [minutes("injection", 5), minutes("infusion", 10, .documentation), minutes("infusion", 15, .travel)])

    @Test func `leaves out one activity, and never care itself`() {
        let changes = Self.busy.withoutActivities
        #expect(changes.map(\.words) == ["without the travel", "without the documentation"])
        #expect(
            changes[0].encounter.visits.map { $0.services.map(\.activity) } == [
                [.patientCare], [.patientCare, .documentation],
            ])
        #expect(changes[1].encounter.visits[1].services.map(\.activity) == [.patientCare, .travel])
        #expect(encounter([minutes("infusion", 90)]).withoutActivities.isEmpty)
    }

    /// A visit of which nothing is left is none, and an encounter of which nothing is left is no other.
    @Test func `leaves out visits of which nothing is left`() {
        let changes = encounter([minutes("infusion", 90)], [minutes("infusion", 20, .travel)]).withoutActivities
        #expect(changes.map { $0.encounter.visits.count } == [1])
        #expect(encounter([minutes("infusion", 20, .travel)]).withoutActivities.isEmpty)
    }

    @Test func `leaves out one kind of service where there are several`() {
        let changes = Self.busy.withoutKinds { $0 == "injection" ? "shot" : $0.words }
        #expect(changes.map(\.words) == ["without the infusion", "without the shot"])
        #expect(
            changes.map { $0.encounter.visits.flatMap { $0.services.map(\.kind) } } == [
                ["injection"], ["infusion", "infusion", "infusion", "infusion"],
            ])
        #expect(encounter([minutes("infusion", 9)], [minutes("infusion", 9)]).withoutKinds { $0.words }.isEmpty)
    }

    @Test func `is of another kind where all of it is of one`() {
        let visits = encounter([minutes("infusion", 9)], [minutes("infusion", 8, .travel)])
        let changes = visits.ofKinds(["injection", "infusion", "wound-care"]) { $0.words }
        #expect(changes.map(\.words) == ["had it been injection", "had it been wound care"])
        for (change, kind) in zip(changes, ["injection", "wound-care"] as [ID<ServiceKind>]) {
            #expect(change.encounter.visits.flatMap(\.services).allSatisfy { $0.kind == kind })
            #expect(
                change.encounter.visits.map { $0.services.map(\.time) } == visits.visits.map { $0.services.map(\.time) }
            )
        }
        #expect(Self.busy.ofKinds(["wound-care"]) { $0.words }.isEmpty)
    }

    @Test func `lasts as long as its last piece of care`() throws {
        #expect(Self.busy.lastMinutes == 5)
        let changed = try #require(Self.busy.lasting(61))
        #expect(changed.words == "61 minutes" && changed.encounter.lastMinutes == 61)
        #expect(changed.encounter.visits[0] == Self.busy.visits[0])
        #expect(Self.busy.lasting(1)?.words == "1 minute")
    }

    @Test func `keeps its start and moves its stop`() throws {
        let start = try #require(ClockTime("23:00"))
        let stop = try #require(ClockTime("23:30"))
        let clock = encounter([Service("infusion", time: .clock(start: start, stop: stop))])
        let changed = try #require(clock.lasting(90))
        #expect(changed.words == "23:00 to 00:30, 90 minutes")
        #expect(changed.encounter.lastMinutes == 90 && clock.lastMinutes == 30)
    }

    /// Of care of unknown length nothing is changed; the piece before it is.
    @Test func `has no length where none is known`() throws {
        let start = try #require(ClockTime("09:00"))
        for time in [Service.Time.unknown, .open(start: start)] {
            let unknown = encounter([Service("infusion", time: time)])
            #expect(unknown.lastMinutes == nil && unknown.lasting(60) == nil)
            let before = encounter([minutes("infusion", 40), Service("infusion", time: time)])
            #expect(before.lastMinutes == 40 && before.lasting(60)?.encounter.lastMinutes == 60)
        }
        #expect(encounter().lastMinutes == nil && encounter().lasting(5) == nil)
    }
}

/// Encounters in the order of one fact of their drugs, therapies and units.
@Suite struct `A series of encounters` {
    private static func series(
        drugs: [DrugGiven] = [], therapies: [Therapy] = [], _ change: (inout Episode) -> Void = { _ in }
    ) -> [(words: [String], now: Int)] {
        var episode = Episode(drugs: drugs, therapies: therapies)
        change(&episode)
        let whole = Encounter(date: date, visits: [], episode: episode)
        return whole.series(by: .plain).map { series in
            #expect(series.visits[series.now].encounter == whole, "the encounter as it is stands at its place")
            #expect(Set(series.visits.map(\.encounter)).count == series.visits.count && series.visits.count > 1)
            return (series.visits.map(\.words), series.now)
        }
    }

    private static func drug(
        _ given: String, _ discarded: String = "0 mg", times: Int = 1
    ) -> DrugGiven {
        DrugGiven(
            "infliximab", given: Amount(given) ?? .none(.milligrams), discarded: Amount(discarded), times: times)
    }

    private static func dates(_ days: Int) throws -> DaySpan {
        let last = try #require(Day(ordinal: date.ordinal + days - 1))
        return try #require(DaySpan(from: date, through: last))
    }

    @Test func `is none where there are visits alone`() {
        #expect(encounter([minutes("infusion", 60)]).series(by: .plain).isEmpty)
    }

    /// Steps of about a fiftieth, eight to either side.
    @Test(
        arguments: [
            ("345 mg", "305 mg", "385 mg"), ("1 g", "840 mg", "1160 mg"), ("100 mg", "84 mg", "116 mg"),
            ("50 mg", "42 mg", "58 mg"), ("1 mg", "0.84 mg", "1.16 mg"), ("0.001 mg", "0.001 mg", "0.009 mg"),
        ])
    func `goes by the amount of a drug`(given: String, least: String, most: String) {
        let amounts = Self.series(drugs: [Self.drug(given)])[0]
        #expect(
            amounts.words.first == "\(least) of infliximab given" && amounts.words.last == "\(most) of infliximab given"
        )
        #expect(amounts.words[amounts.now] == "\(Amount(given)?.description ?? "") of infliximab given")
    }

    @Test func `goes by what is discarded, and by the doses`() {
        let series = Self.series(drugs: [Self.drug("345 mg", "55 mg")])
        #expect(series.count == 3)
        #expect(
            series[1].words == ["nothing of the infliximab discarded", "55 mg of infliximab discarded"]
                && series[1].now == 1)
        #expect(series[2].words.first == "1 dose of infliximab" && series[2].words.last == "9 doses of infliximab")
        #expect(series[2].now == 0)
        let doses = Self.series(drugs: [Self.drug("345 mg", times: 3)])
        #expect(doses[0].words[doses[0].now] == "345 mg of infliximab given with each dose")
        #expect(
            doses[1].words == ["nothing of the infliximab discarded", "5 mg of infliximab discarded with each dose"])
        #expect(doses[1].now == 0 && doses[2].words[doses[2].now] == "3 doses of infliximab")
    }

    @Test func `goes by the days of a therapy, with it and without`() throws {
        let series = Self.series(therapies: [Therapy("nutrition", dates: try Self.dates(14))])
        #expect(series.count == 2)
        #expect(series[0].words.first == "nutrition on 6 days" && series[0].words.last == "nutrition on 22 days")
        #expect(series[0].now == 8 && series[1].words == ["without the nutrition", "as it was"] && series[1].now == 1)
        let one = Self.series(therapies: [Therapy("nutrition", dates: try Self.dates(1))])
        #expect(one[0].words.first == "nutrition on 1 day" && one[0].now == 0)
        let year = Self.series(therapies: [Therapy("nutrition", dates: try Self.dates(DaySpan.limit))])
        #expect(year[0].words.last == "nutrition on 366 days" && year[0].now == year[0].words.count - 1)
    }

    @Test(arguments: [(24, 4, 8), (8, 2, 8), (10, 3, 9), (96, 7, 8), (168, 8, 9)])
    func `goes by the hours between doses`(hours: Int, place: Int, count: Int) throws {
        let series = Self.series(therapies: [Therapy("nutrition", dates: try Self.dates(5), everyHours: hours)])
        #expect(series.count == 3 && series[2].now == place && series[2].words.count == count)
        #expect(series[2].words[place] == "a dose of nutrition every \(hours) hours")
    }

    @Test func `goes by what is infused in a day`() throws {
        let therapy = Therapy("nutrition", dates: try Self.dates(5), aDay: Amount("1.5 L"))
        let series = Self.series(therapies: [therapy])
        #expect(
            series[2].words.first == "1340 mL of nutrition a day"
                && series[2].words.last == "1660 mL of nutrition a day")
    }

    /// Days on which doses were infused are those that are left of the therapy.
    @Test func `keeps of the days of infusion what lies within`() throws {
        let days = try (0..<6).map { try #require(Day(ordinal: date.ordinal + 2 * $0)) }
        let episode = Episode(therapies: [Therapy("nutrition", dates: try Self.dates(11), infusedOn: days)])
        let series = Encounter(date: date, visits: [], episode: episode).series(by: .plain)[0]
        for visit in series.visits {
            let therapy = try #require(visit.encounter.episode?.therapies.first)
            #expect(therapy.infusedOn == days.filter(therapy.dates.contains), "\(visit.words)")
        }
    }

    @Test func `goes by the units that are authorised or used up, code by code`() throws {
        let (first, second) = (try #require(Code("99601")), try #require(Code("S9500")))
        let series = Self.series {
            $0.authorised = [second: 10, first: 1]
            $0.paid.unitsThisWeek = [first: 3]
            $0.paid.unitsThisMonth = [second: 0]
        }
        #expect(
            series.map { $0.words[$0.now] } == [
                "1 unit of 99601 authorised", "10 units of S9500 authorised", "after 3 units of 99601 this week",
                "after 0 units of S9500 this month",
            ])
        #expect(series.map(\.now) == [0, 8, 2, 0] && series.map(\.words.count) == [9, 17, 11, 9])
    }
}
