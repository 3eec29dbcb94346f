import BundledPacks
import Content
import Learning
import Machine
import Quiz
import Scoring
import Stores
import Testing

/// A pack of three visits and two terms.
func lesson() throws -> Pack { try lessonPack() }

/// A morning in March, at nine.
let morning = Moment(milliseconds: 1_772_442_000_000)

let day: Int64 = 86_400_000

/// Ada's training on the lesson, with a store in memory and a time that stands still until it is moved.
struct Course {
    let pack: Pack
    let store: any LearnerStore
    let time: SetTime

    init(
        store: any LearnerStore = MemoryLearnerStore(), at moment: Moment = morning, zone: any Zone = FixedZone.utc,
        withLesson: Bool = false
    ) throws {
        var pack = try lesson()
        if withLesson {
            pack.lessons = [
                Lesson(
                    id: "parts", title: "parts", needs: [], teaches: [.firstCode, .furtherCode, .part],
                    beliefs: ["always-rounds-up"], steps: [.page(["Words."], sources: ["guide"])])
            ]
        }
        self.pack = pack
        self.store = store
        time = SetTime(moment, zone: zone)
    }

    /// A session in which nothing was asked yet.
    func session(
        of learner: String? = "Ada", count: Int = 5, kinds: Set<ItemKind> = [.claim, .term], seed: UInt64 = 2
    ) throws -> LearningSession {
        var request = PracticeRequest()
        request.count = count
        request.kinds = kinds
        request.policy = "cpt-midpoint"
        let journal =
            try learner.map { try Journal(of: $0, in: pack, goal: count, store: store, time: time) }
            ?? Journal(forgetting: pack, time: time)
        return LearningSession(in: pack, for: request, seed: seed, journal: journal, time: time)
    }

    /// The same, with its first item asked.
    func begun(of learner: String? = "Ada", count: Int = 5, kinds: Set<ItemKind> = [.claim]) throws -> LearningSession {
        let session = try session(of: learner, count: count, kinds: kinds)
        try session.begin()
        return session
    }

    /// What is kept of the learner.
    func kept(of learner: String = "Ada") throws -> [Records.RecordedAnswer] {
        guard let known = try store.knownLearner(named: learner) else { return [] }
        return try store.lastAnswers(1_000, of: known.id).reversed()
    }
}

extension LearningSession {
    /// The item that is open.
    var open: (Item)? { if case .asking(let asked) = phase { asked.item } else { nil } }

    var isReviewing: Bool { if case .reviewing = phase { true } else { false } }
    var isOver: Bool { if case .over = phase { true } else { false } }

    /// Answers the open item with its key and goes on.
    func answerRightly() throws {
        _ = try answer(try #require(open).key)
        next()
    }
}
