package import Content
import Machine
import Quiz
import Scoring

extension Exams {
    /// Makes forms ahead for those who may begin soon, so that many can begin at once.
    ///
    /// - Parameters:
    ///   - blueprint: Of the pack.
    ///   - revision: Of the pack.
    ///   - time: How many milliseconds before a window opens its forms are made.
    ///   - most: How many are made now at most.
    ///   - generator: Draws them.
    /// - Returns: How many were made.
    /// - Throws: `ExamError` where what others got cannot be read, or no form can be made.
    package func makeFormsAhead(
        of blueprint: Blueprint, in revision: PackRevision, within time: Int64, atMost most: Int,
        using generator: inout some RandomNumberGenerator
    ) throws(ExamError) -> Int {
        // The items of an adaptive exam are chosen by its answers.
        guard blueprint.adaptive == nil else { return 0 }
        let roster = try roster.read()
        let soon = self.time.now.adding(milliseconds: time)
        let due = roster.assignments(of: blueprint, in: revision.pack).filter { assignment in
            (assignment.opens.map { $0 <= soon } ?? true) && (assignment.closes.map { $0 >= self.time.now } ?? true)
        }
        let expected = due.reduce(0) { $0 + roster.count(of: $1.to) }
        guard expected > 0 else { return 0 }
        let begun = try soundRegister().attempts.count {
            $0.sitting?.blueprint == blueprint.id.text && $0.sitting?.pack == revision.pack.id.text
        }
        let shelf = try shelf(of: blueprint, in: revision)
        let wanted = min(expected - begun - shelf.readyCount, most)
        guard wanted > 0 else { return 0 }
        shelf.count(try exposures().table(of: blueprint, in: revision.pack))
        for _ in 0..<wanted { try shelf.makeReady(using: &generator) }
        return wanted
    }

    /// The shelf of an exam's forms, whose bank is made where nobody asked for one yet.
    ///
    /// - Throws: `ExamError` where the key cannot be read by which the bank is known again.
    func shelf(of blueprint: Blueprint, in revision: PackRevision) throws(ExamError) -> FormShelf {
        try memory.forms.shelf(of: blueprint, in: revision) { () throws(ExamError) in
            try formBank(for: blueprint, of: revision)
        }
    }
}
