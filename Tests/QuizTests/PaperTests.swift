import BundledPacks
import Content
import Scoring
import Testing

@testable import Quiz

/// Visits told in whole papers, made from the facts.
@Suite struct `A chart of papers` {
    private func situations(_ name: String) throws -> [(scenario: Scenario, situation: Situation)] {
        let pack = try bundledPack(name)
        let payers = try bundledPayers(name).all
        return pack.scenarios.compactMap { scenario in
            guard let payer = payers.first(where: { scenario.isAsked(under: $0.policy) }) else { return nil }
            return Situation(scenario, as: .chart, under: payer).map { (scenario, $0) }
        }
    }

    private func situation(_ scenario: String, under policy: String) throws -> Situation {
        let payer = try #require(try bundledPayers("home-infusion").all.first { $0.policy.id.text == policy })
        let found = try #require(payer.pack.scenario(ID(scenario)))
        return try #require(Situation(found, as: .chart, under: payer))
    }

    @Test(arguments: [("home-infusion", 0.9), ("outpatient-infusion", 0.8), ("critical-care", 0.3)])
    func `can be made of most visits`(name: String, share: Double) throws {
        let all = try bundledPack(name).scenarios.count
        let made = try situations(name).count
        #expect(Double(made) >= share * Double(all), "\(made) of \(all)")
    }

    /// Whatever a claim can turn on stands in the papers as the facts have it.
    @Test(arguments: ["home-infusion", "critical-care", "outpatient-infusion"])
    func `holds every fact`(name: String) throws {
        for (scenario, situation) in try situations(name) {
            let text = situation.telling
            for fact in scenario.encounter.figures { #expect(text.contains(fact), "\(scenario.id): \(fact)\n\(text)") }
            for visit in scenario.encounter.visits {
                #expect(text.contains(situation.pack.wording[visit.performer]), "\(scenario.id)")
                #expect(text.contains("place of service \(visit.place)"), "\(scenario.id)")
                if visit.missing.contains(.response) {
                    #expect(text.contains("Response: left blank"), "\(scenario.id)")
                }
            }
        }
    }

    @Test(arguments: ["home-infusion", "critical-care", "outpatient-infusion"])
    func `names no code, and bills what the visit bills`(name: String) throws {
        for (scenario, situation) in try situations(name) {
            let plain = Situation(scenario, under: situation.payer)
            #expect(situation.key.claim == plain.key.claim)
            for line in plain.key.claim.lines {
                #expect(!situation.telling.contains(line.code.description), "\(scenario.id) names \(line.code)")
            }
            #expect(
                situation.stem.count == situation.sheets.count + 1 && situation.stem.last == situation.policy.statement)
        }
    }

    /// Whoever reads the papers, and nothing else, comes to the claim that the facts call for.
    @Test(arguments: ["home-infusion", "critical-care", "outpatient-infusion"])
    func `tells whoever reads it what to bill`(name: String) throws {
        for (scenario, situation) in try situations(name) {
            let reader = PaperReader(situation.sheets, of: situation.pack)
            #expect(reader.notUnderstood == [], "\(scenario.id)")
            for payer in try bundledPayers(name).all where scenario.isAsked(under: payer.policy) {
                // A log has a row for each day, where the facts may have a span.
                let read = derive(reader.encounter, under: payer.rules).claim.unitsInAll
                let due = derive(scenario.encounter, under: payer.rules).claim.unitsInAll
                #expect(
                    read == due, "\(scenario.id) under \(payer.policy.id)\n\(situation.telling)"
                )
            }
        }
    }

    @Test func `of a week of therapy has an order, a log, what is authorized and what is ours`() throws {
        let sheets = try situation("ceftriaxone-once-a-day", under: "nhia-days").sheets
        #expect(sheets.map(\.title) == ["Medication order", "Drug log", "Authorization", "Billing slip"])
        let words = sheets.map(\.words).joined(separator: "\n")
        #expect(words.contains("First day: 2 March 2026") && words.contains("one every 24 hours"))
        #expect(words.contains("10 doses of 2000 mg"))
        #expect(words.contains("Ours to bill: the drugs and the days of therapy."))
    }

    @Test func `tells what was thrown away, with lots that do not matter`() throws {
        let sheets = try situation("infliximab-345", under: "medicare-drugs").sheets
        let log = try #require(sheets.first { $0.title == "Drug log" })
        let row = log.rows.last ?? []
        #expect(row.prefix(4) == ["2 March 2026", "infliximab", "345 mg", "single-dose"])
        #expect(row.count == 6 && row[4].count == 5 && row[5] == "55 mg a dose")
    }

    @Test func `shows a visit as a nurse charts it, times among what does not matter`() throws {
        let sheet = try #require(try situation("ra-biologic", under: "cpt-midpoint").sheets.first)
        #expect(sheet.title == "Nursing visit note")
        #expect(sheet.rows.map { $0[0] } == ["Time", "13:00", "14:30", "16:00"])
        #expect(sheet.words.contains("Vital signs: T 9") && sheet.words.contains("Follow-up: next visit set"))
    }

    @Test func `has an identity of its own, and the same words for ever`() throws {
        let item = try #require(try situation("ra-biologic", under: "cpt-midpoint").item(.claim))
        #expect(item.id.description.hasPrefix("home-infusion/claim/ra-biologic.chart/cpt-midpoint@"))
        let payers = try bundledPayers("home-infusion")
        let id = try #require(ItemID(item.id.description))
        #expect(id == item.id && payers.item(id)?.stem == item.stem)
        #expect(id.family == .scenario("ra-biologic"), "the visit stands in a form once, however it is told")
        let template = try #require(ItemID("home-infusion/claim/charted-visit.7.chart/cpt-midpoint@00000000"))
        let told = try #require(payers.itemNow(at: template))
        #expect(told.sheets.count == 1 && told.id.description.contains("charted-visit.7.chart"))
        #expect(ItemID("home-infusion/claim/charted-visit.7.plain/cpt-midpoint@00000000") == nil)
    }

    @Test func `of a denial has the payer's answer as its last sheet`() throws {
        var found = 0
        for payer in try bundledPayers("home-infusion").all.prefix(5) {
            for scenario in payer.pack.scenarios where scenario.isAsked(under: payer.policy) {
                guard let situation = Situation(scenario, as: .chart, under: payer),
                    case .denial(let item) = situation.item(.denial)
                else { continue }
                let advice = try #require(item.sheets.last)
                found += 1
                #expect(advice.title == "Remittance advice" && item.sheets.count == situation.sheets.count + 1)
                for finding in item.mistake.findings {
                    if let carc = finding.carc { #expect(advice.words.contains(carc), "\(item.id)") }
                }
                #expect(advice.words.contains(situation.shown(Claim([item.mistake.billed.lines[0]]))))
                #expect(Item.denial(item).stemBesideSheets == [situation.policy.statement])
            }
        }
        #expect(found > 20)
    }

    @Test func `contradicts nothing: what cannot be told is not`() throws {
        let payer = try #require(try bundledPayers("home-infusion").all.first)
        var scenario = try #require(payer.pack.scenario("ra-biologic"))
        scenario.encounter.visits[0].missing = [.stop]
        #expect(Situation(scenario, as: .chart, under: payer) == nil, "a stop that was charted and is missing")
        scenario.encounter.visits[0].missing = []
        scenario.encounter.visits[0].place = "99"
        #expect(Situation(scenario, as: .chart, under: payer) == nil, "a place without a name")
        #expect(Situation(scenario, as: .note, under: payer) == nil)
    }
}

extension Encounter {
    /// Times, lengths, amounts, days and units as papers write them.
    fileprivate var figures: [String] {
        let services = visits.flatMap(\.services)
        let times = services.flatMap { service -> [String] in
            switch service.time {
            case .clock(let start, let stop): [start.description, stop.description]
            case .minutes(let minutes): [minutes.asCharted]
            case .open(let start): [start.description, "left blank"]
            case .unknown: ["left blank"]
            }
        }
        let days = visits.map { ($0.date ?? date).inWords }
        guard let episode else {
            return times + days + (minutesUsedThisWeek > 0 ? [minutesUsedThisWeek.asCharted] : [])
        }
        let drugs = episode.drugs.flatMap { drug in
            [drug.given.description, (drug.dates?.from ?? date).inWords, (drug.dates?.through ?? date).inWords]
                + (drug.discarded.thousandths > 0 ? [drug.discarded.description] : [])
        }
        let therapies = episode.therapies.flatMap { therapy in
            [therapy.dates.from.inWords, therapy.dates.through.inWords]
                + [therapy.everyHours.map { "every \($0) hours" }, therapy.aDay?.description].compactMap(\.self)
                + (therapy.infusedOn ?? []).map(\.inWords)
        }
        let paid = (Array(episode.paid.unitsThisWeek.values) + Array(episode.paid.unitsThisMonth.values))
            .map { quantity($0, "unit") }
        let leave = episode.authorised.values.map { quantity($0, "unit") }
        return times + days + drugs + therapies + paid + leave
            + [episode.paid.lastVisit?.inWords, episode.received?.inWords].compactMap(\.self)
    }
}

extension Claim {
    /// The units of each code with its modifiers, over all lines.
    fileprivate var unitsInAll: [String: Int] {
        lines.reduce(into: [:]) { units, line in
            units[([line.code.description] + line.modifiers.map(\.description)).joined(separator: "-"), default: 0] +=
                line.units
        }
    }
}
