import Testing

@testable import Authoring
@testable import Content

/// A small pack with templates in it.
struct TemplatePack {
    private let folder: PackFolder

    init(templates: String = TemplatePack.templates) throws {
        folder = try PackFolder(TemplatePack.frame.merging(["templates/one.yaml": templates]) { $1 })
    }

    func write(_ text: String, to file: String) throws { try folder.write(text, to: file) }

    /// Every problem of the pack, as a line each without the file's name.
    func problems() -> [String] {
        folder.read().problems.map { $0.description.replacing("templates/one.yaml:", with: "") }
    }

    func pack() throws -> Pack {
        let reading = folder.read()
        #expect(reading.problems == [])
        return try #require(reading.pack)
    }

    /// What everything else in the pack is.
    static let frame = [
        "pack.yaml": PackFolder.manifest,
        "codes.yaml": """
        codes:
          - { code: "99601", label: the opening, system: CPT, source: book }
          - { code: "99602", label: an hour more, system: CPT, add-on-to: ["99601"], source: book }
        families:
          - id: visit
            title: a visit
            services: [infusion, specialty-drug]
            first: [{ code: "99601", from: 1, covers: 120 }]
            further: [{ code: "99602", each: 60, after: 120 }]
        services:
          - { id: infusion, label: infusion }
          - { id: specialty-drug, label: a specialty drug }
        performers:
          - { id: nurse, label: a nurse }
          - { id: cousin, label: a cousin }
        """,
        "policies.yaml": """
        policies:
          - id: started
            title: every started hour
            statement: The payer credits an hour as soon as it starts.
            credit: started
            counts: [patient-care]
            same-day: combined
            midnight: whole
            undocumented: first-only
            source: book
        """,
        "terms.yaml": """
        abbreviations:
          - { short: pt, long: patient }
          - { short: w/, long: with }
          - { short: IDA, long: iron deficiency anemia }
        """,
    ]

    static let templates = """
        lists:
          therapies:
            - { condition: gout, short: gout, drug: a biologic, kind: infusion }
            - { condition: anemia, short: IDA, drug: iron, kind: specialty-drug }
          doors: [Raining., Snowing.]
        templates:
          - id: visit
            title: a visit
            slots:
              therapy: { from: therapies }
              door: { from: doors }
              way: { one-of: [by car, on foot] }
              start: { time: ["07:00", "18:00"], step: 30 }
              length: { minutes: [60, 240] }
              stop: { after: [start, length] }
              spent: { sum: [length, 15] }
            where:
              - stop < 21:00
            encounter:
              performer: nurse
              minutes-used-this-week: "{spent}"
              services:
                - { kind: "{therapy.kind}", start: "{start}", stop: "{stop}" }
            stem: A patient with {therapy.condition} gets {therapy.drug} from {start} to {stop}. {Way}, the nurse left.
            note: Pt w/ {therapy.short}. {door} {start.4}, {therapy.drug}, {stop.12h}, {spent.short} this week.
            policies: [started]
            source: book
        """
}
