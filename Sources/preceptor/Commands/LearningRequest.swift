import Authoring
import Content
import Learning
import Machine
import Quiz
import Reports
import Scoring
import Terminal
import Training

/// Lessons as somebody asked for them; where nothing is said, the course is begun or gone on with.
struct LearningRequest {
    var pack = PackOptions.usual
    var learner = LearnerOptions.usual
    /// A lesson by its id.
    var lesson: String?
    /// Whether the lesson is taken from its beginning.
    var isAgain = false
    var seed: UInt64?

    /// Teaches until the lesson ends or the learner leaves.
    func perform(_ console: Console) throws {
        let pack = try PackLibrary.standard().load(pack)
        let session = try session(in: pack)
        guard let lesson = try lesson.map({ try pack.lesson(named: $0) }) ?? session.next ?? pack.lessons.last else {
            throw Failure(.notFound, "the pack \(pack.id) has no lessons; preceptor train asks its items")
        }
        let source = standardLineSource(program: "preceptor", history: Paths.history) { word, line in
            Completer(of: pack).completions(of: word, in: line)
        }
        try LessonTrainer(of: session, console: console, source: source).run(lesson, again: isAgain)
    }

    /// Lists the lessons with how far the learner has come.
    func list(_ console: Console, json: Bool) throws {
        let pack = try PackLibrary.standard().load(pack)
        let session = try session(in: pack)
        if json { return console.json(JSON(session.course, session.progress)) }
        guard !pack.lessons.isEmpty else { return console.line("The pack \(pack.id) has no lessons.") }
        console.show(session.course, session.progress)
    }

    private func session(in pack: Pack) throws -> CourseSession {
        let time = MachineTime()
        let journal = openJournal(of: learner, in: pack, goal: 0, at: time)
        do {
            return try CourseSession(in: pack, seed: seed ?? .random(in: .min ... .max), journal: journal, time: time)
        } catch {
            throw Failure(.cannotWrite, error.message)
        }
    }
}

extension Pack {
    /// The lesson of a name.
    ///
    /// - Throws: `Failure` with the nearest names.
    fileprivate func lesson(named name: String) throws(Failure) -> Lesson {
        if let lesson = lesson(ID(name)) { return lesson }
        throw missing("lesson", name, among: lessons.map(\.id.text))
    }
}
