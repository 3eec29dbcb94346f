import Content
import Scoring

@testable import Quiz

/// Reads papers back to facts, as a coder has to, from nothing but what stands on them. What it does not understand it
/// names.
struct PaperReader {
    let pack: Pack
    private(set) var encounter: Encounter
    /// What nobody could make a fact of.
    private(set) var notUnderstood: [String] = []
    private var episode = Episode()
    private var hasEpisode = false

    init(_ sheets: [Sheet], of pack: Pack) {
        self.pack = pack
        encounter = Encounter(date: .first, visits: [])
        for sheet in sheets { read(sheet) }
        if hasEpisode { encounter.episode = episode }
        let days = encounter.visits.compactMap(\.date) + episode.therapies.map(\.dates.from)
        encounter.date = (days + episode.drugs.compactMap(\.dates?.from)).min() ?? .first
    }

    private mutating func read(_ sheet: Sheet) {
        switch sheet.title {
        case "Nursing visit note", "Note of care": readVisit(sheet)
        case "Medication order": readOrder(sheet)
        case "Drug log": for row in sheet.rows.dropFirst() { readDose(row) }
        case "Authorization", "Authorization letter": readLetter(sheet)
        case "Payments so far": readHistory(sheet)
        case "Billing slip":
            episode.received = sheet.fields["Claim received by the payer"].flatMap { Day(words: $0) }
            hasEpisode = true
        default: notUnderstood.append(sheet.title)
        }
    }

    // MARK: Visits

    private mutating func readVisit(_ sheet: Sheet) {
        let fields = sheet.fields
        let place = String(fields["Where"]?.suffix(2) ?? "")
        var visit = Visit(
            services: [], place: place, performer: "nobody", date: fields["Date"].flatMap { Day(words: $0) })
        if let performer = pack.performers.first(where: { pack.wording[$0.subject] == fields["Given by"] }) {
            visit.performer = performer.subject
        } else {
            notUnderstood.append("given by \(fields["Given by"] ?? "nobody")")
        }
        readTimes(of: &visit, from: sheet)
        for (item, name) in [
            (RecordItem.observations, "Observations"), (.response, "Response"), (.followUp, "Follow-up"),
        ]
        where fields[name] == "left blank" {
            visit.missing.insert(item)
        }
        if fields["Time in and out"] == "left blank" { visit.missing.formUnion([.start, .stop]) }
        encounter.visits.append(visit)
    }

    private mutating func readTimes(of visit: inout Visit, from sheet: Sheet) {
        var open: [(what: String, start: ClockTime, isNextDay: Bool)] = []
        for row in sheet.rows.dropFirst() {
            guard let time = ClockTime(row[0].prefix(5)) else {
                notUnderstood.append(row[0])
                continue
            }
            if let what = row[1].before(": start") {
                open.append((what, time, row[0].hasSuffix("next day")))
            } else if let what = row[1].before(": end"), let begun = open.firstIndex(where: { $0.what == what }) {
                let start = open.remove(at: begun)
                add(start.what, .clock(start: start.start, stop: time), isNextDay: start.isNextDay, to: &visit)
            }
        }
        for start in open { add(start.what, .open(start: start.start), isNextDay: start.isNextDay, to: &visit) }
        for case .field(let name, let text) in sheet.parts {
            if let what = name.after("Total time, ") {
                add(what, .minutes(text.asMinutes), to: &visit)
            } else if let what = name.after("Time in and out, ") {
                add(what, .unknown, to: &visit)
            }
        }
        // On the road and at the desk nobody writes down what for.
        let main = visit.services.first { $0.activity == .patientCare }?.kind
        for place in visit.services.indices where visit.services[place].activity != .patientCare {
            visit.services[place].kind = main ?? pack.serviceKinds[0].subject
        }
    }

    private mutating func add(_ words: String, _ time: Service.Time, isNextDay: Bool = false, to visit: inout Visit) {
        let activities: [(String, Activity)] = [
            ("on the road", .travel), ("mixing and packing", .preparation), ("writing the chart", .documentation),
        ]
        if let activity = activities.first(where: { words.hasPrefix($0.0) })?.1 {
            return visit.services.append(Service("unsaid", activity: activity, time: time, isNextDay: isNextDay))
        }
        let reason = words.before(" (what the patient came for)")
        let kinds = pack.serviceKinds.map(\.subject).filter { (reason ?? words).hasPrefix(pack.wording[$0]) }
        guard let kind = kinds.max(by: { pack.wording[$0].count < pack.wording[$1].count }) else {
            return notUnderstood.append(words)
        }
        let rest = (reason ?? words).dropFirst(pack.wording[kind].count)
        let parts = String(rest).components(between: ", by way of ")
        let drug = parts.first?.after(", ").map { ID<Drug>($0.replacing(" ", with: "-")) }
        let site = parts.count > 1 ? ID<AccessSite>(parts[1].replacing(" ", with: "-")) : nil
        visit.services.append(
            Service(kind, time: time, isNextDay: isNextDay, drug: drug, site: site, isMainReason: reason != nil))
    }

    // MARK: Drugs, therapies and payers

    private mutating func readOrder(_ sheet: Sheet) {
        let fields = sheet.fields
        guard let kind = kind(of: fields["Therapy"]), let first = fields["First day"].flatMap({ Day(words: $0) }),
            let last = fields["Last day"].flatMap({ Day(words: $0) }), let dates = DaySpan(from: first, through: last)
        else { return notUnderstood.append("an order") }
        hasEpisode = true
        episode.therapies.append(
            Therapy(
                kind, dates: dates, everyHours: fields["Doses"]?.split(separator: " ").compactMap { Int($0) }.first,
                aDay: fields["Volume a day"].flatMap { Amount($0) },
                infusedOn: fields["Doses charted as infused on"].map { $0.days },
                place: fields["Where"].map { String($0.suffix(2)) },
                since: fields["Running since"].flatMap { Day(words: $0) }))
    }

    private mutating func readDose(_ row: [String]) {
        let days = row[0].days
        let given = row[2].components(between: " of ")
        let times = given.count > 1 ? Int(given[0].prefix { $0.isNumber }) ?? 0 : 1
        guard let kind = kind(of: row[1]), let amount = Amount(given[given.count - 1]), let from = days.first,
            let through = days.last, let dates = DaySpan(from: from, through: through)
        else { return notUnderstood.append(row.joined(separator: " | ")) }
        hasEpisode = true
        episode.drugs.append(
            DrugGiven(
                kind, given: amount, discarded: row[5].before(" a dose").flatMap { Amount($0) },
                isSingleDose: row[3] == "single-dose", times: times, dates: dates))
    }

    private mutating func readLetter(_ sheet: Sheet) {
        hasEpisode = true
        for case .field("Approved and not used up", let text) in sheet.parts {
            if let (code, units) = units(of: text) { episode.authorised[code] = units }
        }
    }

    private mutating func readHistory(_ sheet: Sheet) {
        for case .field(let name, let text) in sheet.parts {
            switch name {
            case "Nursing paid this week so far": encounter.minutesUsedThisWeek = text.asMinutes
            case "Paid this week so far":
                if let (code, units) = units(of: text) { episode.paid.unitsThisWeek[code] = units }
            case "Paid this month so far":
                if let (code, units) = units(of: text) { episode.paid.unitsThisMonth[code] = units }
            case "Paid this year so far":
                if let (code, units) = units(of: text) { episode.paid.unitsThisYear[code] = units }
            case "Last visit that was paid": episode.paid.lastVisit = Day(words: text)
            default: continue
            }
            if name != "Nursing paid this week so far" { hasEpisode = true }
        }
    }

    private func kind(of label: String?) -> ID<ServiceKind>? {
        pack.serviceKinds.map(\.subject).first { pack.wording[$0] == label }
    }

    /// `14 units of: a day of antibiotics`
    private mutating func units(of text: String) -> (Code, Int)? {
        let parts = text.components(between: " of: ")
        let codes = pack.codes.codes.filter { pack.codes.definition(of: $0)?.label == parts.last }
        guard codes.count == 1, let units = Int(parts[0].prefix { $0.isNumber }) else {
            notUnderstood.append("\(text) names \(codes)")
            return nil
        }
        return (codes[0], units)
    }
}

extension Sheet {
    /// The rows of its first table.
    var rows: [[String]] {
        for case .table(let rows) in parts { return rows }
        return []
    }

    /// What its fields say, by their names.
    fileprivate var fields: [String: String] {
        var fields: [String: String] = [:]
        for case .field(let name, let text) in parts { fields[name] = text }
        return fields
    }
}

extension Day {
    /// Reads `4 March 2026`.
    fileprivate init?(words: some StringProtocol) {
        let parts = words.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count == 3, let day = Int(parts[0]), let month = months.firstIndex(where: parts[1].hasPrefix),
            let year = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month + 1, day: day)
    }
}

extension String {
    /// The days that a list or a span of them names.
    fileprivate var days: [Day] {
        replacing(" and ", with: ", ").replacing(" to ", with: ", ").components(between: ", ").compactMap {
            Day(words: $0)
        }
    }

    /// Reads `2 h 30 min`.
    fileprivate var asMinutes: Int {
        let words = split(separator: " ")
        return zip(words, words.dropFirst()).reduce(0) { sum, pair in
            sum + (Int(pair.0) ?? 0) * (pair.1 == "h" ? 60 : pair.1 == "min" ? 1 : 0)
        }
    }

    fileprivate func before(_ end: String) -> String? { hasSuffix(end) ? String(dropLast(end.count)) : nil }

    fileprivate func after(_ start: String) -> String? { hasPrefix(start) ? String(dropFirst(start.count)) : nil }

    fileprivate func components(between separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
