import Content
import Scoring

extension ChartWriter {
    /// An order for each therapy.
    mutating func orders(of episode: Episode) -> [Sheet] {
        episode.therapies.map { therapy in
            var parts: [Sheet.Part] = [
                .field("Order", reference("RX")), .field("Therapy", wording[therapy.kind]),
                .field("Signed", "by the prescriber, before the first dose"),
                .field("First day", therapy.dates.from.inWords), .field("Last day", therapy.dates.through.inWords),
            ]
            if let since = therapy.since { parts.append(.field("Running since", since.inWords)) }
            if let hours = therapy.everyHours { parts.append(.field("Doses", "one every \(hours) hours")) }
            if let volume = therapy.aDay { parts.append(.field("Volume a day", volume.description)) }
            if let days = therapy.infusedOn {
                parts.append(.field("Doses charted as infused on", list(days.map(\.inWords))))
            }
            if let place = therapy.place {
                parts.append(.field("Where", "place of service \(place)"))
            }
            parts.append(
                .field("Labs", one(of: ["weekly, by courier", "before each second dose", "as the clinic asks"])))
            parts.append(.field("Flush", "\(number(1...2) * 5) mL saline before and after"))
            return Sheet("Medication order", parts)
        }
    }

    /// What was drawn, given and thrown away; nothing where no drug is ours.
    mutating func log(of drugs: [DrugGiven]) -> [Sheet] {
        guard !drugs.isEmpty else { return [] }
        var rows = [["Date", "Drug", "Given", "Container", "Lot", "Wasted"]]
        for drug in drugs {
            let days = drug.dates ?? DaySpan(encounter.date)
            let container = drug.isSingleDose ? "single-dose" : "multi-dose"
            let waste = drug.discarded.thousandths == 0 ? "none" : "\(drug.discarded) a dose"
            let name = wording[drug.kind]
            // A row a day, as far as the days share the doses out evenly and fit on a page.
            guard days.days <= Self.longestLog, drug.times % days.days == 0 else {
                let given = "\(quantity(drug.times, "dose")) of \(drug.given)"
                rows.append([days.inWords, name, given, container, lot(), waste])
                continue
            }
            let each = drug.times / days.days
            for day in days.dates {
                let given = each == 1 ? drug.given.description : "\(each) doses of \(drug.given)"
                rows.append([day.inWords, name, given, container, lot(), waste])
            }
        }
        return [
            Sheet(
                "Drug log",
                [
                    .field("Refrigerator", "\(number(2...7)) °C at opening, \(number(2...7)) °C at closing"),
                    .table(rows),
                    .field("Counted", "by two, initials on file"),
                ])
        ]
    }

    private static let longestLog = 7

    private mutating func lot() -> String { "\(one(of: ["A", "C", "H", "K"]))\(number(1_000...9_999))" }

    /// What the payer has authorised, by what the codes stand for.
    mutating func letter(of episode: Episode) -> [Sheet] {
        guard !episode.therapies.isEmpty || !episode.authorised.isEmpty else { return [] }
        let granted = episode.authorised.sorted { $0.key < $1.key }.map { code, units in
            Sheet.Part.field("Approved and not used up", "\(quantity(units, "unit")) of: \(name(of: code))")
        }
        guard !granted.isEmpty else { return [Sheet("Authorization", [.field("On file", "none")])] }
        return [
            Sheet(
                "Authorization letter",
                [.field("Reference", reference("AU")), .field("Member", reference("ID"))] + granted + [
                    .field(
                        "Please note",
                        "this letter promises no payment; call \(number(8...9)) am to \(number(4...6)) pm")
                ])
        ]
    }

    /// What was paid before; nothing where nothing was.
    mutating func history(_ episode: Episode) -> [Sheet] {
        var parts: [Sheet.Part] = []
        if encounter.minutesUsedThisWeek > 0 {
            parts.append(.field("Nursing paid this week so far", encounter.minutesUsedThisWeek.asCharted))
        }
        for (code, units) in episode.paid.unitsThisWeek.sorted(by: { $0.key < $1.key }) {
            parts.append(.field("Paid this week so far", "\(quantity(units, "unit")) of: \(name(of: code))"))
        }
        for (code, units) in episode.paid.unitsThisMonth.sorted(by: { $0.key < $1.key }) {
            parts.append(.field("Paid this month so far", "\(quantity(units, "unit")) of: \(name(of: code))"))
        }
        for (code, units) in episode.paid.unitsThisYear.sorted(by: { $0.key < $1.key }) {
            parts.append(.field("Paid this year so far", "\(quantity(units, "unit")) of: \(name(of: code))"))
        }
        if let day = episode.paid.lastVisit { parts.append(.field("Last visit that was paid", day.inWords)) }
        guard !parts.isEmpty else { return [] }
        return [Sheet("Payments so far", [.field("Account", reference("AC"))] + parts)]
    }

    private func name(of code: Code) -> String { pack.codes.definition(of: code)?.label ?? code.description }
}
