import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@testable import Stores

@Suite struct ProcessTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `processes that make and write one file at once get in nobody's way`() throws {
        let names = ["anna", "bob", "carla"]
        let count = 60
        let probes = try names.map { try ProbeProcess(["write", folder.records, $0, "\(count)"]) }
        let acknowledged = probes.map { $0.acknowledgements() }
        for probe in probes {
            let (status, message) = probe.end()
            #expect(status == 0, "\(message)")
        }
        let records = try SQLiteLearnerStore(path: folder.records)
        for (name, numbers) in zip(names, acknowledged) {
            let learner = try records.learner(named: name, at: moment(0))
            #expect(try records.allAnswers(learner.id).map(\.id.number) == numbers)
            #expect(numbers.count == count)
            let state = try records.state(of: learner.id, in: Sample.pack)
            #expect(state.isCurrent)
            #expect(state.rows == (try records.replayed(learner.id))[Sample.pack]?.rows)
        }
    }

    @Test func `two processes of one learner lose no answer, and a rebuild mends the state`() throws {
        let probes = try (0..<2).map { _ in try ProbeProcess(["write", folder.records, "anna", "40"]) }
        let acknowledged = probes.flatMap { $0.acknowledgements() }
        for probe in probes {
            let (status, message) = probe.end()
            #expect(status == 0, "\(message)")
        }
        let records = try SQLiteLearnerStore(path: folder.records)
        let anna = try records.learner(named: "anna", at: moment(0))
        #expect(acknowledged.count == 80)
        #expect(try records.allAnswers(anna.id).map(\.id.number) == acknowledged.sorted())
        let state = try records.state(of: anna.id, in: Sample.pack)
        let replayed = try records.replayed(anna.id)[Sample.pack]
        #expect(!state.isCurrent || state.rows == replayed?.rows)
        #expect(try records.rebuild(anna.id, by: Tally())[Sample.pack]?.rows == replayed?.rows)
        #expect(try records.state(of: anna.id, in: Sample.pack).isCurrent)
    }

    @Test(arguments: 0..<4) func `a file is made once, however many open it at once`(_: Int) throws {
        let probes = try (0..<5).map { try ProbeProcess(["write", folder.records, "learner \($0)", "1"]) }
        for probe in probes {
            _ = probe.acknowledgements()
            let (status, message) = probe.end()
            #expect(status == 0, "\(message)")
        }
    }
}
