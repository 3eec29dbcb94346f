import Content
import Examining
import Machine
import Quiz
import SampleHouse
import Synchronization
import Team
import Testing

@Suite struct `Chance that is handed in` {
    private final class Numbers: Sendable {
        private let generator: Mutex<SeededGenerator>

        init(seed: UInt64) { generator = Mutex(SeededGenerator(seed: seed)) }

        var source: RandomSource { RandomSource { self.generator.withLock { $0.next() } } }
    }

    /// The items of a form that is begun in a house with a seed, and the first item of a session there.
    private func drawn(by seed: UInt64) throws -> (form: [String], session: String?) {
        let house = try House(random: Numbers(seed: seed).source)
        let administrator = try house.administrator()
        let lead = try house.somebody("lead", [.lead], by: administrator)
        let ada = try house.somebody("ada", [.learner, .candidate], by: administrator)
        try house.desk.assign("final", of: "lesson", to: [ada.person.id], ExamWindow(), by: lead)
        let name = try house.desk.begin("final", of: "lesson", by: ada)
        let items = try house.desk.attempt(name, of: ada).items.map(\.id.description)
        return (items, try house.training.view("lesson", for: ada).item?.id.description)
    }

    @Test func `draws the same forms and sessions again, and others with another seed`() throws {
        let first = try drawn(by: 1)
        let again = try drawn(by: 1)
        #expect(first.form == again.form && first.session != nil && first.session == again.session)
        #expect(try (2...5).map(drawn).contains { $0.form != first.form })
    }
}
