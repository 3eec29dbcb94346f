import Authoring
import Batch
import Content
import Learning
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// A training session as somebody asked for it; where nothing is said, the usual one.
struct TrainingRequest {
    static let usualCount = 12

    var pack = PackOptions.usual
    var policy: String?
    var skills: [Skill] = []
    var kinds: [ItemKind] = []
    var count = TrainingRequest.usualCount
    var learner = LearnerOptions.usual
    var seed: UInt64?

    /// Trains until the session ends or the learner leaves.
    func perform(_ console: Console) throws {
        let pack = try PackLibrary.standard().load(pack)
        var request = PracticeRequest()
        request.count = count
        request.policy = try policy.map { try pack.policy(named: $0).id }
        if !kinds.isEmpty { request.kinds = Set(kinds) }
        if !skills.isEmpty { request.skills = Set(skills) }
        let source = standardLineSource(program: "preceptor", history: Paths.history) { word, line in
            Completer(of: pack).completions(of: word, in: line)
        }
        let time = MachineTime()
        exchangeRecords(of: learner)
        let session = LearningSession(
            in: pack, for: request, seed: seed ?? .random(in: .min ... .max),
            journal: openJournal(of: learner, in: pack, goal: count, at: time),
            time: time)
        let trainer = Trainer(of: session, console: console, source: source)
        do {
            try trainer.run()
        } catch LearningError.nothingToAsk {
            throw Failure(.notFound, "the pack has no item of that kind and skill")
        }
        exchangeRecords(of: learner)
        if trainer.wantsLessons {
            try LearningRequest(pack: self.pack, learner: learner, seed: seed).perform(console)
        }
    }
}
