package import Learning

/// A learner who answers one sample after the other.
package struct Course {
    package let records: any LearnerStore
    package let learner: Records.Learner
    package let session: Records.Session
    package private(set) var tally: Tally
    package private(set) var number: Int

    package init(
        _ records: any LearnerStore, learner name: String = "anna", from number: Int = 0
    ) throws(RecordsError) {
        self.records = records
        self.number = number
        learner = try records.learner(named: name, at: Sample.moment(number))
        session = try records.startSession(of: learner.id, pack: Sample.pack, goal: 20, at: Sample.moment(number))
        tally = Tally([Sample.pack: try records.state(of: learner.id, in: Sample.pack)])
    }

    /// Answers the next sample; what follows from it is left to a rebuild where another process came between.
    @discardableResult
    package mutating func answer() throws(RecordsError) -> Records.Answer.ID {
        let item = Sample.item(number)
        let answer = Sample.answer(number)
        let change = tally.take(answer, to: item.identity, in: Sample.pack)
        let receipt = try records.record(answer, to: item, in: session, changing: change)
        if let revision = receipt.revision { tally.setRevision(revision, of: Sample.pack) }
        number += 1
        return receipt.id
    }
}
