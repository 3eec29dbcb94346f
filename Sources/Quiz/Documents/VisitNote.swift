import Content
import Scoring

extension ChartWriter {
    /// What was charted of a visit; nil where the facts contradict what was left blank, or hold what no note tells.
    mutating func note(of visit: Visit) -> Sheet? {
        guard visit.group == nil, let place = Self.places[visit.place] else { return nil }
        let isTimed = visit.services.contains { if case .clock = $0.time { true } else { false } }
        let isCounted = visit.services.contains { if case .minutes = $0.time { true } else { false } }
        if isTimed, visit.missing.contains(.start) || visit.missing.contains(.stop) { return nil }
        if isTimed || isCounted, visit.missing.contains(.duration) { return nil }
        let date = visit.date ?? encounter.date
        let nurse = wording[visit.performer]
        let title = nurse.contains("nurse") ? "Nursing visit note" : "Note of care"
        let head: [Sheet.Part] = [
            .field("Record", reference("MR")), .field("Date", date.inWords), .field("Given by", nurse),
            .field("Where", "\(place), place of service \(visit.place)"),
            .field("Allergies", one(of: ["none known", "penicillin", "latex", "sulfa"])),
            .field("Vital signs", vitals()),
        ]
        return Sheet(title, head + times(of: visit) + end(of: visit))
    }

    private mutating func vitals() -> String {
        "T \(number(97...98)).\(number(0...9)), BP \(number(108...142))/\(number(64...88)), HR \(number(62...92)), "
            + "RR \(number(14...20)), SpO2 \(number(95...99)) %, pain \(number(0...3)) of 10"
    }

    /// The log of the visit by the clock, and what was only written down as a length or left blank.
    private mutating func times(of visit: Visit) -> [Sheet.Part] {
        var rows: [(minute: Int, words: [String])] = []
        var fields: [Sheet.Part] = []
        for service in visit.services {
            let what = words(for: service)
            let later = service.isNextDay ? ClockTime.minutesADay : 0
            switch service.time {
            case .clock(let start, let stop):
                let isPast = stop.minute <= start.minute
                let end = later + stop.minute + (isPast ? ClockTime.minutesADay : 0)
                rows.append((later + start.minute, [shown(start, after: later), "\(what): start"]))
                rows.append(
                    (end, [shown(stop, after: isPast ? later + ClockTime.minutesADay : later), "\(what): end"]))
                if service.activity == .patientCare, end - start.minute - later > 20 {
                    let middle = (later + start.minute + end) / 2
                    rows.append((middle, [shown(middle), one(of: Self.observations)]))
                }
            case .minutes(let minutes): fields.append(.field("Total time, \(what)", minutes.asCharted))
            case .open(let start):
                rows.append((later + start.minute, [shown(start, after: later), "\(what): start"]))
                fields.append(.field("Time out, \(what)", "left blank"))
            case .unknown: fields.append(.field("Time in and out, \(what)", "left blank"))
            }
        }
        if rows.isEmpty, !visit.missing.isDisjoint(with: [.start, .stop]) {
            fields.append(.field("Time in and out", "left blank"))
        } else if rows.isEmpty, !fields.isEmpty, visit.services.allSatisfy({ $0.time.length != nil }) {
            fields.append(.field("Time in and out", "on the signed time sheet, which agrees"))
        }
        guard !rows.isEmpty else { return fields }
        let sorted = rows.enumerated().sorted { ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset) }
        return [.table([["Time", "Charted"]] + sorted.map(\.element.words))] + fields
    }

    private func shown(_ minute: Int) -> String {
        shown(ClockTime(wrapping: minute), after: minute < ClockTime.minutesADay ? 0 : ClockTime.minutesADay)
    }

    private func shown(_ time: ClockTime, after minutes: Int) -> String {
        minutes == 0 ? time.description : "\(time) next day"
    }

    /// What a service is called in a chart, with what its minutes were spent on, what was given and where it ran in.
    private func words(for service: Service) -> String {
        var words =
            switch service.activity {
            case .patientCare: wording[service.kind]
            case .travel: "on the road to the patient and back"
            case .preparation: "mixing and packing before the visit"
            case .documentation: "writing the chart after the visit"
            }
        if let drug = service.drug { words += ", \(drug.words)" }
        if let site = service.site { words += ", by way of \(site.words)" }
        if service.isMainReason { words += " (what the patient came for)" }
        return words
    }

    /// What a note ends with, blank where it is missing.
    private mutating func end(of visit: Visit) -> [Sheet.Part] {
        func written(_ item: RecordItem, _ words: String) -> String {
            visit.missing.contains(item) ? "left blank" : words
        }
        let access = one(of: ["clean, dry and intact", "dressing changed, no redness", "flushes well, no swelling"])
        let seen = one(of: [
            "no distress, drip rate steady", "alert, talking, no itching", "resting, pump running as set",
        ])
        let response = one(of: ["tolerated well", "a little tired, nothing else", "no complaints"])
        return [
            .field("Access", access), .field("Observations", written(.observations, seen)),
            .field("Response", written(.response, response)),
            .field(
                "Follow-up",
                written(.followUp, "next visit set; pharmacy delivers at \(number(9...16)):\(number(1...5))0 tomorrow")),
        ]
    }

    private static let observations = [
        "vital signs again, steady", "patient dozing", "family asks about the next delivery", "drip rate checked",
        "patient drinks some water", "pump alarm, line straightened",
    ]

    /// Places of service by CMS's numbers, as far as notes here name them.
    private static let places = [
        "11": "the physician's office", "12": "the patient's home", "20": "an urgent care center",
        "21": "the hospital, inpatient", "22": "the hospital, outpatient", "23": "the emergency room",
        "24": "an ambulatory surgical center", "49": "the provider's own infusion suite", "65": "a dialysis center",
    ]
}
