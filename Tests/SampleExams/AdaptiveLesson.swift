extension LessonPack {
    /// The lesson with an exam of three to four items that are chosen by the answers.
    package static let adaptive = Result {
        try LessonPack([
            (
                "blueprints.yaml", "blueprints:\n",
                """
                calibration:
                  - { scenario: four-hours, kind: claim, difficulty: 750, discrimination: 1250 }
                blueprints:
                  - id: adaptive
                    title: The lesson, adaptive
                    summary: Whoever passes can do it.
                    minutes: 30
                    attempts: 3
                    pass-mark: { percent: 60, justification: enough for a lesson }
                    adaptive: { length: 3 to 4, error: 60, exposure: 100 }
                    sections:
                      - { id: visits, title: Visits, count: 2, at-most: 3, kinds: [claim], policies: [cpt-midpoint] }
                      - { id: terms, title: Terms, count: 1, at-most: 2, kinds: [term] }

                """
            )
        ])
    }
}
