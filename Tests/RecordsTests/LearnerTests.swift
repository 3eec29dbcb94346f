import Records
import Testing

@Suite struct LearnerTests {
    @Test func `a learner is made when the name is first used`() throws {
        let records = try Records.inMemory()
        let anna = try records.learner(named: "anna", at: moment(5))
        let again = try records.learner(named: "anna", at: moment(9))
        let other = try records.learner(named: "Anna", at: moment(9))
        #expect(again == anna)
        #expect(anna.made == moment(5))
        #expect(other.id != anna.id)
    }

    @Test(arguments: [
        "a", "Zoë Müller", "محمد", "علی‌رضا", "李小龍", "👩‍⚕️", String(repeating: "x", count: 64),
        "O'Brien; DROP TABLE learner", "%s", "../x",
    ])
    func `a printable name is a name`(_ name: String) throws {
        let records = try Records.inMemory()
        #expect(try records.learner(named: name, at: moment(0)).name == name)
        #expect(try records.learner(named: name, at: moment(1)).made == moment(0))
    }

    @Test(arguments: [
        "", String(repeating: "x", count: 65), "a\nb", "\u{1B}[31m", "a\u{0}b", "\u{202E}anna", "a\u{A0}b", " anna",
        "anna ", "\t", "\u{E000}", "\u{2028}", "a\u{200B}b",
    ])
    func `any other name is refused`(_ name: String) throws {
        let records = try Records.inMemory()
        let error = #expect(throws: RecordsError.self) { try records.learner(named: name, at: moment(0)) }
        #expect(error?.kind == .name)
        #expect(error?.message.contains("1 to 64 printable characters") == true)
    }
}
