/// The files of the sample pack, as an educator would write them.
let samplePack: [(path: String, text: String)] = [
    (
        "pack.yaml",
        """
        format: 1
        id: frozen
        title: a pack that never changes
        edition: "2026.1"
        effective: { from: 2026-01-01 }
        summary: What was asked once is asked for ever.
        default-policy: cpt-midpoint
        family: home-infusion
        licence: CC-BY-4.0
        notice: CPT is copyright of the American Medical Association. The labels are our own.
        sources:
          - { id: guide, title: "A guide", note: "for tests" }

        """
    ),
    (
        "codes.yaml",
        """
        codes:
          - code: "99601"
            label: the first two hours of a visit
            system: CPT
            source: guide
          - code: "99602"
            label: one more hour of the same visit
            system: CPT
            add-on-to: ["99601"]
            source: guide
        families:
          - id: home-infusion
            title: home infusion visit
            services: [infusion]
            first:
              - { code: "99601", from: 1, covers: 120 }
            further:
              - { code: "99602", each: 60, after: 120 }
        services:
          - { id: infusion, label: infusion of a drug }
        performers:
          - { id: registered-nurse, label: registered nurse }

        """
    ),
    (
        "policies.yaml",
        """
        policies:
          - id: cpt-midpoint
            title: CPT's midpoint
            statement: The payer counts an added hour once its midpoint is passed.
            credit: midpoint
            counts: [patient-care]
            same-day: combined
            midnight: whole
            places: ["12"]
            requires: []
            source: guide
          - id: started-hour
            title: every started hour
            statement: The payer counts an added hour as soon as it starts.
            credit: started
            counts: [patient-care]
            same-day: combined
            midnight: whole
            places: ["12"]
            requires: []
            source: guide

        """
    ),
    (
        "terms.yaml",
        """
        terms:
          - id: midpoint-rule
            term: midpoint rule
            accept: []
            definition: the way of counting in which an hour earns its unit once more than half of it has passed
            source: guide
          - id: add-on-code
            term: add-on code
            accept: []
            definition: a code that is never paid without its primary on the same claim
            source: guide

        """
    ),
    (
        "circumstances.yaml",
        """
        circumstances:
          - id: at-home
            test: place
            question: Was it in the patient's home?
            met: It was in the patient's home.
            unmet: It was not in the patient's home.
            source: guide
          - id: by-a-nurse
            test: performer
            question: Was it done by someone the payer accepts?
            met: It was done by someone the payer accepts.
            unmet: It was not done by someone the payer accepts.
            source: guide
          - id: on-record
            test: documented
            question: Is the time on record?
            met: The time is on record.
            unmet: The time is not on record.
            source: guide
          - id: long-enough
            test: beyond-first
            question: Did it earn a unit past the first two hours?
            met: It earned a unit past the first two hours.
            unmet: It earned no unit past the first two hours.
            source: guide
          - id: with-99601
            test: first-code
            question: Is 99601 on the claim?
            met: 99601 is on the claim.
            unmet: 99601 is not on the claim.
            source: guide

        """
    ),
    (
        "misconceptions.yaml",
        """
        misconceptions:
          - id: always-rounds-up
            belief: any part of an hour counts as an hour
            correction: Only some payers credit an hour as soon as it starts.
            change: { credit: started }
            source: guide
          - id: add-on-alone
            belief: 99602 can stand on a claim by itself
            correction: 99602 is an add-on, paid only beside 99601.
            change: { bills: further-only }
            source: guide
          - id: add-on-from-zero
            belief: every hour of the visit earns a unit of 99602
            correction: 99601 already pays for the first two hours.
            change: { further-after: 0 }
            source: guide
          - id: counts-travel
            belief: all the nurse's time counts
            correction: The payer says which time counts.
            change: { counts: all }
            source: guide

        """
    ),
    (
        "scenarios.yaml",
        """
        scenarios:
          - id: half-an-hour-more
            title: two hours and a half
            stem: A nurse infuses a drug at the patient's home from 09:00 to 11:30.
            encounter:
              date: 2026-03-02
              place: "12"
              performer: registered-nurse
              services:
                - { kind: infusion, start: "09:00", stop: "11:30" }
            expect: { cpt-midpoint: "99601 x1", started-hour: "99601 x1, 99602 x1" }
            source: guide
          - id: four-hours
            title: four hours
            stem: A nurse infuses a drug at the patient's home from 08:00 to 12:00.
            encounter:
              date: 2026-03-03
              place: "12"
              performer: registered-nurse
              services:
                - { kind: infusion, start: "08:00", stop: "12:00" }
            expect: { cpt-midpoint: "99601 x1, 99602 x2" }
            source: guide
          - id: in-the-office
            title: in the office
            stem: A nurse infuses a drug in the doctor's office, place of service 11, from 13:00 to 16:00.
            encounter:
              date: 2026-03-04
              place: "11"
              performer: registered-nurse
              services:
                - { kind: infusion, start: "13:00", stop: "16:00" }
            expect: { cpt-midpoint: none }
            source: guide

        """
    ),
    (
        "templates.yaml",
        """
        lists:
          drugs:
            - { drug: an antibiotic, short: abx }
            - { drug: immune globulin, short: IVIG }
        templates:
          - id: visit
            title: a visit with the trip
            slots:
              drug: { from: drugs }
              drive: { minutes: [30, 90], step: 15 }
              start: { time: ["07:00", "14:00"], step: 15 }
              length: { minutes: [130, 290] }
              stop: { after: [start, length] }
            encounter:
              performer: registered-nurse
              services:
                - { kind: infusion, activity: travel, minutes: "{drive}" }
                - { kind: infusion, start: "{start}", stop: "{stop}" }
            stem: A nurse drives {drive} minutes and infuses {drug.drug} at the patient's home from {start} to {stop}.
            note: Drove {drive} min. {start.4} {drug.short} started, {stop.12h} done.
            source: guide

        """
    ),
    (
        "blueprints.yaml",
        """
        blueprints:
          - id: quiz
            title: A short quiz
            summary: Three items that show where to begin.
            minutes: 10
            attempts: 2
            wait: { hours: 1 }
            pass-mark:
              percent: 60
              justification: A mark for learning only.
            navigation: forward
            sections:
              - id: visits
                title: Visits
                count: 2
                kinds: [claim, choice]
                policies: [cpt-midpoint]
                tellings: [plain]
                difficulty: [easy, medium, hard]
              - id: terms
                title: Terms
                count: 1
                kinds: [term]

        """
    ),
]
