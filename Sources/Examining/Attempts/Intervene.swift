package import Quiz

extension OpenAttempt {
    /// Does something about the time, as whoever watches the exam wants it.
    ///
    /// - Parameters:
    ///   - deed: What is done.
    ///   - person: Who answers for it, by id.
    ///   - reason: Why, as the candidate is told; nil where that is plain.
    /// - Throws: `ExamError` where it is refused or could not be kept: then nothing has changed.
    package mutating func intervene(
        _ deed: Intervention.Deed, by person: String, because reason: String?
    ) throws(ExamError) {
        try note([.intervene(Intervention(deed, by: person, because: reason))])
    }

    /// Keeps an answer that comes in after the time, within the grace of the exam, and was written before its end. The
    /// log marks it.
    ///
    /// - Parameters:
    ///   - position: The item's, from 0.
    ///   - text: The answer, which is kept as it is.
    ///   - written: How many milliseconds ago it was written, as whoever sends it says.
    /// - Throws: `ExamError` where it is refused or could not be kept: then nothing has changed.
    package mutating func answerLate(_ position: Int, _ text: String, written: Int64) throws(ExamError) {
        try note([.late(position, text, written: written)])
    }
}
