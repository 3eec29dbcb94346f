import DatabaseServer
import Examining
import Machine
import Quiz
import SampleExams
import SampleHouse
import Scoring
import Team
import Testing

/// A house in which an exam of the lesson can be given: who gives it, who watches, and candidates to whom nothing is
/// assigned yet.
struct ExamHouse {
    let house: House
    let root: Actor
    let lead: Actor
    let proctor: Actor
    let candidates: [Actor]

    /// - Parameters:
    ///   - kind: Of its database.
    ///   - count: How many candidates there are.
    ///   - edits: What is otherwise in the file of exams.
    /// - Throws: Where the lesson cannot be read.
    init(_ kind: DatabaseKind = .sqlite, candidates count: Int = 1, _ edits: (from: String, to: String)...) throws {
        let lesson = try edits.isEmpty ? nil : LessonPack(edits.map { ("blueprints.yaml", $0.from, $0.to) })
        let house = try House(kind, of: lesson)
        let root = try house.administrator()
        self.house = house
        self.root = root
        lead = try house.somebody("lead", [.lead], by: root)
        proctor = try house.somebody("proctor", [.proctor], by: root)
        candidates = try ["ada", "bob", "cy", "di"].prefix(count).map {
            try house.somebody($0, [.candidate], by: root)
        }
    }

    var desk: ExamDesk { house.desk }
    var ada: Actor { candidates[0] }

    func assign(_ exam: String = "final", _ window: ExamWindow = ExamWindow()) throws {
        try desk.assign(exam, of: "lesson", to: candidates.map(\.person.id), window, by: lead)
    }

    func begin(_ exam: String = "final", by actor: Actor? = nil) throws -> String {
        try desk.begin(exam, of: "lesson", by: actor ?? ada)
    }

    /// Minutes that are left of an attempt.
    func left(_ name: String, of actor: Actor? = nil) throws -> Double {
        Double(try desk.attempt(name, of: actor ?? ada).left) / 60_000
    }

    func at(minute: Double) -> Moment { SampleExams.morning.adding(milliseconds: Int64(minute * 60_000)) }

    /// Lets time pass until so many minutes after the morning's beginning.
    func go(to minute: Double, later milliseconds: Int64 = 0) {
        house.time.pass(milliseconds: at(minute: minute).milliseconds(since: house.time.now) + milliseconds)
    }

    /// Sits an attempt with all answers right, or none, to its end.
    @discardableResult
    func sit(_ exam: String = "final", isRight: Bool = true, by actor: Actor? = nil) throws -> String {
        let actor = actor ?? ada
        let name = try begin(exam, by: actor)
        let items = try desk.attempt(name, of: actor).form.items
        for (place, item) in items.enumerated() {
            let answer = try #require(LessonPack.right.first { item.contains("/\($0.key)") })
            _ = try desk.show(place, in: name, to: actor)
            _ = try desk.answer(place, isRight ? answer.value : "", after: 0, in: name, by: actor)
        }
        try desk.handIn(name, by: actor)
        return name
    }
}

/// The kind of an error of any of the two, in words.
func kind(_ body: () throws -> Void) -> String {
    do { try body() } catch {
        if let error = error as? TeamError { return "\(error.kind)" }
        if let error = error as? ExamError { return "exam \(error.kind)" }
        return "\(type(of: error))"
    }
    return "done"
}
