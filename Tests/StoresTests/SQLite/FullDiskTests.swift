import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@testable import Stores

@Suite struct FullDiskTests {
    @Test(arguments: [360_000, 450_000, 777_777])
    func `where no more can be written no acknowledged answer is lost`(_ limit: Int) throws {
        let folder = try TemporaryFolder()
        let probe = try ProbeProcess(["write", folder.records, "anna", "0", "--limit", "\(limit)"])
        let acknowledged = probe.acknowledgements()
        let (status, message) = probe.end()
        #expect(status == 74)
        #expect(message.hasPrefix("full: No more can be written to \(folder.records) while keeping an answer"))
        #expect(message.contains("PRECEPTOR_HOME"))
        #expect(acknowledged.count > 3)
        try expectKept(acknowledged, in: folder.records)
    }

    @Test(arguments: [2_000, 5_000, 18_000, 34_000, 50_000, 66_000, 82_000, 98_000, 114_000])
    func `where hardly the tables have room it is told, and the file can be opened later`(_ limit: Int) throws {
        let folder = try TemporaryFolder()
        let (status, message) = try ProbeProcess(["write", folder.records, "anna", "0", "--limit", "\(limit)"]).end()
        #expect(status == 74)
        #expect(message.hasPrefix("full: ") || message.hasPrefix("cannotWrite: "), "\(message)")
        try expectKept([], in: folder.records)
    }
}

/// Every acknowledged answer is there, and the state is the one that the answers lead to.
func expectKept(_ acknowledged: [Int64], in path: String) throws {
    let records = try SQLiteLearnerStore(path: path)
    let anna = try records.learner(named: "anna", at: Sample.moment(0))
    let answers = try records.allAnswers(anna.id)
    #expect(Set(acknowledged).subtracting(answers.map(\.id.number)).isEmpty)
    for (place, answer) in answers.enumerated() {
        #expect(answer.answer == Sample.answer(place))
        #expect(answer.item == Sample.item(place).identity)
    }
    let kept = try records.state(of: anna.id, in: Sample.pack)
    let rebuilt = try records.rebuild(anna.id, by: Tally())[Sample.pack]
    #expect(kept.isCurrent)
    #expect(kept.revision == answers.count || kept.revision > answers.count)
    #expect(kept.rows == rebuilt?.rows ?? Records.State())
    try records.close()
}
