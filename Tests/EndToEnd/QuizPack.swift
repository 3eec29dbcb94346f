import PseudoTerminal

extension Program {
    /// Copies the pack of the lesson and gives it an exam of all it has: three visits and two terms, in 20 minutes, of
    /// which forms are made in no time.
    ///
    /// - Parameter results: When candidates see results.
    /// - Returns: The pack's folder.
    /// - Throws: Where it cannot be copied or written.
    func quizPack(results: String = "at-once") throws -> String {
        let copied = try bash("cp -R \(lesson) pack")
        guard copied.code == 0 else { return copied.errors }
        try folder.write(
            """
            blueprints:
              - id: quiz
                title: A quiz on the lesson
                minutes: 20
                attempts: 9
                pass-mark: { percent: 70, justification: A mark for learning only. }
                navigation: forward
                results: \(results)
                sections:
                  - { id: visits, title: Visits, count: 3, kinds: [claim] }
                  - { id: terms, title: Terms, count: 2, kinds: [term] }
            """, to: "pack/blueprints.yaml")
        return folder.path(of: "pack")
    }
}
