import Learning
import PseudoTerminal
import Scoring
import Testing
import records_probe

@Suite struct LearnerTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: StoreKind.allCases) func `a learner is made when the name is first used`(_ kind: StoreKind) throws
    {
        let records = try kind.open(in: folder)
        let anna = try records.learner(named: "anna", at: moment(5))
        let again = try records.learner(named: "anna", at: moment(9))
        let other = try records.learner(named: "Anna", at: moment(9))
        #expect(again == anna)
        #expect(anna.made == moment(5))
        #expect(other.id != anna.id)
    }

    @Test(
        arguments: StoreKind.allCases,
        [
            "a", "Zoë Müller", "محمد", "علی‌رضا", "李小龍", "👩‍⚕️", String(repeating: "x", count: 64),
            "O'Brien; DROP TABLE learner", "%s", "../x",
        ])
    func `a printable name is a name`(_ kind: StoreKind, _ name: String) throws {
        let records = try kind.open(in: folder)
        #expect(try records.learner(named: name, at: moment(0)).name == name)
        #expect(try records.learner(named: name, at: moment(1)).made == moment(0))
    }

    @Test(
        arguments: StoreKind.allCases,
        [
            "", String(repeating: "x", count: 65), "a\nb", "\u{1B}[31m", "a\u{0}b", "\u{202E}anna", "a\u{A0}b", " anna",
            "anna ", "\t", "\u{E000}", "\u{2028}", "a\u{200B}b",
        ])
    func `any other name is refused`(_ kind: StoreKind, _ name: String) throws {
        let records = try kind.open(in: folder)
        let error = #expect(throws: RecordsError.self) { try records.learner(named: name, at: moment(0)) }
        #expect(error?.kind == .name)
        #expect(error?.message.contains("1 to 64 printable characters") == true)
    }
}
