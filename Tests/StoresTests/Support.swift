import DatabaseServer
import Learning
import PseudoTerminal
import Scoring
import Stores
import TeamStores
import Testing
import records_probe

/// The stores that keep the same promises: what stands in `Learners/` is tried on each.
enum StoreKind: CaseIterable {
    case memory, sqlite, teamSQLite, teamPostgreSQL

    /// A store in which nothing is kept yet.
    func open(in folder: TemporaryFolder) throws -> any LearnerStore {
        switch self {
        case .memory: MemoryLearnerStore()
        case .sqlite: try SQLiteLearnerStore(path: folder.records)
        case .teamSQLite: try ExamStoreKind.database(.sqlite, in: folder.path).learners
        case .teamPostgreSQL: try ExamStoreKind.database(.postgresql, in: folder.path).learners
        }
    }

    /// The same with a session of Anna's.
    func begin(in folder: TemporaryFolder) throws -> (store: any LearnerStore, session: Records.Session) {
        let store = try open(in: folder)
        let anna = try store.learner(named: "anna", at: moment(0))
        return (store, try store.startSession(of: anna.id, pack: Sample.pack, goal: 20, at: moment(0)))
    }
}

extension TemporaryFolder {
    /// The path of records in it; nothing is there yet.
    var records: String { path(of: "home/records.sqlite") }

    /// The same with records of so many answers in it, closed.
    func written(_ count: Int) throws -> String {
        let store = try SQLiteLearnerStore(path: records)
        var course = try Course(store)
        for _ in 0..<count { try course.answer() }
        try store.close()
        return records
    }
}

extension Records.State {
    /// The state without its history: two that hold the same rows are equal.
    var rows: Records.State { Records.State(memory: memory, mastery: mastery, beliefs: beliefs, cures: cures) }
}

extension LearnerStore {
    /// What a replay of all answers of a learner leads to, without writing anything.
    func replayed(_ learner: Records.Learner.ID) throws -> [String: Records.State] {
        var tally = Tally()
        for answer in try allAnswers(learner) where answer.undone == nil { tally.take(answer) }
        return tally.states
    }

    /// A learner's answers in the order in which they were kept, undone ones too.
    func allAnswers(_ learner: Records.Learner.ID) throws -> [Records.RecordedAnswer] {
        try lastAnswers(1_000_000, of: learner).reversed()
    }

    /// Rebuilds the state of every pack.
    func rebuild(
        _ learner: Records.Learner.ID, by replay: some Records.Replay
    ) throws(RecordsError) -> [String: Records.State] {
        try rebuild(learner, in: nil, by: replay)
    }
}

func moment(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds) }
