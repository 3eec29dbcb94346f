import Testing

@testable import Scoring

/// The edits about modifiers, limits, performers and days: every claim with all that one edit says of it.
struct WholeEditTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let edit: Edit.Name
        let claim: String
        let encounter: Encounter
        var rules = WholeClaim.rules()
        /// Severity, line and message of each finding.
        let findings: [String]
        var testDescription: String { "\(edit.rawValue): \(claim)" }

        init(
            _ edit: Edit.Name, _ claim: String, in encounter: Encounter, under rules: Rules = WholeClaim.rules(),
            _ findings: String...
        ) {
            self.edit = edit
            self.claim = claim
            self.encounter = encounter
            self.rules = rules
            self.findings = findings
        }
    }

    private static let two = WholeClaim.twoTherapies
    private static let three = WholeClaim.episode([
        Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 24),
        Therapy("immune-therapy", dates: WholeClaim.march(2, 15)),
        Therapy("nutrition", dates: WholeClaim.march(2, 15), aDay: Amount("1 L")),
    ])
    private static let ordered = WholeClaim.episode([
        Therapy("anti-infective", dates: WholeClaim.march(2, 15), everyHours: 24),
        Therapy("immune-therapy", dates: WholeClaim.march(9, 22)),
    ])
    private static let medicare = WholeClaim.rules { $0.discarded = .ownLine }
    private static func drug(_ given: String, _ discarded: String) -> Encounter {
        WholeClaim.episode(
            [],
            drugs: [
                DrugGiven(
                    "infliximab", given: Amount(given) ?? .none(.milligrams), discarded: Amount(discarded))
            ])
    }
    private static let split = drug("345 mg", "55 mg")
    private static let whole = drug("400 mg", "0 mg")
    private static func authorised(_ units: Int?) -> Encounter {
        WholeClaim.oneTherapy.with { $0.authorised = units.map { ["S9500": $0] } ?? [:] }
    }
    private static let needing = WholeClaim.rules { $0.needsAuthorisation = ["S9500", "S9338"] }
    private static let monthly = WholeClaim.rules { $0.caps.unitsAMonth = ["S9500": 10, "S9338": 0] }
    private static let daily = WholeClaim.rules {
        $0.caps.unitsADay = ["J1745": 30]
        $0.needsAuthorisation = ["J1745"]
    }
    private static func allowed(_ units: Int) -> Encounter { whole.with { $0.authorised = ["J1745": units] } }
    private static let weekly = WholeClaim.rules { $0.caps.unitsAWeek = ["S9500": 3] }
    private static let fortnight = WholeClaim.episode([
        Therapy("anti-infective", dates: WholeClaim.march(1, 14), everyHours: 24)
    ])
    private static func by(_ performer: ID<Performer>) -> Encounter {
        .of(Service("infusion", time: .minutes(180)), Service("injection", time: .minutes(5))) {
            $0.performer = performer
        }
    }
    private static func received(_ day: Day) -> Encounter { WholeClaim.oneTherapy.with { $0.received = day } }
    private static func filing(_ days: Int) -> Rules { WholeClaim.rules { $0.filingDays = days } }
    private static func lacks(_ modifier: String, on code: String) -> String {
        "\(code) is billed without modifier \(modifier), which the facts call for."
    }
    private static func isNotDue(_ modifier: String, on code: String) -> String {
        "Nothing on record calls for modifier \(modifier) on \(code)."
    }

    static let examples: [Example] = [
        .init(
            .modifierMissing, "S9500 x14, S9338 x14, S9365 x14", in: three, "denied 2: \(lacks("SH", on: "S9338"))",
            "denied 3: \(lacks("SJ", on: "S9365"))"),
        .init(.modifierMissing, "S9338-SJ x14", in: two, "denied 1: \(lacks("SH", on: "S9338"))"),
        .init(.modifierMissing, "S9338 x7, S9338-SH x7", in: ordered),
        .init(
            .modifierMissing, "S9338 x14", in: ordered,
            "reduced 1: 7 units of S9338 are billed without modifier SH, which the facts call for."),
        .init(.modifierMissing, "S9338-SH x14", in: ordered),
        .init(
            .modifierInvalid, "S9338-SH x14", in: ordered,
            "reduced 1: Nothing on record calls for modifier SH on 7 units of S9338."),
        .init(
            .modifierMissing, "J1745 x40", in: split, under: medicare,
            "reduced 1: 5 units of J1745 are billed without modifier JW, which the facts call for."),
        .init(
            .modifierMissing, "J1745 x36, J1745-JW x4", in: split, under: medicare,
            "reduced 1: 1 unit of J1745 is billed without modifier JW, which the facts call for."),
        .init(
            .modifierInvalid, "J1745 x30, J1745-JW x10", in: split, under: medicare,
            "reduced 2: Nothing on record calls for modifier JW on 5 units of J1745."),
        .init(.modifierInvalid, "J1745 x40, J1745-JW x5", in: split, under: medicare),
        .init(.modifierMissing, "J1745 x40", in: whole, under: medicare, "denied 1: \(lacks("JZ", on: "J1745"))"),
        .init(.modifierMissing, "J1745 x35, J1745-JW x5", in: split, under: medicare),
        .init(.modifierMissing, "J1745 x35", in: whole),
        .init(.modifierInvalid, "S9500-SH x14", in: two, "denied 1: \(isNotDue("SH", on: "S9500"))"),
        .init(.modifierInvalid, "S9338-SJ x14", in: two, "denied 1: \(isNotDue("SJ", on: "S9338"))"),
        .init(.modifierInvalid, "S9500-JW x14", in: two, "denied 1: Modifier JW does not go with S9500."),
        .init(
            .modifierInvalid, "J1745-JZ x35, J1745-JW x5", in: split, under: medicare,
            "denied 1: \(isNotDue("JZ", on: "J1745"))"),
        .init(.modifierInvalid, "J1745-JW x40", in: whole, under: medicare, "denied 1: \(isNotDue("JW", on: "J1745"))"),
        .init(.modifierInvalid, "S9338-SH x7, S9338 x7", in: ordered),
        .init(
            .modifierCombination, "J1745-JW-JZ x40", in: whole, under: medicare,
            "denied 1: JW and JZ contradict each other on J1745."),
        .init(
            .modifierCombination, "S9500-SJ-SH x14, S9338-SH-SJ x14", in: two,
            "denied 1: SH and SJ contradict each other on S9500.",
            "denied 2: SH and SJ contradict each other on S9338."),
        .init(.modifierCombination, "S9338-SH-JW x14", in: two),
        .init(
            .authorisationMissing, "S9500 x14, S9338-SH x14", in: two, under: needing,
            "denied 1: S9500 needs an authorisation, and there is none.",
            "denied 2: S9338 needs an authorisation, and there is none."),
        .init(.authorisationMissing, "S9500 x20", in: authorised(0), under: needing),
        .init(.authorisationMissing, "S9502 x14", in: authorised(nil), under: needing),
        .init(
            .authorisationExceeded, "S9500 x14", in: authorised(1), under: needing,
            "reduced 1: 14 units of S9500 are billed and 1 is authorised."),
        .init(
            .authorisationExceeded, "S9500 x2", in: authorised(0), under: needing,
            "denied 1: 2 units of S9500 are billed and 0 are authorised."),
        .init(.authorisationExceeded, "S9500 x13", in: authorised(13), under: needing),
        .init(.authorisationExceeded, "S9500 x14", in: authorised(nil), under: needing),
        .init(.authorisationExceeded, "S9500 x14", in: authorised(20), under: needing),
        .init(
            .benefitMaximum, "S9500 x11, S9338-SH x1", in: two, under: monthly,
            "reduced 1: 11 units of S9500 are over the plan's maximum, which leaves 10.",
            "denied 2: 1 unit of S9338 is over the plan's maximum, which leaves none."),
        .init(.benefitMaximum, "S9500 x10", in: two, under: monthly),
        .init(
            .unitCap, "J1745 x40", in: allowed(50), under: daily,
            "reduced 1: 40 units of J1745 are over the payer's cap, which leaves 30."),
        .init(.authorisationExceeded, "J1745 x40", in: allowed(50), under: daily),
        .init(.unitCap, "J1745 x40", in: allowed(20), under: daily),
        .init(
            .benefitMaximum, "S9500 x14", in: fortnight, under: weekly,
            "reduced 1: 14 units of S9500 are over the plan's maximum, which leaves 6."),
        .init(.benefitMaximum, "S9500 x6", in: fortnight, under: weekly),
        .init(.benefitMaximum, "S9500 x99", in: fortnight),
        .init(
            .notSeparatelyPayable, "99506, 99601, 99506", in: by("registered-nurse"),
            under: Sample.rules(.started) { $0.notPaidApart = ["99506"] },
            "denied 1: 99506 is not paid apart: it is part of the service that it belongs to.",
            "denied 3: 99506 is not paid apart: it is part of the service that it belongs to."),
        .init(.notSeparatelyPayable, "99506, 99601", in: by("registered-nurse"), under: Sample.rules(.started)),
        .init(
            .ineligiblePerformer, "99602 x2, 99506", in: by("aide"), under: Sample.rules(.started),
            "denied 1: 99602 is not paid when an aide gives the care.",
            "denied 2: 99506 is not paid when an aide gives the care."),
        .init(.ineligiblePerformer, "99601, 99512", in: by("infusion-nurse"), under: Sample.rules(.started)),
        .init(.ineligiblePerformer, "99512", in: by("aide"), under: Sample.rules(.started)),
        .init(
            .timelyFiling, "S9500 x14, J1745", in: received("2026-03-17"), under: filing(1),
            "denied 1: The claim was received 2 days after the last date of service: the payer takes it for 1.",
            "denied 2: The claim was received 2 days after the last date of service: the payer takes it for 1."),
        .init(
            .timelyFiling, "S9500 x14", in: received("2026-03-16"), under: filing(0),
            "denied 1: The claim was received 1 day after the last date of service: the payer takes it for 0."),
        .init(.timelyFiling, "S9500 x14", in: received("2026-03-16"), under: filing(1)),
        .init(.timelyFiling, "none", in: received("2027-03-16"), under: filing(1)),
        .init(.timelyFiling, "S9500 x14", in: received("2027-03-16")),
    ]

    @Test(arguments: examples) func `an edit says this, and no more`(example: Example) {
        let findings = validate(claim(example.claim), for: example.encounter, under: example.rules)
            .filter { $0.edit == example.edit }
        #expect(
            findings.map { "\($0.severity.rawValue) \($0.line.map(String.init) ?? "-"): \($0.message)" }
                == example.findings)
        #expect(findings.allSatisfy { Edit.named(example.edit).denials.map(\.carc).contains($0.carc) })
    }

    private static let visits = derive(
        Encounter(
            date: Sample.day,
            visits: [2, 9, 16].map { day in
                Visit(
                    services: [Service("infusion", time: .minutes(60))], performer: "registered-nurse",
                    date: WholeClaim.march(day, day).from)
            }), under: WholeClaim.rules())

    /// Days of lines of 99601, none for a line that names none, and the lines that repeat an earlier one.
    @Test(
        arguments: [
            ([2, 9, 16], []), ([16, 2, 9], []), ([nil, nil, nil], []), ([nil, nil, nil, nil], [4]),
            ([2, 2, 9], [2]), ([2, 9, 16, 16], [4]), ([2, nil, nil], []), ([2, 9, 16, nil], [4]), ([2, 2, 2], [2, 3]),
        ] as [([Int?], [Int])])
    func `a line repeats another where no visit is left for it`(days: [Int?], repeated: [Int]) {
        let answer = Claim(days.map { ClaimLine("99601", dates: $0.map { WholeClaim.march($0, $0) }) })
        let findings = validate(answer, against: Self.visits).filter { $0.edit == .duplicateLine }
        #expect(findings.compactMap(\.line) == repeated)
        #expect(findings.allSatisfy { $0.severity == .denied && $0.carc == "18" && $0.rarc == nil })
        for finding in findings {
            #expect(finding.message.hasPrefix("99601 stands on line "))
            #expect(finding.message.hasSuffix(" already: more units belong on one line."))
        }
    }
}
